"""Records: what is stored, as plain frozen values, and how each is turned into a row of its table and back.

Times are aware and come back in UTC. A record's fields are the columns of its table, in the same order (see
`tables.py`). `content` is JSON of primitives, and is sealed. A record may be shared within a transaction: never change
its `content` in place.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_type_hints

import orjson
from msgspec import Struct
from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from bot.incoming import Address
from bot.storage.encryption import Cipher
from bot.storage.errors import Unreadable

R = TypeVar("R")


class Listed(StrEnum):
    """What a matter is on its owner's list; a play of practice is on none, nor is one with nothing answered."""

    OPEN = "open"
    ENDED = "ended"
    UNTOUCHED = "untouched"
    PLAY = "play"


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Conversation(Struct, frozen=True):
    """A conversation: its address, and its state (JSON of primitives)."""

    address: Address
    state: dict[str, Any]


class StoredMatter(Struct, frozen=True):
    """One matter of one worker.

    `listed`: what it is on its owner's list (`Listed`), as it was updated at `listed_at`. An older version that runs on
    the same database changes neither: where that is not `updated_at`, it has to be worked out again.
    """

    id: str
    owner: str
    flow: str
    revision: int
    guidance_version: str
    status: str
    created_at: datetime
    updated_at: datetime
    content: dict[str, Any]
    listed: str = ""
    listed_at: datetime | None = None


class StoredPractice(Struct, frozen=True):
    """One person's progress in practice. `id` is the owner key."""

    id: str
    tenant_id: str
    updated_at: datetime
    content: dict[str, Any]


class StoredCard(Struct, frozen=True):
    """One card, by ids only. `activity_id` is "" until the card was sent."""

    id: str
    conversation_id: str
    matter_id: str
    kind: str
    activity_id: str


class Handover(Struct, frozen=True):
    """A matter offered to a colleague of the same tenant.

    Of the code only the hash is stored. `conversation_id` is where the giver is answered.
    """

    code_hash: str
    matter_id: str
    owner: str
    tenant_id: str
    conversation_id: str
    offered_at: datetime
    expires_at: datetime
    taken: bool = False


class StoredChannel(Struct, frozen=True):
    """A channel in which supervisors are asked.

    `id` is its conversation; `gone`: the bot was removed from it. `members_decide`: it is a private channel, whose
    members may all decide.
    """

    id: str
    tenant_id: str
    team_id: str
    name: str
    set_by: str
    set_at: datetime
    gone: bool = False
    members_decide: bool = False


class StoredSupervisor(Struct, frozen=True):
    """A person who may decide in a channel, by Entra object id; the name is as Teams gave it."""

    channel_id: str
    object_id: str
    name: str


class StoredAbsence(Struct, frozen=True):
    """A supervisor who is away until `until`. `id` is the owner key; the deputy's fields are "" where there is none."""

    id: str
    until: datetime
    deputy_id: str
    deputy_name: str


class StoredRequest(Struct, frozen=True):
    """A request for a second pair of eyes.

    `number` is random, and all of the request that a channel sees. `asker` is the matter's owner key. `channel_id` is
    "" while no channel is set up: the request waits. `content` holds what only the asker and the supervisor may read.
    """

    id: str
    number: int
    tenant_id: str
    asker: str
    channel_id: str
    matter_id: str
    kind: str
    ref: str
    state: str
    after_the_fact: bool
    assigned_to: str
    asked_at: datetime
    answered_at: datetime | None
    reminded: int
    content: dict[str, Any]


class StoredFollowUp(Struct, frozen=True):
    """Something still to be done, such as telling the family. It outlives the matter's text."""

    id: str
    tenant_id: str
    owner: str
    channel_id: str
    matter_id: str
    kind: str
    state: str
    due_at: datetime
    reminded: int
    content: dict[str, Any]


def utc_now() -> datetime:
    return datetime.now(UTC)


def to_microseconds(moment: datetime | None) -> int:
    """Return the whole microseconds since 1970, 0 for None; raises TypeError for a naive time."""
    return (moment - _EPOCH) // _MICROSECOND if moment else 0


