"""How evenly the stories' answers lie; each figure is printed. Nothing but the story itself may tell its answer."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from dialogs.engine.questions import Choice, Ticks
from dialogs.flows.registry import FLOWS as FLOWS_OF_WORK
from practice.final_questions import final_options
from practice.repository import all_scenarios
from practice.scenario import Scenario
from practice.simulation import Walk, model_walk
from practice.variants import every_day, story_id
from tests.practice.guessers import GUESSERS, guess

ITEMS = frozenset({"what", "why", "used_for", "to_whom"})
GOES_AHEAD = frozenset({"received", "all_said", "entry_whole", "agree", "tell_now", "all_told"})
"""The conclusions that say that all is in order, of flows in which nothing goes ahead."""


def goes_ahead(walk: Walk) -> bool:
    """Whether the right answer is a plain or an exceptional yes; of what is only recorded, whether all is there."""
    said = walk.decision.may_go_ahead_now
    only_in_practice = walk.flow.name not in FLOWS_OF_WORK
    return walk.conclusion in GOES_AHEAD if said is None or only_in_practice else said


def told(walk: Walk) -> str:
    """How much the parents know beforehand: "all", "some" (one parent of two among it) or "none"; "" if not asked."""
    if "told_items" in walk.values:
        ticks = {str(one) for one in walk.values["told_items"]}  # type: ignore[union-attr]
        return "all" if ticks >= ITEMS else "some" if ticks & ITEMS or "one_only" in ticks else "none"
    checks = {"yes": "all", "one_only": "some", "tell_first": "none", "reason": "none"}
    return checks.get(str(walk.values.get("told_of_checks", "")), "")


def text_of(story: Scenario) -> str:
    """What a trainee sees of a story that could give it away: its words, how long it is, and whose it is."""
    return f"{story.told} length{'abcdefgh'[min(7, len(story.told) // 150)]} child{story.answers.get('child', '')}"


EVERY = [day for one in all_scenarios().values() for day in every_day(one)]
"""Every story, and of a case every day."""
FLOWS = sorted({one.flow for one in EVERY})
Tell = Callable[[str], None]


def answered(story: Scenario) -> dict[str, str]:
    """The right answer to each question that a trainee answers by choosing, for the whole of the story."""
    walk = model_walk(story)
    chosen = [question for question in walk.asked if isinstance(question, Choice | Ticks)]
    return {question.name: str(walk.values[question.name]) for question in chosen}


NAMED = "recipient"
"""A question that a story answers by its own word: who it is that is told."""
ANSWERS = {
    question: Counter(answered(one)[question] for one in EVERY if question in answered(one))
    for question in {name for one in EVERY for name in answered(one)} - {NAMED}
}
OFTEN = sorted(
    question
    for question, answers in ANSWERS.items()
    if answers.total() >= 20 and max(answers.values()) < 0.9 * answers.total()
)
"""What is asked in twenty stories or more, and is not answered alike in nearly all of them."""


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Print a figure even where output is kept back."""

    def told_aloud(said: str) -> None:
        with capsys.disabled():
            print(f"\n{said}", end=" ")  # noqa: T201  the figures are what this is for

    return told_aloud


@pytest.mark.parametrize("flow", FLOWS)
def test_going_ahead_is_right_in_about_half_of_a_flow_s_stories(flow: str, tell: Tell) -> None:
    right = [goes_ahead(model_walk(one)) for one in EVERY if one.flow == flow]
    share = 100 * sum(right) / len(right)
    tell(f"{flow}: {sum(right)} of {len(right)}, {share:.0f} %")
    assert 40 <= share <= 60


def test_parents_know_all_some_or_nothing_each_in_a_quarter_at_least(tell: Tell) -> None:
    counted = Counter(known for one in EVERY if (known := told(model_walk(one))))
    shares = {known: 100 * count / counted.total() for known, count in sorted(counted.items())}
    tell(", ".join(f"{known} {share:.0f} %" for known, share in shares.items()))
    assert set(shares) == {"all", "some", "none"}
    assert min(shares.values()) >= 25


def assert_not_guessed(
    what: str, texts: Sequence[str], answers: Sequence[str], of: Sequence[Scenario], tell: Tell
) -> None:
    """No small classifier does better than always guessing the commonest answer, by more than ten points."""
    right, chance = guess(texts, answers, [story_id(one.id) for one in of])
    tell(f"{what}, by chance {chance:.0f} %: " + ", ".join(f"{name} {share:.0f} %" for name, share in right.items()))
    assert max(right.values()) <= chance + 10


def test_words_length_and_name_of_a_story_do_not_tell_its_answer(tell: Tell) -> None:
    answers = ["yes" if goes_ahead(model_walk(one)) else "no" for one in EVERY]
    assert_not_guessed("going ahead", [text_of(one) for one in EVERY], answers, EVERY, tell)


def test_nothing_in_a_story_s_words_tells_what_the_parents_know(tell: Tell) -> None:
    asked = [(one, known) for one in EVERY if (known := told(model_walk(one)))]
    texts, answers = [text_of(one) for one, _ in asked], [known for _, known in asked]
    assert_not_guessed("what parents know", texts, answers, [one for one, _ in asked], tell)


@pytest.mark.parametrize("question", OFTEN)
def test_nothing_in_a_story_s_words_tells_the_answer_to_a_question_that_is_often_asked(
    question: str, tell: Tell
) -> None:
    of = [one for one in EVERY if question in answered(one)]
    assert_not_guessed(question, [text_of(one) for one in of], [answered(one)[question] for one in of], of, tell)


def test_what_is_offered_at_the_end_does_not_tell_the_answer(tell: Tell) -> None:
    offered = [
        " ".join(re.sub(r"[^a-z]", "x", name) for name in (*of.conclusions, *of.refs))
        for of in map(final_options, EVERY)
    ]
    answers = ["yes" if goes_ahead(model_walk(one)) else "no" for one in EVERY]
    assert_not_guessed("going ahead from what is offered", offered, answers, EVERY, tell)


@pytest.mark.parametrize("guesser", GUESSERS)
def test_each_guesser_finds_a_phrase_that_gives_it_away(guesser: str) -> None:
    """So that the tests above could fail."""
    texts = [f"On day {n} you told {'her all' if n % 2 else 'no one'} of it" for n in range(40)]
    right, chance = guess(texts, ["all" if n % 2 else "none" for n in range(40)], [str(n) for n in range(40)])
    assert right[guesser] > chance + 10


def test_a_line_that_is_held_back_is_plausible_in_half_of_the_stories_at_least(tell: Tell) -> None:
    marks = [mark for one in EVERY for mark in one.held_back.values()]
    tell(f"{marks.count('plausible')} of {len(marks)} lines that are held back are plausible")
    assert marks.count("plausible") >= len(marks) / 2


def test_the_curriculum_has_four_levels_and_twelve_cases_of_several_days(tell: Tell) -> None:
    levels = Counter(one.level for one in all_scenarios().values())
    tell(f"{levels.total()} stories in levels {dict(sorted(levels.items()))}, {len(EVERY)} with every day")
    assert 48 <= levels.total() <= 60
    assert min(levels.values()) >= 8
    assert levels["4"] >= 12
    assert all(one.near_miss for one in all_scenarios().values() if one.level == "3")
