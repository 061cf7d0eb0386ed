"""A person's list is counted and paged by the database: what is sealed is read of those on the page alone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from msgspec.structs import replace

from bot.matters import MatterRepository
from bot.storage import Storage, UnitOfWork
from bot.storage.tables import matters
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from guidance.paragraphs import VERSION
from tests.bot.storage.shelf import MONDAY, database_file, opened, rows

T = TypeVar("T")
MANY = 40


class Clock:
    """A minute later at each look."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> Any:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def storage(sqlite_url: str, clock: Clock) -> Any:
    with opened(sqlite_url, clock=clock) as storage:
        yield storage


def begun(matter_id: str, **changed: Any) -> Matter:
    return Matter(matter_id, FLOWS["share"], VERSION, **changed)


def answered(matter_id: str) -> Matter:
    return begun(matter_id).hold({"child": "P"})


async def mine(storage: Storage, look: Callable[[MatterRepository], T], owner: str = "t/me") -> T:
    return await storage.transact(lambda unit: look(MatterRepository(unit, owner)))


async def with_all_kinds(storage: Storage) -> None:
    """Open ones, an ended one, one with nothing answered, a play, and somebody else's."""
    kept = [answered(f"m{number:02}") for number in range(MANY)]
    kept += [replace(answered("ended"), copied_at="2026-01-05T10:00"), begun("nothing")]
    for matter in [*kept, replace(answered("play"), practice="story")]:
        await mine(storage, lambda matters, matter=matter: matters.save(matter))  # type: ignore[misc]
    await mine(storage, lambda matters: matters.save(answered("theirs")), "t/other")


def seen(matters: MatterRepository) -> dict[str, object]:
    return {
        "open": matters.count_open(),
        "listed": matters.count_listed(),
        "all": matters.count_all(),
        "untouched": matters.untouched(),
        "first": [one.id for one in matters.page(0, 3)],
        "last": [one.id for one in matters.page(MANY, 3)],
        "places": [matters.place_of(one) for one in ("ended", "m39", "m00", "theirs", "none")],
    }


AS_IT_IS = {
    "open": MANY,
    "listed": MANY + 1,
    "all": MANY + 2,
    "untouched": ("nothing",),
    "first": ["ended", "m39", "m38"],
    "last": ["m00"],
    "places": [0, 1, MANY, 0, 0],
}


async def test_what_is_on_the_list_is_counted_and_paged(storage: Storage) -> None:
    await with_all_kinds(storage)
    assert await mine(storage, seen) == AS_IT_IS


async def test_no_more_is_unsealed_than_is_shown(storage: Storage, sqlite_url: str) -> None:
    """What cannot be read shows what is read: all but the last three are spoiled."""
    await with_all_kinds(storage)
    spoil(sqlite_url, "UPDATE matters SET content = x'00' WHERE id NOT IN ('ended', 'm39', 'm38')")

    def look(matters: MatterRepository) -> tuple[object, ...]:
        return matters.count_open(), matters.untouched(), [one.id for one in matters.page(0, 3)]

    assert await mine(storage, look) == (MANY, ("nothing",), ["ended", "m39", "m38"])


def spoil(url: str, statement: str) -> None:
    """Write as another program would."""
    with closing(sqlite3.connect(database_file(url))) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "written",
    [
        "UPDATE matters SET listed = '', listed_at = 0",
        "UPDATE matters SET listed = 'play', updated_at = updated_at + 1 WHERE id <> 'theirs'",
    ],
    ids=["before there was a list", "in a rolling update"],
)
async def test_what_an_older_version_wrote_is_worked_out_once(storage: Storage, sqlite_url: str, written: str) -> None:
    await with_all_kinds(storage)
    spoil(sqlite_url, written)
    assert await mine(storage, seen) == AS_IT_IS
    theirs = matters.c.owner == "t/me"
    assert all(row["listed_at"] == row["updated_at"] for row in rows(sqlite_url, matters, theirs))


async def test_what_this_turn_has_changed_stands_on_the_list(storage: Storage) -> None:
    await with_all_kinds(storage)

    def change(unit: UnitOfWork) -> tuple[int, list[str]]:
        held = MatterRepository(unit, "t/me")
        held.page(0, 2)
        held.save(answered("nothing"))
        held.delete("m39")
        return held.count_open(), [one.id for one in held.page(0, 3)]

    assert await storage.transact(change) == (MANY, ["nothing", "ended", "m38"])
