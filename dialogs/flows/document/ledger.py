"""The ledger of a document: each step of section 4, and how far it has come.

What is needed and what is missing is the one list in `to_do`; here that is laid out step by step, each with the card
it is answered on, so that a step done days later is opened by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialogs.engine.answers import Values
from dialogs.flows.document import conditions as when
from dialogs.flows.document.to_do import to_do
from dialogs.flows.share.conditions import authorised, ticked
from guidance.decision import Decision

State = Literal[
    "done",
    "to_do",
    "not_needed",
    "refused",
    "no_doubt",
    "after_reading",
    "unsettled",
    "check",
    "ask_first",
    "afterwards",
    "nothing",
]
"""`unsettled`: whether it is needed is not certain. `check`: the guidance does not settle it, so it is asked about.
`ask_first`: the supervisor is asked before it is done. `afterwards`: an exception holds. `nothing`: they need none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the card that it is answered on, how far it has come."""

    name: str
    card: str
    state: State


def ledger(values: Values, decision: Decision) -> tuple[Step, ...]:
    """The steps in the order in which a person does them; those that don't concern this document are left out.

    Where it may not go at all, only what could still change that.
    """
    todo = to_do(values, decision)
    if "do_not_share" in todo:
        return tuple(_at_stake(values, todo))
    document = _of_section_4(values, decision, todo) if when.someone_elses(values) else _of_our_own(values, todo)
    return (*_whose(values, todo), *_need(values, todo), *document, *_telling(values, decision, todo))


def _whose(values: Values, todo: tuple[str, ...]) -> Iterator[Step]:
    yield Step("author", "doc_author", "done")
    if "refer" in todo:
        yield Step("yours", "staff" if authorised(values) else "doc_case", "to_do")


def _at_stake(values: Values, todo: tuple[str, ...]) -> Iterator[Step]:
    yield from _whose(values, todo)
    if when.refused(values):
        yield Step("talk", "doc_agreement", "done" if values.get("author_talk") == "yes" else "to_do")
        yield Step("agreement", "doc_agreement", "refused")
    if when.not_needed(values):
        yield Step("need", "doc_recipient", "nothing")
    if "ordered_without_need" in todo:
        yield Step("ordered", "court_first", "to_do")


def _need(values: Values, todo: tuple[str, ...]) -> Iterator[Step]:
    """3.7  Whether a professional needs it, and how much of it."""
    if when.for_professionals(values):
        needed = _open(todo, "establish_need_to_know", "cut_down")
        asked = needed == "done" and "no_professional" in todo
        yield Step("need", "doc_recipient", "ask_first" if asked else needed)


def _of_section_4(values: Values, decision: Decision, todo: tuple[str, ...]) -> Iterator[Step]:
    if values.get("quotes") == "not_read" or when.quotes_beside_the_author(values):
        card = "doc_author" if "read_for_quotations" in todo else "doc_agreement"
        yield Step("quotations", card, _open(todo, "read_for_quotations", "quoted_agreement"))
    if when.sent_out(values):
        yield Step("reading", "doc_reading", _open(todo, "read_it_first"))
    yield Step("talk", "doc_agreement", _open(todo, "discuss_with_author"))
    yield Step("agreement", "doc_agreement", _open(todo, "author_written_consent"))
    doubt = decision.legal_advice_needed
    yield Step("lawful", "doc_agreement", _open(todo, "legal_advice") if doubt else "no_doubt")
    if when.sent_out(values):
        yield from _taken_out(values, decision, todo)
    yield Step("legal_services", *_legal(values, decision, todo))
    if "court_case" in todo:
        yield Step("court", "doc_order", "check")


def _of_our_own(values: Values, todo: tuple[str, ...]) -> Iterator[Step]:
    """3.1, 3.7  Section 4 asks nothing of our own document; what this reader can't have is read for and taken out."""
    if "unshareable" in values and when.to_be_read(values):
        yield Step("reading", "doc_reading", _open(todo, "read_own_first"))
        if values["unshareable"] == "yes":
            yield Step("out", "doc_reading", _open(todo, "own_to_cut"))


def _open(todo: tuple[str, ...], *names: str) -> State:
    return "to_do" if set(names) & set(todo) else "done"


def _taken_out(values: Values, decision: Decision, todo: tuple[str, ...]) -> Iterator[Step]:
    """4.4  By the worker and by the manager: a row each once it is known that something has to come out."""
    if decision.redaction_needed_by_worker_and_manager:
        hands = ticked(values, "taken_out_by")
        yield Step("out_by_me", "doc_reading", "done" if "me" in hands else "to_do")
        yield Step("out_by_manager", "doc_reading", "done" if "manager" in hands else "to_do")
    else:
        yield Step("out_by_both", "doc_reading", "after_reading" if "read_it_first" in todo else "not_needed")


def _legal(values: Values, decision: Decision, todo: tuple[str, ...]) -> tuple[str, State]:
    """The card and the state. Where they have it to do, it is ticked with the others; else it rests on the order."""
    if decision.legal_services_redaction_needed:
        return "doc_reading", _open(todo, "redaction_legal_services")
    if "unsure_of_care_order" in todo:
        return "doc_order", "unsettled"
    if "ask_legal_services" in todo:
        return "doc_order", "check"
    unsettled = "read_it_first" in todo and values.get("legal_status") == "unsure"
    return "doc_order", "after_reading" if unsettled else "not_needed"


def _telling(values: Values, decision: Decision, todo: tuple[str, ...]) -> Iterator[Step]:
    """3.5  Whether the parents know that it goes to professionals."""
    if when.for_professionals(values):
        yield Step("parents_told", "parents_know", _told(decision, todo))


def _told(decision: Decision, todo: tuple[str, ...]) -> State:
    if "tell_parents_if_settled" in todo:
        return "ask_first"
    if decision.inform_parents == "exception: not before":
        return "afterwards"
    return _open(todo, "inform_parents_first")
