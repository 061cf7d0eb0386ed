"""What the answer about a document says: its headline, its steps in order, the ledger, and a button that stays shut."""

from functools import cache

import pytest

from cards.flows.document.ledger import step_name
from cards.flows.document.steps import headline
from dialogs.engine.matter import Matter, offers
from dialogs.flows.document.ledger import ledger
from dialogs.screens import Shown, TheAnswer
from tests.cards.drawn import as_sent
from tests.cards.of_document import ANSWERS, NOTHING_DONE, OF_DOCUMENT, ON_AN_ORDER, READY
from tests.cards.walking import Json, executes, of_type, read_out


def answer(one: Matter) -> Json:
    return as_sent(Shown(TheAnswer(one, one.decision())))


def of(name: str) -> Matter:
    return OF_DOCUMENT.matter(ANSWERS[name][1])


@cache
def said(name: str) -> str:
    return read_out(answer(of(name)))


@pytest.mark.parametrize("name", ANSWERS)
def test_each_answer_has_its_headline(name: str) -> None:
    one = of(name)
    assert headline(one, one.decision()) == ANSWERS[name][0]


def test_every_headline_of_its_own_is_reached() -> None:
    assert {head for head, _ in ANSWERS.values()} >= {
        "yes",
        "yes_untold",
        "several",
        "read_it_first",
        "refused",
        "do_not_share",
        "redaction_worker_and_manager",
        "redaction_legal_services",
        "unsure_of_care_order",
        "take_to_supervisor",
        "outside",
        "refer",
        "cut_down",
        "establish_need_to_know",
        "inform_parents_first",
        "legal_advice",
        "author_written_consent",
        "discuss_with_author",
    }


@pytest.mark.parametrize("name", ANSWERS)
def test_the_button_for_having_given_it_is_there_only_when_it_may_go(name: str) -> None:
    one = of(name)
    may_go = one.decision().may_go_ahead_now is True
    opened = [one for toggle in of_type(answer(one), "Action.ToggleVisibility") for one in toggle["targetElements"]]
    pressed = [button["verb"] for button in executes(answer(one))]
    assert ("close_given" in opened or "given" in pressed) is may_go
    assert offers(one, "given") is may_go


@pytest.mark.parametrize("name", ANSWERS)
def test_the_ledger_is_the_list_of_steps_and_says_each_row_once(name: str) -> None:
    one, text = of(name), said(name)
    rows = [row for row in map(read_out, of_type(answer(one), "ColumnSet")) if ": done" in row]
    assert len(rows) == len(set(rows))
    assert "Still missing" not in text
    for step in ledger(one.values, one.decision()):
        if step.state == "to_do" and "author_refused" not in one.decision().weighed:
            assert f"{step_name(step, one)}:" not in text


def test_a_step_that_is_done_is_said_on_the_card_that_asks_it() -> None:
    presses = [(one["title"], one["data"].get("about")) for one in executes(answer(of("nothing done")))]
    assert ("Done...", "doc_agreement") in presses
    assert ("Change", "doc_author") in presses


def test_the_steps_stand_in_the_order_in_which_a_person_does_them() -> None:
    text = said("nothing done")
    order = (
        "Read it for quotations",
        "Read it for what P's father can't have",
        "Talk with the author",
        "Get a yes in writing",
        "Ask Legal Services",
        "you and your manager both take it out before it goes, and Legal Services do too, as P is on a Care Order",
        "hand it over, in person if you can",
    )
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_each_row_of_the_ledger_opens_its_own_card() -> None:
    rows = [button["data"]["about"] for button in executes(answer(of("nothing done"))) if button["verb"] == "change"]
    to_do = ["doc_author", "doc_reading", "doc_agreement", "doc_agreement", "doc_agreement", "doc_order", "doc_order"]
    assert rows[:8] == [*to_do, "doc_author"]


def test_redacted_by_one_of_two_says_whose_turn_it_is() -> None:
    assert "Your manager does the same" in said("taken out by the worker alone")
    assert "You do the same" in said("taken out by the manager alone")


def test_what_the_guidance_does_not_settle_is_never_said_as_settled() -> None:
    for name in ("ready, nothing to take out on a care order", "ready, an interim order"):
        text = said(name)
        assert "The guidance doesn't cover" in text
        assert "Check with Legal Services" in text
        assert "or your supervisor" in text


def test_legal_services_are_said_to_redact_exactly_with_a_care_order_and_something_to_take_out() -> None:
    for name in ANSWERS:
        one = of(name)
        decision = one.decision()
        told = "so Legal Services take it out as well" in said(name) or "Legal Services: done" in said(name)
        assert told == (decision.legal_services_redaction_needed is True), name


def test_a_no_from_the_author_is_a_no() -> None:
    text = said("refused")
    assert "No. The author has refused." in text
    assert "Get a yes in writing" not in text


def test_there_is_no_quick_way_for_the_document_and_another_for_what_we_know_ourselves() -> None:
    text = said("a spoken yes")
    assert "there is no quick way for the document" in text
    assert "Share what we know ourselves" in str(answer(of("a spoken yes")))


def test_the_manager_signs_with_initials_and_a_date_that_stand_in_the_ledger() -> None:
    assert "M.A., 10/03/2026" in read_out(answer(OF_DOCUMENT.matter(ON_AN_ORDER)))


def test_what_the_author_was_asked_is_named_for_whom_it_is() -> None:
    assert "for P's father" in said("nothing done")
    mother = OF_DOCUMENT.matter({**NOTHING_DONE, "who_exactly": "P's mother"})
    assert "P's father" not in read_out(answer(mother))
    assert "It can go to P's mother now." in read_out(answer(OF_DOCUMENT.matter({**READY, "who_exactly": "mum"})))
