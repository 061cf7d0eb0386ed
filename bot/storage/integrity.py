"""Sealed notes: which keys the database was written with, and where the audit record begins and ends.

They can be written only with a key of the database, and read only with one: so a wrong key is known before anything is
touched, and whoever changes a note without the key is found out.
"""

from collections.abc import Iterable
from typing import Any

import orjson
from sqlalchemy import LargeBinary, bindparam, select
from sqlalchemy.engine.interfaces import DBAPICursor

from bot.storage.databases import Database
from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError, Unreadable
from bot.storage.statements import Statement, upsert
from bot.storage.tables import integrity, metadata
from bot.storage.transaction import Row, Rows

_KEY = "key/"
_NOTES = Statement(select(integrity).order_by(integrity.c.id))
_NOTE = Statement(select(integrity).where(integrity.c.id == bindparam("id")))
_SAVE_NOTE = upsert(integrity)


class WrongKey(StorageError):
    """The keys given are not those of the database; the text is one line and shows none of them."""

    def __init__(self) -> None:
        super().__init__("STORAGE_KEY is not the key of this database, or lacks one of its keys; nothing was changed")


def check_keys(database: Database, cipher: Cipher) -> None:
    """Read whether these are the database's keys, and change nothing. Raises WrongKey, or StorageUnavailable.

    Of a database that an earlier version left, whatever is sealed there is looked at.
    """
    if database.is_new:
        return
    with database.reading() as cursor:
        there = database.tables(cursor)
        if not read_notes(database, cursor, cipher, there):
            sealed, signed = _keys_used(cursor, there)
            if sealed - cipher.key_ids or (not sealed and signed and not signed & cipher.key_ids):
                raise WrongKey


def read_notes(database: Database, cursor: DBAPICursor, cipher: Cipher, there: set[str]) -> dict[str, Any]:
    """Return what the notes say, and let the cipher know who signed; {} before this version first opened it.

    Raises WrongKey.
    """
    if integrity.name not in there:
        return {}
    cursor.execute(database.sql[_NOTES])
    return _read(cipher, cursor.fetchall())


def _read(cipher: Cipher, rows: Iterable[Row]) -> dict[str, Any]:
    try:
        notes = {name: orjson.loads(cipher.unseal(f"integrity/{name}", sealed)) for name, sealed in rows}
    except Unreadable:
        raise WrongKey from None
    for name, note in notes.items():
        if name.startswith(_KEY):
            cipher.learn_signer(name.removeprefix(_KEY), note["signer"])
    return notes


def _keys_used(cursor: DBAPICursor, there: set[str]) -> tuple[set[str], set[str]]:
    """Return the ids of the keys by which anything was sealed, and by which anything was signed."""
    sealed, signed = set(), set()
    for table in metadata.sorted_tables:
        for column in table.c:
            if table.name in there and isinstance(column.type, LargeBinary):
                # Names of ours; a table of an earlier version has the columns that were sealed then.
                cursor.execute(f"SELECT DISTINCT substr({column.name}, 1, 4) FROM {table.name}")  # noqa: S608
                sealed |= {bytes(start).hex() for (start,) in cursor.fetchall() if start}
    if "audit" in there:
        cursor.execute("SELECT DISTINCT substr(seal, 1, 8) FROM audit")
        signed |= {start for (start,) in cursor.fetchall()}
    return sealed, signed


class IntegrityRows(Rows):
    """Writes and reads the sealed notes."""

    def note(self, name: str) -> dict[str, Any] | None:
        """Return the note, or None. Raises WrongKey."""
        row = self._row(_NOTE, id=name)
        return _read(self._cipher, [row])[name] if row else None

    def save_note(self, name: str, note: dict[str, Any]) -> None:
        self._execute(_SAVE_NOTE, id=name, content=self._cipher.seal(f"integrity/{name}", orjson.dumps(note)))

    def register_keys(self) -> bool:
        """Note each of the keys with what verifies its signatures. Returns whether none was before. Raises WrongKey."""
        known = {name for name in _read(self._cipher, self._rows(_NOTES)) if name.startswith(_KEY)}
        for key_id in self._cipher.key_ids:
            if _KEY + key_id not in known:
                self.save_note(_KEY + key_id, {"signer": self._cipher.signer(key_id)})
        return not known
