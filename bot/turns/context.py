"""What the handlers of one turn have at hand: who writes and where, and what is stored of them, each read once."""

import secrets
from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from bot.approvals.actions import RequestActions
from bot.approvals.channel_commands import names_people
from bot.approvals.service import ApprovalService
from bot.approvals.stored import standing_request
from bot.config.council import CouncilSettings, contact_details, council_for_cards
from bot.follow_ups.actions import FollowUpActions
from bot.follow_ups.service import FollowUpService
from bot.incoming import Address, Incoming, Scope
from bot.lookups import Lookups
from bot.matters import MatterRepository
from bot.reminders import schedule
from bot.storage.unit_of_work import UnitOfWork
from bot.turns.handovers import LONDON, Handovers, new_code
from bot.turns.practice_store import PracticeStore
from dialogs.approvals.request import Person, ReviewStatus
from dialogs.approvals.review_required import review_required
from dialogs.context import DialogContext, Unplaced
from dialogs.engine.matter import Matter
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.screens import Screen, Shown
from practice.context import PracticeContext
from practice.rendering import draw


class TurnContext:
    """One person's turn inside one transaction.

    `council`: the settings. `lookups`: what Teams was asked for this turn. `state`: what is remembered of the
    conversation as a JSON object; handlers may change it, and it is stored at the end of the turn.
    """

    def __init__(self, unit: UnitOfWork, incoming: Incoming, council: CouncilSettings, lookups: Lookups) -> None:
        self.unit = unit
        self.lookups = lookups
        self.incoming = incoming
        self.council = council
        self.now = unit.now.astimezone(LONDON).replace(tzinfo=None)
        self._for_cards = council_for_cards(council, self.now)
        self.draw = partial(draw, council=self._for_cards, now=self.now)
        address = self.address = incoming.address
        self.matters = MatterRepository(unit, f"{address.tenant_id}/{address.user_object_id or address.user_id}")
        self._services = _Services(unit, incoming, council, lookups, self.draw, self.now)

    @cached_property
    def state(self) -> dict[str, Any]:
        """What is remembered of the conversation, which is known from now on."""
        self.unit.save_conversation(self.address)
        found = self.unit.conversation(self.address.conversation_id)
        return found.state if found else {}

    @property
    def current_id(self) -> str:
        """The id of the matter, or of the play of a scenario, that the conversation is in; "" for none."""
        return str(self.state.get("matter", ""))

    @cached_property
    def play(self) -> Matter | None:
        """The play of a scenario that the conversation is in, or None."""
        return None if self.dialog.current else self.matters.find(self.current_id, practice=True)

    @cached_property
    def dialog(self) -> DialogContext:
        """The person's real work. It sees nothing of their practice."""
        handovers = partial(Handovers, self.unit, self.address, self.matters, self.state)
        return DialogContext(
            now=self.now,
            current=self.matters.find(self.current_id),
            find=self.matters.find,
            every=self.matters.list_all,
            listing=self.matters,
            new_id=partial(secrets.token_urlsafe, 9),
            new_code=new_code,
            offer_ends=lambda: handovers().ends(),
            offered_until=lambda matter_id: handovers().until(matter_id),
            may_try=lambda: handovers().may_try(),
            claim=lambda code: handovers().claim(code),
            looked_at=self._services.review_status,
            still_to_do=self._services.still_to_do,
            councils_own=contact_details(self._for_cards),
            unplaced=Unplaced(**self.state.get("unplaced", {})),
            signature=str(self.state.get("signature", "")),
        )

    @cached_property
    def practice_store(self) -> PracticeStore:
        """Where the person's practice is kept."""
        return PracticeStore(self.unit, self.incoming, self.matters, self.council)

    @cached_property
    def practice(self) -> PracticeContext:
        """The person's practice, beside their real work."""
        return self.practice_store.context(self.dialog, self.play)

    @cached_property
    def handovers(self) -> Handovers:
        """What the person offers to colleagues and takes over from them."""
        return Handovers(self.unit, self.address, self.matters, self.state)

    @cached_property
    def approvals(self) -> ApprovalService:
        """Requests for a second pair of eyes, as this person may make and answer them."""
        return self._services.approvals()

    @cached_property
    def follow_ups(self) -> FollowUpService:
        """What is still to be done after this person's matters were closed."""
        return self._services.follow_ups()

    @property
    def request_actions(self) -> RequestActions:
        """The handler of presses that belong to requests."""
        return RequestActions(self.unit, self.approvals, self.dialog, self.follow_ups.accepted)

    @property
    def follow_up_actions(self) -> FollowUpActions:
        """The handler of presses that belong to follow-ups."""
        return FollowUpActions(self.follow_ups, self.dialog)


