"""A follow-up: what is kept of it, where it stands, and what each step makes of it.

It outlives its matter's text. What is kept is the child's reference, the dates and who got it: never what was shared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dialogs.approvals.request import Person, Refusal
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.engine.size_limits import weight_of


class FollowUpState(StrEnum):
    """Where it stands.

    DONE and NOT_TELLING are settled, with an addition that has still to be copied to MOSAIC; CLOSED: that was copied.
    ENDED: the matter itself no longer asks for it.
    """

    OPEN = "open"
    DONE = "done"
    NOT_TELLING = "not_telling"
    CLOSED = "closed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One follow-up.

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
    """The follow-up, for the one whose it is. Raises Refusal for anybody else, and for none."""
    if follow_up is None or not who.object_id or follow_up.owner != who.key:
        raise Refusal("not_your_follow_up")
    return follow_up


def require_open_follow_up(follow_up: FollowUp) -> FollowUp:
    """The follow-up while it is open. Raises Refusal."""
    if not follow_up.is_open:
        raise Refusal("follow_up_closed")
    return follow_up


MOST_ADDED = 4_000
"""Bytes of additions that are not copied yet; what a settled one adds still fits on its card."""


def move_follow_up(follow_up: FollowUp, due_at: datetime, addition: str) -> FollowUp:
    """To be looked at on another day. Raises Refusal, also while too much has still to be copied."""
    kept = _with_addition(follow_up, addition)
    return replace(kept, due_at=due_at, reminded=kept.reminded + 1)


def tell_in_part(follow_up: FollowUp, told: tuple[str, ...], addition: str) -> FollowUp:
    """Some of the family know; it stays open for the others, with its reminders. Raises Refusal."""
    kept = _with_addition(follow_up, addition)
    return replace(kept, told=(*kept.told, *told))


def _with_addition(follow_up: FollowUp, addition: str) -> FollowUp:
    kept = require_open_follow_up(follow_up)
    if weight_of(*kept.additions) > MOST_ADDED:
        raise Refusal("copy_first")
    return replace(kept, additions=(*kept.additions, addition))


def settle(follow_up: FollowUp, state: FollowUpState, now: datetime, addition: str) -> FollowUp:
    """The family was told, the answer came, or not telling was accepted. Raises Refusal."""
    kept = require_open_follow_up(follow_up)
    return replace(kept, state=state, due_at=now, additions=(*kept.additions, addition))


def reword_additions(follow_up: FollowUp, words: str) -> FollowUp:
    """With the additions that are not copied yet in these words instead. Raises Refusal."""
    if not follow_up.additions:
        raise Refusal("nothing_to_change")
    if weight_of(words) > 2 * MOST_ADDED:
        raise Refusal("reason_too_long")
    return replace(follow_up, additions=(words,)) if words else follow_up


def clear_additions(follow_up: FollowUp) -> FollowUp:
    """The additions stand on MOSAIC, so their text is let go."""
    settled_before = follow_up.state in (FollowUpState.DONE, FollowUpState.NOT_TELLING)
    return replace(follow_up, additions=(), state=FollowUpState.CLOSED if settled_before else follow_up.state)


def follow_up_changes(kept: Iterable[FollowUp], wanted: Iterable[FollowUp], now: datetime) -> list[FollowUp]:
    """What changes so that a matter's follow-ups are those that its close asks for; the settled ones stay settled."""
    before: Mapping[str, FollowUp] = {one.id: one for one in kept}
    asked = {one.id: one for one in wanted}
    found = [_update(before.get(one.id), one) for one in asked.values()]
    gone = [one for one in before.values() if one.is_open and one.id not in asked]
    ended = [replace(one, state=FollowUpState.ENDED, due_at=now) for one in gone]
    return [one for one in found if one != before.get(one.id)] + ended


def _update(before: FollowUp | None, asked: FollowUp) -> FollowUp:
    """A new one; one that had ended, again; or an open one with what the close says now."""
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
    """Who knows, by the close or since."""
    return tuple(parent for parent in asked.parents if parent in (*before.told, *asked.told))
