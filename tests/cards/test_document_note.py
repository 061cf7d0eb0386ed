"""The case note of a document: the ledger, what came out and by whom, and nothing said to be given before it was."""

import re

import pytest

from cards.flows.document.note import details, heading
from dialogs.engine.matter import Matter
from guidance.decide import decide
from guidance.replay_code import decode
from tests.cards.of_document import ANSWERS, NOTES, OF_DOCUMENT
from tests.cards.states import FULL


def note_of(one: Matter) -> str:
    return details(one, one.decision(), FULL)


def noted(name: str) -> str:
    return note_of(OF_DOCUMENT.matter(NOTES[name]))


def test_a_note_says_what_was_given_to_whom_how_when_and_what_for() -> None:
    note = noted("given")
    assert note.startswith("WHAT WAS GIVEN\npsychiatrist's report, dated 3 March 2026.\n")
    assert "To D, P's father. In person, 11/03/2026 13:20.\nTo be used to understand what the assessment found." in note
    assert "Different from what was planned: Without the annex" in note
    assert "WHAT THEY SAID\nD: thank you, I will read it tonight." in note


def test_the_ledger_is_a_list_with_a_day_for_each_step_done() -> None:
    note = noted("given")
    for line in (
        "1. Reading it for what P's father can't have: done on [date]",
        "2. Talk with the author: done on [date]",
        "3. The author's yes in writing, for P's father: done on [date] (In writing, for them)",
        "5. Taken out by me: done on [date]",
        "6. Taken out by my manager: done on [date] (M.A., 10/03/2026)",
        "7. Legal Services: done on [date] (Care Order)",
        "8. Whether it was written for a court: to be asked before it went [what they said, and when] (Yes)",
    ):
        assert line in note


def test_what_came_out_stands_with_who_signed_it_off() -> None:
    assert "WHAT CAME OUT (4.4)\nan address, page 3\nManager: M.A., 10/03/2026" in noted("given")
    assert "WHAT CAME OUT" not in noted("given plainly")


@pytest.mark.parametrize("name", ANSWERS)
def test_before_it_is_given_the_note_says_so(name: str) -> None:
    one = OF_DOCUMENT.matter(ANSWERS[name][1])
    note = note_of(one)
    assert note.startswith("NOT YET GIVEN\n")
    assert "WHAT WAS GIVEN" not in note
    assert heading(one, one.decision()).startswith("NOT YET GIVEN: ")


def test_what_is_still_missing_is_listed_until_it_is_done() -> None:
    missing = note_of(OF_DOCUMENT.matter(ANSWERS["nothing done"][1]))
    assert (
        "STILL MISSING\n- reading it for quotations\n- reading it for what P's father can't have\n- the talk" in missing
    )
    assert "STILL MISSING" not in note_of(OF_DOCUMENT.matter(ANSWERS["ready"][1]))


def test_a_document_that_is_not_given_says_why_and_what_the_person_waiting_heard() -> None:
    note = noted("not given, refused")
    assert note.startswith("NOT GIVEN\n")
    assert "Why: The author would rather explain it" in note
    assert "What was said to the person waiting: That Dr R.S. will ring, and when" in note
    assert "nothing yet [say what, and when]" in noted("not given")


def test_a_quotation_has_its_author_in_the_note() -> None:
    assert "Quotes: R.L., head of year, P's school" in noted("given, quoting")
    assert "Quotes: no one" in noted("given")
    assert "Quotes: not read for that yet" in noted("not given")


def test_untold_on_an_exception_the_reason_stands_in_the_workers_words() -> None:
    note = noted("given untold, harm")
    assert "WHAT IS KNOWN\nP said to me: D hit me." in note
    assert "Harm exception, 3.9(a)." in note
    assert "HANDLING (good practice)" in note
    assert "To be looked at again 13/03/2026." in note
    untold = OF_DOCUMENT.matter(NOTES["given untold, harm"])
    assert "parents not told first" in heading(untold, untold.decision())


@pytest.mark.parametrize("name", NOTES)
def test_the_replay_code_gives_the_same_decision_again(name: str) -> None:
    one = OF_DOCUMENT.matter(NOTES[name])
    found = re.search(r"Replay code (SG2-\S+?)\. ", note_of(one))
    assert found
    again = decode(found.group(1))
    assert decide(again.flow, again.facts).outstanding_before_go_ahead == one.decision().outstanding_before_go_ahead


@pytest.mark.parametrize("name", NOTES)
def test_no_note_has_a_gap_where_an_answer_should_stand(name: str) -> None:
    note = noted(name)
    assert not re.search(r"\bNone\b|\(\)|: *\n\n|, ,|To \.|to \.$", note)
