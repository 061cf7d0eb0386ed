"""The part of a unit that keeps cards, as ids."""

import secrets

from bot.storage.records import StoredCard
from bot.storage.transaction import Rows, Transaction


class CardRows(Rows):
    """Which card is where. What a card showed is never kept."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._seen: dict[str, StoredCard] = {}

    def add_card(self, conversation_id: str, matter_id: str, kind: str, activity_id: str = "") -> str:
        """Note a card of a saved conversation and return our id for it."""
        card = self._see(StoredCard(secrets.token_urlsafe(12), conversation_id, matter_id, kind, activity_id))
        row = {
            "id": card.id,
            "conversation_id": conversation_id,
            "matter_id": matter_id,
            "kind": kind,
            "activity_id": activity_id,
            "created_at": self.transaction.now,
        }
        self._cursor.execute(self._sql.add_card, row)
        return card.id

    def give_card(self, card: StoredCard, matter_id: str, kind: str) -> None:
        """Note that a card now shows another matter, or something else of it. Writes nothing when nothing changed."""
        if (card.matter_id, card.kind) != (matter_id, kind):
            self._see(StoredCard(card.id, card.conversation_id, matter_id, kind, card.activity_id))
            self._cursor.execute(self._sql.give_card, {"row": card.id, "matter": matter_id, "sort": kind})

    def card(self, card_id: str) -> StoredCard | None:
        """Return the card with our id, or None."""
        return self._card(self._sql.card, {"id": card_id})

    def card_by_activity(self, conversation_id: str, activity_id: str) -> StoredCard | None:
        """Return the card that Teams knows by this activity, or None."""
        key = {"conversation_id": conversation_id, "activity_id": activity_id}
        return self._card(self._sql.card_by_activity, key) if activity_id else None

    def cards_of(self, matter_id: str) -> list[StoredCard]:
        """Return the matter's cards, the oldest first."""
        self._cursor.execute(self._sql.cards_of, {"matter_id": matter_id})
        return [self._see(StoredCard(*row)) for row in self._cursor.fetchall()]

    def _card(self, sql: str, key: dict[str, str]) -> StoredCard | None:
        self._cursor.execute(sql, key)
        row = self._cursor.fetchone()
        return self._see(StoredCard(*row)) if row else None

    def _see(self, card: StoredCard) -> StoredCard:
        self._seen[card.id] = card
        return card
