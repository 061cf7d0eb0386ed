"""Checks of what is learned from examples: they take up to a minute, and need not be made again on the same files."""

import ast
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def check_once(config: pytest.Config, check: Callable[[], None], *modules: str) -> None:
    """Make the check unless it passed here with these modules, all of ours that they import, and guidance/asked."""
    files = {file for file in (ROOT / "guidance" / "asked").iterdir() if file.is_file()}
    for module in modules:
        _add_imported(ROOT / f"{module.replace('.', '/')}.py", files)
    digest = hashlib.sha256(b"".join(hashlib.sha256(file.read_bytes()).digest() for file in sorted(files))).hexdigest()
    name = f"unchanged/{modules[0]}.{check.__name__}"
    cache: pytest.Cache | None = getattr(config, "cache", None)  # there is none with `-p no:cacheprovider`
    if cache is None or cache.get(name, "") != digest:
        check()
        if cache is not None:
            cache.set(name, digest)


def _add_imported(file: Path, found: set[Path]) -> None:
    if file in found or not file.exists():
        return
    found.add(file)
    for name in _names_imported(file):
        _add_imported(ROOT / f"{name.replace('.', '/')}.py", found)


def _names_imported(file: Path) -> Iterator[str]:
    for one in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(one, ast.Import):
            yield from (alias.name for alias in one.names)
        if isinstance(one, ast.ImportFrom) and one.module:
            yield one.module
            yield from (f"{one.module}.{alias.name}" for alias in one.names)
