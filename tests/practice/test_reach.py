"""Together the scenarios reach everything that the rules can come to."""

from typing import get_args

import pytest

from cards.words import keys_under
from dialogs.flows.registry import FLOWS
from guidance.decision import Ground, Outstanding
from practice.choices import choices_of
from practice.repository import all_scenarios
from practice.scenario import Scenario
from practice.simulation import Walk, given_values, model_walk, near_miss_walk, walk_values
from practice.variants import every_day

EVERY = [day for one in all_scenarios().values() for day in every_day(one)]
MODELS = [model_walk(one) for one in EVERY]
"""Every story, and of a case every day, without the near misses: what `scenarios list` shows."""
WALKS: list[Walk] = MODELS + [near for one in EVERY if (near := near_miss_walk(one))]


def one_choice_away(scenario: Scenario) -> set[str]:
    """The conclusions that this scenario comes to when one choice is made otherwise."""
    right, found = model_walk(scenario), set()
    for choice in choices_of(scenario, right):
        for value in choice.possible_values():
            other = walk_values(scenario, {**given_values(scenario), **choice.with_value(right.values, value)})
            found |= set() if other.missing else {other.conclusion}
    return found


@pytest.mark.parametrize("flow", [*FLOWS, "supervising", "following_up"])
def test_every_conclusion_that_the_flow_can_come_to_is_an_answer_or_one_choice_away(flow: str) -> None:
    named = set(keys_under(f"in_{flow}.headlines")) if flow != "share" else set(keys_under("headlines"))
    within_reach = set().union(*(one_choice_away(one) for one in EVERY if one.flow == flow))
    answers = {walk.conclusion for walk in WALKS if walk.flow.name == flow}
    assert named - within_reach - BEFOREHAND - REACHED_IN_SHARE - answers == set()


BEFOREHAND = {"checklist", "checklist_left"}
"""Headlines that come before anything is answered."""
REACHED_IN_SHARE = {"do_not_share", "request_untold"}
"""Answers by the very rules of sharing, where their stories are."""


@pytest.mark.parametrize("ground", get_args(Ground))
def test_every_ground_of_3_9_and_5_2_holds_somewhere(ground: str) -> None:
    assert any(ground in (walk.decision.exception_grounds or ()) for walk in MODELS)


@pytest.mark.parametrize("step", get_args(Outstanding))
def test_everything_that_can_stand_in_the_way_does_so_somewhere(step: str) -> None:
    assert any(step in walk.decision.outstanding_before_go_ahead for walk in MODELS)


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


@pytest.mark.parametrize(("part", "least"), [("document", 6), ("voicemail", 6), ("later", 2), ("rehearsal", 12)])
def test_some_stories_have_more_to_them_than_a_story(part: str, least: int) -> None:
    assert sum(bool(getattr(one, part)) for one in EVERY) >= least
