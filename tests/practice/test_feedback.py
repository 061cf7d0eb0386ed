"""The decision comes first: no points past a family that hears too late, and the words follow the decision."""

from typing import Any

import pytest

from cards.people import Council
from cards.presenters import PRESENTERS
from cards.words import render_text
from dialogs.screens import Shown
from practice.final_questions import RESTS_ON, WOULD_DO, decisive_refs
from practice.play import has_words, offers_words
from practice.printing import ANY_TIME
from practice.printing import render_text as printed
from practice.registry import PRACTICE_FLOWS
from practice.rendering import draw
from practice.repository import all_scenarios
from practice.result import PlayResult, judge_play
from practice.scenario import Scenario
from practice.screens import ResultScreen
from practice.simulation import model_walk, new_play
from practice.variants import every_day, near_miss_of

EVERY = [day for one in all_scenarios().values() for day in every_day(one)]
ANGER = all_scenarios()["share-anger-before-the-gp"]
ALL_FOUR = ["what", "why", "used_for", "to_whom"]
STOPPED = [
    one for one in EVERY if one.flow in PRESENTERS and model_walk(one).decision.inform_parents == "take to supervisor"
]


def values_of(scenario: Scenario, **otherwise: Any) -> dict[str, Any]:
    """The right answers but for these."""
    right = model_walk(scenario)
    return {**right.values, WOULD_DO: right.conclusion, RESTS_ON: decisive_refs(right)[0], **otherwise}


def played(scenario: Scenario, **otherwise: Any) -> PlayResult:
    return judge_play(scenario, values_of(scenario, **otherwise))


def test_who_would_tell_the_wrong_person_first_has_no_points_whatever_else_was_right() -> None:
    found = played(ANGER, would_do="yes")
    assert not found.decision_right
    assert found.points == 0
    assert found.right_choices > 8


def test_answers_that_would_let_it_go_have_none_either_though_the_end_is_right() -> None:
    found = played(ANGER, told_items=ALL_FOUR)
    assert found.lets_through
    assert found.points == 0


def test_a_wrong_turn_that_changes_nothing_for_the_family_still_counts() -> None:
    found = played(ANGER, reasons=["attitude"])
    assert found.decision_right
    assert 0 < found.points < found.most


@pytest.mark.parametrize(
    ("otherwise", "said"),
    [
        ({}, "right"),
        ({"would_do": "yes"}, "wrong"),
        ({"would_do": "take_to_supervisor"}, "defensible"),
        ({"told_items": ALL_FOUR}, "lets_through"),
    ],
)
def test_the_decision_is_said_before_the_points(otherwise: dict[str, Any], said: str) -> None:
    text = printed(ANGER, values_of(ANGER, **otherwise))
    decision = render_text(f"practice.went.decision.{said}", said="").replace("<b>", "").replace("</b>", "").strip()
    assert text.index(decision) < text.index(" points")


def test_right_and_wrong_are_told_apart_without_colour() -> None:
    verdicts = {name: render_text(f"practice.verdict.{name}") for name in ("right", "defensible", "wrong")}
    assert len({one[0] for one in verdicts.values()}) == 3
    assert "Not quite" in verdicts["wrong"]


@pytest.mark.parametrize("scenario", STOPPED, ids=[one.id for one in STOPPED])
def test_where_nobody_is_told_yet_there_are_no_words_that_tell_them(scenario: Scenario) -> None:
    assert not offers_words(model_walk(scenario).matter)
    assert not has_words(model_walk(scenario).matter, scenario)


def test_words_for_the_parents_are_there_where_they_are_told_first_or_went_untold_on_an_exception() -> None:
    for one in (*EVERY, *(near_miss_of(one) for one in EVERY if one.near_miss)):
        right = model_walk(one)
        if one.flow in PRESENTERS and right.conclusion != "outside":
            untold = bool(right.decision.exception_grounds) and right.decision.may_go_ahead_now is True
            assert offers_words(right.matter) == (right.conclusion == "inform_parents_first" or untold), one.id


@pytest.mark.parametrize(
    ("story", "otherwise"),
    [
        ("supervising-a-family-like-that", {"reasons": ["crime"]}),
        ("case-the-second-phone--day-2", {"reason_now": "gone"}),
        ("case-the-second-phone--day-4", {"told_since": "all"}),
    ],
)
def test_what_a_supervisor_or_a_follow_up_would_let_go_has_no_points_either(
    story: str, otherwise: dict[str, Any]
) -> None:
    found = played(next(one for one in EVERY if one.id == story), **otherwise)
    assert found.lets_through
    assert found.points == 0


def test_a_story_that_is_open_to_argument_says_so() -> None:
    open_to = ANGER.model_copy(update={"open": "Some would wait for the evening."})
    matter = new_play(open_to.id, PRACTICE_FLOWS[open_to.flow], values_of(open_to))
    card = draw(Shown(ResultScreen(matter, open_to)), Council(), ANY_TIME)
    assert "Some would wait for the evening." in str(card)
