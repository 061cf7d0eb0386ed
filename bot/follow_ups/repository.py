"""Saving a follow-up after a step: redraw its cards, set its reminder and record the step."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.approvals.service import ApprovalService
from bot.config.council import CouncilSettings
from bot.record_mapping import RecordMapping
from bot.storage.records import StoredFollowUp
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Person
from dialogs.engine.follow_up_kinds import FollowUpKind
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import OneFollowUp
from dialogs.placement import FOLLOW_UP
from dialogs.screens import Screen

_FOLLOW_UPS = RecordMapping(FollowUp, StoredFollowUp, {"tenant": "tenant_id", "channel": "channel_id"})
to_stored = _FOLLOW_UPS.to_record
from_stored = _FOLLOW_UPS.from_record


@dataclass(frozen=True, slots=True)
class Keeping:
    """One person's way to what is kept of follow-ups, within one transaction."""

    unit: UnitOfWork
    approvals: ApprovalService
    council: CouncilSettings
    draw: Callable[[Screen], dict[str, Any]]

    @property
    def person(self) -> Person:
        """Who presses."""
        return self.approvals.person

    @property
    def now(self) -> datetime:
        """The moment of this transaction, in UTC."""
        return self.unit.now

    def shown(self, follow_up: FollowUp) -> OneFollowUp:
        """The follow-up as its owner sees it."""
        request = self.approvals.about(follow_up) if follow_up.kind is FollowUpKind.TELL_FAMILY else None
        return OneFollowUp(follow_up, request, matter_there(self.unit, follow_up))

    def kept(self, follow_up: FollowUp) -> FollowUp:
        """Keep it as it is now; its owner's cards show that."""
        self.unit.save_follow_up(to_stored(follow_up))
        self.redraw(follow_up)
        return follow_up

    def redraw(self, follow_up: FollowUp) -> None:
        """Redraw the owner's cards of the follow-up with its present status."""
        standing = [card for card in self.unit.cards_of(follow_up.id) if card.kind == FOLLOW_UP]
        if standing:
            drawn = self.draw(self.shown(follow_up))
            for card in standing:
                self.unit.update_card(card.id, drawn)

    def remind(self, follow_up: FollowUp) -> None:
        """Come back to it when it is due."""
        chat = self.unit.personal_conversation(follow_up.tenant, follow_up.owner.partition("/")[2])
        remind(self.unit, chat, follow_up, follow_up.due_at)

    def recorded(self, what: str, follow_up: FollowUp) -> FollowUp:
        """Record what this person did, and return the follow-up."""
        self.record(what, follow_up)
        return follow_up

    def record(self, what: str, follow_up: FollowUp) -> None:
        """Record what this person did: its number and kind, never a word of it."""
        self.unit.record(
            self.person.object_id,
            what,
            str(follow_up.number),
            tenant=self.person.tenant,
            detail=follow_up.kind.value,
        )


def matter_there(unit: UnitOfWork, follow_up: FollowUp) -> bool:
    """Whether its matter can still be opened by its owner."""
    stored = unit.matter(follow_up.matter_id)
    return stored is not None and stored.owner == follow_up.owner


def remind(unit: UnitOfWork, conversation: str, follow_up: FollowUp, due_at: datetime) -> None:
    """Come back to it then, if it has not been moved or reminded of meanwhile."""
    if conversation:
        about = {"what": FOLLOW_UP, "id": follow_up.id, "reminded": follow_up.reminded}
        unit.remind(conversation, about, due_at)
