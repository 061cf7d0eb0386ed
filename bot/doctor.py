"""`python app.py doctor`: all that the bot needs, a line each, up to the first thing that has to be mended.

It changes nothing, and the bot may run meanwhile.
"""

import asyncio
import os
import shutil
import time
from collections.abc import AsyncIterator, Callable, Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path

import aiohttp
from sqlalchemy import make_url

from bot.config.settings import Settings, SettingsError
from bot.edge.connector import open_session
from bot.edge.credentials import NoToken, credentials_for
from bot.edge.signing_keys import KeysUnavailable, SigningKeys
from bot.storage.databases import Database, database_at
from bot.storage.encryption import Cipher
from bot.storage.errors import StorageError
from bot.storage.integrity import check_keys
from bot.storage.keys import cipher_for
from bot.storage.migrating import names_the_newest
from bot.storage.records import utc_now
from bot.storage.rotation import SEALED, unreadable_in
from bot.storage.tables import EXTENSIONS_TABLE, metadata
from bot.watch import LAST_DAYS

_LEAST_FREE = 500_000_000
_MOST_SECONDS_OFF = 120


class Unwell(Exception):
    """Something that a person has to mend; the text is one line."""


def examine(environ: Mapping[str, str], say: Callable[[str], object]) -> bool:
    """Say a line of each thing that is well, and of the first that is not; returns whether all are."""
    return asyncio.run(_examine(environ, say))


async def _examine(environ: Mapping[str, str], say: Callable[[str], object]) -> bool:
    try:
        async for line in _lines(environ):
            say(f"ok       {line}")
    except (SettingsError, StorageError, Unwell) as error:
        say(f"to mend  {error}")
        return False
    return True


async def _lines(environ: Mapping[str, str]) -> AsyncIterator[str]:
    settings = Settings.from_environment(environ)
    yield "settings: complete"
    url = settings.database_url.get_secret_value()
    database = database_at(url)
    yield _disk(url)
    yield _tables(database)
    key = settings.storage_key.get_secret_value() if settings.storage_key else ""
    if key or not database.is_new:
        cipher = cipher_for(url, key)
    if not database.is_new:
        check_keys(database, cipher)
        yield _rows(database, cipher)
    async with open_session() as session:
        if settings.unauthenticated:
            yield "token and signing keys: none are needed in the unauthenticated mode"
        else:
            yield await _clock(session, settings.openid_metadata_url)
            yield await _signing_keys(session, settings.openid_metadata_url)
            yield await _token(settings, session)
    yield _channel(database, wanted=bool(settings.council.asks_for))


def _disk(url: str) -> str:
    if not url.startswith("sqlite:///"):
        return "disk: the database server's own"
    folder = Path(make_url(url).database or "").absolute().parent
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise Unwell(f"disk: {folder} is no folder in which the bot may write")
    free = shutil.disk_usage(folder).free
    if free < _LEAST_FREE:
        raise Unwell(f"disk: only {free // 1_000_000} MB are free where the database is")
    return f"disk: {free // 1_000_000} MB are free"


def _tables(database: Database) -> str:
    if database.is_new:
        return "database: there is none yet; the first start makes it"
    with database.reading() as cursor:
        there = database.tables(cursor)
        newest = {"alembic_version", EXTENSIONS_TABLE} <= there and names_the_newest(cursor)
        if refused := database.refused(cursor, makes_tables=not newest):
            raise Unwell(f"database: {refused}")
    if "alembic_version" not in there:
        return "database: empty; the first start makes the tables"
    if not newest:
        return "database: the next start brings its tables up to date"
    if missing := sorted({table.name for table in metadata.sorted_tables} - there):
        raise Unwell(f"database: tables are missing ({', '.join(missing)}): restore a backup")
    return "database: up to date"


def _rows(database: Database, cipher: Cipher) -> str:
    """Read every row. Raises Unwell with the first that cannot be."""
    count = 0
    with database.reading() as cursor:
        there = database.tables(cursor)
    for column in SEALED:
        after = column.first_key
        while column.table in there and after is not None:
            with database.reading() as cursor:
                cursor.execute(database.sql[column.page], {"after": after})
                rows = cursor.fetchall()
            for name in unreadable_in(column, rows, cipher):
                raise Unwell(f"keys: {name} cannot be read with the keys given, or was altered")
            count, after = count + len(rows), rows[-1][0] if rows else None
    return f"keys: all {count} sealed rows can be read"


async def _clock(session: aiohttp.ClientSession, url: str) -> str:
    try:
        async with session.get(url, allow_redirects=False) as response:
            said = response.headers.get("Date", "")
    except Exception as error:
        raise Unwell(f"signing keys: {url} cannot be reached ({type(error).__name__})") from None
    try:
        off = abs(parsedate_to_datetime(said).timestamp() - time.time())
    except ValueError:
        return "clock: not compared, as no time was said"
    if off > _MOST_SECONDS_OFF:
        raise Unwell(f"clock: {off:.0f} s off; tokens are refused at 300 s")
    return "clock: right to two minutes"


async def _signing_keys(session: aiohttp.ClientSession, url: str) -> str:
    keys = SigningKeys(session, url)
    try:
        await keys.find("")
    except KeysUnavailable:
        raise Unwell(f"signing keys: {url} gives none") from None
    return "signing keys: there"


async def _token(settings: Settings, session: aiohttp.ClientSession) -> str:
    credentials = credentials_for(settings, session)
    try:
        await credentials.token()
    except NoToken as error:
        raise Unwell(f"token: {error}") from None
    if credentials.ends and credentials.ends - utc_now().date() <= LAST_DAYS:
        raise Unwell(f"token: the secret or certificate ends on {credentials.ends}: renew it")
    ends = f"; the secret or certificate ends on {credentials.ends}" if credentials.ends else ""
    return f"token: granted{ends}"


def _channel(database: Database, *, wanted: bool) -> str:
    if not wanted:
        return "channel: none is needed, as APPROVALS is none"
    count = 0
    if not database.is_new:
        with database.reading() as cursor:
            if "channels" in database.tables(cursor):
                cursor.execute("SELECT count(*) FROM channels WHERE gone = 0")
                ((count,),) = cursor.fetchall()
    if not count:
        raise Unwell('channel: none is set up; an administrator writes "@Sharing Guide approvals here" in one')
    return f"channel: {count} set up"
