"""Reads what a worker fills in on a follow-up's card."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from dialogs.engine.children import by_itself, together
from dialogs.engine.moment_question import NOW, Moment
from dialogs.engine.parents import Parent
from dialogs.engine.questions import LONGEST, Fault, Words
from dialogs.engine.who_was_told import EVERYONE, TOLD, who_was_told
from dialogs.follow_ups.follow_up import FollowUp

DONE_WHEN = Moment("done_when")
DONE_HOW = Words("done_how", long=False)
DONE_BY = Words("done_by", long=False)
MOVE_TO = Moment("move_to", future=True)
MOVE_BECAUSE = Words("move_because")
NOT_TELLING_BECAUSE = Words("not_telling_because")
DONE_WHO, DONE_WHOM, DONE_EVERYONE = "done_who", Words("done_whom", long=False), "done_everyone"
YES, NO = "yes", "no"
A_LINE, A_FEW_WORDS = 400, 120
"""Characters: several additions share one box until they are copied."""


class Done(Struct, frozen=True):
    """When, how and by whom the family was told, or the answer came. `when` is local, "2026-03-12T10:05".

    `who`: those who were told, in a few words; `told`: those of them who are known by name. `everyone`: with them,
    everyone who should know has been told.
    """

    when: str
    how: str
    by: str
    who: str = ""
    told: tuple[str, ...] = ()
    everyone: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """The day to look at it again, local, and why not before."""

    day: str
    because: str


def read_done(inputs: Mapping[str, str], now: datetime) -> Done:
    """Return when, how and by whom it was done. Raises Fault for what is missing or invalid."""
    return Done(
        _read_moment(DONE_WHEN, inputs, now),
        _read_words(DONE_HOW, inputs, A_LINE),
        _read_words(DONE_BY, inputs, A_FEW_WORDS),
    )


def read_told(inputs: Mapping[str, str], now: datetime, follow_up: FollowUp) -> Done:
    """Return how the family was told, and who of them. Raises Fault."""
    how = read_done(inputs, now)
    if follow_up.parents:
        names = _read_parents(inputs, follow_up.left)
        return replace(how, who=together(names), told=names, everyone=set(names) == set(follow_up.left))
    said = who_was_told(how.how, ())
    if DONE_WHOM.name not in inputs and said == {EVERYONE: TOLD}:
        return how
    whom, everyone = _read_words(DONE_WHOM, inputs, A_FEW_WORDS), inputs.get(DONE_EVERYONE, "").strip()
    if everyone not in (YES, NO):
        raise Fault(DONE_EVERYONE, "not_offered" if everyone else "missing")
    return replace(how, who=whom, everyone=everyone == YES)


def _read_parents(inputs: Mapping[str, str], left: tuple[str, ...]) -> tuple[str, ...]:
    """Return those who were told: ticked, or plainly named in how it was done. Raises Fault."""
    if len(left) < 2:
        return left
    ticks = {part.strip() for part in inputs.get(DONE_WHO, "").split(",") if part.strip()}
    if ticks - {by_itself(name) for name in left}:
        raise Fault(DONE_WHO, "not_offered")
    said = who_was_told(inputs.get(DONE_HOW.name, ""), [Parent(name) for name in left]) or {}
    names = tuple(name for name in left if (by_itself(name) in ticks if ticks else said.get(name) == TOLD))
    if not names:
        raise Fault(DONE_WHO, "missing")
    return names


def read_move(inputs: Mapping[str, str], now: datetime) -> Move:
    """Return the new day, and why it is moved. Raises Fault."""
    return Move(_read_moment(MOVE_TO, inputs, now)[:10], _read_words(MOVE_BECAUSE, inputs, A_LINE))


def read_not_telling(inputs: Mapping[str, str]) -> str:
    """Return why the family should not be told. Raises Fault."""
    return _read_words(NOT_TELLING_BECAUSE, inputs)


def _read_moment(question: Moment, inputs: Mapping[str, str], now: datetime) -> str:
    found = question.read_inputs(inputs, {NOW: now.isoformat()})
    if not isinstance(found, str):
        raise Fault(question.name, "missing")
    return found


def _read_words(question: Words, inputs: Mapping[str, str], most: int = LONGEST) -> str:
    found = question.read_inputs(inputs, {})
    if not isinstance(found, str):
        raise Fault(question.name, "missing_words")
    if len(found) > most:
        raise Fault(question.name, "too_long", (("count", f"{len(found):,}"), ("most", f"{most:,}")))
    return found
