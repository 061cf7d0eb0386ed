"""The assurance pages of docs/assurance, written from the code, its tests and `hazards.toml`.

`make assurance` writes them; a test says when they are stale. What a council must fill in is marked [council: ...].
"""

import ast
import tomllib
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.config.settings import Settings
from bot.storage.tables import metadata
from guidance import __version__
from guidance.enumeration import ENUMERATIONS
from guidance.paragraphs import TITLE, VERSION, paragraphs
from ops.paths import ROOT
from tests.guidance.invariants import INVARIANTS
from tests.guidance.test_enumeration import COUNTS, RULES, TOTALS

FOLDER = ROOT / "docs" / "assurance"
_HERE = Path(__file__).parent


class NoSuchTest(Exception):
    """A page names a test that is not there."""


@cache
def _tests_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def named_test(place: str) -> str:
    """Return the test as a page shows it. Raises NoSuchTest."""
    file, _, name = place.partition("::")
    if not (ROOT / file).exists() or (name and name not in _tests_in(ROOT / file)):
        raise NoSuchTest(place)
    return f"[`{name or Path(file).name}`](../../{file})"


def named_setting(name: str) -> str:
    """Return the setting as a page shows it; it is one that there is."""
    assert name in {setting.name for setting in Settings.documented()}, name
    return f"`{name}`"


def columns_by_table() -> list[tuple[str, list[str], list[str]]]:
    """Return each table with its columns in clear and those that are sealed."""
    rows = []
    for table in metadata.sorted_tables:
        sealed = [column.name for column in table.columns if "BLOB" in str(column.type).upper()]
        rows.append((table.name, [column.name for column in table.columns if column.name not in sealed], sealed))
    return rows


def pages() -> dict[str, str]:
    """Return each page as it would be written now, by its file's name."""
    hazards = tomllib.loads((_HERE / "hazards.toml").read_text("utf-8"))["hazard"]
    environment = Environment(
        loader=FileSystemLoader(_HERE / "pages"),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {
        "test": named_test,
        "setting": named_setting,
        "release": __version__,
        "edition": VERSION,
        "title": TITLE,
        "hazards": hazards,
        "tables": columns_by_table(),
        "flows": [
            (flow, len(RULES[flow]), len(INVARIANTS[flow]), TOTALS[flow], len(COUNTS[flow])) for flow in ENUMERATIONS
        ],
        "invariants": INVARIANTS,
        "paragraphs": paragraphs(),
    }
    return {
        name.removesuffix(".j2"): environment.get_template(name).render()
        for name in sorted(environment.list_templates())
    }


def stale() -> list[str]:
    """Return the names of the pages that differ from what would be written, or have no source."""
    made = pages()
    kept = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in {*made, *kept} if made.get(name) != kept.get(name))
