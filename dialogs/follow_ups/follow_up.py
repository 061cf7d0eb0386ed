"""A follow-up: what is kept of it, its state, and its transitions.

It outlives its matter's text. What is kept is the child's reference, the dates and who got it: never what was shared.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dialogs.approvals.request import Person, Refusal
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.size_limits import weight_of


class FollowUpState(StrEnum):
    """The state of a follow-up.

    DONE and NOT_TELLING are settled, with an addition that has still to be copied to MOSAIC; CLOSED: that was copied.
    ENDED: the matter itself no longer asks for it.
    """

    OPEN = "open"
    DONE = "done"
    NOT_TELLING = "not_telling"
    CLOSED = "closed"
    ENDED = "ended"


class FollowUp(Struct, frozen=True):
    """Something still to be done after a matter was closed.

    `number` is random and stands for it wherever others see it. `owner` is the matter's owner key; `channel` that of
    the owner's team, "" while there is none. `due_at` is when it is looked at, or for a settled one when that was.
    `when`: as the close asked for it (`NewFollowUp.when`). `reminded` counts the reminders and moves, so that an
    earlier reminder does nothing. `whom`: who got it, in our own words; `named`: who is waited for, in a few of the
    worker's. `additions`: drafted for the note and not copied yet. `excepted`: an exception was met when it went.
    `parents`: the parents or carers by the names they go by here, none where they can't be told apart; `told`: those
    of them who know.
    """

    id: str
    number: int
    kind: FollowUpKind
    tenant: str
    owner: str
    owner_name: str
    matter_id: str
    flow: str
    due_at: datetime
    when: str
    child: str = ""
    whom: str = ""
    named: str = ""
    since: str = ""
    asked_for: bool = True
    channel: str = ""
    state: FollowUpState = FollowUpState.OPEN
    reminded: int = 0
    additions: tuple[str, ...] = ()
    excepted: bool = True
    parents: tuple[str, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state is FollowUpState.OPEN

    @property
    def left(self) -> tuple[str, ...]:
        """The parents or carers who are still to be told; none where they can't be told apart."""
        return tuple(parent for parent in self.parents if parent not in self.told)


def require_owner(follow_up: FollowUp | None, who: Person) -> FollowUp:
    """Return the follow-up if this person owns it. Raises Refusal otherwise, or if it does not exist."""
    if follow_up is None or not who.object_id or follow_up.owner != who.key:
        raise Refusal("not_your_follow_up")
    return follow_up


def require_open_follow_up(follow_up: FollowUp) -> FollowUp:
    """Return the follow-up if it is open. Raises Refusal."""
    if not follow_up.is_open:
        raise Refusal("follow_up_closed")
    return follow_up


MOST_ADDED = 4_000
"""Bytes of additions that are not copied yet; what a settled one adds still fits on its card."""


def move_follow_up(follow_up: FollowUp, due_at: datetime, addition: str) -> FollowUp:
    """Return the follow-up due on another day. Raises Refusal, also while too much has still to be copied."""
    kept = _with_addition(follow_up, addition)
    return replace(kept, due_at=due_at, reminded=kept.reminded + 1)


def tell_in_part(follow_up: FollowUp, told: tuple[str, ...], addition: str) -> FollowUp:
    """Return the follow-up with some of the family told; it stays open, with its reminders. Raises Refusal."""
    kept = _with_addition(follow_up, addition)
    return replace(kept, told=(*kept.told, *told))


def _with_addition(follow_up: FollowUp, addition: str) -> FollowUp:
    kept = require_open_follow_up(follow_up)
    if weight_of(*kept.additions) > MOST_ADDED:
        raise Refusal("copy_first")
    return replace(kept, additions=(*kept.additions, addition))


def settle(follow_up: FollowUp, state: FollowUpState, now: datetime, addition: str) -> FollowUp:
    """Return the follow-up as done, or as not to be told. Raises Refusal."""
    kept = require_open_follow_up(follow_up)
    return replace(kept, state=state, due_at=now, additions=(*kept.additions, addition))


def reword_additions(follow_up: FollowUp, words: str) -> FollowUp:
    """Return the follow-up with its uncopied additions in these words. Raises Refusal."""
    if not follow_up.additions:
        raise Refusal("nothing_to_change")
    if weight_of(words) > 2 * MOST_ADDED:
        raise Refusal("reason_too_long")
    return replace(follow_up, additions=(words,)) if words else follow_up


def clear_additions(follow_up: FollowUp) -> FollowUp:
    """Return the follow-up once its additions were copied to MOSAIC: their text is erased here."""
    settled_before = follow_up.state in (FollowUpState.DONE, FollowUpState.NOT_TELLING)
    return replace(follow_up, additions=(), state=FollowUpState.CLOSED if settled_before else follow_up.state)


def follow_up_changes(kept: Iterable[FollowUp], wanted: Iterable[FollowUp], now: datetime) -> list[FollowUp]:
    """Return the follow-ups that change so that those of a matter are the ones its close asks for."""
    before: Mapping[str, FollowUp] = {one.id: one for one in kept}
    asked = {one.id: one for one in wanted}
    found = [_update(before.get(one.id), one) for one in asked.values()]
    gone = [one for one in before.values() if one.is_open and one.id not in asked]
    ended = [replace(one, state=FollowUpState.ENDED, due_at=now) for one in gone]
    return [one for one in found if one != before.get(one.id)] + ended


def _update(before: FollowUp | None, asked: FollowUp) -> FollowUp:
    """Return a new follow-up, one that had ended opened again, or an open one with what the close says now."""
    if before is None:
        return asked
    if before.state is FollowUpState.ENDED:
        again = replace(asked, number=before.number, reminded=before.reminded + 1, additions=before.additions)
        return replace(again, told=_told_parents(before, asked))
    if not before.is_open:
        return before
    same = replace(
        before,
        child=asked.child,
        whom=asked.whom,
        named=asked.named,
        since=asked.since,
        asked_for=asked.asked_for,
        excepted=asked.excepted,
        parents=asked.parents,
        told=_told_parents(before, asked),
    )
    if before.when == asked.when:
        return same
    return replace(same, when=asked.when, due_at=asked.due_at, reminded=before.reminded + 1)


def _told_parents(before: FollowUp, asked: FollowUp) -> tuple[str, ...]:
    """Return the parents who know, by the close or since."""
    return tuple(parent for parent in asked.parents if parent in (*before.told, *asked.told))
