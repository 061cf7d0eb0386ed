"""The audit record: who did what, when, on which reference; never the content.

Each entry is sealed with a keyed digest of itself and of the entry before, and the head holds the last one's number and
seal, so that a change, a removal (also of the last ones) and a re-ordering show. What it cannot show by itself is a
whole database put back to an earlier moment: compare the number and seal that `audit verify` prints with those noted
down elsewhere.
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from bot.storage.transaction import Rows

FIRST = "first"
"""What stands before the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `at`: microseconds since 1970, UTC. `who`: an Entra object id, or what the bot did by itself."""

    number: int
    at: int
    tenant: str
    who: str
    what: str
    reference: str
    detail: str
    before: str
    seal: str

    def sealed_text(self) -> bytes:
        """The bytes that the seal is made of."""
        return orjson.dumps({n: v for n, v in asdict(self).items() if n != "seal"}, option=orjson.OPT_SORT_KEYS)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's number and seal."""

    number: int
    seal: str


class AuditRows(Rows):
    """The part of a unit that writes and reads the audit record."""

    def record(self, who: str, what: str, reference: str, *, tenant: str = "", detail: str = "") -> None:
        """Add an entry in this transaction. `what` and `detail` are codes of ours, never a person's words."""
        audit = self.transaction.audit_sql
        head = self.head()
        draft = Entry(head.number + 1, self.transaction.now, tenant, who, what, reference, detail, head.seal, "")
        seal = self._codec.sign(draft.sealed_text())
        self._cursor.execute(audit.add, {**asdict(draft), "seal": seal})
        self._cursor.execute(audit.move_head, {"to_number": draft.number, "to_seal": seal})

    def head(self) -> Head:
        """Where the record ends, held for this transaction alone."""
        self._cursor.execute(self.transaction.audit_sql.head, {})
        row = self._cursor.fetchone()
        return Head(*row) if row else Head(0, FIRST)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Every entry after that number, in order of number."""
        while rows := self._entries_after(after):
            for row in rows:
                yield Entry(*row)
            after = rows[-1][0]

    def seal_holds(self, entry: Entry) -> bool:
        """Whether the entry is as it was written."""
        return self._codec.signed(entry.sealed_text(), entry.seal)

    def _entries_after(self, number: int) -> list[Any]:
        self._cursor.execute(self.transaction.audit_sql.page, {"after": number})
        return list(self._cursor.fetchall())
