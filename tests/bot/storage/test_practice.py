"""How practice goes: one sealed row a person, found by its owner, counted by the tenant."""

from bot.storage import UnitOfWork
from bot.storage.tables import practice
from tests.bot.storage.shelf import opened, rows

MINE = {"refs": {"3.9(a)": [1, 2]}}


async def test_it_is_kept_over_a_restart_and_forgotten_when_told(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_practice("t1/me", "t1", {}))
        await storage.transact(lambda unit: unit.save_practice("t1/me", "t1", MINE))
    with opened(database_url) as storage:
        assert await storage.transact(lambda unit: unit.practice("t1/me")) == MINE
        assert await storage.transact(lambda unit: unit.practice("t1/other")) is None
        await storage.transact(lambda unit: unit.delete_practice("t1/me"))
        assert await storage.transact(lambda unit: unit.practice("t1/me")) is None


def three_people(unit: UnitOfWork) -> None:
    for owner, tenant in (("t1/a", "t1"), ("t1/b", "t1"), ("t2/c", "t2")):
        unit.save_practice(owner, tenant, MINE)


async def test_a_group_is_of_one_tenant(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(three_people)
        assert await storage.transact(lambda unit: unit.practice_of_tenant("t1")) == [("t1/a", MINE), ("t1/b", MINE)]


async def test_what_is_kept_is_sealed(database_url: str) -> None:
    with opened(database_url) as storage:
        await storage.transact(lambda unit: unit.save_practice("t1/me", "t1", MINE))
    (row,) = rows(database_url, practice)
    assert b"3.9" not in bytes(row["content"])
