"""The ledger of a document: each step of section 4, and how far it has come.

The rules say what is needed and what is missing; here that is laid out step by step, each with the card it is
answered on, so that a step done days later is opened by itself.
"""

from dataclasses import dataclass
from typing import Literal

from dialogs.answers import Values
from dialogs.document import conditions as when
from dialogs.document.facts import facts
from guidance import documents
from guidance.facts import DocumentFacts

State = Literal["done", "to_do", "not_needed", "refused", "no_doubt", "after_reading", "unsettled", "check"]
"""`unsettled`: whether it is needed is not certain. `check`: the guidance does not settle it, so it is asked about."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the card that it is answered on, how far it has come."""

    name: str
    card: str
    state: State


def ledger(values: Values) -> tuple[Step, ...]:
    """The steps of section 4 in the order in which a person does them, then those that professionals bring.

    Where it may not go at all, only what could still change that.
    """
    said = DocumentFacts.model_validate(facts(values)[1])
    every = (*_of_section_4(values, said), *_for_professionals(values, said))
    return tuple(step for step in every if step.name in AT_STAKE) if documents.nothing_may_go(said) else every


AT_STAKE = ("author", "talk", "agreement", "need")


def _of_section_4(values: Values, said: DocumentFacts) -> tuple[Step, ...]:
    return (
        Step("author", "doc_author", "to_do" if values.get("quotes") == "not_read" else "done"),
        Step("talk", "doc_agreement", _owed(said, documents.talk_missing(said))),
        Step("agreement", "doc_agreement", _agreed(said)),
        Step("lawful", "doc_agreement", _lawful(said)),
        Step("reading", "doc_reading", _read(said)),
        Step("out_by_me", "doc_reading", _out(said, done=said.redaction_done_by in BY_WORKER)),
        Step("out_by_manager", "doc_reading", _out(said, done=said.redaction_done_by in BY_MANAGER)),
        Step("legal_services", _legal_card(said), _legal(said)),
    )


BY_WORKER = ("worker only", "worker and manager")
BY_MANAGER = ("manager only", "worker and manager")


def _owed(said: DocumentFacts, missing: bool) -> State:
    if not documents.someone_elses(said):
        return "not_needed"
    return "to_do" if missing else "done"


def _agreed(said: DocumentFacts) -> State:
    return "refused" if documents.refused(said) else _owed(said, documents.consent_missing(said))


def _lawful(said: DocumentFacts) -> State:
    if not documents.someone_elses(said):
        return "not_needed"
    if not documents.unclear_whether_lawful(said):
        return "no_doubt"
    return "to_do" if documents.legal_advice_missing(said) else "done"


def _read(said: DocumentFacts) -> State:
    if not (documents.someone_elses(said) and documents.sent_out(said)):
        return "not_needed"
    return "done" if isinstance(said.document_contains_unshareable_information, bool) else "to_do"


def _out(said: DocumentFacts, *, done: bool) -> State:
    if _read(said) == "to_do":
        return "after_reading"
    if not documents.must_be_redacted(said):
        return "not_needed"
    return "done" if done else "to_do"


def _legal(said: DocumentFacts) -> State:
    if documents.legal_services_must_redact(said):
        return "to_do" if documents.legal_redaction_missing(said) else "done"
    if documents.unsure_of_care_order(said):
        return "unsettled"
    if said.child_on_care_order is True and _read(said) == "to_do":
        return "after_reading"
    return "check" if documents.ask_legal_services(said) else "not_needed"


def _legal_card(said: DocumentFacts) -> str:
    """Where Legal Services have it to do, it is ticked with the others; else it rests on the order."""
    return "doc_reading" if documents.legal_services_must_redact(said) else "doc_order"


def _for_professionals(values: Values, said: DocumentFacts) -> tuple[Step, ...]:
    """3.7, 3.5  Whether they need it, and whether the parents know."""
    if not when.for_professionals(values):
        return ()
    needed: State = "done" if documents.needed(said) else "to_do"
    untold = documents.tell_first(said) or documents.risk_with_no_harm_known(said)
    told: State = "done" if documents.told(said) else ("to_do" if untold else "not_needed")
    return (Step("need", "doc_recipient", needed), Step("parents_told", "parents_know", told))
