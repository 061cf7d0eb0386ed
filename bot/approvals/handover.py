"""Handing over a matter's requests with it: the new owner has them, the giver hears no more of them."""

from dataclasses import dataclass

from bot.approvals.request_lists import lists_changed
from bot.approvals.service import ApprovalService
from bot.approvals.stored import from_stored, to_stored
from bot.storage.records import StoredCard
from dialogs.approvals.request import Request, take_over
from dialogs.approvals.screens import ChannelPrompt
from dialogs.placement import OUTCOME, PROMPT
from dialogs.screens import HandedOver, MovedOn, Screen


@dataclass(frozen=True, slots=True)
class TakingOver:
    """What the taker's turn does to the requests, in one transaction. `approvals`: the taker's context."""

    approvals: ApprovalService

    def of(self, matter_id: str) -> None:
        """They are the taker's from now on, open or settled."""
        unit = self.approvals.unit
        kept = [unit.request(one.id) for one in unit.requests_of_matter(matter_id)]
        for request in (from_stored(one) for one in kept if one):
            self._take(request)

    def _take(self, request: Request) -> None:
        unit, person = self.approvals.unit, self.approvals.person
        ours = take_over(request, person, self.approvals.local)
        unit.change_request(to_stored(ours), was=request.state)
        unit.record(person.object_id, "request_taken_over", str(ours.number), tenant=person.tenant, detail=request.ref)
        for card in unit.cards_of(request.id):
            self._redraw(card, request, ours)
        lists_changed(unit, ours.askers, self.approvals.draw)

    def _redraw(self, card: StoredCard, before: Request, now: Request) -> None:
        """The giver's cards are emptied and belong to nothing; so are the taker's own, as a supervisor of it."""
        if card.kind == PROMPT:
            if now.state is not before.state:
                self._show(card, ChannelPrompt(now))
            return
        reader = self.approvals.unit.reader_of(card.conversation_id)
        takers = reader == self.approvals.person.object_id
        if takers or card.kind == OUTCOME or reader in ("", before.asker.partition("/")[2]):
            self._show(card, MovedOn() if takers else HandedOver())
            self.approvals.unit.reassign_card(card, "", card.kind)
        elif now.is_open:
            self._show(card, self.approvals.shown_to_supervisor(now, reader=reader))

    def _show(self, card: StoredCard, screen: Screen) -> None:
        self.approvals.unit.update_card(card.id, self.approvals.draw(screen))
