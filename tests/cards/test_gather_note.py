"""The case note of network checks."""

import re

import pytest

from dialogs.engine.matter import Matter
from dialogs.screens import Shown, TheNote
from guidance.decide import decide
from guidance.replay_code import decode
from tests.cards.drawn import as_sent
from tests.cards.of_gather import ANSWERS, GATHER_STATES, NOTES
from tests.cards.walking import of_type, read_out


def note_of(one: Matter) -> str:
    card = as_sent(Shown(TheNote(one, one.decision())))
    return str(next(box["value"] for box in of_type(card, "Input.Text") if box["id"] == "note"))


def noted(name: str) -> str:
    return note_of(GATHER_STATES.matter(NOTES[name]))


@pytest.mark.parametrize("name", [name for name, (headline, _) in ANSWERS.items() if "untold" in headline])
def test_nothing_is_written_as_asked_before_it_was(name: str) -> None:
    text = note_of(GATHER_STATES.matter(ANSWERS[name][1]))
    assert text.startswith("NOT YET ASKED\n")
    assert "NETWORK CHECKS MADE" not in text


@pytest.mark.parametrize(
    ("name", "title", "opening"),
    [
        ("told", "Network checks made, parents told first", "NETWORK CHECKS MADE (5.1)"),
        ("untold", "Network checks made, parents not told first", "NETWORK CHECKS MADE (5.1)"),
        ("not sent", "Decided not to make network checks", "NOT ASKED"),
        ("no basis", "Decided not to ask other agencies", "NOT ASKED"),
        ("request", "Information requested, parents told first", "INFORMATION REQUESTED (2.4)"),
        ("request, harm", "Information requested, parents not told first", "INFORMATION REQUESTED (2.4)"),
    ],
)
def test_each_form_of_the_note_has_its_title_and_opening(name: str, title: str, opening: str) -> None:
    one = GATHER_STATES.matter(NOTES[name])
    assert f"Title: {title}" in read_out(as_sent(Shown(TheNote(one, one.decision()))))
    assert noted(name).startswith(f"{opening}\n")


def test_the_note_lists_each_agency_what_it_was_asked_and_what_came_back() -> None:
    text = noted("a reply")
    assert (
        "1. Asked: GP: any injuries seen since June\n"
        "From: R.L., practice nurse\n"
        "Said: Seen once, on 3 July, with a bruise on the left arm\n"
        "Limit on using it or passing it on: Not to go to D\n"
    ) in text
    assert "2. Asked: School: has R been in school this week, and how has R seemed\nNo reply yet." in text
    assert "goes to no one without their agreement in writing (4.1)" in text


def test_the_note_gives_the_reason_in_the_workers_own_words_or_leaves_a_gap_for_them() -> None:
    assert "D told the school that R will not be back" in noted("untold")
    assert "[What it rests on, in your own words]" in noted("untold, nothing written")
    assert "Recording this reason is good practice" in noted("untold")


def test_a_request_that_told_too_much_is_not_written_down_as_lean() -> None:
    assert "told only what it needed" in noted("told")
    assert "told only what it needed" not in noted("too much, and sent")


@pytest.mark.parametrize("name", NOTES)
def test_every_note_ends_with_a_code_that_brings_its_decision_again(name: str) -> None:
    one = GATHER_STATES.matter(NOTES[name])
    code = re.search(r"Replay code (\S+)\.", noted(name))
    assert code
    held = decode(code.group(1))
    again = decide(held.flow, held.facts)
    assert again.outstanding_before_go_ahead == one.decision().outstanding_before_go_ahead
    assert again.exception_grounds == one.decision().exception_grounds
