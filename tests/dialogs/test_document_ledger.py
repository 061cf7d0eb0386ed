"""The ledger: each step of section 4 with how far it has come, and the card it is answered on."""

import pytest

from dialogs.desk import Press
from dialogs.document.ledger import ledger
from tests.cards.matters import Given
from tests.cards.of_document import ANSWERS, FOR_COURT, NOTHING_DONE, OF_DOCUMENT, ON_AN_ORDER, READY
from tests.dialogs.desks import Worker

STATES: dict[str, dict[str, str]] = {
    "nothing done": {
        "author": "to_do",
        "talk": "to_do",
        "agreement": "to_do",
        "lawful": "to_do",
        "reading": "to_do",
        "out_by_me": "after_reading",
        "out_by_manager": "after_reading",
        "legal_services": "after_reading",
    },
    "ready": {"author": "done", "talk": "done", "agreement": "done", "lawful": "no_doubt", "reading": "done"},
    "ready, on a care order": {"out_by_me": "done", "out_by_manager": "done", "legal_services": "done"},
    "ready, nothing to take out on a care order": {"out_by_me": "not_needed", "legal_services": "check"},
    "ready, an interim order": {"legal_services": "check"},
    "refused": {"talk": "done", "agreement": "refused"},
    "ready, advice had": {"lawful": "done"},
    "a spoken yes": {"agreement": "to_do", "talk": "done"},
    "a yes for someone else": {"agreement": "to_do"},
    "a yes from someone else": {"agreement": "to_do"},
    "one whom it quotes did not agree": {"agreement": "to_do"},
    "not read for quotations": {"author": "to_do", "agreement": "to_do"},
    "ours, and it quotes no one": {
        "talk": "not_needed",
        "agreement": "not_needed",
        "reading": "not_needed",
        "out_by_me": "not_needed",
        "legal_services": "not_needed",
    },
    "for the court": {"agreement": "done", "reading": "not_needed", "out_by_manager": "not_needed"},
    "taken out by the worker alone": {"out_by_me": "done", "out_by_manager": "to_do", "legal_services": "not_needed"},
    "taken out by the manager alone": {"out_by_me": "to_do", "out_by_manager": "done"},
    "taken out by both, on a care order": {"out_by_me": "done", "out_by_manager": "done", "legal_services": "to_do"},
    "taken out by both, not sure of a care order": {"legal_services": "unsettled"},
    "the nurse needs a part": {"need": "to_do", "parents_told": "done"},
    "tell the parents first": {"need": "done", "parents_told": "to_do"},
    "harm": {"need": "done", "parents_told": "not_needed"},
    "risk, no harm known": {"parents_told": "to_do"},
}


@pytest.mark.parametrize("name", STATES)
def test_a_step_says_how_far_it_has_come(name: str) -> None:
    found = {step.name: step.state for step in ledger(ANSWERS[name][1])}
    assert {step: found[step] for step in STATES[name]} == STATES[name]


@pytest.mark.parametrize("name", ["refused", "the nurse does not need it"])
def test_where_it_may_not_go_only_what_could_change_that_is_listed(name: str) -> None:
    assert {step.name for step in ledger(ANSWERS[name][1])} <= {"author", "talk", "agreement", "need"}


@pytest.mark.parametrize("name", ANSWERS)
def test_it_can_go_only_when_no_step_is_open(name: str) -> None:
    one = OF_DOCUMENT.matter(ANSWERS[name][1])
    open_steps = [step for step in ledger(one.values) if step.state in ("to_do", "after_reading", "unsettled")]
    if one.decision().may_go_ahead_now:
        assert open_steps == []


@pytest.mark.parametrize("given", [READY, ON_AN_ORDER, NOTHING_DONE, FOR_COURT])
def test_each_step_opens_a_card_of_the_flow(given: Given) -> None:
    cards = {card.name for card in OF_DOCUMENT.flow.cards}
    assert {step.card for step in ledger(given)} <= cards


def test_a_step_done_days_later_is_two_presses() -> None:
    one = OF_DOCUMENT.matter(ANSWERS["taken out by both, on a care order"][1])
    worker = Worker(kept={one.id: one}, current=one.id)
    step = next(step for step in ledger(one.values) if step.name == "legal_services")
    worker.presses(Press("change", one.id, one.revision, about=step.card))
    assert worker.matter.before_answer.card is not None and worker.matter.before_answer.card.name == "doc_reading"
    worker.fills_in(unshareable="yes", taken_out_by="me,manager,legal")
    assert worker.matter.decision().may_go_ahead_now
