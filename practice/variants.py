"""A scenario as it is played otherwise than from its first page: its near miss, and the later days of a case."""

import re
from collections.abc import Mapping

from dialogs.engine.flow import Flow
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Given, LaterDay, Scenario
from practice.simulation import walk_answers

NEAR_MISS_SUFFIX = "--near-miss"
"""Behind the id of a scenario whose one fact is flipped. No file can be called so."""
DAY_SUFFIX = re.compile(r"--day-(?P<day>[2-9])$")


class CaseDay(Scenario):
    """A later day of a case. `day`: which, from 2 on; `on`: days since the first; `so_far`: what was read before."""

    id: str
    day: int
    on: int
    so_far: str


def story_id(name: str) -> str:
    """Return the id of the scenario of which this is one, the near miss, or a later day."""
    return DAY_SUFFIX.sub("", name.removesuffix(NEAR_MISS_SUFFIX))


def find_variant(scenarios: Mapping[str, Scenario], name: str) -> Scenario | None:
    """Return the scenario that is played under this name; None if there is none, or no longer."""
    found, day = scenarios.get(story_id(name)), DAY_SUFFIX.search(name)
    if found is None or name == found.id:
        return found
    if day:
        return next((one for one in later_days(found) if one.day == int(day["day"])), None)
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
            "open": "",
        }
    )


def later_days(scenario: Scenario) -> tuple[CaseDay, ...]:
    """Return the later days of a case as scenarios, each over what was read and answered before it."""
    days: list[CaseDay] = []
    before, on = scenario, 0
    for number, later in enumerate(scenario.days, start=2):
        on += later.after
        before = _day(scenario, before, later, number, on)
        days.append(before)
    return tuple(days)


def _day(scenario: Scenario, before: Scenario, later: LaterDay, number: int, on: int) -> CaseDay:
    flow = later.flow or before.flow
    answers = later.answers if later.flow else {**before.answers, **later.answers}
    read = before.so_far if isinstance(before, CaseDay) else ""
    parts = {**dict(later), "flow": flow, "later": None, "near_miss": None, "open": ""}
    parts.pop("after")
    return CaseDay(
        **{name: getattr(scenario, name) for name in ("topic", "level", "days")},
        **{**parts, "answers": _asked(flow, scenario, later, answers)},
        id=f"{scenario.id}--day-{number}",
        day=number,
        on=on,
        so_far="\n\n".join(part for part in (read, before.told.strip()) if part),
    )


def _asked(name: str, scenario: Scenario, later: LaterDay, answers: Mapping[str, Given]) -> dict[str, Given]:
    """Return the answers without those of the day before that are no longer asked."""
    flow: Flow | None = PRACTICE_FLOWS.get(name)
    if flow is None or later.flow:
        return dict(answers)
    trial = scenario.model_copy(update={"flow": name, "to_write": later.to_write, "way": later.way})
    asked = {question.name for question in walk_answers(trial, answers).asked}
    return {question: said for question, said in answers.items() if question in asked or question in later.answers}


def next_day(scenario: Scenario) -> tuple[str, int] | None:
    """Return under which name a case goes on after this, and in how many days; None if it ends here."""
    if scenario.id.endswith(NEAR_MISS_SUFFIX):
        return None
    reached = scenario.day if isinstance(scenario, CaseDay) else 1
    if reached > len(scenario.days):
        return None
    return f"{story_id(scenario.id)}--day-{reached + 1}", scenario.days[reached - 1].after


def every_day(scenario: Scenario) -> tuple[Scenario, ...]:
    """Return the scenario and, of a case, its later days."""
    return (scenario, *later_days(scenario))
