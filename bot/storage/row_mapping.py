"""Between a record and its row: the columns bear the names of the record's fields, in the same order."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_type_hints

import orjson
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from bot.storage.encryption import Cipher
from bot.storage.records import from_microseconds, to_microseconds

R = TypeVar("R")
Convert = Callable[[Any], Any]


def _to_optional(moment: datetime | None) -> int:
    return to_microseconds(moment) if moment else 0


def _from_optional(stored: int) -> datetime | None:
    return from_microseconds(stored) if stored else None


_COLUMN_TYPES: dict[object, type[TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Integer,
    datetime: BigInteger,
    datetime | None: BigInteger,
    dict[str, Any]: LargeBinary,
}
_TO_ROW: dict[object, Convert] = {
    bool: int,
    datetime: to_microseconds,
    datetime | None: _to_optional,
    dict[str, Any]: orjson.dumps,
}
_FROM_ROW: dict[object, Convert] = {
    bool: bool,
    datetime: from_microseconds,
    datetime | None: _from_optional,
    dict[str, Any]: orjson.loads,
}


def record_table(
    metadata: MetaData, name: str, record: type, *constraints: SchemaItem, key: Sequence[str] = ("id",)
) -> Table:
    """Return the table with a column for each field of the record; nothing in it is ever null."""
    types = get_type_hints(record)
    columns: list[Column[Any]] = [
        Column(field.name, _COLUMN_TYPES[types[field.name]], primary_key=field.name in key, nullable=False)
        for field in fields(record)
    ]
    return Table(name, metadata, *columns, *constraints)


class RowMapping(Generic[R]):
    """Turns records of one type into the rows of their table and back; the key is the first column."""

    def __init__(self, table: Table, record: type[R]) -> None:
        types = list(get_type_hints(record).values())
        self._table = table.name
        self._record = record
        self._names = tuple(column.name for column in table.c)
        self._values: Callable[[R], tuple[Any, ...]] = attrgetter(*self._names)
        self._to_row = [(place, _TO_ROW[kind]) for place, kind in enumerate(types) if kind in _TO_ROW]
        self._from_row = [(place, _FROM_ROW[kind]) for place, kind in enumerate(types) if kind in _FROM_ROW]
        self._sealed = next((place for place, kind in enumerate(types) if _COLUMN_TYPES[kind] is LargeBinary), None)

    def to_values(self, record: R) -> list[Any]:
        """Return the values of the columns, not sealed yet."""
        values = list(self._values(record))
        for place, convert in self._to_row:
            values[place] = convert(values[place])
        return values

    def from_values(self, values: Sequence[Any]) -> R:
        """Return the record of values that `to_values` or `unseal` gave."""
        converted = list(values)
        for place, convert in self._from_row:
            converted[place] = convert(converted[place])
        return self._record(*converted)

    def seal(self, values: Sequence[Any], cipher: Cipher) -> dict[str, Any]:
        """Return the row to be written, by the names of the columns."""
        row = dict(zip(self._names, values, strict=True))
        if self._sealed is not None:
            name = self._names[self._sealed]
            row[name] = cipher.seal(f"{self._table}/{values[0]}", row[name])
        return row

    def unseal(self, row: Sequence[Any], cipher: Cipher) -> Sequence[Any]:
        """Return the values of a row that was read. Raises Unreadable."""
        if self._sealed is None:
            return row
        values = list(row)
        values[self._sealed] = cipher.unseal(f"{self._table}/{values[0]}", values[self._sealed])
        return values

    def to_row(self, record: R, cipher: Cipher) -> dict[str, Any]:
        """Return the row to be written, by the names of the columns."""
        return self.seal(self.to_values(record), cipher)

    def from_row(self, row: Sequence[Any], cipher: Cipher) -> R:
        """Return the record of a row that was read. Raises Unreadable."""
        return self.from_values(self.unseal(row, cipher))
