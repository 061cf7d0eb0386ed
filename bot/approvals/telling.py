"""Who is told of a request, and where: the worker and the supervisor in their own chats, the channel in its posts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from bot.approvals.digests import digest_changed
from bot.approvals.posting import Posting
from bot.approvals.stored import requested_matter
from bot.approvals.teams import team_name
from bot.lookups import Lookups, OpenChat
from bot.matters import MatterRepository
from bot.storage.records import StoredChannel
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import OPEN_STATES, Person, Request
from dialogs.approvals.screens import ForSupervisor, SupervisorRole, WorkersRequest
from dialogs.placement import DETAIL, OUTCOME, TOLD
from dialogs.screens import Screen


@dataclass(frozen=True, slots=True)
class Telling:
    """What one person's turn tells others, within one transaction."""

    unit: UnitOfWork
    person: Person
    draw: Callable[[Screen], dict[str, Any]]
    lookups: Lookups

    @property
    def posting(self) -> Posting:
        """What posts and redraws cards."""
        return Posting(self.unit, self.draw)

    def redraw_cards(self, request: Request) -> None:
        """Redraw its posts in the channel and the supervisors' detail cards with its present status."""
        if not request.is_open:
            digest_changed(self.unit, request)
        self.posting.redraw_prompts(request)
        for card in self.unit.cards_of(request.id):
            if card.kind == DETAIL and request.state not in OPEN_STATES:
                shown = self.shown_to_supervisor(request, reader=self.unit.reader_of(card.conversation_id))
                self.unit.update_card(card.id, self.draw(shown))

    def tell_worker(self, request: Request) -> None:
        """Tell the worker who asked, in their own chat, the status of the request."""
        conversation = self.unit.personal_conversation(request.tenant, request.asker.partition("/")[2])
        if conversation:
            matter = MatterRepository(self.unit, request.asker).find(request.matter_id)
            self.posting.post(conversation, request.id, OUTCOME, WorkersRequest(request, matter))

    def tell_supervisor(self, request: Request) -> None:
        """Show the request to the named supervisor in their own chat; without one, post it in the channel again."""
        conversation = self.chat_with(request.assigned_to, request.channel) if request.assigned_to else ""
        if conversation:
            shown = self.shown_to_supervisor(request, reader=request.assigned_to)
            self.posting.post(conversation, request.id, DETAIL, shown)
        elif request.channel:
            self.posting.prompt(request)

    def shown_to_supervisor(
        self, request: Request, *, fault: str = "", typed: str = "", reader: str = ""
    ) -> ForSupervisor:
        """The request in full, for the one who decides: this person, unless another `reader` is named."""
        reader = reader or self.person.object_id
        taking_no_part = (reader, *(asker.partition("/")[2] for asker in request.askers))
        others = tuple(
            (one.object_id, one.name)
            for one in self.unit.supervisors(request.channel)
            if one.object_id not in taking_no_part and not self.unit.absence(f"{request.tenant}/{one.object_id}")
        )
        return ForSupervisor(request, requested_matter(request), fault, typed, others, reader == request.decided_by)

    def open_in_own_chat(self, request: Request) -> bool | None:
        """Show the request in this supervisor's own chat. Returns None if they have no chat. Raises Unanswered.

        Returns False if it is the last card there already; one that is further up is moved down.
        """
        chat = self.chat_with(self.person.object_id, request.channel)
        if not chat:
            return None
        newest = self.unit.newest_card(chat)
        if newest and (newest.matter_id, newest.kind) == (request.id, DETAIL) and self.unit.is_coming(newest):
            return False
        self.posting.post(chat, request.id, DETAIL, self.shown_to_supervisor(request))
        return True

    def tell_supervisor_role(self, channel: StoredChannel, object_id: str, chat: str, *, may: bool) -> None:
        """Tell someone in their own chat that they may decide in a channel, and what that means, or no longer may."""
        chat = chat or self.unit.personal_conversation(self.person.tenant, object_id)
        if chat:
            waiting = len(self.unit.open_requests(channel.id)) if may else 0
            screen = SupervisorRole(team_name(channel), self.person.name, may=may, waiting=waiting)
            self.posting.post(chat, f"role/{channel.id}", TOLD, screen)

    def chat_with(self, object_id: str, channel_id: str) -> str:
        """Return the chat with this person alone, opened where they never wrote; "" where Teams does not allow it.

        Raises Unanswered.
        """
        known = self.unit.personal_conversation(self.person.tenant, object_id)
        address = None if known else self.unit.address_as_it_is(channel_id)
        if known or address is None:
            return known
        return self.lookups.chat(OpenChat(replace(address, user_id="", user_object_id=""), object_id))

    def tell_roles(self, chat: str) -> None:
        """Tell this person, in this chat of theirs, of each channel they were named for without having heard of it."""
        for channel_id in self.unit.supervised_channels(self.person.tenant, self.person.object_id):
            told = [card for card in self.unit.cards_of(f"role/{channel_id}") if card.conversation_id == chat]
            channel = self.unit.channel(channel_id)
            if channel and not any(self.unit.is_coming(card) for card in told):
                waiting = len(self.unit.open_requests(channel_id))
                screen = SupervisorRole(team_name(channel), "", waiting=waiting)
                self.posting.post(chat, f"role/{channel_id}", TOLD, screen)
