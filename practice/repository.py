"""All scenarios: every file in `practice/scenarios`, so that a new one needs no code."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from practice.choices import choices_of
from practice.scenario import Scenario
from practice.simulation import model_walk
from practice.validation import CheckedFile, check_file
from practice.yaml_lines import FileFault

FOLDER = Path(__file__).parent / "scenarios"
BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case, and so are practised in none."""
NEAR_MISS_SUFFIX = "--near-miss"
"""Behind the id of a scenario whose one fact is flipped. No file can be called so."""


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
    """Return the scenario with this id, or its near miss; None when there is none that can be played."""
    found = playable_scenarios().get(name.removesuffix(NEAR_MISS_SUFFIX))
    if found is None or not name.endswith(NEAR_MISS_SUFFIX):
        return found
    return near_miss_of(found) if found.near_miss else None


def near_miss_of(scenario: Scenario) -> Scenario:
    """Return the same story with its one fact flipped, without what pointed to that answer and its traps."""
    changed = scenario.near_miss.answers if scenario.near_miss else {}
    return scenario.model_copy(
        update={
            "id": scenario.id + NEAR_MISS_SUFFIX,
            "answers": {**scenario.answers, **changed},
            "clues": {name: clue for name, clue in scenario.clues.items() if name not in changed},
            "noticed": {name: said for name, said in scenario.noticed.items() if name not in changed},
            "traps": [trap for trap in scenario.traps if trap.question not in changed],
            "model_words": "",
            "rehearsal": None,
        }
    )


def practised_refs(scenario: Scenario) -> tuple[str, ...]:
    """Return the paragraphs that it practises: those its decision rests on, its choices and its traps are about."""
    walk = model_walk(scenario)
    weighed = zip(walk.decision.weighed, walk.decision.reasons, strict=True)
    rests = [reason.ref for words, reason in weighed if words not in BACKGROUND]
    asked = [choice.question.ref for choice in choices_of(scenario, walk) if choice.question.ref]
    return tuple(dict.fromkeys([*rests, *asked, *(ref for trap in scenario.traps for ref in trap.refs)]))


def all_refs(scenario: Scenario) -> frozenset[str]:
    """Return the paragraphs that it practises, and those of the reasons that hold in every case."""
    return frozenset(practised_refs(scenario)) | {reason.ref for reason in model_walk(scenario).decision.reasons}


def summarise(scenario: Scenario) -> dict[str, Any]:
    """Return what `app.py scenarios list` prints of it."""
    walk = model_walk(scenario)
    return {
        "id": scenario.id,
        "flow": scenario.flow,
        "difficulty": scenario.difficulty,
        "refs": list(practised_refs(scenario)),
        "conclusion": walk.conclusion,
        "outstanding": list(walk.decision.outstanding_before_go_ahead),
        "traps": [{"question": trap.question, "value": trap.value} for trap in scenario.traps],
    }
