"""How much a card says before anything on it is opened: few words, few buttons, one of them the one to press.

A notice above a card, a warning of danger and what was wrong with an answer are counted apart from what it says.
`python -m tests.cards.test_budgets` prints the worst of each kind.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

import pytest
from msgspec.structs import replace

from dialogs.approvals.screens import ForSupervisor
from dialogs.follow_ups.screens import MyFollowUps, OneFollowUp
from dialogs.screens import ActNow, Asking, Shown, TheAnswer, TheNote, Welcome, WhichOne, WordsToUse
from practice.screens import (
    EducatorScreen,
    MyProgress,
    OwnWordingScreen,
    QuestionsScreen,
    RehearsalScreen,
    ResultScreen,
    StoryScreen,
)
from tests.cards.drawn import as_sent, every_card
from tests.cards.in_view import actions_in_view, in_view, rows, words_in_view
from tests.cards.states import every_state
from tests.cards.walking import Json, of_type, read_out

pytestmark = pytest.mark.long

MOST_WORDS: Mapping[type, int] = {
    Asking: 120,
    TheAnswer: 150,
    ForSupervisor: 200,
    Welcome: 120,
    WhichOne: 60,
    TheNote: 215,
    WordsToUse: 190,
    OneFollowUp: 190,
    MyFollowUps: 170,
    StoryScreen: 270,
    ResultScreen: 255,
    QuestionsScreen: 210,
    RehearsalScreen: 205,
    EducatorScreen: 200,
    OwnWordingScreen: 200,
    MyProgress: 190,
}
"""What is to be read of a story, and of how it went, is what practice is for."""
ANY_OTHER = 165
"""Lists, help, what is kept, what was copied."""
OF_A_DOCUMENT = 200
MOST_ACTIONS_OF_A_DOCUMENT = 8
MOST_IN_A_ROW = 6
LONGER = re.compile(
    r"^first_contact: asking talked|\bagain, come to |^again, from |^which one$|, \d others|looks like: "
)
"""Ten points to tick after a visit, and what an earlier sharing said: more words than a card of questions has."""
NEVER_FOLDED = re.compile(
    r"(?i)in danger, act|act first|not to speak to the parents|Don't share|Keep one parent's address"
)


@cache
def every_bare() -> Mapping[str, tuple[Shown, Json]]:
    """Every card without the notices above it and the warning of danger, by the name of its state."""
    return dict(_without_notices())


def _without_notices() -> Iterator[tuple[str, tuple[Shown, Json]]]:
    drawn = every_card()
    for name, shown in every_state().items():
        matter = getattr(shown.screen, "matter", None)
        danger = matter is not None and getattr(matter, "danger", False) and not isinstance(shown.screen, ActNow)
        if shown.asides or danger:
            screen = replace(shown.screen, matter=replace(matter, danger=False)) if danger else shown.screen  # type: ignore[type-var]
            yield name, (Shown(screen), as_sent(Shown(screen)))
        else:
            yield name, (shown, drawn[name])


def is_of_a_document(shown: Shown) -> bool:
    return isinstance(shown.screen, TheAnswer) and shown.screen.matter.flow.name == "document"


def budget(shown: Shown) -> int:
    return OF_A_DOCUMENT if is_of_a_document(shown) else MOST_WORDS.get(type(shown.screen), ANY_OTHER)


def over() -> list[tuple[int, str]]:
    """The words in view of each card that has more than its kind may have."""
    counted = [(words_in_view(card), name, budget(shown)) for name, (shown, card) in every_bare().items()]
    return sorted(((words, name) for words, name, most in counted if words > most), reverse=True)


def test_no_card_says_more_than_its_kind_may_before_anything_is_opened() -> None:
    assert [one for one in over() if not LONGER.search(one[1])] == []


def test_a_documents_answer_has_few_buttons_in_view() -> None:
    counted = {
        name: len(actions_in_view(card)) for name, (shown, card) in every_bare().items() if is_of_a_document(shown)
    }
    assert {name: count for name, count in counted.items() if count > MOST_ACTIONS_OF_A_DOCUMENT} == {}


def test_no_row_is_longer_than_teams_shows_and_one_button_at_most_is_the_one_to_press() -> None:
    """Of all cards: notes, lists, letters and those of practice as well, with what is above them."""
    for name, card in every_card().items():
        assert all(len(row) <= MOST_IN_A_ROW for row in rows(card)), name
        assert sum(one.get("style") == "positive" for one in actions_in_view(card)) <= 1, name


ENDS = {"withdraw", "delete", "forget_signature", "practise_drop", "practise_forget"}
"""Presses that end or delete something. "Are you sure?" comes after some of them, with both answers side by side."""


def test_what_ends_or_deletes_never_stands_beside_the_usual_button() -> None:
    """The usual one is the first of its row, or the one that is marked."""
    for name, card in every_card().items():
        for row in rows(card):
            assert {"positive", "destructive"} not in [{a.get("style"), b.get("style")} for a, b in pairwise(row)], name
            for usual, beside in pairwise(row):
                assert not (beside.get("verb") in ENDS and (usual is row[0] or usual.get("style") == "positive")), name


def test_danger_what_is_not_said_and_what_rests_on_it_is_never_folded() -> None:
    for name, (shown, card) in every_bare().items():
        if isinstance(shown.screen, TheAnswer) and not shown.screen.cannot_wait:
            for box in (one for one in of_type(card, "Container") if one.get("id") == "steps"):
                assert not NEVER_FOLDED.search(read_out(box)), name
            assert "The decision is yours." in read_out({**card, "body": [p for p in card["body"] if "id" not in p]}), (
                name
            )


def test_the_steps_in_view_are_numbered_without_a_gap() -> None:
    for name, (shown, card) in every_bare().items():
        if isinstance(shown.screen, TheAnswer):
            said = ["".join(run["text"] for run in one.get("inlines", ())) for one in in_view(card)]
            numbers = [int(found.group(1)) for one in said if (found := re.match(r"(\d+)\. ", one))]
            assert numbers == list(range(1, len(numbers) + 1)), name


def test_no_heading_stands_twice_under_going_on_and_the_way_back_is_in_view() -> None:
    for name, (shown, card) in every_bare().items():
        if isinstance(shown.screen, TheAnswer):
            for box in (one for one in of_type(card, "Container") if one.get("id") == "onward"):
                headings = [one["text"] for one in of_type(box, "TextBlock") if one.get("style") == "heading"]
                assert len(headings) == len(set(headings)), (name, headings)
            back = [one for one in actions_in_view(card) if one.get("verb") == "go_back_to"]
            asks = shown.screen.looked_at.kind or shown.screen.looked_at.request
            assert len(back) == bool(shown.screen.matter.came_from) or (is_of_a_document(shown) and asks), name


def main() -> None:
    """Print the worst of each kind of card, and how many of it there are."""
    kinds: dict[str, list[tuple[int, int, str]]] = {}
    for name, (shown, card) in every_bare().items():
        kind = "document's answer" if is_of_a_document(shown) else type(shown.screen).__name__
        kinds.setdefault(kind, []).append((words_in_view(card), len(actions_in_view(card)), name))
    for kind, found in kinds.items():
        found.sort(reverse=True)
        print(f"{kind}: {len(found)} states, median {found[len(found) // 2][0]} words")  # noqa: T201  a command line
        for words, actions, name in found[:5]:
            print(f"  {words} words, {actions} buttons: {name}")  # noqa: T201


if __name__ == "__main__":
    main()
