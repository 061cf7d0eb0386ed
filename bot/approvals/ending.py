"""A matter's text ends: so does what was asked of it. What a supervisor decided stays, and both sides are told.

The text ends when its worker deletes it or copies the note to MOSAIC, or when the council's days are over. Whichever
it is, it is the same here, in the same transaction.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.approvals.digests import digest_changed
from bot.approvals.request_lists import lists_changed, who_may_list
from bot.approvals.stored import from_stored, requested_matter, to_stored
from bot.storage.records import StoredCard
from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Ended, Request, RequestState, erase_text
from dialogs.approvals.screens import ChannelPrompt, ForSupervisor, WorkersRequest
from dialogs.placement import DETAIL, OUTCOME, PROMPT
from dialogs.screens import Blank, Screen


@dataclass(frozen=True, slots=True)
class EndOfText:
    """One end within one transaction. `by`: whoever did it, or "retention"."""

    unit: UnitOfWork
    draw: Callable[[Screen], dict[str, Any]]
    by: str
    how: Ended

    def of(self, matter_id: str) -> list[Request]:
        """End the requests on this matter's answers and empty their cards; return those that were still open."""
        kept = [self.unit.request(one.id) for one in self.unit.requests_on_answers(matter_id)]
        before = [from_stored(one) for one in kept if one]
        ended = [self._ended(request) for request in before]
        return [now for was, now in zip(before, ended, strict=True) if was.is_open]

    def _ended(self, request: Request) -> Request:
        bare = erase_text(request, self.how, self.unit.now)
        self.unit.change_request(to_stored(bare), was=request.state)
        self._redraw(bare)
        if request.is_open:
            said = f"{bare.ref} {self.how}"
            self.unit.record(self.by, "request_ended", str(bare.number), tenant=bare.tenant, detail=said)
            self._tell(bare)
        return bare

    def _redraw(self, request: Request) -> None:
        """Every card about it, each as its reader may see it from now on."""
        for card in self.unit.cards_of(request.id):
            self.unit.update_card(card.id, self.draw(self._screen(card, request)))
        digest_changed(self.unit, request)
        lists_changed(self.unit, who_may_list(self.unit, request), self.draw)

    def _screen(self, card: StoredCard, request: Request) -> Screen:
        if card.kind == PROMPT:
            return ChannelPrompt(request)
        reader = self.unit.reader_of(card.conversation_id)
        if card.kind == OUTCOME or reader == request.asker.partition("/")[2]:
            gone = request.state is RequestState.GONE
            return WorkersRequest(request, None) if gone else Blank(deleted=self.how is Ended.DELETED)
        return ForSupervisor(request, requested_matter(request), is_deciders=reader == request.decided_by)

    def _tell(self, request: Request) -> None:
        """The supervisor who was to answer hears of it; the channel too, where a review was still to be posted."""
        chat = self.unit.personal_conversation(request.tenant, request.assigned_to) if request.assigned_to else ""
        if chat:
            self._post(chat, DETAIL, request, ForSupervisor(request, requested_matter(request)))
        if self.how is Ended.COPIED and request.channel and not self._is_in_channel(request):
            self._post(request.channel, PROMPT, request, ChannelPrompt(request))

    def _post(self, conversation: str, kind: str, request: Request, screen: Screen) -> None:
        self.unit.post_card(self.unit.add_card(conversation, request.id, kind), self.draw(screen))

    def _is_in_channel(self, request: Request) -> bool:
        return bool(request.listed_with) or any(card.kind == PROMPT for card in self.unit.cards_of(request.id))
