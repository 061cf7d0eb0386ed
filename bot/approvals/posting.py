"""The cards of a request as they are posted: a conversation has one of a kind, which is moved rather than doubled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.request import Request, RequestState
from dialogs.approvals.screens import ChannelPrompt
from dialogs.placement import PROMPT
from dialogs.screens import MovedOn, Screen


@dataclass(frozen=True, slots=True)
class Posting:
    """Posts and redraws within one transaction."""

    unit: UnitOfWork
    draw: Callable[[Screen], dict[str, Any]]

    def post(self, conversation: str, about: str, kind: str, screen: Screen, moved: Screen | None = None) -> None:
        """Post a card; an earlier one of its kind there shows that it has `moved`, once this one has arrived."""
        drawn = self.draw(moved or MovedOn())
        for card in self.unit.cards_of(about):
            if card.kind == kind and card.conversation_id == conversation and card.activity_id:
                self.unit.fade_card(card.id, drawn)
        self.unit.post_card(self.unit.add_card(conversation, about, kind), self.draw(screen))

    def prompt(self, request: Request) -> None:
        """Post the request in its channel."""
        self.post(request.channel, request.id, PROMPT, ChannelPrompt(request), ChannelPrompt(request, moved=True))

    def redraw_prompts(self, request: Request) -> None:
        """Redraw the request's posts in channels with its present status; only the last has a button."""
        prompts = [card for card in self.unit.cards_of(request.id) if card.kind == PROMPT]
        for card in prompts:
            is_last = card is prompts[-1] and card.conversation_id == request.channel
            moved = request.state is RequestState.WAITING and not is_last
            self.unit.update_card(card.id, self.draw(ChannelPrompt(request, moved=moved)))
