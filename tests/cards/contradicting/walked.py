"""A matter that was filled in by a plan: only what the flow asks is answered, and what the plan does not know, too.

So the states are true of older and newer flows alike: a question that is new takes each of its options in turn.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from dialogs.engine.answers import Json, Values
from dialogs.engine.children import children_of
from dialogs.engine.flow import Flow, OutcomeAction
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from guidance.paragraphs import VERSION
from tests.cards.matters import MATTER_ID, Given, lines

MOST_CARDS = 40
"""More than any flow has; one that comes back to a card for ever is a fault here."""


def walked(flow: Flow, plan: Given, turn: str) -> Matter:
    """The matter at its answer. `turn`: what decides, where the plan says nothing, which option is taken."""
    return filled(Matter(MATTER_ID, flow, VERSION, begun_at="2026-03-09T13:40"), plan, turn)


def filled(matter: Matter, plan: Given, turn: str) -> Matter:
    """The matter with everything answered that its current step asks."""
    for _ in range(MOST_CARDS):
        standing = matter.position
        if standing.step is None:
            return matter
        matter = matter.hold({one.name: _value(one, plan, matter.values, turn) for one in standing.open_questions})
    raise ValueError(f"{matter.flow.name} never comes to an answer: {standing.step}")


def went_on(matter: Matter, way: OutcomeAction, plan: Given, turn: str) -> Matter:
    """The matter once this way on was taken and what it asks was answered."""
    first = lines_id(matter, way)
    return filled(matter.hold({n: first if v is ... else v for n, v in way.says.items()}), plan, turn)


def lines_id(matter: Matter, way: OutcomeAction) -> str:
    """The id of the first line, for a way that is beside each."""
    rows: Any = matter.values.get(way.each_of) or [{}]
    return str(rows[0].get("id", ""))


def _value(question: Any, plan: Given, values: Values, turn: str) -> Json:
    planned = plan.get(question.name)
    if isinstance(question, OfLine):
        inner = planned if planned is not None else _made_up(question.inner, values, turn)
        return question.with_line(inner, values)
    if planned is not None and question.settled(planned, values):
        return planned
    return _made_up(question, values, turn)


def _made_up(question: Any, values: Values, turn: str) -> Json:
    """An answer to a question that no plan speaks of: the first of these that it takes as a whole answer.

    Raises ValueError for a kind of question that takes none of them: say here how such a one is answered.
    """
    found = next((one for one in _candidates(question, values, turn) if question.settled(one, values)), None)
    if found is None:
        raise ValueError(f"how is {question.name} answered?")
    return found


def _candidates(question: Any, values: Values, turn: str) -> Iterator[Json]:
    if isinstance(question, Moment):
        yield "2026-03-13T12:00" if question.future else "2026-03-11T13:20"
        return
    chosen = _in_turn(question, turn) if hasattr(question, "options") else ""
    yield chosen or ("" if getattr(question, "optional", False) else "as it was said")
    yield [chosen]
    yield lines("P has missed two check-ups")
    yield dict.fromkeys(children_of(values), chosen)
    for asked_of in ("which", "asked"):
        if hasattr(question, asked_of):
            yield dict.fromkeys(getattr(question, asked_of)(values), chosen)


def _in_turn(question: Any, turn: str) -> str:
    digest = hashlib.sha256(f"{turn}/{question.name}".encode()).digest()
    return str(question.options[digest[0] % len(question.options)].value)
