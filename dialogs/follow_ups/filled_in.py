"""What a worker fills in on a follow-up's card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dialogs.moments import NOW, Moment
from dialogs.questions import LONGEST, Fault, Words

DONE_WHEN = Moment("done_when")
DONE_HOW = Words("done_how", long=False)
DONE_BY = Words("done_by", long=False)
MOVE_TO = Moment("move_to", future=True)
MOVE_BECAUSE = Words("move_because")
NOT_TELLING_BECAUSE = Words("not_telling_because")
A_LINE, A_FEW_WORDS = 400, 120
"""Characters: several additions stand in one box until they are copied."""


@dataclass(frozen=True, slots=True)
class Done:
    """When, how and by whom the family was told, or the answer came. `when` is local, "2026-03-12T10:05"."""

    when: str
    how: str
    by: str


@dataclass(frozen=True, slots=True)
class Move:
    """The day to look at it again, local, and why not before."""

    day: str
    because: str


def done(inputs: Mapping[str, str], now: datetime) -> Done:
    """How it was done. Raises Fault for what is missing or cannot be taken."""
    return Done(_moment(DONE_WHEN, inputs, now), _words(DONE_HOW, inputs, A_LINE), _words(DONE_BY, inputs, A_FEW_WORDS))


def move(inputs: Mapping[str, str], now: datetime) -> Move:
    """Where to it is moved. Raises Fault."""
    return Move(_moment(MOVE_TO, inputs, now)[:10], _words(MOVE_BECAUSE, inputs, A_LINE))


def not_telling(inputs: Mapping[str, str]) -> str:
    """Why the family should not be told. Raises Fault."""
    return _words(NOT_TELLING_BECAUSE, inputs)


def _moment(question: Moment, inputs: Mapping[str, str], now: datetime) -> str:
    found = question.read_inputs(inputs, {NOW: now.isoformat()})
    if not isinstance(found, str):
        raise Fault(question.name, "missing")
    return found


def _words(question: Words, inputs: Mapping[str, str], most: int = LONGEST) -> str:
    found = question.read_inputs(inputs, {})
    if not isinstance(found, str):
        raise Fault(question.name, "missing_words")
    if len(found) > most:
        raise Fault(question.name, "too_long", (("count", f"{len(found):,}"), ("most", f"{most:,}")))
    return found
