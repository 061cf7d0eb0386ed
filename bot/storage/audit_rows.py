"""The audit record: who did what, when, on which reference; never the content.

Each entry bears a keyed digest of itself and of the entry before (its seal), and the head holds the number and seal of
the last entry, so that a change, a removal (also of the last entries) and a re-ordering show. A whole database put back
to an earlier moment does not show: compare the number and seal that `audit verify` prints with those noted elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

import orjson
from sqlalchemy import BigInteger, bindparam, select, update

from bot.storage.statements import Statement, first, insert
from bot.storage.tables import audit, audit_head, fixed
from bot.storage.transaction import Row, Rows

FIRST = "first"
"""The seal before the first entry."""

_PAGE = 500
_IS_HEAD = audit_head.c.id == fixed(1)
_LOCK_HEAD = Statement(select(audit_head.c.number, audit_head.c.seal).where(_IS_HEAD).with_for_update())
_MOVE_HEAD = Statement(
    update(audit_head).where(_IS_HEAD).values(number=bindparam("to_number"), seal=bindparam("to_seal"))
)
_ADD_ENTRY = insert(audit)
_AFTER = audit.c.number > bindparam("after", type_=BigInteger)
_ENTRIES_AFTER = Statement(first(select(audit).where(_AFTER).order_by(audit.c.number), _PAGE))


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
        """Return the bytes that the seal is made of."""
        return orjson.dumps({n: v for n, v in asdict(self).items() if n != "seal"}, option=orjson.OPT_SORT_KEYS)


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's number and seal."""

    number: int
    seal: str


class AuditRows(Rows):
    """Writes and reads the audit record."""

    def record(self, who: str, what: str, reference: str, *, tenant: str = "", detail: str = "") -> None:
        """Add an entry in this transaction. `what` and `detail` are codes of ours, never a person's words."""
        head = self.head()
        draft = Entry(head.number + 1, self.transaction.now, tenant, who, what, reference, detail, head.seal, "")
        seal = self._cipher.sign(draft.sealed_text())
        self._execute(_ADD_ENTRY, **{**asdict(draft), "seal": seal})
        self._execute(_MOVE_HEAD, to_number=draft.number, to_seal=seal)

    def head(self) -> Head:
        """Lock and return the end of the record."""
        row = self._row(_LOCK_HEAD)
        return Head(*row) if row else Head(0, FIRST)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield every entry after that number, in order of number."""
        while rows := self._entries_after(after):
            for row in rows:
                yield Entry(*row)
            after = rows[-1][0]

    def has_valid_seal(self, entry: Entry) -> bool:
        """Tell whether the entry is as it was written."""
        return self._cipher.is_signed(entry.sealed_text(), entry.seal)

    def _entries_after(self, number: int) -> Sequence[Row]:
        return self._rows(_ENTRIES_AFTER, after=number)
