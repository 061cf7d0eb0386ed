"""Which tests cite a paragraph: read from their source, since nothing in the product imports them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from proof.coverage.references import cites, family

TESTS = Path(__file__).resolve().parents[2] / "tests"
NOT_COUNTED = ("proof/", "guidance/test_paragraphs.py")
"""Tests of these tools, and the list of all paragraphs: they name each without testing what it says."""


def citing_tests(ref: str) -> list[str]:
    """Return the tests that cite this paragraph or a part of it: "guidance/test_share_table.py::test_..."."""
    own = family(ref)
    return [name for name, text in _texts().items() if any(cites(text, one) for one in own)]


@cache
def _texts() -> dict[str, str]:
    """Return the strings of each test function; those outside any of them count for the module."""
    found: dict[str, str] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        name = path.relative_to(TESTS).as_posix()
        if not name.startswith(NOT_COUNTED):
            found.update((f"{name}{part}", text) for part, text in _parts(ast.parse(path.read_text("utf-8"))))
    return found


def _parts(module: ast.Module) -> Iterator[tuple[str, str]]:
    apart: list[ast.stmt] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            yield f"::{node.name}", _strings([node])
        else:
            apart.append(node)
    yield "", _strings(apart)


def _strings(nodes: list[ast.stmt]) -> str:
    constants = (part for node in nodes for part in ast.walk(node) if isinstance(part, ast.Constant))
    return "\n".join(part.value for part in constants if isinstance(part.value, str))
