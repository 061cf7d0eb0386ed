"""The part of a unit that reads and writes conversations."""

from typing import Any

import orjson

from bot.incoming import Address, Scope
from bot.storage.records import Conversation
from bot.storage.transaction import Rows, Transaction


class ConversationRows(Rows):
    """Where people are answered, and what is remembered of each conversation."""

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._conversations: dict[str, tuple[Address, bytes] | None] = {}

    def save_conversation(self, address: Address) -> None:
        """Keep where the conversation is answered. Writes nothing when nothing changed. Before cards and posts."""
        known = self._conversation(address.conversation_id)
        if known is not None and known[0] == address:
            return
        self._conversations[address.conversation_id] = (address, known[1] if known else b"{}")
        row = {
            "id": address.conversation_id,
            "scope": address.scope.value,
            "service_url": address.service_url,
            "tenant_id": address.tenant_id,
            "bot_id": address.bot_id,
            "user_id": address.user_id,
            "user_object_id": address.user_object_id,
            "state": b"",
        }
        self._cursor.execute(self._sql.save_conversation, row)

    def conversation(self, conversation_id: str) -> Conversation | None:
        """Return the conversation, or None when it was never saved. Raises Unreadable."""
        known = self._conversation(conversation_id)
        return Conversation(known[0], orjson.loads(known[1])) if known else None

    def reader_of(self, conversation_id: str) -> str:
        """The Entra object id of whoever reads it; "" for none. Nobody's conversation is held for it."""
        self._cursor.execute(self._sql.reader, {"id": conversation_id})
        row = self._cursor.fetchone()
        return str(row[0]) if row else ""

    def set_state(self, conversation_id: str, state: dict[str, Any]) -> None:
        """Replace the state of a saved conversation; raises LookupError for another."""
        known = self._conversation(conversation_id)
        if known is None:
            raise LookupError("the conversation was never saved")
        plain = orjson.dumps(state)
        if plain != known[1]:
            self._conversations[conversation_id] = (known[0], plain)
            sealed = self._codec.seal(_name(conversation_id), plain)
            self._cursor.execute(self._sql.set_state, {"row": conversation_id, "state": sealed})

    def _conversation(self, conversation_id: str) -> tuple[Address, bytes] | None:
        """Read the row once a transaction: it is locked, so nobody else can change it meanwhile."""
        if conversation_id not in self._conversations:
            self._cursor.execute(self._sql.conversation, {"id": conversation_id})
            row = self._cursor.fetchone()
            self._conversations[conversation_id] = self._read_conversation(row) if row else None
        return self._conversations[conversation_id]

    def _read_conversation(self, row: Any) -> tuple[Address, bytes]:
        conversation_id, scope, *rest, sealed = row
        plain = self._codec.unseal(_name(conversation_id), sealed) if sealed else b"{}"
        return Address(conversation_id, Scope(scope), *rest), plain


def _name(conversation_id: str) -> str:
    return f"conversations/{conversation_id}"
