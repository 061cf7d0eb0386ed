"""What is done with follow-ups, inside the turn's own transaction: moved, closed, accepted, recorded.

Every step is authorised here by who presses, whatever a card showed; a refusal is recorded as well.
"""

from dataclasses import dataclass
from datetime import date

from bot.follow_ups.due_dates import due_on
from bot.follow_ups.repository import from_stored
from bot.follow_ups.sync import OfMatter
from bot.follow_ups.waivers import draft_of
from cards import additions
from dialogs.approvals.request import Refusal, Request, RequestState
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.follow_ups import follow_up as steps
from dialogs.follow_ups.follow_up import FollowUp, FollowUpState
from dialogs.follow_ups.form import Done, Move


@dataclass(frozen=True, slots=True)
class FollowUpService(OfMatter):
    """One person's way to follow-ups within one transaction."""

    # The owner's side

    def own(self, follow_up_id: str) -> FollowUp:
        """This person's follow-up, held for this transaction. Raises Refusal, recorded, for anybody else's or none."""
        stored = self.unit.follow_up(follow_up_id)
        return self._owned(from_stored(stored) if stored else None)

    def _owned(self, found: FollowUp | None) -> FollowUp:
        try:
            return steps.require_owner(found, self.person)
        except Refusal as refusal:
            number, tenant = str(found.number) if found else "", self.person.tenant
            self.unit.record(self.person.object_id, "refused", number, tenant=tenant, detail=refusal.code)
            raise

    def mine(self) -> tuple[FollowUp, ...]:
        """This person's open ones, and those with an addition still to be copied; the next due first."""
        return tuple(from_stored(one) for one in self.unit.follow_ups_of_owner(self.person.key))

    def looked_up(self, follow_up_id: str) -> FollowUp:
        """This person's open follow-up, not held for this transaction yet. Raises Refusal."""
        known = self.unit.follow_ups_of_matter(follow_up_id.partition(".")[0])
        found = next((from_stored(one) for one in known if one.id == follow_up_id), None)
        return steps.require_open_follow_up(self._owned(found))

    def done(self, follow_up_id: str, how: Done) -> FollowUp:
        """The family knows, or some of them do, or what was waited for came. Raises Refusal.

        A request to leave it untold is taken back in each case: what it says is not so any more.
        """
        self._withdraw_request(follow_up_id)
        follow_up = self.own(follow_up_id)
        text = additions.done_line(follow_up, how)
        if not how.everyone:
            told_some = self.kept(steps.tell_in_part(follow_up, how.told, text))
            return self.recorded("follow_up_told_in_part", told_some)
        changed = self.kept(steps.settle(follow_up, FollowUpState.DONE, self.now, text))
        told = follow_up.kind is FollowUpKind.TELL_FAMILY
        return self.recorded("follow_up_told" if told else "follow_up_answered", changed)

    def move(self, follow_up_id: str, to: Move) -> FollowUp:
        """Move the follow-up to another day. The reason goes into the addition and nowhere else. Raises Refusal."""
        follow_up = self.own(follow_up_id)
        due_at = due_on(self.council, date.fromisoformat(to.day), self.now)
        changed = self.kept(steps.move_follow_up(follow_up, due_at, additions.moved_line(follow_up, to)))
        self.remind(changed)
        return self.recorded("follow_up_moved", changed)

    def ask_not_to_tell(self, follow_up_id: str, because: str) -> FollowUp:
        """Ask a supervisor to accept that the family is not told; once while that is open. Raises Refusal."""
        follow_up = self.may_ask_not_to_tell(follow_up_id)
        standing = self.approvals.about(follow_up)
        if standing is None or not standing.is_open:
            draft = draft_of(follow_up, self.person, because, self.now, self.approvals.local)
            self.approvals.ask_about(draft)
            self.redraw(follow_up)
        return follow_up

    def may_ask_not_to_tell(self, follow_up_id: str) -> FollowUp:
        """The follow-up, where it can be asked that the family is not told. Raises Refusal."""
        follow_up = steps.require_open_follow_up(self.own(follow_up_id))
        if follow_up.kind is not FollowUpKind.TELL_FAMILY:
            raise Refusal("nothing_to_tell")
        return follow_up

    def reworded(self, follow_up_id: str, words: str) -> FollowUp:
        """With the additions in these words instead, until they are copied. Raises Refusal."""
        return self.kept(steps.reword_additions(self.own(follow_up_id), words))

    def copied(self, follow_up_id: str) -> FollowUp:
        """Delete the text of the additions, which were copied to MOSAIC. Raises Refusal."""
        return self.kept(steps.clear_additions(self.own(follow_up_id)))

    # The supervisor's side

    def accepted(self, request: Request) -> None:
        """A supervisor has answered; one who agreed has closed the follow-up, with the reason and in their name."""
        stored = self.unit.follow_up(request.follow_up)
        follow_up = from_stored(stored) if stored else None
        if follow_up is None or not follow_up.is_open:
            return
        if request.state is RequestState.AGREED:
            text = additions.not_telling_line(request)
            closed = self.kept(steps.settle(follow_up, FollowUpState.NOT_TELLING, self.now, text))
            self.record("not_telling_agreed", closed)
        else:
            self.redraw(follow_up)

    def overdue(self) -> tuple[FollowUp, ...]:
        """The overdue ones of the teams that this supervisor is of. Raises Refusal, recorded, for anyone else."""
        channels = sorted(self.approvals.supervised())
        if not channels:
            self.unit.record(self.person.object_id, "refused", "", tenant=self.person.tenant, detail="no_team")
            raise Refusal("no_team")
        found = [from_stored(one) for channel in channels for one in self.unit.overdue_follow_ups(channel, self.now)]
        return tuple(sorted(found, key=lambda one: one.due_at))

    def _withdraw_request(self, follow_up_id: str) -> None:
        """Once the family knows, nobody has to say whether it may be left. Raises Refusal.

        The request's row is taken before the follow-up's, as it is when a supervisor answers.
        """
        standing = self.approvals.about(self.looked_up(follow_up_id))
        if standing and standing.is_open:
            self.approvals.withdraw(standing, why="withdrawn_as_told")
