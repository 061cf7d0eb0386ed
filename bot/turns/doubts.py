"""What people are told of messages that did not reach them, or perhaps did not."""

from typing import Any

import orjson

from bot.config.council import CouncilSettings
from bot.incoming import Scope
from bot.lookups import Lookups, Roster, answered
from bot.reminders import DueInUnit
from bot.storage.messages import ClaimedMessage, LeftPost, MessageState
from bot.storage.records import StoredCard
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork
from cards.words import render_text
from dialogs.placement import MAIN

_PROMPT = "prompt"


class Doubts:
    """Sees to it that nobody waits for a message that never came.

    A prompt in a channel is not said twice: the worker who asked hears of it. What a dead instance may have sent to a
    person is sent afresh, and says that it may be there twice. Whatever else is in doubt is said in the next turn.
    """

    def __init__(self, storage: Storage, council: CouncilSettings, teams: Roster) -> None:
        self._storage = storage
        self._council = council
        self._teams = teams

    async def hear_unsent(self, message: ClaimedMessage, state: MessageState) -> None:
        """Hear of a post that was given up, or that may not have arrived. Raises StorageUnavailable."""
        doubtful = state is MessageState.DOUBTFUL
        conversation = message.address.conversation_id
        if message.card_id:
            await answered(
                self._storage.transact,
                lambda unit, lookups: self._tell_worker(unit, lookups, message.card_id, in_doubt=doubtful),
                self._teams,
            )
        if message.address.scope is Scope.PERSONAL:

            def go_on(unit: UnitOfWork) -> None:
                card = unit.card(message.card_id) if message.card_id else None
                if card and card.activity_id:
                    return  # it was pressed meanwhile, and so has come
                if card:
                    _go_on_in_the_card_before(unit, card)
                _remember(unit, conversation, "doubt" if doubtful else "missed")

            await self._storage.transact(go_on, conversation_id=conversation)

    def look_at_left(self, unit: UnitOfWork, post: LeftPost, payload: bytes | None) -> None:
        """Settle what becomes of a post that a dead instance may have sent, in a transaction of its conversation."""
        card = unit.card(post.card_id) if post.card_id else None
        if card and card.kind == _PROMPT:
            self._tell_worker(unit, Lookups(), card.id, in_doubt=True)
        elif payload is None:
            _remember(unit, post.conversation_id, "doubt")
        elif card is None:
            unit.post_text(post.conversation_id, f"{render_text('notices.may_be_twice')}\n\n{orjson.loads(payload)}")
        elif not _has_moved_on(unit, card):
            unit.post_card(card.id, _marked(orjson.loads(payload)))

    def _tell_worker(self, unit: UnitOfWork, lookups: Lookups, card_id: str | None, *, in_doubt: bool) -> None:
        if card_id:
            DueInUnit(unit, self._council, lookups).not_posted(card_id, in_doubt=in_doubt)


def _has_moved_on(unit: UnitOfWork, card: StoredCard) -> bool:
    """Tell whether the conversation goes on in another card, or is known to have this one."""
    conversation = unit.conversation(card.conversation_id)
    live = conversation.state.get("live") if conversation else None
    return bool(card.activity_id) or (card.kind == MAIN and live != card.id)


def _marked(card: dict[str, Any]) -> dict[str, Any]:
    line = {"type": "TextBlock", "text": render_text("notices.may_be_twice"), "wrap": True, "weight": "Bolder"}
    return {**card, "body": [line, *card.get("body", [])]}


def _go_on_in_the_card_before(unit: UnitOfWork, card: StoredCard) -> None:
    """Have the conversation go on in the card that stays, as the one in front did not come.

    Where it has gone on in another since, the card that would have stayed fades with that one.
    """
    conversation = unit.conversation(card.conversation_id)
    live = str(conversation.state.get("live", "")) if conversation else ""
    before = unit.faded_by(card) if live else ""
    if conversation and before and live == card.id:
        unit.set_state(card.conversation_id, {**conversation.state, "live": before})
    elif before and live != before:
        unit.fade_with(card, live)


def _remember(unit: UnitOfWork, conversation_id: str, what: str) -> None:
    """Have it said, or told again, in the next turn of a personal chat."""
    conversation = unit.conversation(conversation_id)
    if conversation and conversation.address.scope is Scope.PERSONAL:
        unit.set_state(conversation_id, {**conversation.state, what: True})
