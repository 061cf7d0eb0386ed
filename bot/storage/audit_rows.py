"""The audit record: who did what, when, on which reference; never the content.

Each entry bears a keyed digest of itself and of the entry before (its seal), the head holds the number and seal of the
last entry, and a sealed note holds the same: so a change, a removal (also of the last entries) and a re-ordering show.
A whole database put back to an earlier moment shows only beside a seal that was noted elsewhere: `audit verify --seal`.
"""

from typing import Any

import orjson
from msgspec import Struct
from msgspec.structs import asdict, replace
from sqlalchemy import BigInteger, bindparam, delete, select, update

from bot.storage.integrity import IntegrityRows
from bot.storage.statements import Statement, first, insert
from bot.storage.tables import audit, audit_head, fixed

FIRST = "first"
"""The seal before the first entry."""
END = "audit_end"
"""The note of the last entry. An older version, in a rolling update, adds entries and leaves it behind."""
BASE = "audit_base"
"""The note of the last entry that was pruned, with what the entries up to it said."""
CUT = "record_cut"
"""What an entry says that was written after others had been cut off, or put there with a key that has gone.

It is not forgotten as the record goes on."""

PAGE = 2000
"""Entries that are read at a time."""
_IS_HEAD = audit_head.c.id == fixed(1)
_HEAD = select(audit_head.c.number, audit_head.c.seal).where(_IS_HEAD)
_LOCK_HEAD = Statement(_HEAD.with_for_update())
READ_HEAD = Statement(_HEAD)
_MOVE_HEAD = Statement(
    update(audit_head).where(_IS_HEAD).values(number=bindparam("to_number"), seal=bindparam("to_seal"))
)
_ADD_ENTRY = insert(audit)
_UP_TO = audit.c.number <= bindparam("last", type_=BigInteger)
_PRUNE = Statement(delete(audit).where(_UP_TO))
ENTRIES_UP_TO = Statement(first(select(audit.c.number).where(_UP_TO).order_by(audit.c.number), 1))
# The database itself refuses to delete an entry, but for the time of a pruning.
_UNGUARD = {
    "postgresql": "ALTER TABLE audit DISABLE TRIGGER audit_append_only",
    "sqlite": "DROP TRIGGER audit_no_delete",
}
_GUARD = {
    "postgresql": "ALTER TABLE audit ENABLE TRIGGER audit_append_only",
    "sqlite": "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit"
    " BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END",
}
_AFTER = audit.c.number > bindparam("after", type_=BigInteger)
ENTRIES_AFTER = Statement(first(select(audit).where(_AFTER).order_by(audit.c.number), PAGE))


class Entry(Struct, frozen=True):
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


class Head(Struct, frozen=True):
    """The last entry's number and seal."""

    number: int
    seal: str


class AuditRows(IntegrityRows):
    """Writes and reads the audit record.

    Entries are written at the end of the transaction: every one that records anything waits for the head, and so holds
    nothing else up, nor waits for anything more while it has it.
    """

    _unwritten: list[Entry]

    def record(self, who: str, what: str, reference: str, *, tenant: str = "", detail: str = "") -> None:
        """Add an entry in this transaction. `what` and `detail` are codes of ours, never a person's words."""
        self._unwritten.append(Entry(0, self.transaction.now, tenant, who, what, reference, detail, "", ""))

    def write_entries(self) -> None:
        """Write the entries of this transaction, in order; `Storage` does so before it commits."""
        head = self._lock_head()
        end = self.note(END)
        if end is None or not self._follows(head, Head(**end)):
            self._unwritten.insert(0, Entry(0, self.transaction.now, "", "bot", CUT, str(head.number), "", "", ""))
        entries, self._unwritten = self._unwritten, []
        for entry in entries:
            draft = replace(entry, number=head.number + 1, before=head.seal)
            head = Head(draft.number, self._cipher.sign(draft.sealed_text()))
            self._execute(_ADD_ENTRY, **{**asdict(draft), "seal": head.seal})
        self._execute(_MOVE_HEAD, to_number=head.number, to_seal=head.seal)
        self.save_note(END, asdict(head))

    def _follows(self, head: Head, end: Head) -> bool:
        """Whether the record ends where it was noted, or an older version went on with a key of today."""
        if head.number == end.number:
            return head.seal == end.seal
        return head.number > end.number and self._cipher.is_signed_by_given(head.seal)

    def open_record(self) -> None:
        """Note the keys, and that the record is empty if nothing ever was noted. Raises WrongKey.

        Where there are entries without any note, whoever took the notes away may have cut the record: its end stays
        unsealed, and the next entry says so.
        """
        head = self._lock_head()
        if self.register_keys() and not head.number:
            self.save_note(END, asdict(head))

    def prune(self, note: dict[str, Any]) -> None:
        """Delete the entries up to the one that the note tells of, which were exported, and begin after it."""
        self._lock_head()
        dialect = self.transaction.sql.dialect.name
        self._cursor.execute(_UNGUARD[dialect])
        self._execute(_PRUNE, last=note["number"])
        self._cursor.execute(_GUARD[dialect])
        self.save_note(BASE, note)

    def _lock_head(self) -> Head:
        row = self._row(_LOCK_HEAD)
        return Head(*row) if row else Head(0, FIRST)
