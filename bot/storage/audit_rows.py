"""The audit record: who did what, when, on which reference; never the content.

Each entry bears a keyed digest of itself and of the entry before (its seal), and the head holds the number and seal of
the last entry, so that a change, a removal (also of the last entries) and a re-ordering show. A whole database put back
to an earlier moment does not show: compare the number and seal that `audit verify` prints with those noted elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

import orjson
from sqlalchemy import BigInteger, bindparam, select, update

from bot.storage.statements import Statement, first, insert
from bot.storage.tables import audit, audit_head, fixed
from bot.storage.transaction import Row, Rows, Transaction

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
    """Writes and reads the audit record.

    Entries are written at the end of the transaction: every one that records anything waits for the head, and so holds
    nothing else up, nor waits for anything more while it has it.
    """

    def __init__(self, transaction: Transaction) -> None:
        super().__init__(transaction)
        self._unwritten: list[Entry] = []

    def record(self, who: str, what: str, reference: str, *, tenant: str = "", detail: str = "") -> None:
        """Add an entry in this transaction. `what` and `detail` are codes of ours, never a person's words."""
        self._unwritten.append(Entry(0, self.transaction.now, tenant, who, what, reference, detail, "", ""))

    def write_entries(self) -> None:
        """Write the entries of this transaction, in order; `Storage` does so before it commits."""
        entries, self._unwritten = self._unwritten, []
        head = self._lock_head() if entries else None
        for entry in entries:
            head = self._write(head or Head(0, FIRST), entry)

    def _write(self, head: Head, entry: Entry) -> Head:
        draft = replace(entry, number=head.number + 1, before=head.seal)
        seal = self._cipher.sign(draft.sealed_text())
        self._execute(_ADD_ENTRY, **{**asdict(draft), "seal": seal})
        self._execute(_MOVE_HEAD, to_number=draft.number, to_seal=seal)
        return Head(draft.number, seal)

    def head(self) -> Head:
        """Lock and return the end of the record."""
        self.write_entries()
        return self._lock_head()

    def _lock_head(self) -> Head:
        row = self._row(_LOCK_HEAD)
        return Head(*row) if row else Head(0, FIRST)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield every entry after that number, in order of number."""
        self.write_entries()
        while rows := self._entries_after(after):
            for row in rows:
                yield Entry(*row)
            after = rows[-1][0]

    def has_valid_seal(self, entry: Entry) -> bool:
        """Tell whether the entry is as it was written."""
        return self._cipher.is_signed(entry.sealed_text(), entry.seal)

    def _entries_after(self, number: int) -> Sequence[Row]:
        return self._rows(_ENTRIES_AFTER, after=number)
