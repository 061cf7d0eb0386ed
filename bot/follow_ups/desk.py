"""What is done with follow-ups, inside the turn's own transaction: opened, moved, closed, recorded.

Every step is authorised here by who presses, whatever a card showed; a refusal is recorded as well.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.approvals.desk import ApprovalDesk
from bot.approvals.where import channel_of_worker
from bot.council import Council
from bot.follow_ups.due import due_of, due_on
from bot.follow_ups.not_telling import draft_of
from bot.follow_ups.stored import from_stored, to_stored
from bot.storage.unit import Unit
from cards.follow_ups import additions
from cards.people import child_of, them_of
from dialogs.approvals.request import Person, Refusal, Request, RequestState
from dialogs.follow_ups import follow_up as steps
from dialogs.follow_ups.filled_in import Done, Move
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from dialogs.follow_ups.kinds import FollowUpKind, NewFollowUp
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.matter import Matter
from dialogs.screens import Screen

FEWEST = 100_000
"""Numbers of follow-ups have six digits, so that none is taken for a request's."""
KIND = "follow_up"
"""The kind of the cards that show one."""


@dataclass(frozen=True, slots=True)
class FollowUpDesk:
    """One person's way to follow-ups within one transaction."""

    unit: Unit
    approvals: ApprovalDesk
    council: Council
    draw: Callable[[Screen], dict[str, Any]]

    @property
    def person(self) -> Person:
        """Who presses."""
        return self.approvals.person

    @property
    def now(self) -> datetime:
        """The moment of this transaction, in UTC."""
        return self.unit.now

    # What a matter leaves to be done

    def still_to_do(self, matter: Matter) -> tuple[FollowUp, ...]:
        """The matter's open follow-ups, as they stand once it is kept as it is now."""
        kept = {one.id: one for one in self._of(matter)}
        kept |= {one.id: one for one in self._changes(matter)}
        return tuple(sorted((one for one in kept.values() if one.is_open), key=lambda one: one.due_at))

    def after_change(self, matter: Matter) -> None:
        """Open what its close leaves to be done, once however often it is kept; end what it no longer asks for."""
        before = {one.id: one for one in self._of(matter)} if matter.follow_ups() is not None else {}
        for one in self._changes(matter):
            earlier = before.get(one.id)
            self._kept(one)
            if not one.is_open:
                self._record("follow_up_ended", one)
            elif earlier is None or not earlier.is_open:
                self._record("follow_up_opened", one)
            if one.is_open and (earlier is None or earlier.reminded != one.reminded):
                self._remind(one)

    def _of(self, matter: Matter) -> list[FollowUp]:
        return [from_stored(one) for one in self.unit.follow_ups_of_matter(matter.id)]

    def _changes(self, matter: Matter) -> list[FollowUp]:
        wanted = matter.follow_ups()
        if wanted is None:
            return []
        return steps.changes(self._of(matter), [self._made(one, matter) for one in wanted], self.now)

    def _made(self, asked: NewFollowUp, matter: Matter) -> FollowUp:
        return FollowUp(
            id=asked.id_in(matter.id),
            number=FEWEST + secrets.randbelow(9 * FEWEST),
            kind=asked.kind,
            tenant=self.person.tenant,
            owner=self.person.key,
            owner_name=self.person.name,
            matter_id=matter.id,
            flow=matter.flow.name,
            due_at=due_of(self.council, asked, self.now),
            when=asked.when,
            child=child_of(matter),
            whom=them_of(matter),
            named=asked.named,
            since=asked.since,
            asked_for=asked.asked_for,
            channel=channel_of_worker(self.unit, self.person.tenant, self.person.key),
        )

    # The owner's side

    def own(self, follow_up_id: str) -> FollowUp:
        """This person's follow-up, held for this transaction. Raises Refusal, recorded, for anybody else's or none."""
        stored = self.unit.follow_up(follow_up_id)
        return self._owned(from_stored(stored) if stored else None)

    def _owned(self, found: FollowUp | None) -> FollowUp:
        try:
            return steps.may_change(found, self.person)
        except Refusal as refusal:
            number, tenant = str(found.number) if found else "", self.person.tenant
            self.unit.record(self.person.object_id, "refused", number, tenant=tenant, detail=refusal.code)
            raise

    def mine(self) -> tuple[FollowUp, ...]:
        """This person's open ones, and those with an addition still to be copied; the next due first."""
        return tuple(from_stored(one) for one in self.unit.follow_ups_of(self.person.key))

    def shown(self, follow_up: FollowUp) -> OneFollowUp:
        """The follow-up as its owner sees it."""
        request = self.approvals.about(follow_up) if follow_up.kind is FollowUpKind.TELL_FAMILY else None
        return OneFollowUp(follow_up, request, matter_there(self.unit, follow_up))

    def done(self, follow_up_id: str, how: Done) -> FollowUp:
        """The family knows, or what was waited for came. Raises Refusal."""
        self._withdraw_request(follow_up_id)
        follow_up = self.own(follow_up_id)
        text = additions.done(follow_up, how)
        changed = self._kept(steps.settled(follow_up, FollowUpState.DONE, self.now, text))
        told = follow_up.kind is FollowUpKind.TELL_FAMILY
        return self._recorded("follow_up_told" if told else "follow_up_answered", changed)

    def move(self, follow_up_id: str, to: Move) -> FollowUp:
        """To be looked at on another day. The reason stands in the addition and nowhere else. Raises Refusal."""
        follow_up = self.own(follow_up_id)
        due_at = due_on(self.council, date.fromisoformat(to.day), self.now)
        changed = self._kept(steps.moved(follow_up, due_at, additions.moved(follow_up, to)))
        self._remind(changed)
        return self._recorded("follow_up_moved", changed)

    def ask_not_to_tell(self, follow_up_id: str, because: str) -> FollowUp:
        """Ask a supervisor to accept that the family is not told; once while that is open. Raises Refusal."""
        follow_up = steps.still_open(self.own(follow_up_id))
        if follow_up.kind is not FollowUpKind.TELL_FAMILY:
            raise Refusal("not_needed")
        standing = self.approvals.about(follow_up)
        if standing is None or not standing.is_open:
            draft = draft_of(follow_up, self.person, because, self.now, self.approvals.local)
            self.approvals.ask_about(draft)
            self._redraw(follow_up)
        return follow_up

    def copied(self, follow_up_id: str) -> FollowUp:
        """The additions stand on MOSAIC: their text is let go. Raises Refusal."""
        return self._kept(steps.copied(self.own(follow_up_id)))

    # The supervisor's side

    def accepted(self, request: Request) -> None:
        """A supervisor has answered; one who agreed has closed the follow-up, with the reason and in their name."""
        stored = self.unit.follow_up(request.follow_up)
        follow_up = from_stored(stored) if stored else None
        if follow_up is None or not follow_up.is_open:
            return
        if request.state is RequestState.AGREED:
            text = additions.not_telling(request)
            closed = self._kept(steps.settled(follow_up, FollowUpState.NOT_TELLING, self.now, text))
            self._record("not_telling_agreed", closed)
        else:
            self._redraw(follow_up)

    def overdue(self) -> tuple[FollowUp, ...]:
        """The overdue ones of the teams that this supervisor is of. Raises Refusal, recorded, for anyone else."""
        channels = self.unit.supervised_channels(self.person.tenant, self.person.object_id)
        if not channels:
            self.unit.record(self.person.object_id, "refused", "", tenant=self.person.tenant, detail="no_team")
            raise Refusal("no_team")
        found = [from_stored(one) for channel in channels for one in self.unit.overdue(channel, self.now)]
        return tuple(sorted(found, key=lambda one: one.due_at))

    # What they come to

    def _withdraw_request(self, follow_up_id: str) -> None:
        """Once the family knows, nobody has to say whether it may be left. Raises Refusal.

        The request's row is taken before the follow-up's, as it is when a supervisor answers.
        """
        known = self.unit.follow_ups_of_matter(follow_up_id.partition(".")[0])
        found = next((from_stored(one) for one in known if one.id == follow_up_id), None)
        standing = self.approvals.about(steps.still_open(self._owned(found)))
        if standing and standing.is_open:
            self.approvals.withdraw(standing, why="withdrawn_as_told")

    def take_over(self, matter_id: str) -> None:
        """The follow-ups of a matter that was handed over are this person's from now on, reminders included."""
        channel = channel_of_worker(self.unit, self.person.tenant, self.person.key)
        for stored in self.unit.follow_ups_of_matter(matter_id):
            theirs = from_stored(stored)
            mine = replace(theirs, owner=self.person.key, owner_name=self.person.name, channel=channel)
            self.unit.save_follow_up(to_stored(mine))
            self._record("follow_up_taken_over", mine)

    def _kept(self, follow_up: FollowUp) -> FollowUp:
        self.unit.save_follow_up(to_stored(follow_up))
        self._redraw(follow_up)
        return follow_up

    def _redraw(self, follow_up: FollowUp) -> None:
        """The owner's cards of it show where it stands now."""
        standing = [card for card in self.unit.cards_of(follow_up.id) if card.kind == KIND]
        if standing:
            drawn = self.draw(self.shown(follow_up))
            for card in standing:
                self.unit.update_card(card.id, drawn)

    def _remind(self, follow_up: FollowUp) -> None:
        chat = self.unit.personal_conversation(follow_up.tenant, follow_up.owner.partition("/")[2])
        remind(self.unit, chat, follow_up, follow_up.due_at)

    def _recorded(self, what: str, follow_up: FollowUp) -> FollowUp:
        self._record(what, follow_up)
        return follow_up

    def _record(self, what: str, follow_up: FollowUp) -> None:
        self.unit.record(
            self.person.object_id,
            what,
            str(follow_up.number),
            tenant=self.person.tenant,
            detail=follow_up.kind.value,
        )


def matter_there(unit: Unit, follow_up: FollowUp) -> bool:
    """Whether its matter can still be opened by its owner."""
    stored = unit.matter(follow_up.matter_id)
    return stored is not None and stored.owner == follow_up.owner


def remind(unit: Unit, conversation: str, follow_up: FollowUp, due_at: datetime) -> None:
    """Come back to it then, if it has not been moved or reminded of meanwhile."""
    if conversation:
        about = {"what": KIND, "id": follow_up.id, "reminded": follow_up.reminded}
        unit.remind(conversation, about, due_at)
