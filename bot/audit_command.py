"""`python app.py audit`: verify or export the record of the database that the environment names.

The bot may run meanwhile, on this machine or others; the database may be a copy that can only be read.
"""

import asyncio
import os
from collections.abc import Callable, Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, TypeVar

import orjson

from bot.audit import as_line, export, from_line, prunable, verify
from bot.config.settings import SettingsError, database_settings
from bot.config.working_time import LONDON
from bot.storage.audit_rows import Entry
from bot.storage.databases import Database, database_at
from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError
from bot.storage.keys import cipher_for
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

T = TypeVar("T")

_LONGEST_LINE = 16_384
"""Bytes: a file without lines, such as a backup that was named by mistake, is not read whole."""


class BadAudit(Exception):
    """The database, the key or a date cannot be used; the message is one line."""


def verify_record(environ: Mapping[str, str], noted: str = "", files: Sequence[str] = ()) -> dict[str, Any]:
    """Verify the whole record, by a seal noted elsewhere too; return the report, ready for JSON. Raises BadAudit.

    `files`: those that prune wrote, in the order of writing.
    """
    with _opened(environ) as (database, _, cipher):
        return asdict(verify(database, cipher, noted, partial(_pruned, files) if files else None))


def _pruned(files: Sequence[str]) -> Iterator[Entry]:
    for file in files:
        number = 0
        try:
            with open(file, "rb") as lines:  # noqa: PTH123  as it was named
                for line in iter(partial(lines.readline, _LONGEST_LINE), b""):
                    number += 1
                    yield from_line(orjson.loads(line))
        except OSError as error:
            raise BadAudit(f"{file}: {error.strerror}") from None
        except ValueError:
            raise BadAudit(f"{file}: line {number} is not an entry of the record") from None


def export_record(
    environ: Mapping[str, str], write: Callable[[str], object], *, reference: str, first: str, last: str
) -> None:
    """Write the entries of one reference ("" for all) as lines of JSON.

    From the first day to the last, both included, London time; "" for no bound. Raises BadAudit.
    """
    since = _midnight(first)
    until = _midnight(last, days=1)
    with _opened(environ) as (database, _, _):
        for entry in export(database, reference=reference, since=since, until=until):
            write(orjson.dumps(entry).decode())


def prune_record(environ: Mapping[str, str], *, last: str, file: str) -> dict[str, Any]:
    """Write the entries up to that day to a new file, then delete them; returns what `verify` says first.

    With faults nothing is written or deleted. Raises BadAudit.
    """
    until = _midnight(last, days=1)
    if until is None or not file:
        raise BadAudit("prune needs --to DAY and --file FILE")
    with _opened(environ) as (database, _, cipher):
        found = asdict(verify(database, cipher))
        if found["faults"]:
            return found
        written = 0
        try:
            with open(file, "xb", opener=_private) as target:  # never over one that is there
                for entries, _ in prunable(database, cipher, until):
                    target.writelines(orjson.dumps(as_line(entry)) + b"\n" for entry in entries)
                    written += len(entries)
                target.flush()
                os.fsync(target.fileno())
        except OSError as error:
            raise BadAudit(f"{file}: {error.strerror}") from None
        with_storage(environ, partial(_prune, (note for _, note in prunable(database, cipher, until))))
    return {**found, "pruned": written}


def _private(file: str, flags: int) -> int:
    """Open it for its owner alone: it says who did what."""
    return os.open(file, flags, 0o600)


async def _prune(notes: Iterable[dict[str, Any]], storage: Storage) -> None:
    for note in notes:
        await storage.transact(partial(UnitOfWork.prune, note=note))


def with_storage(environ: Mapping[str, str], work: Callable[[Storage], Coroutine[Any, Any, T]]) -> T:
    """Do the work on the database that the environment names, its tables up to date. Raises BadAudit."""
    with _opened(environ) as (_, url, cipher):
        storage = Storage.open(url, cipher)
        try:
            return asyncio.run(work(storage))
        finally:
            storage.close()


@contextmanager
def _opened(environ: Mapping[str, str]) -> Iterator[tuple[Database, str, Cipher]]:
    """Give the database and its keys, and make neither. Raises BadAudit."""
    try:
        url, keys = database_settings(environ)
        database = database_at(url)
        if database.is_new:
            raise StorageError("DATABASE_URL names a file that is not there")
        yield database, url, cipher_for(url, keys)
    except (StorageError, SettingsError) as error:
        raise BadAudit(str(error)) from None


def _midnight(day: str, *, days: int = 0) -> datetime | None:
    if not day:
        return None
    try:
        begins = date.fromisoformat(day) + timedelta(days=days)
    except (ValueError, OverflowError):
        raise BadAudit(f"not a date such as 2026-11-24: {day}") from None
    return datetime.combine(begins, time(), LONDON)
