from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from bot.storage import Storage, StoredMatter, UnitOfWork
from tests.bot.storage.shelf import MONDAY, matter, with_card


def _save(*matters: StoredMatter) -> Any:
    def save(unit: UnitOfWork) -> None:
        for each in matters:
            unit.save_matter(each)

    return save


async def test_an_unknown_matter_is_none(storage: Storage) -> None:
    assert await storage.transact(lambda unit: unit.matter("m1")) is None


async def test_a_saved_matter_comes_back_as_it_was(storage: Storage) -> None:
    await storage.transact(_save(matter()))
    assert await storage.transact(lambda unit: unit.matter("m1")) == matter()


CHANGES: list[dict[str, Any]] = [
    {"owner": "other"},
    {"flow": "gather"},
    {"revision": 2},
    {"guidance_version": "2027.1"},
    {"status": "closed"},
    {"created_at": MONDAY - timedelta(days=1)},
    {"updated_at": MONDAY + timedelta(microseconds=1)},
    {"listed": "open"},
    {"listed_at": MONDAY},
    {"content": {"why": "epilepsy", "who": ["nurse"], "text": "“naïve” 👋\n\u202e"}},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
async def test_saving_again_keeps_each_change(storage: Storage, change: dict[str, Any]) -> None:
    await storage.transact(_save(matter()))
    await storage.transact(_save(matter(**change)))
    assert await storage.transact(lambda unit: unit.matter("m1")) == matter(**change)


def test_the_changes_cover_every_field_of_a_matter() -> None:
    fields = {*StoredMatter.__struct_fields__}
    assert {name for change in CHANGES for name in change} == fields - {"id"}


async def test_times_come_back_in_utc_to_the_microsecond(storage: Storage) -> None:
    summer = datetime(2026, 7, 1, 0, 30, 0, 999999, timezone(timedelta(hours=1)))
    await storage.transact(_save(matter(created_at=summer)))
    kept = await storage.transact(lambda unit: unit.matter("m1"))
    assert kept is not None
    assert (kept.created_at, kept.created_at.tzinfo) == (summer, UTC)


async def test_a_time_without_a_zone_is_refused(storage: Storage) -> None:
    with pytest.raises(TypeError):
        await storage.transact(_save(matter(created_at=datetime(2026, 1, 5))))  # noqa: DTZ001  the naive one is the test


async def test_the_transaction_s_time_is_the_clock_s(storage: Storage) -> None:
    now = await storage.transact(lambda unit: unit.now)
    assert now.tzinfo is UTC
    assert abs(datetime.now(UTC) - now) < timedelta(seconds=30)


async def test_an_owner_s_matters_come_the_last_updated_first(storage: Storage) -> None:
    older = matter("m1", updated_at=MONDAY)
    newer = matter("m2", updated_at=MONDAY + timedelta(hours=1), created_at=MONDAY - timedelta(days=9))
    oldest = matter("m3", updated_at=MONDAY - timedelta(hours=1))
    await storage.transact(_save(older, newer, oldest, matter("m4", owner="other")))
    assert await storage.transact(lambda unit: unit.matters_of("worker")) == [newer, older, oldest]
    assert await storage.transact(lambda unit: unit.matters_of("nobody")) == []


async def test_a_forgotten_matter_is_gone_and_its_cards_stay_as_ids(storage: Storage) -> None:
    def make(unit: UnitOfWork) -> str:
        unit.save_matter(matter())
        return with_card(unit)

    card_id = await storage.transact(make)
    await storage.transact(lambda unit: unit.delete_matter("m1"))
    assert await storage.transact(lambda unit: (unit.matter("m1"), unit.matters_of("worker"))) == (None, [])
    assert [card.id for card in await storage.transact(lambda unit: unit.cards_of("m1"))] == [card_id]
