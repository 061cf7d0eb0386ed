"""Each mutant through the tests that should notice it, in a process of its own and in a copy of the tree."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ops.paths import ROOT

OF_RULES = "tests/guidance"
OF_FLOWS = "tests/dialogs"
_PASSED, _FAILED = 0, 1
_LONGEST = 300
"""Seconds: a mutant on which the tests go round for ever has been noticed."""
_COPIED = ("guidance", "dialogs", "cards", "bot", "proof", "ops", "tests", "pyproject.toml", "app.py")
_BROKE_EARLY = ("error during collection", "errors during collection", "ImportError while loading conftest")
"""What pytest says of a mutant that breaks a module as it is read: it has been noticed."""


class NotRun(Exception):
    """The tests could not be run on a mutant; the text says which and why."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change, what it is called, its file and line, and the tests that should notice it.

    `broken` is a file of the tree with its changed text; a mutant without one is made in the tests' own process.
    """

    name: str
    where: str
    tests: str
    broken: tuple[str, str] | None = None


def survivors(mutants: Sequence[Mutant], tell: Callable[[str], None]) -> list[Mutant]:
    """Return those that no test notices; `tell` hears each as it is found. Raises NotRun."""
    lived = []
    with copied_tree() as tree:
        for tests in sorted({mutant.tests for mutant in mutants}):
            if not passes([tests], tree):
                raise NotRun(f"{tests}: fails before anything is broken")
        for mutant in mutants:
            if _survives(mutant, tree):
                lived.append(mutant)
                tell(f"  survived: {mutant.name}")
    return lived


def _survives(mutant: Mutant, tree: Path) -> bool:
    if mutant.broken is None:
        return passes([mutant.tests], tree, mutant.name)
    path, source = tree / mutant.broken[0], mutant.broken[1]
    whole = path.read_text("utf-8")
    path.write_text(source, "utf-8")
    try:
        return passes([mutant.tests], tree)
    finally:
        path.write_text(whole, "utf-8")


def passes(tests: Sequence[str], tree: Path = ROOT, mutant: str = "") -> bool:
    """Whether the tests of this tree pass with this mutant of the tables. Raises NotRun when they cannot be run."""
    plugin = ("-p", "ops.mutate.tables") if mutant else ()
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *plugin, *tests]
    # Python takes a compiled module for current by its size and its time in whole seconds.
    environment = os.environ | {"MUTANT": mutant, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        return False
    said = done.stdout + done.stderr
    if done.returncode not in (_PASSED, _FAILED) and not any(words in said for words in _BROKE_EARLY):
        raise NotRun(f"{mutant or 'the rules'}: pytest ended with {done.returncode}: {said[-300:]}")
    return done.returncode == _PASSED


@contextmanager
def copied_tree() -> Iterator[Path]:
    """A copy of what the tests need, gone afterwards: what is written here meanwhile does not reach the run.

    Compiled modules come with it, as each keeps the time of its source; a file that is written is compiled anew.
    """
    with TemporaryDirectory(prefix="mutated-") as folder:
        for source in (ROOT / name for name in _COPIED):
            if source.is_dir():
                shutil.copytree(source, Path(folder) / source.name, ignore=shutil.ignore_patterns("golden"))
            else:
                shutil.copy(source, folder)
        yield Path(folder)
