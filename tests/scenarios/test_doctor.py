"""The doctor names the first thing that a person has to mend, and changes nothing."""

import asyncio
import secrets
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text, update

from bot.doctor import examine
from bot.storage import Cipher, Storage, StorageError
from bot.storage.tables import matters
from tests.bot.issuer import Issuer
from tests.bot.storage.shelf import KEY, matter, opened
from tests.bot.storage.test_audit import OTHER_KEY, tampered
from tests.connector import FakeConnector
from tests.scenarios.running import environment


async def told(url: str, issuer: Issuer, **changed: str) -> list[str]:
    async with FakeConnector() as connector:
        given = {**environment(url, connector, issuer, 1), "APPROVALS": "none", **changed}
        said: list[str] = []
        well = await asyncio.to_thread(examine, given, said.append)
        assert well == (not said[-1].startswith("to mend"))
        return said


async def test_all_is_well(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    async with Issuer() as issuer:
        said = await told(database_url, issuer)
    assert [line.split()[0] for line in said] == ["ok"] * 8
    assert [line.split()[1] for line in said if not line.startswith("ok       signing")] == [
        "settings:",
        "disk:",
        "database:",
        "keys:",
        "clock:",
        "token:",
        "channel:",
    ]


def everything_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_before_the_first_start_nothing_is_made(tmp_path: Path) -> None:
    async with Issuer() as issuer:
        said = await told(f"sqlite:///{tmp_path}/var/guide.db", issuer, STORAGE_KEY="")
        key = await told(f"sqlite:///{tmp_path}/var/guide.db", issuer, STORAGE_KEY="a")
    assert said[2] == "ok       database: there is none yet; the first start makes it"
    assert key[-1].startswith("to mend  STORAGE_KEY needs Fernet keys")
    assert everything_in(tmp_path) == []


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"MicrosoftAppPassword": ""}, "not set: MicrosoftAppPassword"),
        ({"STORAGE_KEY": OTHER_KEY}, "STORAGE_KEY is not the key of this database"),
        ({"BOT_OPENID_METADATA_URL": "http://127.0.0.1:1/"}, "signing keys: http://127.0.0.1:1/ cannot be reached"),
        ({"APPROVALS": "untold"}, "channel: none is set up"),
        ({"SECRET_EXPIRES": "2026-01-31"}, "token: the secret or certificate ends on 2026-01-31: renew it"),
        ({"DATABASE_URL": f"sqlite:///{__file__}/guide.db"}, f"disk: {__file__} is no folder"),
    ],
)
async def test_the_first_thing_to_mend_is_the_last_line(
    sqlite_url: str, changed: dict[str, str], expected: str
) -> None:
    with opened(sqlite_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    async with Issuer() as issuer:
        said = await told(sqlite_url, issuer, **changed)
    assert said[-1].startswith(f"to mend  {expected}")


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        ("UPDATE alembic_version SET version_num = '9999'", "the database was made by a newer version of the bot"),
        ("DROP TABLE matters", "database: tables are missing (matters)"),
        ("DROP TABLE integrity", "database: tables are missing (integrity)"),
    ],
)
async def test_a_database_on_which_it_would_not_start_is_said_to_be_one(
    database_url: str, harm: str, expected: str
) -> None:
    with opened(database_url):
        pass
    tampered(database_url, text(harm))
    async with Issuer() as issuer:
        said = await told(database_url, issuer)
    assert said[-1].startswith(f"to mend  {expected}")


@pytest.mark.parametrize(
    ("rights", "expected"),
    [
        ([], "its login may not read and write absences, alembic_version"),
        (["GRANT SELECT ON ALL TABLES IN SCHEMA public TO {login}"], "its login may not read and write absences"),
        (["DROP SCHEMA public CASCADE", "CREATE SCHEMA public"], "its login may make no tables"),
        (["ALTER DATABASE {database} SET default_transaction_read_only = on"], "it may only be read"),
    ],
    ids=["no rights", "to read", "no schema", "a standby"],
)
async def test_a_login_that_may_not_do_what_is_needed_is_said_to_be_one(
    postgresql_url: str, rights: list[str], expected: str
) -> None:
    login = f"login_{secrets.token_hex(4)}"
    url = postgresql_url.replace("postgres:@", f"{login}:@")
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {login} LOGIN")
        for right in rights:
            connection.execute(right.format(login=login, database=connection.info.dbname))
    async with Issuer() as issuer:
        assert (await told(url, issuer))[-1].startswith(f"to mend  database: {expected}")
    with pytest.raises(StorageError, match=r"permission denied|read-only|no schema"):
        Storage.open(url, Cipher.from_keys(KEY))


async def test_an_option_that_the_driver_does_not_know_is_said(postgresql_url: str) -> None:
    async with Issuer() as issuer:
        said = await told(f"{postgresql_url}&nonsense=1", issuer)
    assert said[-1] == "to mend  DATABASE_URL has an option that there is not"


async def test_a_refused_secret_and_an_altered_row_are_named(sqlite_url: str) -> None:
    with opened(sqlite_url, keys=KEY) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    async with Issuer() as issuer:
        issuer.grant_status = 401
        assert (await told(sqlite_url, issuer))[-1].endswith("(AADSTS7000222: the client secret has expired)")
        tampered(sqlite_url, update(matters).values(content=b"x" * 40))
        assert "matters/m1 cannot be read" in (await told(sqlite_url, issuer))[-1]
