"""What the database holds, read from outside: all of it, in plain text."""

from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import Engine, NullPool, Table, create_engine, make_url, select

from bot.storage import Cipher
from bot.storage.conversation_rows import payload_name
from bot.storage.tables import cards, conversations, handovers, inbox, matters, outbox, requests
from tests.bot.storage.shelf import KEY
from tests.scenarios.running import connected

_CODEC = Cipher.from_keys(KEY)


def matters_kept(database_url: str) -> list[dict[str, Any]]:
    """Every row of the matters, its content read."""
    return [{**row, "content": _plain(f"matters/{row['id']}", row["content"])} for row in rows(database_url, matters)]


def requests_kept(database_url: str) -> list[dict[str, Any]]:
    """Every row of the requests, its content read."""
    found = rows(database_url, requests)
    return [{**row, "content": _plain(f"requests/{row['id']}", row["content"])} for row in found]


def revisions(database_url: str) -> dict[str, int]:
    """The revision of every matter."""
    return {row["id"]: row["revision"] for row in rows(database_url, matters)}


def states(database_url: str) -> list[Any]:
    """What is remembered of every conversation; None for one of which only the address is kept."""
    found = rows(database_url, conversations)
    return [_plain(f"conversations/{row['id']}", row["state"]) for row in found]


def everything_kept(database_url: str) -> str:
    """All that is in any table, payloads of the outbox included."""
    payloads = [
        _plain(payload_name(row["conversation_id"], row["card_id"]), row["payload"])
        for row in rows(database_url, outbox)
    ]
    plain = [rows(database_url, table) for table in (inbox, conversations, cards, handovers, outbox)]
    asked = requests_kept(database_url)
    return repr([matters_kept(database_url), asked, states(database_url), payloads, plain])


def change(database_url: str, statement: str) -> None:
    """Change the database behind the bot's back."""
    connection = connected(database_url)
    connection.execute(statement)
    connection.commit()
    connection.close()


def rows(database_url: str, table: Table) -> list[dict[str, Any]]:
    """A table as it is; sealed columns come as bytes."""
    with _engine(database_url).connect() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


@lru_cache(maxsize=50)
def _engine(database_url: str) -> Engine:
    """The same for the same database, as each one compiles its statements anew."""
    url = make_url(database_url)
    driver = "postgresql+psycopg" if url.drivername.startswith("postgresql") else url.drivername
    return create_engine(url.set(drivername=driver), poolclass=NullPool)


def _plain(where: str, sealed: bytes) -> Any:
    return orjson.loads(_CODEC.unseal(where, sealed)) if sealed else None
