"""Which folder may import what: read from the source of every module."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.telemetry import steps

ROOT = Path(__file__).parents[1]
STANDARD_LIBRARY = frozenset(sys.stdlib_module_names)
MAY_IMPORT = {
    "guidance": STANDARD_LIBRARY | {"pydantic", "guidance"},
    "dialogs": STANDARD_LIBRARY | {"guidance", "dialogs", "msgspec", "numpy"},
    "cards": STANDARD_LIBRARY | {"msgspec", "jinja2", "guidance", "dialogs", "cards"},
    "practice": STANDARD_LIBRARY | {"msgspec", "pydantic", "yaml", "guidance", "dialogs", "cards", "practice"},
    "proof": STANDARD_LIBRARY | {"guidance", "dialogs", "cards", "practice", "proof"},
}
ONLY_IN_BOT = {
    "botbuilder",
    "botframework",
    "microsoft_agents",
    "aiohttp",
    "sqlalchemy",
    "alembic",
    "psycopg",
    "cryptography",
    "jwt",
    "msal",
}
PRODUCT = ("app.py", "guidance", "dialogs", "cards", "practice", "bot", "proof")
WORLD = {
    "asyncio",
    "datetime",
    "http",
    "logging",
    "os",
    "random",
    "secrets",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
    "uuid",
}
"""What would make a rule depend on anything but its facts."""


def modules(*places: str) -> list[Path]:
    """Every module of these folders, or the file itself."""
    found = [path for place in places for path in (sorted((ROOT / place).rglob("*.py")) or [ROOT / place])]
    assert all(path.is_file() for path in found)
    return found


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a module that can import."""
    every = ast.walk(ast.parse(path.read_text("utf-8")))
    return tuple(one for one in every if isinstance(one, ast.Import | ast.ImportFrom | ast.Name | ast.Attribute))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """(line, top-level package) of each import, wherever in the module it is."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name.partition(".")[0]) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            own = path.relative_to(ROOT).parts[0]
            yield node.lineno, own if node.level else (node.module or "").partition(".")[0]


def breaches(paths: list[Path], allowed: frozenset[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in paths
        for line, name in imported(path)
        if name not in allowed
    ]


def intruders(paths: list[Path], forbidden: set[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path in paths
        for line, name in imported(path)
        if name in forbidden
    ]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_the_folder_imports_only_what_it_may(folder: str) -> None:
    assert breaches(modules(folder), MAY_IMPORT[folder]) == []


def test_the_rules_see_nothing_of_the_world() -> None:
    assert intruders(modules("guidance"), WORLD) == []


def test_only_bot_knows_the_platform_and_the_database() -> None:
    assert intruders(modules("app.py", "guidance", "dialogs", "cards", "practice", "proof"), ONLY_IN_BOT) == []


def test_one_module_imports_an_sdk() -> None:
    others = [path for path in modules("bot") if path.name != "sdk.py"]
    assert intruders(others, {"botbuilder", "botframework", "microsoft_agents"}) == []


def test_nothing_in_the_product_imports_its_tests_or_its_tools() -> None:
    assert intruders(modules(*PRODUCT), {"tests", "ops"}) == []


def test_nothing_but_the_command_line_imports_the_proof() -> None:
    assert intruders(modules("guidance", "dialogs", "cards", "practice", "bot"), {"proof"}) == []


def test_nothing_but_the_command_line_imports_it() -> None:
    assert intruders(modules("guidance", "dialogs", "cards", "practice", "bot", "proof"), {"app"}) == []


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Return what imports itself by way of others, each with what it imports of them."""
    left = edges
    while True:
        imported = set().union(*left.values()) & left.keys()
        kept = {name: others & imported for name, others in left.items() if name in imported and others & imported}
        if kept == left:
            return [[name, *sorted(others)] for name, others in sorted(left.items())]
        left = kept


def imported_modules(path: Path, known: dict[str, Path]) -> set[str]:
    """Return the modules of ours that this one imports, also inside a function."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else str(node.module) for name in full}
    return {name for name in found if known.get(name, path) != path and known[name].name != "__init__.py"}


def module_edges() -> dict[str, set[str]]:
    known = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
        for path in modules(*PRODUCT)
    }
    return {name: imported_modules(path, known) for name, path in known.items()}


def folder_of(module: str) -> str:
    """Return the folder of a module, two deep: "bot.turns"; a module beside the folders is one by itself."""
    parts = module.split(".")
    return ".".join(parts[:2]) if len(parts) > 2 else module


def test_no_module_imports_itself_by_way_of_others() -> None:
    assert circles(module_edges()) == []


def test_no_folder_imports_itself_by_way_of_others() -> None:
    folders: dict[str, set[str]] = {}
    for module, others in module_edges().items():
        own = folder_of(module)
        folders.setdefault(own, set()).update({folder_of(other) for other in others} - {own})
    assert circles(folders) == []


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"], ["c", "b"]]
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []


FINDS_FLOWS = ROOT / "guidance" / "flow_folders.py"
"""Imports what it finds in the folders of flows, and nothing else."""


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_nothing_is_imported_by_a_name_made_up_as_it_runs(folder: str) -> None:
    calls = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules(folder)
        if path != FINDS_FLOWS
        for node in nodes(path)
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) in ("__import__", "import_module")
    ]
    assert calls == []


def test_an_import_is_found_wherever_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = tmp_path / "guidance" / "late.py"
    module.parent.mkdir()
    module.write_text(
        "def f():\n    import aiohttp.web\n    from sqlalchemy.orm import Session\n    from . import facts\n"
    )
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert [name for _, name in imported(module)] == ["aiohttp", "sqlalchemy", "guidance"]


def test_no_constant_takes_the_place_of_another_in_its_module() -> None:
    named = Counter(
        (str(path.relative_to(ROOT)), target.id)
        for path in modules(*PRODUCT)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    )
    assert [name for name, times in named.items() if times > 1] == []


def test_each_step_that_is_measured_is_a_function_of_ours() -> None:
    for place in (*steps.STEPS, steps.TURN, steps.FINISH):
        owner, name = steps.owner_of(place)
        assert callable(getattr(owner, name)), place


def test_records_are_copied_with_changes_in_one_way() -> None:
    paths = modules("dialogs", "cards", "practice", "bot", "proof")
    found = [
        str(path.relative_to(ROOT))
        for path in paths
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == "dataclasses"
        if "replace" in [alias.name for alias in node.names]
    ]
    assert found == [], "the records are msgspec's structures: msgspec.structs.replace"
