"""The part of a unit that keeps which matters are offered to a colleague."""

from typing import Any

from bot.storage.records import Handover, from_microseconds, to_microseconds
from bot.storage.transaction import Rows


class HandoverRows(Rows):
    """Matters offered by a code, of which only the hash is kept. A matter is offered by one code at a time."""

    def offer_matter(self, offer: Handover) -> None:
        """Keep the offer; an earlier one of the same matter ends. After `save_conversation`."""
        self.end_offers(offer.matter_id)
        row = {
            "code_hash": offer.code_hash,
            "matter_id": offer.matter_id,
            "owner": offer.owner,
            "tenant_id": offer.tenant_id,
            "conversation_id": offer.conversation_id,
            "offered_at": to_microseconds(offer.offered_at),
            "expires_at": to_microseconds(offer.expires_at),
            "taken": 0,
        }
        self._cursor.execute(self._sql.add_handover, row)

    def offer(self, code_hash: str) -> Handover | None:
        """Return the offer with that code, open or not, or None."""
        return self._offer(self._sql.handover, {"code_hash": code_hash})

    def open_offer(self, matter_id: str) -> Handover | None:
        """Return the offer of that matter that can still be taken, or None."""
        return self._offer(self._sql.open_handover, {"matter_id": matter_id, "now": self.transaction.now})

    def take_offer(self, code_hash: str) -> bool:
        """Mark the offer as taken; False when it is over by now, or another transaction was first."""
        self._cursor.execute(self._sql.take_handover, {"row": code_hash, "now": self.transaction.now})
        return self._cursor.rowcount == 1

    def end_offers(self, matter_id: str) -> None:
        """Take back every offer of that matter: its codes are forgotten."""
        self._cursor.execute(self._sql.end_handovers, {"matter_id": matter_id})

    def _offer(self, sql: str, key: dict[str, Any]) -> Handover | None:
        self._cursor.execute(sql, key)
        row = self._cursor.fetchone()
        return _read(row) if row else None


def _read(row: Any) -> Handover:
    code_hash, matter_id, owner, tenant_id, conversation_id, offered_at, expires_at, taken = row
    return Handover(
        code_hash=code_hash,
        matter_id=matter_id,
        owner=owner,
        tenant_id=tenant_id,
        conversation_id=conversation_id,
        offered_at=from_microseconds(offered_at),
        expires_at=from_microseconds(expires_at),
        taken=bool(taken),
    )
