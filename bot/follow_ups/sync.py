"""The follow-ups that a matter's close leaves: opened once, kept in step with it, handed over with it."""

import secrets
from dataclasses import dataclass

from msgspec.structs import replace

from bot.approvals.stored import channel_of_worker
from bot.follow_ups.due_dates import due_of
from bot.follow_ups.repository import Keeping, from_stored
from cards.labels import child_of, label_values
from dialogs.engine.follow_up_kinds import NewFollowUp
from dialogs.engine.matter import Matter
from dialogs.follow_ups import follow_up as steps
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.screens import Screen

FEWEST = 100_000
"""Numbers of follow-ups have six digits, so that none is taken for a request's."""


@dataclass(frozen=True, slots=True)
class OfMatter(Keeping):
    """Keeps the follow-ups of this person's matters in step with them."""

    def still_to_do(self, matter: Matter) -> tuple[FollowUp, ...]:
        """Return the follow-ups that the matter has open once it is saved as it is now."""
        kept = {one.id: one for one in self._of(matter)}
        kept |= {one.id: one for one in self._changes(matter)}
        return tuple(sorted((one for one in kept.values() if one.is_open), key=lambda one: one.due_at))

    def after_change(self, matter: Matter) -> None:
        """Open what its close leaves to be done, once however often it is kept; end what it no longer asks for."""
        before = {one.id: one for one in self._of(matter)} if matter.follow_ups() is not None else {}
        for one in self._changes(matter):
            earlier = before.get(one.id)
            self.kept(one)
            if not one.is_open:
                self.record("follow_up_ended", one)
            elif earlier is None or not earlier.is_open:
                self.record("follow_up_opened", one)
            if one.is_open and (earlier is None or earlier.reminded != one.reminded):
                self.remind(one)

    def _of(self, matter: Matter) -> list[FollowUp]:
        return [from_stored(one) for one in self.unit.follow_ups_of_matter(matter.id)]

    def _changes(self, matter: Matter) -> list[FollowUp]:
        wanted = matter.follow_ups()
        if wanted is None:
            return []
        return steps.follow_up_changes(self._of(matter), [self._made(one, matter) for one in wanted], self.now)

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
            whom=label_values(matter)["them"],
            named=asked.named,
            since=asked.since,
            asked_for=asked.asked_for,
            excepted=asked.excepted,
            parents=asked.parents,
            told=asked.told,
            channel=channel_of_worker(self.unit, self.person.tenant, self.person.key),
        )

    def take_over(self, matter_id: str, left: Screen) -> None:
        """The follow-ups of a matter that was handed over are this person's from now on, reminders included.

        The giver's cards show what is `left` and belong to nothing any more; what the giver asked is taken back.
        """
        for stored in self.unit.follow_ups_of_matter(matter_id):
            theirs = from_stored(stored)
            asked = self.approvals.about(theirs)
            if asked and asked.is_open:
                self.approvals.withdraw(asked, why="withdrawn_as_handed_over")
            self._emptied(theirs, left)
            channel = channel_of_worker(self.unit, self.person.tenant, self.person.key)
            mine = replace(theirs, owner=self.person.key, owner_name=self.person.name, channel=channel)
            self.record("follow_up_taken_over", self.kept(mine))

    def _emptied(self, follow_up: FollowUp, left: Screen) -> None:
        for card in self.unit.cards_of(follow_up.id):
            self.unit.update_card(card.id, self.draw(left))
            self.unit.reassign_card(card, "", card.kind)
