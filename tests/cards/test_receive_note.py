"""The note of information received: what 3.13 asks for, what is still missing, and a limit that holds."""

import pytest

from cards.flows.receive.presenter import details, heading, headline
from dialogs.screens import Shown, TheNote
from tests.cards.drawn import as_sent
from tests.cards.matters import Given
from tests.cards.of_receive import LIMITED, NO_NAME, RECEIVE_STATES, TO_PASS_ON, WHOLE
from tests.cards.states import FULL
from tests.cards.walking import executes, read_out


def note(given: Given) -> str:
    one = RECEIVE_STATES.matter(given)
    return details(one, one.decision(), FULL)


def title(given: Given) -> str:
    one = RECEIVE_STATES.matter(given)
    return heading(one, one.decision())


def card(given: Given) -> str:
    one = RECEIVE_STATES.matter(given)
    return read_out(as_sent(Shown(TheNote(one, one.decision()))))


def test_it_says_who_what_how_and_when() -> None:
    said = note(WHOLE)
    assert "From: R.L., health visitor, Northside clinic [full name and number]" in said
    assert "By phone, 11/03/2026 13:20. Rung back on a number I found myself (good practice)." in said
    assert "WHAT THEY SAID\nP has missed two check-ups. T told me that D is back in the flat." in said
    assert "None stated." in said
    assert "None came with it." in said
    assert "Recorded under 3.13." in said


def test_all_noted_leaves_nothing_to_add() -> None:
    assert "STILL TO NOTE" not in note(WHOLE)
    assert "NOT YET" not in note(WHOLE)
    assert title(WHOLE) == "Information received about P"
    assert "You have what should be noted: who, what, and whether there is a limit." in card(WHOLE)


def test_what_the_worker_thinks_stands_apart_from_what_was_said() -> None:
    said = note(LIMITED)
    assert said.index("WHAT THEY SAID") < said.index("LIMITS ON") < said.index("WHAT I THINK\nI am worried for T")
    assert said.count("I am worried for T") == 1
    assert "WHAT I THINK" not in note(WHOLE)


def test_a_limit_stands_in_their_words_and_is_honoured() -> None:
    honoured = "To be honoured unless a child could be at risk: go back to R.L. before it goes further."
    assert f"Don't tell D where this came from\n{honoured}" in note(LIMITED)
    assert "They set a limit. Go back to R.L. before it goes further, unless a child could be at risk." in card(LIMITED)
    assert "set a limit" not in card(WHOLE)


@pytest.mark.parametrize(
    ("given", "missing", "asked"),
    [
        ({**WHOLE, "from_whom": ""}, "The name of the person who told us.", "The name of the person who told us"),
        ({**WHOLE, "from_whom": "the school"}, "The name of the person who told us.", "not only their agency or job"),
        ({**WHOLE, "they_said": ""}, "What they said.", "What they said."),
        ({**WHOLE, "limit": "unsure"}, "Any limit on passing it on or using it.", "ask them, and note their words"),
        ({**WHOLE, "limit": "yes"}, "Any limit on passing it on or using it.", "ask them, and note their words"),
    ],
)
def test_what_is_missing_is_said_in_the_note_and_above_it(given: Given, missing: str, asked: str) -> None:
    assert f"STILL TO NOTE (3.13)\n- {missing}" in note(given)
    assert title(given).endswith("details still to be added")
    above = card(given)
    assert above.index("You can record this now. Still to find out:") >= 0
    assert asked in above


def test_without_a_name_the_note_leaves_a_place_for_it() -> None:
    assert "From: [full name, job and agency: NOT YET KNOWN]" in note(NO_NAME)
    agency = note({**WHOLE, "from_whom": "the school", "from_job": ""})
    assert "From: the school [the person's full name: NOT YET KNOWN]" in agency


def test_until_a_limit_is_clear_nothing_goes_further() -> None:
    held = "Nothing goes further until that is clear, unless a child could be at risk."
    assert f"[NOT YET KNOWN: ask whether they set any.] {held}" in note(NO_NAME)
    assert "[NOT YET NOTED: their words]. Nothing goes further" in note({**WHOLE, "limit": "yes"})


def test_a_document_waits_for_its_author_and_is_not_said_to_be_passed_on() -> None:
    said = note(TO_PASS_ON)
    assert "NOT YET PASSED ON: it waits for the talk with its author" in said
    assert "Don't pass the document on yet." in card(TO_PASS_ON)
    kept = {**WHOLE, "came_with": "keep"}
    assert "It stays on our record. There is no plan to pass it on." in note(kept)
    assert "Don't pass the document on yet." not in card(kept)
    assert "not settled whether it is to be" in note(NO_NAME)


@pytest.mark.parametrize("given", RECEIVE_STATES.notes.values(), ids=RECEIVE_STATES.notes.keys())
def test_no_note_says_that_anything_was_shared(given: Given) -> None:
    assert "shared" not in note(given).lower()
    assert "Nothing goes further" in note(given) or "passed on by" not in note(given)


@pytest.mark.parametrize(
    ("rung_back", "said", "above"),
    [
        ("yes", "Rung back on a number I found myself", False),
        ("not_yet", "NOT YET rung back on a number I found myself", True),
        ("no_call", "Not a call to us", False),
    ],
)
def test_a_call_says_whether_it_was_rung_back(rung_back: str, said: str, above: bool) -> None:
    given = {**WHOLE, "rung_back": rung_back}
    assert said in note(given)
    assert ("Ring back on a number you found yourself" in card(given)) is above


def test_what_did_not_come_by_phone_says_nothing_of_ringing_back() -> None:
    written = {**WHOLE, "came_how": "email", "rung_back": "not_yet"}
    assert "rung back" not in note(written).lower()
    assert "Ring back" not in card(written)


def test_what_was_said_can_go_on_into_a_sharing() -> None:
    def leads_to(given: Given) -> list[str]:
        one = RECEIVE_STATES.matter(given)
        drawn = as_sent(Shown(TheNote(one, one.decision())))
        return [button["data"]["about"] for button in executes(drawn) if button["verb"] == "hand_on"]

    assert "share" in leads_to(WHOLE)
    assert "share" not in leads_to({**WHOLE, "they_said": ""})


def test_on_the_phone_the_first_card_says_to_listen_and_ring_back() -> None:
    said = dict(RECEIVE_STATES.every())["receive: asking on the phone"]
    text = read_out(as_sent(said))
    assert "Let them talk and write it down in their words." in text
    assert "ring back on a number you found yourself (good practice)" in text
    assert "You don't have to say anything about the family on this call." in text


@pytest.mark.parametrize("name", RECEIVE_STATES.answers)
def test_each_kind_says_whether_anything_is_missing(name: str) -> None:
    expected, given = RECEIVE_STATES.answers[name]
    one = RECEIVE_STATES.matter(given)
    assert headline(one, one.decision()) == expected
