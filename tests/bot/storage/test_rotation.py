"""A key is changed for another while the bot runs, and the old one is needed for nothing any more."""

import asyncio
from functools import partial

from sqlalchemy import update

from bot.audit import verify
from bot.keys_command import rotate_keys
from bot.storage import Cipher, Storage, UnitOfWork
from bot.storage.databases import database_at
from bot.storage.rotation import SEALED, Pass, RotationRows
from bot.storage.tables import matters, metadata
from tests.bot.storage.shelf import KEY, matter, opened, rows
from tests.bot.storage.test_audit import OTHER_KEY, forge, tampered, verdict, with_entries
from tests.bot.storage.test_sealed import _write_everywhere

BOTH = f"{OTHER_KEY},{KEY}"


def rotated(url: str, keys: str = BOTH) -> tuple[bool, list[str]]:
    said: list[str] = []
    return rotate_keys({"DATABASE_URL": url, "STORAGE_KEY": keys}, said.append), said


def sealed_with(url: str) -> set[str]:
    """The ids of the keys that anything in the database needs."""
    found = [value for table in metadata.sorted_tables for row in rows(url, table) for value in row.values()]
    return {value[:4].hex() for value in found if isinstance(value, bytes) and value}


async def test_the_old_key_may_go_once_everything_is_sealed_with_the_new_one(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(_write_everywhere)
        await storage.transact(lambda unit: unit.save_practice("t/p", "t", {"right": 1}))
        await with_entries(storage)
    assert sealed_with(database_url) == Cipher.from_keys(KEY).key_ids
    done, said = await asyncio.to_thread(rotated, database_url)
    assert done
    assert said[-1].endswith("the others may go.")
    assert sealed_with(database_url) == Cipher.from_keys(OTHER_KEY).key_ids
    with opened(database_url, keys=OTHER_KEY) as storage:
        found = await storage.transact(lambda unit: (unit.matter("m1"), unit.practice("t/p")))
        await with_entries(storage)
    assert found[0] and found[0].content["why"]
    assert found[1] == {"right": 1}
    assert verify(database_at(database_url), Cipher.from_keys(OTHER_KEY)).faults == ()


async def test_whoever_has_the_old_key_adds_nothing_to_the_record(database_url: str) -> None:
    with opened(database_url) as storage:
        await with_entries(storage)
    await asyncio.to_thread(rotated, database_url)
    forge(database_url, KEY)
    assert verdict(database_url, OTHER_KEY).faults == ("entry 6: changed, or sealed with a key that is not here",)
    with opened(database_url, keys=OTHER_KEY) as storage:
        await with_entries(storage, 1)
    assert verdict(database_url, OTHER_KEY).faults == (
        "entry 7: written after entries had been cut off or put behind entry 6",
    )


async def test_what_is_changed_meanwhile_is_not_put_back(database_url: str) -> None:
    column = next(one for one in SEALED if one.table == "matters")

    def work(unit: UnitOfWork) -> None:
        rotation = RotationRows(unit.transaction)
        page = rotation._rows(column.page, after="")
        unit.save_matter(matter(content={"why": "changed"}))
        rotation._reseal(column, page[0], Pass())

    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
    with opened(database_url, keys=BOTH) as storage:
        await storage.transact(work)
        kept = await storage.transact(lambda unit: unit.matter("m1"))
    assert kept and kept.content == {"why": "changed"}


async def test_an_instance_that_still_writes_with_the_old_key_keeps_it_needed(database_url: str) -> None:
    with opened(database_url) as storage:
        older = asyncio.create_task(_writing(storage))
        done, said = await asyncio.to_thread(rotated, database_url)
        older.cancel()
    assert not done
    assert said[-1].startswith("Rows are still sealed with another key.")


async def _writing(storage: Storage) -> None:
    for number in range(1_000_000):
        await storage.transact(partial(UnitOfWork.save_matter, matter=matter(content={"n": number})))


async def test_rows_of_a_key_that_is_lost_are_said_and_left(database_url: str) -> None:
    with opened(database_url) as storage:
        for name in ("m0", "m1"):
            await storage.transact(partial(UnitOfWork.save_matter, matter=matter(name)))
    tampered(database_url, update(matters).where(matters.c.id == "m1").values(content=b"lost" + bytes(40)))
    done, said = await asyncio.to_thread(rotated, database_url)
    assert done
    assert said[-2].startswith("1 rows were written with a key that is not here")
