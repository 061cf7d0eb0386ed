"""The card and the note of a document say the same: what comes first, what is missing, whose yes, which version."""

import re
from functools import cache

import pytest

from cards.flows.document.note import details
from cards.presenters import headline_text
from dialogs.engine.matter import Matter
from dialogs.flows.document.conditions import ours_alone
from dialogs.screens import Shown, TheAnswer
from tests.cards.drawn import as_sent
from tests.cards.matters import Given
from tests.cards.of_document import ANSWERS, BOTH_TOOK_OUT, OF_DOCUMENT, OURS, READY
from tests.cards.states import FULL
from tests.cards.walking import read_out

CHECKS = ("Check with Legal Services", "whether it was written for a court")


def of(name: str) -> Matter:
    return OF_DOCUMENT.matter(ANSWERS[name][1])


def said(one: Matter) -> str:
    return read_out(as_sent(Shown(TheAnswer(one, one.decision())), FULL))


@cache
def answer(name: str) -> str:
    return said(of(name))


def note(one: Matter) -> str:
    return details(one, one.decision(), FULL)


def listed(text: str, heading: str) -> list[str]:
    """The lines under a heading of the note."""
    under = text.partition(f"\n{heading}\n")[2].partition("\n\n")[0]
    return [line.removeprefix("- ") for line in under.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("name", ANSWERS)
def test_a_plain_yes_is_no_headline_while_something_is_to_be_checked_first(name: str) -> None:
    one = of(name)
    head, first = headline_text(one, one.decision()), answer(name).partition("\n2. ")[0]
    checked = any(check in first for check in CHECKS)
    if head.startswith("Yes. It can go"):
        assert not checked
    elif head.startswith("Yes, "):
        assert checked
    assert f"The guidance's answer: {head}" in note(one)


@pytest.mark.parametrize(
    ("done", "missing"),
    [
        ("Taken out by you: done", r"You do the same|You and your manager both take out"),
        ("Taken out by your manager: done", r"Your manager does the same|You and your manager both take out"),
        (
            "The author's yes in writing, for [^:]+: done",
            "Get a yes in writing from the author|It waits for the author's agreement",
        ),
    ],
)
def test_what_someone_has_done_is_not_missing_by_them(done: str, missing: str) -> None:
    texts = [text for text in map(answer, ANSWERS) if re.search(done, text)]
    assert texts
    assert [text for text in texts if re.search(missing, text)] == []


OURS_ALONE = [name for name in ANSWERS if ours_alone(of(name).values)]
NOT_OF_OURS = (
    "what the author agreed to",
    "omeone else's document",
    "omeone else wrote",
    ": not needed",
    "4.4",
    "Words for the author",
)


@pytest.mark.parametrize("name", OURS_ALONE)
def test_our_own_document_is_not_said_to_have_another_author(name: str) -> None:
    one = of(name)
    for text in (answer(name), note(one)):
        assert [never for never in NOT_OF_OURS if never in text] == []
    if "do_not_share" not in one.decision().outstanding_before_go_ahead:
        assert "Section 4 is about other people's documents" in answer(name)


@pytest.mark.parametrize(
    ("given", "head", "first"),
    [
        ({"unshareable": "not_read"}, "Not yet. Read it first.", "1. Read every page for what P's father can't have"),
        ({"unshareable": "unsure"}, "Not yet. Read it first.", "1. Read every page for what P's father can't have"),
        ({"unshareable": "yes"}, "Not yet. Cut it down first.", "1. Take out what P's father can't have, with your"),
        ({"unshareable": "no"}, "Yes. It can go to P's father now.", "1. Hand it over"),
    ],
)
def test_our_own_document_is_read_and_cut_down_before_it_goes(given: dict[str, str], head: str, first: str) -> None:
    one = OF_DOCUMENT.matter(OURS, given)
    assert headline_text(one, one.decision()) == head
    assert first in said(one)
    if first.startswith(("1. Read", "1. Take")):
        assert "(good practice, 3.1)" in said(one).partition("\n2. ")[0]


@pytest.mark.parametrize("given", [READY, OURS])
def test_the_last_step_names_the_version_that_was_signed_off(given: Given) -> None:
    text = said(OF_DOCUMENT.matter(given, BOTH_TOOK_OUT))
    signed = "Hand over the version that your manager signed off (M.A., 10/03/2026)"
    assert f"{signed}: an address, page 3 came out of it." in text


def test_where_a_court_may_have_ordered_what_is_not_needed_legal_services_come_first() -> None:
    text = said(of("the nurse does not need it, and a court ordered it"))
    assert "1. Ring Legal Services now" in text
    assert "Don't give it to" not in text
    assert "give nothing and refuse nothing" in text


IN_DOUBT = [
    name for name in ANSWERS if "tell_parents_if_settled" in [step.step for step in of(name).decision().next_steps]
]


@pytest.mark.parametrize("name", IN_DOUBT)
def test_where_telling_is_in_doubt_nothing_says_that_the_parents_are_told_first(name: str) -> None:
    one = of(name)
    for text in (said(one), note(one)):
        assert "telling the parents first" not in text
        assert "Tell the parents what will go" not in text
        assert "The parents told first: still to do" not in text
        assert "The parents told first: NOT YET\n" not in text
    first = listed(note(one), "NEXT")[0]
    assert first.startswith(("Nobody is told", "Ask the supervisor what holds where only one parent knows")), first


def test_the_kinds_of_information_stand_in_the_note() -> None:
    one = OF_DOCUMENT.matter(READY, {"kinds": ["health", "beliefs"]})
    assert "\nKinds of information (2.3): " in note(one)
    assert "physical or mental health" in note(one)
