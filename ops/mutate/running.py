"""Each mutant of the tables through the tests that should notice it, in a process of its own."""

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from ops.mutate.plugin import UNBROKEN
from ops.mutate.survivors import Found, Survivor
from ops.mutate.tables import Mutant, every_mutant
from ops.mutate.tree import copied_tree
from ops.places import ROOT, VENV_PYTHON

OF_RULES = ("tests/guidance",)
OF_FLOWS = ("tests/dialogs",)
PASSED, FAILED = 0, 1
LONGEST = 120
"""Seconds: a mutant on which the tests go round for ever has been noticed."""
PLUGIN = ("-p", "ops.mutate.plugin", "-p", "no:cacheprovider")


class NotRun(Exception):
    """The tests could not be run on a mutant; the text says which and why."""


def mutate(flow: str, tell: Callable[[str], None]) -> Found:
    """Every mutant of one flow's tables. `tell` hears each survivor as it is found. Raises NotRun."""
    mutants = every_mutant(flow)
    lived = []
    with copied_tree() as tree:
        for tests in (OF_RULES, OF_FLOWS):
            if not survives(UNBROKEN, tests, tree):
                raise NotRun(f"{', '.join(tests)}: fails before anything is broken")
        for mutant in mutants:
            if survives(mutant.name, OF_RULES if mutant.of_rules else OF_FLOWS, tree):
                lived.append(Survivor(mutant.name, found_at(flow, mutant)))
                tell(f"  survived: {mutant.name}")
    return Found(f"tables of {flow}", len(mutants), tuple(lived))


def survives(mutant: str, tests: Sequence[str], tree: Path = ROOT) -> bool:
    """Whether no test of this tree notices it. Raises NotRun when pytest neither passed nor failed."""
    command: list[str | Path] = [VENV_PYTHON, "-m", "pytest", "-q", "-x", *PLUGIN, *tests]
    environment = os.environ | {"MUTANT": mutant}
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return False
    if done.returncode not in (PASSED, FAILED) and not _broke_while_collected(done.stdout):
        raise NotRun(f"{mutant}: pytest ended with {done.returncode}: {(done.stderr or done.stdout)[-300:]}")
    return done.returncode == PASSED


def _broke_while_collected(said: str) -> bool:
    """A mutant that breaks a test module as it is read has been noticed."""
    return "error during collection" in said or "errors during collection" in said


def found_at(flow: str, mutant: Mutant) -> str:
    """The file and line of what was changed: the first line of the flow's own files that holds what is looked for."""
    own = [ROOT / "guidance" / "flows" / f"{flow}.py"]
    if not mutant.of_rules:
        own = sorted((ROOT / "dialogs" / "flows" / flow).glob("*.py"))
    for path in own:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if mutant.sought in line:
                return f"{_from_root(path)}:{number}"
    return _from_root(own[0]) if own else flow


def _from_root(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
