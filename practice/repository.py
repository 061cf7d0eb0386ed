"""All scenarios: every file in `practice/scenarios`, so that a new one needs no code."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.choices import choices_of
from practice.scenario import Scenario
from practice.simulation import model_walk
from practice.validation import CheckedFile, check_file
from practice.variants import every_day, find_variant, later_days
from practice.yaml_lines import FileFault

FOLDER = Path(__file__).parent / "scenarios"
BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case, and so are practised in none."""


class BadScenarios(Exception):
    """Files that cannot be played; the message is one line, with the first fault and how many more there are."""


def all_scenarios(folder: Path = FOLDER) -> Mapping[str, Scenario]:
    """Return every scenario by its id, in the order of the ids. Raises BadScenarios."""
    found, faults = _read(_files(folder))
    if faults:
        more = f" (and {len(faults) - 1} more: see scenarios check)" if len(faults) > 1 else ""
        raise BadScenarios(f"{faults[0]}{more}")
    return found


def playable_scenarios(folder: Path = FOLDER) -> Mapping[str, Scenario]:
    """Return the scenarios without a fault, for the chat: one bad file does not take the others away."""
    return _read(_files(folder))[0]


def _files(folder: Path) -> tuple[tuple[Path, int], ...]:
    """Return the files with the times of their last change; a folder or a link that leads nowhere is none."""
    return tuple((file, file.stat().st_mtime_ns) for file in sorted(folder.glob("*.yaml")) if file.is_file())


@lru_cache(maxsize=4)
def _read(files: tuple[tuple[Path, int], ...]) -> tuple[Mapping[str, Scenario], tuple[str, ...]]:
    checked = [(file, _check(file)) for file, _ in files]
    found = {one.scenario.id: one.scenario for _, one in checked if one.scenario}
    return found, tuple(f"{file.name}:{fault.line}: {fault.said}" for file, one in checked for fault in one.faults)


def _check(file: Path) -> CheckedFile:
    try:
        return check_file(file)
    except OSError as error:
        return CheckedFile(None, (FileFault(1, error.strerror or "it cannot be read"),))


def find_scenario(name: str) -> Scenario | None:
    """Return what is played under this name: a scenario, its near miss, or a later day of a case; else None."""
    return find_variant(playable_scenarios(), name)


def practised_refs(scenario: Scenario) -> tuple[str, ...]:
    """Return the paragraphs that it practises, on whatever day: of its decision, its choices and its traps."""
    return tuple(dict.fromkeys(ref for day in every_day(scenario) for ref in _refs_of_day(day)))


def _refs_of_day(scenario: Scenario) -> list[str]:
    walk = model_walk(scenario)
    weighed = zip(walk.decision.weighed, walk.decision.reasons, strict=True)
    rests = [reason.ref for words, reason in weighed if words not in BACKGROUND]
    asked = [choice.question.ref for choice in choices_of(scenario, walk) if choice.question.ref]
    return [*rests, *asked, *(ref for trap in scenario.traps for ref in trap.refs)]


def all_refs(scenario: Scenario) -> frozenset[str]:
    """Return the paragraphs that it practises, and those of the reasons that hold in every case."""
    background = {reason.ref for day in every_day(scenario) for reason in model_walk(day).decision.reasons}
    return frozenset(practised_refs(scenario)) | background


def summarise(scenario: Scenario) -> dict[str, Any]:
    """Return what `app.py scenarios list` prints of it; the later days of a case are in `days`."""
    whole = {"level": scenario.level, "refs": list(practised_refs(scenario))}
    return {**_summarise_day(scenario), **whole, "days": [_summarise_day(day) for day in later_days(scenario)]}


def _summarise_day(scenario: Scenario) -> dict[str, Any]:
    walk = model_walk(scenario)
    return {
        "id": scenario.id,
        "flow": scenario.flow,
        "conclusion": walk.conclusion,
        "outstanding": list(walk.decision.outstanding_before_go_ahead),
        "traps": [{"question": trap.question, "value": trap.value} for trap in scenario.traps],
    }
