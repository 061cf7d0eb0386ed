"""All scenarios: every file in `practice/scenarios`, so that a new one needs no code."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.checking import check
from practice.scenario import Scenario
from practice.walk import model

FOLDER = Path(__file__).parent / "scenarios"
BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case, and so are practised in none."""


class BadScenarios(Exception):
    """Files that cannot be played; the message names each with its faults, a line each."""


def scenarios(folder: Path = FOLDER) -> Mapping[str, Scenario]:
    """Every scenario by its id, in the order of the ids. Raises BadScenarios."""
    return _read(folder, tuple((file, file.stat().st_mtime_ns) for file in sorted(folder.glob("*.yaml"))))


@lru_cache(maxsize=4)
def _read(folder: Path, files: tuple[tuple[Path, int], ...]) -> Mapping[str, Scenario]:
    """Read again only when a file was added, taken away or changed."""
    found: dict[str, Scenario] = {}
    faults: list[str] = []
    for file, _ in files:
        checked = check(file)
        faults += [f"{file.name}:{fault.line}: {fault.said}" for fault in checked.faults]
        if checked.scenario:
            found[checked.scenario.id] = checked.scenario
    if faults:
        raise BadScenarios("\n".join(faults))
    return found


def refs(scenario: Scenario) -> tuple[str, ...]:
    """The paragraphs that it practises: those its decision rests on, and those its traps are about."""
    decision = model(scenario).decision
    weighed = zip(decision.weighed, decision.reasons, strict=True)
    rests = [reason.ref for words, reason in weighed if words not in BACKGROUND]
    return tuple(dict.fromkeys([*rests, *(ref for trap in scenario.traps for ref in trap.refs)]))


def listed(scenario: Scenario) -> dict[str, Any]:
    """As `app.py scenarios list` prints it."""
    walk = model(scenario)
    return {
        "id": scenario.id,
        "flow": scenario.flow,
        "difficulty": scenario.difficulty,
        "refs": list(refs(scenario)),
        "conclusion": walk.conclusion,
        "outstanding": list(walk.decision.outstanding_before_go_ahead),
        "traps": [{"question": trap.question, "value": trap.value} for trap in scenario.traps],
    }
