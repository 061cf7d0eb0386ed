"""The part of a unit that leaves messages in the outbox, to be sent after the commit."""

from datetime import datetime
from typing import Any

import orjson

from bot.storage.card_rows import CardRows
from bot.storage.records import to_microseconds
from bot.storage.transaction import Transaction


def payload_name(conversation_id: str, card_id: str | None) -> str:
    """Name what an outbox row's payload is sealed for."""
    return f"outbox/{card_id or conversation_id}"


class PostRows(CardRows):
    """Messages written in the turn's own transaction."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._posts: list[dict[str, object]] = []

    def post_card(self, card_id: str, card: dict[str, Any], *, due_at: datetime | None = None) -> None:
        """Send the card as a new message, now or when due; its activity id is then kept on the card's row.

        Raises LookupError when there is no such card; so does `update_card`.
        """
        self._post("post", self._conversation_of(card_id), card_id, card, due_at)

    def update_card(self, card_id: str, card: dict[str, Any]) -> None:
        """Send the card over the message it was sent as; dropped when it never was."""
        self._post("update", self._conversation_of(card_id), card_id, card, None)

    def post_text(self, conversation_id: str, text: str, *, due_at: datetime | None = None) -> None:
        """Send a plain-text message, now or when due."""
        self._post("post", conversation_id, None, text, due_at)

    def remind(self, conversation_id: str, about: dict[str, Any], due_at: datetime) -> None:
        """Come back to this when it is due, whichever process is there then; `about` is ids and numbers of ours."""
        self._post("remind", conversation_id, None, about, due_at)

    def flush(self) -> None:
        """Write the messages, in order, in one go; `Storage` does so before it commits."""
        if self._posts:
            self._cursor.executemany(self.transaction.outbox_sql.add, self._posts)

    def _post(
        self, verb: str, conversation_id: str, card_id: str | None, body: object, due_at: datetime | None
    ) -> None:
        name = payload_name(conversation_id, card_id)
        self._posts.append(
            {
                "conversation_id": conversation_id,
                "card_id": card_id,
                "verb": verb,
                "payload": self.transaction.codec.seal(name, orjson.dumps(body)),
                "due_at": to_microseconds(due_at) if due_at else self.transaction.now,
                "created_at": self.transaction.now,
            }
        )

    def _conversation_of(self, card_id: str) -> str:
        card = self._seen.get(card_id) or self.card(card_id)
        if card is None:
            raise LookupError("there is no such card")
        return card.conversation_id
