"""msgspec looks at a class on its first use, and ends the process where two threads do so at once."""

import ast
import subprocess
import sys

import pytest

from ops.paths import ROOT
from tests.test_walls import PRODUCT, modules

CONVERTS_NOTHING = {
    "msgspec.Struct",
    "msgspec.field",
    "msgspec.json.encode",
    "msgspec.structs.asdict",
    "msgspec.structs.astuple",
    "msgspec.structs.replace",
    "msgspec.to_builtins",
}

CONVERTED = """
import bot.service, msgspec
from bot.approvals.stored import Request
from bot.follow_ups.repository import FollowUp
from dialogs.engine.matter import Noticed

for kind in (Request, FollowUp, Noticed):
    kind.__annotations__ = dict.fromkeys(kind.__struct_fields__, "not looked at any more")
    try:
        msgspec.convert({name: object() for name in kind.__struct_fields__}, kind)
    except msgspec.ValidationError:
        print(kind.__name__)
"""


def test_what_threads_read_was_looked_at_as_it_was_imported() -> None:
    ran = subprocess.run([sys.executable, "-c", CONVERTED], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["Request", "FollowUp", "Noticed"]


def test_nothing_else_is_converted() -> None:
    places = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in modules(*PRODUCT)}
    assert {path: used for path, text in places.items() if (used := sorted(_converters(text)))} == {
        "bot/record_mapping.py": ["msgspec.convert", "msgspec.json.Decoder"],
        "dialogs/engine/matter.py": ["msgspec.convert", "msgspec.json.Decoder"],
    }


@pytest.mark.parametrize(
    "spelling",
    [
        "import msgspec as made",
        "import msgspec\nmsgspec.convert({}, dict)",
        "import msgspec\nmade = msgspec.json",
        "import msgspec\ngetattr(msgspec, 'conv' + 'ert')",
        "import msgspec\nf(msgspec.json.Decoder(dict)).decode(text)",
        "import msgspec.json",
        "import msgspec.structs as made",
        "import json, msgspec\nmsgspec.json.decode(text)",
        "from msgspec import json",
        "from msgspec import *",
        "from msgspec import (\n    Struct,\n    convert as made,\n)",
        "from msgspec.json import decode",
        "def f():\n    from msgspec.json import Decoder",
        "import_module('msgspec')",
    ],
)
def test_another_spelling_is_found(spelling: str) -> None:
    assert _converters(spelling)


def _converters(text: str) -> set[str]:
    taken = _Taken()
    taken.visit(ast.parse(text))
    return {name for name in taken.names if name.partition(".")[0] == "msgspec"} - CONVERTS_NOTHING


class _Taken(ast.NodeVisitor):
    """What a module takes of others, by its full name; `import msgspec` takes nothing before it is used."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_Import(self, node: ast.Import) -> None:
        self.names |= {name.name for name in node.names if name.asname or "." in name.name}

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        self.names |= {f"{node.module}.{name.name}" for name in node.names if not node.level}

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self.names.add(ast.unparse(node))
        if not isinstance(node.value, ast.Attribute | ast.Name):
            self.visit(node.value)

    def visit_Name(self, node: ast.Name) -> None:
        self.names.add(node.id)

    def visit_Constant(self, node: ast.Constant) -> None:
        self.names.add(str(node.value))
