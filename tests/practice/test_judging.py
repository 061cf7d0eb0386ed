"""What a choice comes to: a misread fact and an invented ground are wrong, a careful step is defensible."""

import pytest

from dialogs.engine.answers import Json
from practice.choices import choices_of
from practice.final_questions import judge_conclusion, judge_ref
from practice.judging import Judgement, judge_all
from practice.repository import all_scenarios
from practice.simulation import model_walk

R, D, W = Judgement.RIGHT, Judgement.DEFENSIBLE, Judgement.WRONG
ANGER, MARK, VAN = "share-anger-before-the-gp", "share-the-mark-on-the-arm", "share-the-grey-van"
CASES: list[tuple[str, str, Json, Judgement]] = [
    (ANGER, "recipient", "police", W),
    (ANGER, "part_in_case", "authorised", W),
    (ANGER, "need_to_know", "unsure", D),
    (ANGER, "reasons", ["tell_first"], R),
    (ANGER, "reasons", ["habit"], W),
    (ANGER, "reasons", ["crime"], W),
    (ANGER, "reasons", ["court"], W),
    (ANGER, "reasons", ["unsure"], D),
    (ANGER, "told_items", ["what"], W),
    (ANGER, "told_items", ["unsure"], D),
    (ANGER, "contact", ["letter"], W),
    (ANGER, "contact", ["ring", "text"], D),
    (MARK, "harm_suffered", "no", W),
    (MARK, "real_concern", "unsure", D),
    (MARK, "real_concern", "no", W),
    (VAN, "reasons", ["not_practicable"], W),
    (VAN, "kinds", ["other_sensitive"], D),
    (MARK, "kinds", ["none"], W),
]


@pytest.mark.parametrize(("story", "question", "said", "verdict"), CASES)
def test_a_choice_comes_to(story: str, question: str, said: Json, verdict: Judgement) -> None:
    scenario = all_scenarios()[story]
    right = model_walk(scenario)
    (choice,) = [one for one in choices_of(scenario, right) if one.question.name == question]
    judged = judge_all(scenario, right, choice.with_value(right.values, said))
    assert next(one.verdict for one in judged if one.choice.key == choice.key) is verdict


@pytest.mark.parametrize(
    ("story", "said", "verdict"),
    [
        (ANGER, "inform_parents_first", R),
        (ANGER, "take_to_supervisor", D),
        (ANGER, "yes", W),
        ("share-the-lunch-hour", "inform_parents_first", W),
        ("supervising-a-name-in-the-channel", "agree", D),
        ("supervising-a-family-like-that", "agree", W),
    ],
)
def test_what_one_would_do_comes_to(story: str, said: str, verdict: Judgement) -> None:
    assert judge_conclusion(said, model_walk(all_scenarios()[story])) is verdict


REFS = [("3.2", R), ("3.9", R), ("3.9(a)", D), ("3.5", D), ("3.10", W), ("4.1", W)]


@pytest.mark.parametrize(("said", "verdict"), REFS)
def test_a_paragraph_comes_to(said: str, verdict: Judgement) -> None:
    assert judge_ref(said, model_walk(all_scenarios()[ANGER])) is verdict
