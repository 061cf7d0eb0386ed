"""The ledger: each step of section 4 with how far it has come, and the card it is answered on."""

import pytest

from dialogs.context import Press
from dialogs.flows.document.facts import facts
from dialogs.flows.document.ledger import Step, ledger
from guidance.decide import decide
from tests.cards.matters import Given
from tests.cards.of_document import ANSWERS, FOR_COURT, NOTHING_DONE, OF_DOCUMENT, ON_AN_ORDER, READY
from tests.dialogs.desks import Worker

STATES: dict[str, dict[str, str]] = {
    "nothing done": {
        "author": "done",
        "quotations": "to_do",
        "talk": "to_do",
        "agreement": "to_do",
        "lawful": "to_do",
        "reading": "to_do",
        "out_by_both": "after_reading",
        "legal_services": "check",
        "court": "check",
    },
    "not read, on a care order": {"out_by_both": "after_reading", "legal_services": "check"},
    "not read, not sure of the order": {"legal_services": "after_reading"},
    "ready": {"author": "done", "talk": "done", "agreement": "done", "lawful": "no_doubt", "reading": "done"},
    "ready, on a care order": {"out_by_me": "done", "out_by_manager": "done", "legal_services": "done"},
    "ready, nothing to take out on a care order": {"out_by_both": "not_needed", "legal_services": "check"},
    "ready, an interim order": {"legal_services": "check"},
    "refused": {"talk": "done", "agreement": "refused"},
    "ready, advice had": {"lawful": "done"},
    "a spoken yes": {"agreement": "to_do", "talk": "done"},
    "a yes for someone else": {"agreement": "to_do"},
    "a yes from someone else": {"agreement": "to_do"},
    "one whom it quotes did not agree": {"quotations": "to_do", "agreement": "done", "talk": "done"},
    "neither the author nor one whom it quotes agreed": {"quotations": "to_do", "agreement": "to_do"},
    "not read for quotations": {"quotations": "to_do", "agreement": "done", "author": "done"},
    "ready, it quotes someone who agreed": {"quotations": "done", "agreement": "done"},
    "ours, and those it quotes agreed": {"agreement": "done"},
    "ours, those it quotes were not asked": {"agreement": "to_do", "talk": "to_do"},
    "ours, not read for quotations": {"quotations": "to_do", "agreement": "done"},
    "for the court": {"agreement": "done", "court": "check"},
    "ready, authorised and no social work staff": {"yours": "to_do", "agreement": "done"},
    "not my case": {"yours": "to_do"},
    "not a professional": {"need": "ask_first"},
    "taken out by the worker alone": {"out_by_me": "done", "out_by_manager": "to_do", "legal_services": "not_needed"},
    "taken out by the manager alone": {"out_by_me": "to_do", "out_by_manager": "done"},
    "taken out by both, on a care order": {"out_by_me": "done", "out_by_manager": "done", "legal_services": "to_do"},
    "taken out by both, not sure of a care order": {"legal_services": "unsettled"},
    "the nurse needs a part": {"need": "to_do", "parents_told": "done"},
    "tell the parents first": {"need": "done", "parents_told": "to_do"},
    "harm": {"need": "done", "parents_told": "afterwards"},
    "risk, no harm known": {"parents_told": "ask_first"},
    "risk, not sure of harm": {"parents_told": "ask_first"},
    "not sure of a ground": {"parents_told": "ask_first"},
    "not sure whether it is practicable": {"parents_told": "ask_first"},
}


def rows(given: Given) -> tuple[Step, ...]:
    return ledger(given, decide(*facts(given)))


@pytest.mark.parametrize("name", STATES)
def test_a_step_says_how_far_it_has_come(name: str) -> None:
    found = {step.name: step.state for step in rows(ANSWERS[name][1])}
    assert {step: found[step] for step in STATES[name]} == STATES[name]


OUR_OWN: dict[str, dict[str, str]] = {
    "ours, and it quotes no one": {"author": "done", "reading": "done"},
    "ours, not read": {"author": "done", "reading": "to_do"},
    "ours, something to take out": {"author": "done", "reading": "done", "out": "to_do"},
    "ours, taken out by me": {"author": "done", "reading": "done", "out": "done"},
    "ours, for the court": {"author": "done"},
    "ours, to the nurse": {"author": "done", "need": "done", "reading": "done", "parents_told": "done"},
    "the nurse does not need it": {"author": "done", "need": "nothing"},
    "the nurse does not need it, and a court ordered it": {"author": "done", "need": "nothing", "ordered": "to_do"},
    "ours, one it quotes refused": {"author": "done", "talk": "done", "agreement": "refused"},
}


@pytest.mark.parametrize("name", OUR_OWN)
def test_rows_that_do_not_concern_a_document_are_left_out(name: str) -> None:
    assert {step.name: step.state for step in rows(ANSWERS[name][1])} == OUR_OWN[name]


@pytest.mark.parametrize("name", ["refused", "the nurse does not need it"])
def test_where_it_may_not_go_only_what_could_change_that_is_listed(name: str) -> None:
    assert {step.name for step in rows(ANSWERS[name][1])} <= {"author", "talk", "agreement", "need"}


CAN_GO = [name for name, (_, given) in ANSWERS.items() if OF_DOCUMENT.matter(given).decision().may_go_ahead_now]


@pytest.mark.parametrize("name", CAN_GO)
def test_it_can_go_only_when_no_step_is_open(name: str) -> None:
    one = OF_DOCUMENT.matter(ANSWERS[name][1])
    assert [step for step in rows(one.values) if step.state in ("to_do", "after_reading", "unsettled")] == []


@pytest.mark.parametrize("given", [READY, ON_AN_ORDER, NOTHING_DONE, FOR_COURT])
def test_each_step_opens_a_card_of_the_flow(given: Given) -> None:
    cards = {card.name for card in OF_DOCUMENT.flow.steps}
    assert {step.card for step in rows(given)} <= cards


def test_a_step_done_days_later_is_two_presses() -> None:
    one = OF_DOCUMENT.matter(ANSWERS["taken out by both, on a care order"][1])
    worker = Worker(kept={one.id: one}, current=one.id)
    step = next(step for step in rows(one.values) if step.name == "legal_services")
    worker.presses(Press("change", one.id, one.revision, about=step.card))
    assert worker.matter.before_answer.step is not None and worker.matter.before_answer.step.name == "doc_reading"
    worker.fills_in(unshareable="yes", taken_out_by="me,manager,legal")
    assert worker.matter.decision().may_go_ahead_now
