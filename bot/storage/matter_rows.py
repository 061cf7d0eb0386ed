"""The part of a unit that reads and writes matters."""

from datetime import datetime
from typing import Any

import orjson

from bot.storage.records import StoredMatter, from_microseconds, to_microseconds
from bot.storage.transaction import Rows


class MatterRows(Rows):
    """The workers' matters."""

    def matter(self, matter_id: str) -> StoredMatter | None:
        """Return the matter, held for this transaction alone, or None. Raises Unreadable."""
        self._cursor.execute(self._sql.matter, {"id": matter_id})
        row = self._cursor.fetchone()
        return self._read_matter(row) if row else None

    def matters_of(self, owner: str) -> list[StoredMatter]:
        """Return the owner's matters, the last updated first. Raises Unreadable."""
        self._cursor.execute(self._sql.matters_of, {"owner": owner})
        return [self._read_matter(row) for row in self._cursor.fetchall()]

    def save_matter(self, matter: StoredMatter) -> None:
        """Keep the matter as it is given, new or not."""
        row = {
            "id": matter.id,
            "owner": matter.owner,
            "flow": matter.flow,
            "revision": matter.revision,
            "guidance_version": matter.guidance_version,
            "status": matter.status,
            "created_at": to_microseconds(matter.created_at),
            "updated_at": to_microseconds(matter.updated_at),
            "content": self._codec.seal(_name(matter.id), orjson.dumps(matter.content)),
        }
        self._cursor.execute(self._sql.save_matter, row)

    def forget_matter(self, matter_id: str) -> None:
        """Delete the matter, and any offer of it. Its cards stay, as ids; blank them first."""
        self._cursor.execute(self._sql.end_handovers, {"matter_id": matter_id})
        self._cursor.execute(self._sql.forget_matter, {"id": matter_id})

    def matters_before(self, moment: datetime) -> list[str]:
        """Return the ids of matters last updated before that moment, a few at a time."""
        self._cursor.execute(self._sql.matters_before, {"before": to_microseconds(moment)})
        return [str(row[0]) for row in self._cursor.fetchall()]

    def check_key(self) -> None:
        """Read the oldest matter, the likeliest to need a key that is no longer given; raises Unreadable."""
        self._cursor.execute(self._sql.oldest_matter, {})
        row = self._cursor.fetchone()
        if row:
            self._read_matter(row)

    def _read_matter(self, row: Any) -> StoredMatter:
        matter_id, owner, flow, revision, guidance_version, status, created_at, updated_at, sealed = row
        return StoredMatter(
            id=matter_id,
            owner=owner,
            flow=flow,
            revision=revision,
            guidance_version=guidance_version,
            status=status,
            created_at=from_microseconds(created_at),
            updated_at=from_microseconds(updated_at),
            content=orjson.loads(self._codec.unseal(_name(matter_id), sealed)),
        )


def _name(matter_id: str) -> str:
    return f"matters/{matter_id}"
