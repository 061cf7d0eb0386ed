"""A copy of the tree to break: what is written here meanwhile neither reaches the run nor is reached by it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ops.places import ROOT

FOLDERS = ("guidance", "dialogs", "cards", "bot", "proof", "ops", "tests")
FILES = ("pyproject.toml", "app.py")


@contextmanager
def copied_tree() -> Iterator[Path]:
    """A copy of what the tests of the guidance need, gone afterwards."""
    with TemporaryDirectory(prefix="mutated-") as folder:
        for name in FOLDERS:
            shutil.copytree(ROOT / name, Path(folder) / name, ignore=shutil.ignore_patterns("__pycache__", "golden"))
        for name in FILES:
            shutil.copy(ROOT / name, folder)
        yield Path(folder)