def from_microseconds(stored: int) -> datetime:
    """Return the moment, aware, in UTC."""
    return _EPOCH + stored * _MICROSECOND


_COLUMN_TYPES: dict[object, type[TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Integer,
    datetime: BigInteger,
    datetime | None: BigInteger,
    dict[str, Any]: LargeBinary,
}


def record_table(
    metadata: MetaData, table: str, record: type[Struct], *constraints: SchemaItem, key: Sequence[str] = ("id",)
) -> Table:
    """Return the table with a column for each field of the record; nothing in it is ever null."""
    types = get_type_hints(record)
    columns: list[Column[Any]] = [
        Column(name, _COLUMN_TYPES[types[name]], primary_key=name in key, nullable=False)
        for name in record.__struct_fields__
    ]
    return Table(table, metadata, *columns, *constraints)


_ROW = "row"
"""The key, in sealed text, of a digest of the row's other columns. An older version neither writes nor reads it."""


class RowMapping(Generic[R]):
    """Turns records of one type into the rows of their table and back; the key is the first column.

    `is_bound`: the sealed text holds a digest of the other columns, so that a change of one without the key shows.
    """

    def __init__(self, table: Table, record: type[R], *, is_bound: bool = False) -> None:
        types = list(get_type_hints(record).values())
        self._table = table.name
        self._is_bound = is_bound
        self._record = record
        self._names = tuple(column.name for column in table.c)
        self._values: Callable[[R], tuple[Any, ...]] = attrgetter(*self._names)
        self._flags = [place for place, kind in enumerate(types) if kind is bool]
        empty: dict[object, datetime | None] = {datetime: _EPOCH, datetime | None: None}
        self._moments = [(place, empty[kind]) for place, kind in enumerate(types) if kind in empty]
        self._sealed = next((place for place, kind in enumerate(types) if _COLUMN_TYPES[kind] is LargeBinary), None)

    def to_row(self, record: R, cipher: Cipher) -> dict[str, Any]:
        """Return the row to be written, by the names of the columns."""
        return self.seal(self.to_values(record), cipher)

    def to_values(self, record: R) -> list[Any]:
        """Return the values of the columns, not sealed yet."""
        values = list(self._values(record))
        for place in self._flags:
            values[place] = int(values[place])
        for place, _ in self._moments:
            values[place] = (values[place] - _EPOCH) // _MICROSECOND if values[place] else 0
        if self._sealed is not None:
            content = {**values[self._sealed], _ROW: self._digest(values)} if self._is_bound else values[self._sealed]
            values[self._sealed] = orjson.dumps(content)
        return values

    def seal(self, values: Sequence[Any], cipher: Cipher) -> dict[str, Any]:
        """Return the row of values that `to_values` gave, by the names of the columns."""
        row = dict(zip(self._names, values, strict=True))
        if self._sealed is not None:
            row[self._names[self._sealed]] = cipher.seal(f"{self._table}/{values[0]}", values[self._sealed])
        return row

    def from_row(self, row: Sequence[Any], cipher: Cipher | None) -> R:
        """Return the record of a row that was read, or without a cipher of values not sealed. Raises Unreadable."""
        values = list(row)
        if self._sealed is not None:
            text = values[self._sealed]
            content = orjson.loads(cipher.unseal(f"{self._table}/{values[0]}", text) if cipher else text)
            if self._is_bound:
                content.pop(_ROW, None)
            values[self._sealed] = content
        for place in self._flags:
            values[place] = bool(values[place])
        for place, empty in self._moments:
            values[place] = _EPOCH + values[place] * _MICROSECOND if values[place] else empty
        return self._record(*values)

    def is_whole(self, row: Sequence[Any], cipher: Cipher) -> bool:
        """Tell whether a bound row is as it was written; of one that an older version wrote, only the text can be."""
        sealed = self._sealed or 0
        try:
            content = orjson.loads(cipher.unseal(f"{self._table}/{row[0]}", row[sealed]))
        except Unreadable:
            return False
        return content.get(_ROW) in (None, self._digest(row))

    def _digest(self, values: Sequence[Any]) -> str:
        plain = [value for place, value in enumerate(values) if place != self._sealed]
        return sha256(orjson.dumps(plain)).hexdigest()
