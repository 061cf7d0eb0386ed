"""Journeys through every flow, as a client's cards would send them: every kind of answer, drawn by lot."""

from collections.abc import Iterator
from functools import cache
from random import Random

from dialogs.context import Press
from dialogs.engine.children import Reference
from dialogs.engine.each_parent import EachParent
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.flow import Flow, OutcomeAction
from dialogs.engine.lines import EachLine, EachLineWords, Lines, lines_of
from dialogs.engine.matter import Matter, offers
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Question, Ticks, Words
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import FLOW as SHARE
from tests.dialogs.desks import Worker

LONGEST_JOURNEY = 20
"""More cards than there are on any way through."""


def inputs_for(question: Question, matter: Matter, lot: Random) -> dict[str, str]:
    """What a card would send for this question, whole."""
    name = question.name
    if isinstance(question, EachLine):
        return {f"{name}__{line}": lot.choice(question.options).value for line in question.which(matter.values)}
    if isinstance(question, EachLineWords):
        return {f"{name}__{line}": lot.choice(("", "shorter")) for line in question.which(matter.values)}
    if isinstance(question, OfLine):
        return inputs_for(question.inner, matter, lot)
    if isinstance(question, EachParent | FirstOrWhy):
        return _of_telling(question, matter, lot)
    if isinstance(question, Moment):
        return {f"{name}__date": "2026-03-12" if question.future else "2026-03-10", f"{name}__time": "10:00"}
    return {name: _in_one_input(question, lot)}


def _of_telling(question: EachParent | FirstOrWhy, matter: Matter, lot: Random) -> dict[str, str]:
    if isinstance(question, EachParent):
        return {question.input_of(one): lot.choice(question.options).value for one in question.asked(matter.values)}
    yes = lot.random() < 0.2
    return {question.first: "yes"} if yes else {question.first: "no", question.name: _ticks(question, lot)}


def _in_one_input(question: Question, lot: Random) -> str:
    if isinstance(question, Choice):
        return lot.choice(question.options).value
    if isinstance(question, Ticks):
        return _ticks(question, lot)
    if isinstance(question, Lines):
        return "\n".join(f"P did thing {number}" for number in range(lot.randint(0 if question.optional else 1, 3)))
    if isinstance(question, Reference):
        return lot.choice(("P", "A.B.", "1234567", "P and R"))
    assert isinstance(question, Words)
    if question.name == "parents":
        return lot.choice(("T, mother, and D, father", "T, mother", "both parents"))
    return lot.choice(("", "because P needs it")) if question.optional else "because P needs it"


def _ticks(question: Ticks, lot: Random) -> str:
    values = [option.value for option in question.options]
    if isinstance(question, FirstOrWhy):
        reasons = [value for value in values if value != question.yes]
        return ",".join(lot.sample(reasons, lot.randint(1, len(reasons))))
    if question.all_of and lot.random() < 0.4:
        return ",".join(question.all_of)
    if question.alone and lot.random() < 0.4:
        return lot.choice(question.alone)
    together = [value for value in values if value not in question.alone]
    return ",".join(lot.sample(together, lot.randint(1, len(together))))


def journey(number: int, flow: Flow = SHARE) -> Iterator[Worker]:
    """One way from the start to the answer and on; the worker after every card. The same for the same number."""
    lot = Random(number)
    worker = Worker()
    worker.presses(Press("start", about=flow.name))
    yield worker
    yield from _answered(worker, lot)
    while ways := _not_taken(worker.matter):
        way = lot.choice(ways)
        worker.goes_on(way.name, about=lot.choice(abouts(way, worker.matter)))
        yield worker
        yield from _answered(worker, lot)
    for draft in worker.matter.flow.texts:
        if draft.looked_at and offers(worker.matter, draft.verb):
            worker.goes_on(draft.verb)
            yield worker
            yield from _answered(worker, lot)


def _not_taken(matter: Matter) -> list[OutcomeAction]:
    """The ways on that can be taken now and have not been."""
    return [way for way in matter.flow.actions if offers(matter, way.name) and way.mark not in matter.values]


def abouts(way: OutcomeAction, matter: Matter) -> list[str]:
    """What a button of this way can be about; one beside nothing is about nothing."""
    return [line for line, _ in lines_of(matter.values, way.each_of)] if way.each_of else [""]


def _answered(worker: Worker, lot: Random) -> Iterator[Worker]:
    while worker.matter.position.step:
        asked = worker.matter.position.questions
        sent = [inputs_for(question, worker.matter, lot) for question in asked]
        worker.fills_in(**{name: value for inputs in sent for name, value in inputs.items()})
        yield worker


def travelled(number: int, flow: Flow = SHARE) -> tuple[Matter, ...]:
    """The matter after every card of one journey; gone once for all tests of a run."""
    return _travelled(number, flow.name)


@cache
def _travelled(number: int, flow: str) -> tuple[Matter, ...]:
    return tuple(worker.matter for worker in journey(number, FLOWS[flow]))


def some_matters(count: int, flow: Flow = SHARE) -> Iterator[Matter]:
    """The matter after every card of so many journeys."""
    for number in range(count):
        yield from travelled(number, flow)
