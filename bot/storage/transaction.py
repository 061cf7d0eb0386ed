"""One open transaction, as the parts of a unit of work share it."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from msgspec import Struct
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.encryption import Cipher
from bot.storage.errors import Unreadable
from bot.storage.records import RowMapping
from bot.storage.statements import CompiledStatements, Statement

log = logging.getLogger(__name__)

R = TypeVar("R")
Row = Sequence[Any]
Key = tuple[RowMapping[Any], str]


class Transaction(Struct, frozen=True):
    """The driver's cursor, the statements it runs, the cipher, and the time of it: in UTC, and as it is stored.

    `lists` holds the lists of records read since this transaction may last have waited for a lock.
    """

    cursor: DBAPICursor
    sql: CompiledStatements
    cipher: Cipher
    moment: datetime
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


class RecordRows(Rows):
    """The records of one transaction, by mapping and id: each row is read, decrypted and parsed once.

    A row that was altered is as if it were not there, so that it stops nobody; the log names it.

    A record that this transaction locked or wrote is its own until the commit, and is not read again. Others may change
    meanwhile: every list is read again once this transaction may have waited for a lock.
    """

    _own: dict[Key, Any]
    _written: dict[Key, list[Any]]
    _parsed: dict[Key, tuple[Row, Any]]

    def _owns(self, mapping: RowMapping[R], record_id: str) -> bool:
        return (mapping, record_id) in self._own or (mapping, record_id) in self._written

    def _lock(self, mapping: RowMapping[R], statement: Statement, record_id: str) -> R | None:
        """Return the record, read by a statement that locks its row, or None. Raises Unreadable."""
        key = mapping, record_id
        if key not in self._own and key not in self._written:
            self.transaction.lists.clear()
            row = self._row(statement, id=record_id)
            self._own[key] = self._parse(mapping, row) if row else None
        return self._owned(mapping, record_id) if key in self._written else self._own[key]

    def _list(self, mapping: RowMapping[R], statement: Statement, **key: object) -> list[R]:
        """Return the records of a statement that locks nothing. Raises Unreadable."""
        lists = self.transaction.lists.setdefault(mapping, {})
        named = (statement, *key.values())
        if named not in lists:
            found: list[R] = []
            for row in self._rows(statement, **key):
                record = self._owned(mapping, row[0]) or self._parse(mapping, row)
                if record is not None:
                    found.append(record)
            lists[named] = found
        return list(lists[named])

    def _write(self, mapping: RowMapping[R], statement: Statement, record: R, **key: object) -> bool:
        """Write the record. Returns False when the statement changed no row."""
        values = mapping.to_values(record)
        self._forget(mapping, values[0])
        written = self._execute(statement, **mapping.seal(values, self._cipher), **key) == 1
        if written:
            self._written[mapping, values[0]] = values
        return written

    def _delete(self, mapping: RowMapping[R], statement: Statement, record_id: str) -> None:
        self._forget(mapping, record_id)
        self._execute(statement, id=record_id)
        self._own[mapping, record_id] = None

    def _forget_all(self) -> None:
        """Forget every record: a statement changed many."""
        for known in (self.transaction.lists, self._own, self._written):
            known.clear()

    def _forget(self, mapping: RowMapping[R], record_id: str) -> None:
        """Forget the record and the lists that may hold it: all lists where its row may have to be waited for."""
        was, written = self._own.pop((mapping, record_id), None), self._written.pop((mapping, record_id), None)
        if was or written:
            self.transaction.lists.pop(mapping, None)
        else:
            self.transaction.lists.clear()

    def _owned(self, mapping: RowMapping[R], record_id: str) -> R | None:
        """Return the record if this transaction locked or wrote it."""
        key = mapping, record_id
        if key in self._written:
            self._own[key] = mapping.from_row(self._written.pop(key), None)
        owned: R | None = self._own.get(key)
        return owned

    def _parse(self, mapping: RowMapping[R], row: Row) -> R | None:
        known = self._parsed.get((mapping, row[0]))
        if known is None or known[0] != row:
            record: R | None = None
            try:
                record = mapping.from_row(row, self._cipher)
            except Unreadable as error:
                say_altered(error)
            known = self._parsed[mapping, row[0]] = row, record
        return known[1]


_said: set[str] = set()


def say_altered(error: Unreadable) -> None:
    """Log once that a row was altered, and no id of anybody's; raises the error where the row needs another key."""
    if not error.is_altered:
        raise error
    if error.where not in _said:
        _said.add(error.where)
        log.error("a row of %s was altered, and is left out: `doctor` names it", error.where.partition("/")[0])
