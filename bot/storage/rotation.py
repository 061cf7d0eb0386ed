"""Everything sealed is sealed again with the first key, a few rows at a time, while the bot runs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Column, LargeBinary, Table, bindparam, func, select, update

from bot.storage.conversation_rows import payload_name
from bot.storage.encryption import Cipher
from bot.storage.errors import Unreadable
from bot.storage.statements import Statement, first
from bot.storage.tables import fixed, metadata, outbox
from bot.storage.transaction import Row, Rows

_ROWS_AT_ONCE = 200
_PLACE: BindParameter[Any] = bindparam("row")
_NEW: BindParameter[bytes] = bindparam("new")
_OLD: BindParameter[bytes] = bindparam("old")


@dataclass(frozen=True, slots=True)
class SealedColumn:
    """A column whose values are sealed, each with the name of its row."""

    table: str
    name_of: Callable[[Row], str]
    page: Statement
    reseal: Statement

    @classmethod
    def of(cls, table: Table, column: Column[bytes]) -> "SealedColumn":
        (key,) = table.primary_key
        named = [table.c.conversation_id, table.c.card_id] if table is outbox else []
        # A settled message has no text any more, and a conversation perhaps none yet.
        page = select(key, column, *named).where(key > bindparam("after"), func.length(column) > fixed(0)).order_by(key)
        reseal = update(table).where(key == _PLACE, column == _OLD).values({column.name: _NEW})
        name_of = _outbox_name if table is outbox else lambda row: f"{table.name}/{row[0]}"
        return cls(table.name, name_of, Statement(first(page, _ROWS_AT_ONCE)), Statement(reseal))

    @property
    def first_key(self) -> Any:
        """What comes before every key."""
        return 0 if self.table == "outbox" else ""


def _outbox_name(row: Row) -> str:
    return payload_name(row[2], row[3])


SEALED = [
    SealedColumn.of(table, column)
    for table in metadata.sorted_tables
    for column in table.c
    if isinstance(column.type, LargeBinary)
]


@dataclass(slots=True)
class Pass:
    """How many rows a pass found: sealed with another key, and so sealed anew; and unreadable with the keys given."""

    others: int = 0
    unreadable: int = 0


class RotationRows(Rows):
    """Reads and seals anew within one transaction."""

    def reseal(self, column: SealedColumn, after: Any, found: Pass) -> Any:
        """Seal the next rows after that key with the first key; returns the last one's key, None at the end.

        A row that is changed meanwhile is left: whoever changes it seals it.
        """
        rows = self._rows(column.page, after=after)
        for row in rows:
            self._reseal(column, row, found)
        return rows[-1][0] if rows else None

    def _reseal(self, column: SealedColumn, row: Row, found: Pass) -> None:
        if self._cipher.is_current(row[1]):
            return
        try:
            sealed = self._cipher.seal(column.name_of(row), self._cipher.unseal(column.name_of(row), row[1]))
        except Unreadable:
            found.unreadable += 1
            return
        found.others += 1
        self._execute(column.reseal, row=row[0], old=row[1], new=sealed)


def unreadable_in(column: SealedColumn, rows: Sequence[Row], cipher: Cipher) -> Iterator[str]:
    """Yield the names of the rows that cannot be read with these keys."""
    for row in rows:
        try:
            cipher.unseal(column.name_of(row), row[1])
        except Unreadable:
            yield column.name_of(row)
