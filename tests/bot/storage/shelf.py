"""Short ways to a storage, for the tests that use one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from sqlalchemy import Table, select
from sqlalchemy.sql import ColumnElement

from bot.incoming import Address, Scope
from bot.storage import Cipher, Storage, StoredMatter, UnitOfWork
from bot.storage.databases import Database, database_at
from bot.storage.records import utc_now

KEY = Fernet.generate_key().decode()
MONDAY = datetime(2026, 1, 5, 9, 30, 15, 123456, UTC)


@contextmanager
def opened(url: str, *, keys: str = KEY, clock: Callable[[], datetime] = utc_now) -> Iterator[Storage]:
    storage = Storage.open(url, Cipher.from_keys(keys), clock=clock)
    try:
        yield storage
    finally:
        storage.close()


def database_file(url: str) -> Path:
    return Path(url.removeprefix("sqlite:///"))


def address(conversation_id: str = "a:1", **changed: Any) -> Address:
    known: dict[str, Any] = {
        "scope": Scope.PERSONAL,
        "service_url": "https://smba.trafficmanager.net/uk/",
        "tenant_id": "tenant",
        "bot_id": "28:bot",
        "user_id": "29:worker",
        "user_object_id": "object",
    }
    return Address(conversation_id, **{**known, **changed})


def matter(matter_id: str = "m1", **changed: Any) -> StoredMatter:
    known: dict[str, Any] = {
        "owner": "worker",
        "flow": "share",
        "revision": 1,
        "guidance_version": "2026.1",
        "status": "open",
        "created_at": MONDAY,
        "updated_at": MONDAY,
        "content": {"why": "asthma"},
    }
    return StoredMatter(id=matter_id, **{**known, **changed})


def take(activity_id: str, conversation_id: str = "a:1") -> Callable[[UnitOfWork], bool]:
    """The work of noting an activity."""
    return lambda unit: unit.claim_activity(conversation_id, activity_id)


def with_card(unit: UnitOfWork, conversation_id: str = "a:1", matter_id: str = "m1") -> str:
    """Save the conversation and note one card in it; returns the card's id."""
    unit.save_conversation(address(conversation_id))
    return unit.add_card(conversation_id, matter_id, "main")


def rows(url: str, table: Table, *conditions: ColumnElement[bool]) -> list[dict[str, Any]]:
    """Read a table as it is, from outside; sealed columns come as bytes."""
    with _database(url).engine.connect() as connection:
        found = connection.execute(select(table).where(*conditions).order_by(*table.primary_key)).mappings()
        result = [dict(row) for row in found]
        connection.rollback()
    return result


@lru_cache(maxsize=50)
def _database(url: str) -> Database:
    """The same for the same address, as each one compiles its statements anew."""
    return database_at(url)
