"""How evenly the stories' answers lie; each figure is printed. Nothing but the story itself may tell its answer."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pytest

from dialogs.flows.registry import FLOWS as FLOWS_OF_WORK
from practice.final_questions import final_options
from practice.repository import all_scenarios
from practice.scenario import Scenario
from practice.simulation import Walk, model_walk
from practice.variants import every_day

ITEMS = frozenset({"what", "why", "used_for", "to_whom"})
GOES_AHEAD = frozenset({"received", "all_said", "entry_whole", "agree", "tell_now", "all_told"})
"""The conclusions that say that all is in order, of flows in which nothing goes ahead."""
FOLDS, SHUFFLES = 10, 20


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


def guessing_gain(texts: Sequence[str], answers: Sequence[str]) -> tuple[float, float]:
    """Return how often words alone tell the answer, and how often the commonest answer is right, both in percent.

    Naive Bayes over the words and pairs of words of each story, cross-validated and averaged over several shuffles.
    """
    words = [re.findall(r"[a-z']+", text.lower()) for text in texts]
    bags = [{*one, *(" ".join(pair) for pair in pairwise(one))} for one in words]
    vocabulary = {word: place for place, word in enumerate(sorted(set().union(*bags)))}
    has = np.zeros((len(bags), len(vocabulary)))
    for row, bag in enumerate(bags):
        has[row, [vocabulary[word] for word in bag]] = 1
    names = sorted(set(answers))
    of = np.array([names.index(answer) for answer in answers])
    right = 0
    for shuffle in range(SHUFFLES):
        fold = np.random.default_rng(shuffle).permutation(len(bags)) % FOLDS
        for held_out in range(FOLDS):
            test, train = fold == held_out, fold != held_out
            kinds = (has[train & (of == kind)] for kind in range(len(names)))
            scores = np.stack([_log_odds(stories, has[test], train.sum()) for stories in kinds])
            right += int((scores.argmax(axis=0) == of[test]).sum())
    return 100 * right / (SHUFFLES * len(bags)), 100 * Counter(answers).most_common(1)[0][1] / len(answers)


def _log_odds(of_kind: np.ndarray, asked: np.ndarray, every: int) -> np.ndarray:
    """Return for each story that is asked about how likely it is of the kind of these stories."""
    chance = (of_kind.sum(axis=0) + 1) / (len(of_kind) + 2)
    prior = np.log((len(of_kind) + 1) / (every + 2))
    return np.asarray(asked @ np.log(chance) + (1 - asked) @ np.log(1 - chance) + prior)


def text_of(story: Scenario) -> str:
    """What a trainee sees of a story that could give it away: its words, how long it is, and whose it is."""
    return f"{story.told} length{'abcdefgh'[min(7, len(story.told) // 150)]} child{story.answers.get('child', '')}"


EVERY = [day for one in all_scenarios().values() for day in every_day(one)]
"""Every story, and of a case every day."""
FLOWS = sorted({one.flow for one in EVERY})
Tell = Callable[[str], None]


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


def test_words_length_and_name_of_a_story_do_not_tell_its_answer(tell: Tell) -> None:
    answers = ["yes" if goes_ahead(model_walk(one)) else "no" for one in EVERY]
    right, chance = guessing_gain([text_of(one) for one in EVERY], answers)
    tell(f"going ahead guessed in {right:.0f} %, by chance in {chance:.0f} %")
    assert right <= chance + 10


def test_no_fixed_phrase_tells_what_the_parents_know(tell: Tell) -> None:
    asked = [(text_of(one), known) for one in EVERY if (known := told(model_walk(one)))]
    right, chance = guessing_gain([text for text, _ in asked], [known for _, known in asked])
    tell(f"what parents know guessed in {right:.0f} %, by chance in {chance:.0f} %")
    assert right <= chance + 10


def test_what_is_offered_at_the_end_does_not_tell_the_answer(tell: Tell) -> None:
    offered = [
        " ".join(re.sub(r"[^a-z]", "x", name) for name in (*of.conclusions, *of.refs))
        for of in map(final_options, EVERY)
    ]
    right, chance = guessing_gain(offered, ["yes" if goes_ahead(model_walk(one)) else "no" for one in EVERY])
    tell(f"going ahead guessed from what is offered in {right:.0f} %, by chance in {chance:.0f} %")
    assert right <= chance + 10


def test_the_guesser_finds_a_phrase_that_gives_it_away() -> None:
    """So that the two tests above could fail."""
    texts = [f"On day {n} you told {'her all' if n % 2 else 'no one'} of it" for n in range(40)]
    right, chance = guessing_gain(texts, ["all" if n % 2 else "none" for n in range(40)])
    assert right > chance + 10


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
