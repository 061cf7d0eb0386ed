"""What the note says of a request, of what was passed on, and what an entry in the case summary says."""

import pytest

from cards.flows.share.hand_over import drafted, opened_afresh
from cards.presenters import presenter_of
from dialogs.engine.matter import Matter
from dialogs.screens import Shown, TheAnswer, TheNote
from guidance.paragraphs import VERSION
from guidance.replay_code import decode
from tests.cards.drawn import as_sent
from tests.cards.matters import Given
from tests.cards.of_authority import (
    ANSWERED,
    ANSWERS,
    AUTHORITY_STATES,
    BARE_ENTRY,
    CASE_SUMMARY_STATES,
    ENTRY,
    MESSAGE,
    NOT_MINE,
    NOTES,
)
from tests.cards.walking import Json, of_type, read_out


def noted(one: Matter) -> str:
    card = as_sent(Shown(TheNote(one, one.decision())))
    return str(box(card, "note"))


def box(card: Json, name: str) -> object:
    return next(one.get("value") for one in of_type(card, "Input.Text") if one["id"] == name)


def answered(given: Given) -> str:
    one = AUTHORITY_STATES.matter(given)
    return read_out(as_sent(Shown(TheAnswer(one, one.decision()))))


@pytest.mark.parametrize(("headline", "given"), ANSWERS.values(), ids=ANSWERS.keys())
def test_each_kind_of_answer_has_its_headline(headline: str, given: Given) -> None:
    one = AUTHORITY_STATES.matter(given)
    assert presenter_of(one).headline(one, one.decision()) == headline


def test_a_note_says_who_asked_that_they_were_rung_back_and_what_the_summary_says() -> None:
    note = noted(AUTHORITY_STATES.matter(NOTES["told"]))
    request = note.partition("THE REQUEST\n")[2].partition("\n\n")[0].splitlines()
    assert request == [
        "Asked for by the school nurse, as they said.",
        "Rung back on a number I found myself (good practice): Yes.",
        "The case summary on giving this out (3.10): Nothing, or I haven't seen it.",
        "I am social work staff: Yes.",
    ]


def test_a_note_holds_the_answer_in_the_words_of_its_card() -> None:
    assert "The guidance's answer: Not yet. The case summary says not to give this out." in noted(
        AUTHORITY_STATES.matter(NOTES["against the answer"])
    )


def test_what_the_worker_wrote_in_the_message_stands_in_the_note() -> None:
    note = noted(AUTHORITY_STATES.matter(NOTES["passed on, in other words"]))
    assert note.startswith("PASSED ON, NOTHING GIVEN OUT\n")
    assert f"The message that I passed on:\n{MESSAGE}\n" in note


def test_a_message_left_as_it_was_drafted_does_not_stand_in_the_note_again() -> None:
    one = AUTHORITY_STATES.matter(NOTES["passed on"])
    again = one.hold({"hand_over": f"{drafted(one)} \r\n"})
    assert "The message" not in noted(one)
    assert "The message" not in noted(again)


def test_the_message_names_the_caller_that_stands_now_and_keeps_the_rest_as_it_was_written() -> None:
    one = AUTHORITY_STATES.matter(NOT_MINE, {"recipient": "police"})
    kept = opened_afresh("P: the school asked for information.\nWho: R.L.", drafted(one))
    assert kept == "P: the police asked for information.\nWho: R.L."
    assert opened_afresh("Mine: as I wrote it", drafted(one)) == "Mine: as I wrote it"


def test_a_note_before_anything_was_given_out_says_so() -> None:
    assert noted(AUTHORITY_STATES.matter(ANSWERED)).startswith("NOT YET SHARED\n")


def test_a_caller_who_was_not_rung_back_is_to_be_rung_back_first() -> None:
    said = answered(ANSWERS["told, not rung back yet"][1])
    assert said.index("Nothing has to be answered on this call.") < said.index("Share only the two lines you kept.")
    assert "Nothing has to be answered" not in answered(ANSWERED)


def test_a_summary_that_says_it_may_go_is_said_to_authorise_no_one() -> None:
    assert "doesn't make it yours to give" in answered(ANSWERS["not my case, whatever the summary says"][1])


def pressable(name: str) -> set[str]:
    one = AUTHORITY_STATES.matter(ANSWERS[name][1])
    return {button["verb"] for button in of_type(as_sent(Shown(TheAnswer(one, one.decision()))), "Action.Execute")}


@pytest.mark.parametrize("name", ["the summary says no", "tell first", "risk, no harm known", "not sure who needs it"])
def test_words_that_give_it_out_are_not_offered_while_something_stands_in_the_way(name: str) -> None:
    assert "words_recipient" not in pressable(name)
    assert "words_recipient" in pressable("told, rung back")


def test_the_entry_is_offered_to_whoever_may_answer_and_to_no_one_else() -> None:
    assert "hand_on" in pressable("the summary says no")
    assert "hand_on" not in pressable("not my case")


def test_an_entry_says_what_may_go_to_whom_what_may_not_and_who_may_say_otherwise() -> None:
    note = noted(CASE_SUMMARY_STATES.matter(ENTRY))
    assert "1. P's school and class\n2. P has asthma\nTo: the school nurse and the GP\n\nWHAT MAY NOT" in note
    assert "1. Where P is staying\n2. T's health\n\nWHO DECIDES ON ANYTHING ELSE\nK.O., allocated worker" in note
    assert "In the case summary on MOSAIC." in note
    assert "NOT YET" not in note


def test_an_entry_that_lacks_something_says_not_yet() -> None:
    note = noted(CASE_SUMMARY_STATES.matter(BARE_ENTRY))
    assert note.count("NOT YET NAMED") == 2
    assert "NOT YET COMPLETE\n- What may be given out is not named yet.\n" in note


def test_an_entry_holds_a_code_that_says_what_was_checked() -> None:
    note = noted(CASE_SUMMARY_STATES.matter({**ENTRY, "may_not_lines": []}))
    code = note.partition("Replay code ")[2].partition(". ")[0]
    assert decode(code).guidance_version == VERSION
    assert decode(code).facts["note_drafted"] == {
        "information_that_may_be_disclosed": True,
        "information_that_may_not_be_disclosed": False,
        "easily_accessible_to_all_team_members": True,
    }
