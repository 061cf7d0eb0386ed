"""The part of a unit that keeps how practice goes, one row a person, sealed."""

from typing import Any

import orjson

from bot.storage.transaction import Rows


class PracticeRows(Rows):
    """Everyone's progress in practice."""

    def practice(self, owner: str) -> dict[str, Any] | None:
        """Return this person's progress (JSON of primitives), held for this transaction, or None. Raises Unreadable."""
        self._cursor.execute(self._sql.practice, {"id": owner})
        row = self._cursor.fetchone()
        return self._read_practice(str(row[0]), row[3]) if row else None

    def practice_of_tenant(self, tenant_id: str) -> list[tuple[str, dict[str, Any]]]:
        """Return whose it is and the progress, of everyone in the tenant. Raises Unreadable."""
        self._cursor.execute(self._sql.practice_of_tenant, {"tenant_id": tenant_id})
        return [(str(row[0]), self._read_practice(str(row[0]), row[1])) for row in self._cursor.fetchall()]

    def save_practice(self, owner: str, tenant_id: str, content: dict[str, Any]) -> None:
        """Keep this person's progress as it is given."""
        sealed = self._codec.seal(_name(owner), orjson.dumps(content))
        row = {"id": owner, "tenant_id": tenant_id, "updated_at": self.transaction.now, "content": sealed}
        self._cursor.execute(self._sql.save_practice, row)

    def forget_practice(self, owner: str) -> None:
        """Delete this person's progress."""
        self._cursor.execute(self._sql.forget_practice, {"id": owner})

    def _read_practice(self, owner: str, sealed: bytes) -> dict[str, Any]:
        content: dict[str, Any] = orjson.loads(self._codec.unseal(_name(owner), sealed))
        return content


def _name(owner: str) -> str:
    return f"practice/{owner}"
