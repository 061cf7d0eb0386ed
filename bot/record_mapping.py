"""Between an object of the dialogue and the record that it is stored as."""

from collections.abc import Mapping
from enum import Enum
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from msgspec import Struct, convert
from msgspec.json import Decoder

T = TypeVar("T", bound=Struct)
R = TypeVar("R", bound=Struct)


class RecordMapping(Generic[T, R]):
    """Turns structures of one type into records and back.

    A field is stored in the column of its name, or of the name that `columns` gives; without such a column it is sealed
    in `content`. A field that an older version did not store yet has its default.
    """

    def __init__(self, kind: type[T], record: type[R], columns: Mapping[str, str] = MappingProxyType({})) -> None:
        stored = record.__struct_fields__
        named = [(name, columns.get(name, name)) for name in kind.__struct_fields__]
        self._columns = [(name, column) for name, column in named if column in stored]
        self._sealed = [name for name, column in named if column not in stored]
        self._record = record
        self._content = attrgetter("content")
        self._kind = kind
        Decoder(kind)  # now, as this is imported: where two threads look at a class for the first time, msgspec crashes

    def to_record(self, value: T) -> R:
        columns: dict[str, Any] = {column: _plain(getattr(value, name)) for name, column in self._columns}
        columns["content"] = {name: getattr(value, name) for name in self._sealed}
        return self._record(**columns)

    def from_record(self, record: R) -> T:
        content: dict[str, Any] = self._content(record)
        columns = {name: getattr(record, column) for name, column in self._columns}
        return convert({**content, **columns}, self._kind)


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
