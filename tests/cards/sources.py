"""What the code can name: read out of its own source, so that no list here can fall behind it."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPEAKING = ("dialogs", "bot", "cards")


def _calls(function: str) -> Iterator[ast.Call]:
    for package in SPEAKING:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(text)) if f"{function}(" in text else ():
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function:
                    yield node


def _texts(node: ast.expr) -> Iterator[str]:
    """The string constants that an argument can come to; "a" if x else "b" comes to both."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _notices() -> Iterator[str]:
    for call in _calls("Aside"):
        if len(call.args) > 1 and list(_texts(call.args[0])) == ["notice"]:
            yield from _texts(call.args[1])


NOTICES = tuple(sorted(set(_notices())))
"""Every notice that is said above a screen."""

REFUSALS = tuple(sorted({code for call in _calls("Refusal") for code in _texts(call.args[0])}))
"""Every reason for which a step of a request or a follow-up is not taken."""

SET_UP = tuple(
    sorted({name for made in ("ChannelNotice", "with_names") for call in _calls(made) for name in _texts(call.args[0])})
)
"""All that is said in a channel about how requests are set up there."""

FAULT_CODES = tuple(sorted({code for call in _calls("Fault") for code in _texts(call.args[1])}))
"""Every reason for which an answer is not taken."""
