"""Together the scenarios reach everything that the rules can come to."""

from collections import Counter
from typing import get_args

import pytest

from cards import words
from dialogs.flows import FLOWS
from guidance.decision import Ground, Outstanding
from practice.shelf import scenarios
from practice.walk import Walk, model, near_miss

EVERY = list(scenarios().values())
WALKS: list[Walk] = [model(one) for one in EVERY] + [near for one in EVERY if (near := near_miss(one))]
DIFFICULTIES = ("easy", "middle", "hard")
ELSEWHERE = {
    "first_contact": {"checklist", "checklist_left"},
    "case_summary": set[str](),
}
"""Headlines that come before anything is answered."""


def headlines(flow: str) -> set[str]:
    """The conclusions that a flow has: its own headlines, and those of sharing that it shares."""
    own = set(words.names_under(f"in_{flow}.headlines"))
    shared = set(words.names_under("headlines")) if flow == "share" else set()
    return (own | shared) - ELSEWHERE.get(flow, set())


@pytest.mark.parametrize("flow", [*FLOWS, "supervising"])
def test_every_conclusion_of_the_flow_is_reached(flow: str) -> None:
    reached = {walk.conclusion for walk in WALKS if walk.flow.name == flow}
    assert headlines(flow) - reached == set()


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_there_are_three_of_each_difficulty_in_every_flow(flow: str, difficulty: str) -> None:
    found: Counter[tuple[str, str]] = Counter((one.flow, one.difficulty) for one in EVERY)
    assert found[flow, difficulty] >= 3


@pytest.mark.parametrize("ground", get_args(Ground))
def test_every_ground_of_3_9_and_5_2_holds_somewhere(ground: str) -> None:
    assert any(ground in (walk.decision.exception_grounds or ()) for walk in WALKS)


@pytest.mark.parametrize("step", get_args(Outstanding))
def test_everything_that_can_stand_in_the_way_does_so_somewhere(step: str) -> None:
    assert any(step in walk.decision.outstanding_before_go_ahead for walk in WALKS)


@pytest.mark.parametrize(
    ("question", "value"), [("reasons", "attitude"), ("reasons", "habit"), ("check_grounds", "object")]
)
def test_every_reason_that_is_no_ground_is_a_trap_or_an_answer_somewhere(question: str, value: str) -> None:
    trapped = {(trap.question, part) for one in EVERY for trap in one.traps for part in _parts(trap.value)}
    answered = {(question, part) for walk in WALKS for part in _ticks(walk, question)}
    assert (question, value) in trapped | answered


def _ticks(walk: Walk, question: str) -> list[str]:
    found = walk.values.get(question)
    return [str(part) for part in found] if isinstance(found, list) else []


def test_a_supervisor_can_practise_each_of_three_answers_on_three_prompts() -> None:
    found = [walk.conclusion for walk in WALKS if walk.flow.name == "supervising"]
    assert {"agree", "ask", "do_not_agree"} <= set(found)


def _parts(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)
