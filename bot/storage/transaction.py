"""One open transaction, as the parts of a unit of work share it."""

import logging
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.encryption import Cipher
from bot.storage.errors import Unreadable
from bot.storage.records import RowMapping
from bot.storage.statements import CompiledStatements, Statement

log = logging.getLogger(__name__)

R = TypeVar("R")
Row = Sequence[Any]


class Transaction(Struct, frozen=True):
    """The driver's cursor, the statements it runs, the cipher, and the time (microseconds since 1970) of this moment.

    `lists` holds the lists of records read since this transaction may last have waited for a lock.
    """

    cursor: DBAPICursor
    sql: CompiledStatements
    cipher: Cipher
    now: int
    lists: dict[RowMapping[Any], dict[tuple[object, ...], list[Any]]] = {}


class Rows:
    """Base of what reads and writes rows in one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self._cursor = transaction.cursor
        self._cipher = transaction.cipher

    def _execute(self, statement: Statement, **values: object) -> int:
        """Run the statement and return how many rows it changed."""
        self._cursor.execute(self.transaction.sql[statement], values)
        return self._cursor.rowcount

    def _execute_each(self, statement: Statement, rows: Sequence[dict[str, object]]) -> None:
        if rows:
            self._cursor.executemany(self.transaction.sql[statement], rows)

    def _row(self, statement: Statement, **values: object) -> Row | None:
        self._cursor.execute(self.transaction.sql[statement], values)
        row: Row | None = self._cursor.fetchone()
        return row

    def _rows(self, statement: Statement, **values: object) -> Sequence[Row]:
        self._cursor.execute(self.transaction.sql[statement], values)
        return self._cursor.fetchall()


class IdentityMap(Rows, Generic[R]):
    """The records of one table in one transaction, by id: each row is read, decrypted and parsed once.

    A row that was altered is as if it were not there, so that it stops nobody; the log names it.

    A record that this transaction locked or wrote is its own until the commit, and is not read again. Others may change
    meanwhile: every list is read again once this transaction may have waited for a lock.
    """

    def __init__(self, transaction: Transaction, mapping: RowMapping[R]) -> None:
        super().__init__(transaction)
        self._mapping = mapping
        self._own: dict[str, R | None] = {}
        self._written: dict[str, list[Any]] = {}
        self._parsed: dict[str, tuple[Row, R | None]] = {}

    def owns(self, record_id: str) -> bool:
        return record_id in self._own or record_id in self._written

    def lock(self, statement: Statement, record_id: str) -> R | None:
        """Return the record, read by a statement that locks its row, or None. Raises Unreadable."""
        if record_id in self._written:
            return self._owned(record_id)
        if record_id not in self._own:
            self.transaction.lists.clear()
            row = self._row(statement, id=record_id)
            self._own[record_id] = self._parse(row) if row else None
        return self._own[record_id]

    def read(self, statement: Statement, **key: object) -> list[R]:
        """Return the records of a statement that locks nothing. Raises Unreadable."""
        lists = self.transaction.lists.setdefault(self._mapping, {})
        named = (statement, *key.values())
        if named not in lists:
            lists[named] = list(filter(None, map(self._known, self._rows(statement, **key))))
        return list(lists[named])

    def write(self, statement: Statement, record: R, **key: object) -> bool:
        """Write the record. Returns False when the statement changed no row."""
        values = self._mapping.to_values(record)
        self._forget(values[0])
        written = self._execute(statement, **self._mapping.seal(values, self._cipher), **key) == 1
        if written:
            self._written[values[0]] = values
        return written

    def delete(self, statement: Statement, record_id: str) -> None:
        self._forget(record_id)
        self._execute(statement, id=record_id)
        self._own[record_id] = None

    def clear(self) -> None:
        """Forget every record: a statement changed many."""
        for known in (self.transaction.lists, self._own, self._written):
            known.clear()

    def _forget(self, record_id: str) -> None:
        """Forget the record and the lists that may hold it: all lists where its row may have to be waited for."""
        if self._own.get(record_id) or record_id in self._written:
            self.transaction.lists.pop(self._mapping, None)
        else:
            self.transaction.lists.clear()
        self._own.pop(record_id, None)
        self._written.pop(record_id, None)

    def _known(self, row: Row) -> R | None:
        owned = self._owned(row[0]) if self.owns(row[0]) else None
        return owned or self._parse(row)

    def _owned(self, record_id: str) -> R | None:
        if record_id in self._written:
            self._own[record_id] = self._mapping.from_values(self._written.pop(record_id))
        return self._own[record_id]

    def _parse(self, row: Row) -> R | None:
        known = self._parsed.get(row[0])
        if known is not None and known[0] == row:
            return known[1]
        record: R | None = None
        try:
            record = self._mapping.from_row(row, self._cipher)
        except Unreadable as error:
            say_altered(error)
        self._parsed[row[0]] = row, record
        return record


_said: set[str] = set()


def say_altered(error: Unreadable) -> None:
    """Log once that a row was altered, and no id of anybody's; raises the error where the row needs another key."""
    if not error.is_altered:
        raise error
    if error.where not in _said:
        _said.add(error.where)
        log.error("a row of %s was altered, and is left out: `doctor` names it", error.where.partition("/")[0])