class _Services(Struct, frozen=True):
    """Makes what most turns need nothing of. It knows nothing of the context that holds it: that would be a circle."""

    unit: UnitOfWork
    incoming: Incoming
    council: CouncilSettings
    lookups: Lookups
    draw_shown: Callable[[Shown], dict[str, Any]]
    now: datetime

    def approvals(self) -> ApprovalService:
        return ApprovalService(
            self.unit,
            person_of(self.incoming),
            draw=self._draw,
            now=self.unit.now,
            local=self.now.isoformat(timespec="minutes"),
            wanted=self.council.asks_for,
            schedule=partial(schedule, self.unit, self.council),
            lookups=self.lookups,
            user_id=self.incoming.address.user_id,
        )

    def follow_ups(self) -> FollowUpService:
        return FollowUpService(self.unit, self.approvals(), self.council, self._draw)

    def still_to_do(self, matter: Matter) -> tuple[FollowUp, ...]:
        return self.follow_ups().still_to_do(matter)

    def review_status(self, matter: Matter) -> ReviewStatus:
        """Return the request made on a matter's answers, or else the kind of review that they need."""
        request = standing_request(self.unit, matter)
        kind = None if request else review_required(matter, matter.decision(), self.council.asks_for)
        return ReviewStatus(request, kind)

    def _draw(self, screen: Screen) -> dict[str, Any]:
        return self.draw_shown(Shown(screen))


def person_of(incoming: Incoming) -> Person:
    """Return who is at the bot: by Entra object id, or by Teams' id where Teams sent no other."""
    address = incoming.address
    return Person(address.tenant_id, address.user_object_id or address.user_id, incoming.name)


def recognise(unit: UnitOfWork, incoming: Incoming) -> Incoming:
    """Return the activity with the object ids of the sender, and of those a command names, as they are stored."""
    address = incoming.address
    if address.scope is Scope.PERSONAL:
        object_id = _of_personal_chat(unit, address)
    else:
        object_id = _stored(unit, address.tenant_id, address.user_object_id)
    if object_id != address.user_object_id:
        incoming = replace(incoming, address=replace(address, user_object_id=object_id))
    if address.scope is Scope.CHANNEL and names_people(incoming.text):
        known = (replace(one, object_id=_stored(unit, address.tenant_id, one.object_id)) for one in incoming.mentions)
        incoming = replace(incoming, mentions=tuple(known))
    return incoming


def _of_personal_chat(unit: UnitOfWork, address: Address) -> str:
    """Return the object id of the person in this chat; what was theirs by Teams' id alone becomes theirs by it.

    Only the chat itself shows that both ids are of one person: whoever sends another's Teams' id gets nothing by it.
    """
    known, given = unit.address_of(address.conversation_id), address.user_object_id
    same = known is not None and (known.tenant_id, known.user_id) == (address.tenant_id, address.user_id)
    if known is None or not same:
        return _stored(unit, address.tenant_id, given)
    if known.user_object_id and given.lower() in ("", known.user_object_id.lower()):
        return known.user_object_id
    object_id = _stored(unit, address.tenant_id, given)
    if object_id and not known.user_object_id and known.scope is Scope.PERSONAL:
        unit.rename_owner(address.tenant_id, address.user_id, object_id)
    return object_id


def _stored(unit: UnitOfWork, tenant_id: str, object_id: str) -> str:
    return unit.known_object_id(tenant_id, object_id) or object_id if object_id else ""
