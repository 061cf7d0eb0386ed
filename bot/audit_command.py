"""`python app.py audit`: verify or export the record of the database that the environment names.

The bot may run meanwhile, on this machine or others.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeVar

import orjson
from sqlalchemy import make_url

from bot.audit import AuditReport, export, verify
from bot.config.settings import Settings
from bot.config.working_time import LONDON
from bot.storage.errors import StorageError
from bot.storage.keys import cipher_for
from bot.storage.storage import Storage
from bot.storage.unit_of_work import UnitOfWork

T = TypeVar("T")


class BadAudit(Exception):
    """The database, the key or a date cannot be used; the message is one line."""


def verify_record(environ: Mapping[str, str]) -> dict[str, Any]:
    """Verify the whole record and return the report, ready for JSON. Raises BadAudit."""
    found: AuditReport = with_storage(environ, verify)
    return asdict(found)


def export_record(
    environ: Mapping[str, str], write: Callable[[str], object], *, reference: str, first: str, last: str
) -> None:
    """Write the entries of one reference ("" for all) as lines of JSON.

    From the first day to the last, both included, London time; "" for no bound. Raises BadAudit.
    """
    since = _midnight(first)
    until = _midnight(last, days=1)

    def work(unit: UnitOfWork) -> None:
        for entry in export(unit, reference=reference, since=since, until=until):
            write(orjson.dumps(entry).decode())

    with_storage(environ, work)


def with_storage(environ: Mapping[str, str], work: Callable[[UnitOfWork], T]) -> T:
    """Do the work in one transaction on the database that the environment names. Raises BadAudit."""
    try:
        storage = _open(environ)
        try:
            return asyncio.run(storage.transact(work))
        finally:
            storage.close()
    except StorageError as error:
        raise BadAudit(str(error)) from None


def _open(environ: Mapping[str, str]) -> Storage:
    """Open the database; never creates one. Raises StorageError."""
    default = Settings.model_fields["database_url"].default.get_secret_value()
    url = environ.get("DATABASE_URL", "").strip() or default
    if url.startswith("sqlite:///") and not Path(make_url(url).database or "").is_file():
        raise StorageError("DATABASE_URL names a file that is not there")
    return Storage.open(url, cipher_for(url, environ.get("STORAGE_KEY", "")))


def _midnight(day: str, *, days: int = 0) -> datetime | None:
    if not day:
        return None
    try:
        begins = date.fromisoformat(day) + timedelta(days=days)
    except (ValueError, OverflowError):
        raise BadAudit(f"not a date such as 2026-11-24: {day}") from None
    return datetime.combine(begins, time(), LONDON)
