from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from bot.storage import Storage, UnitOfWork
from bot.storage.records import StoredFollowUp
from bot.storage.tables import follow_ups
from tests.bot.storage.shelf import MONDAY, rows


def follow_up(follow_up_id: str = "m1.tell_family", **changed: Any) -> StoredFollowUp:
    known: dict[str, Any] = {
        "tenant_id": "tenant",
        "owner": "tenant/worker",
        "channel_id": "19:team",
        "matter_id": "m1",
        "kind": "tell_family",
        "state": "open",
        "due_at": MONDAY,
        "reminded": 0,
        "content": {"child": "P", "whom": "the GP"},
    }
    return StoredFollowUp(id=follow_up_id, **{**known, **changed})


def _save(*every: StoredFollowUp) -> Any:
    def save(unit: UnitOfWork) -> None:
        for each in every:
            unit.save_follow_up(each)

    return save


CHANGES: list[dict[str, Any]] = [
    {"tenant_id": "other"},
    {"owner": "tenant/other"},
    {"channel_id": ""},
    {"matter_id": "m2"},
    {"kind": "reply"},
    {"state": "done"},
    {"due_at": MONDAY + timedelta(microseconds=1)},
    {"reminded": 3},
    {"content": {"child": "A.B.", "additions": ["“told” 👋"]}},
]


async def test_an_unknown_one_is_none(storage: Storage) -> None:
    assert await storage.transact(lambda unit: unit.follow_up("m1.tell_family")) is None


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
async def test_saving_again_keeps_each_change(storage: Storage, change: dict[str, Any]) -> None:
    await storage.transact(_save(follow_up()))
    await storage.transact(_save(follow_up(**change)))
    assert await storage.transact(lambda unit: unit.follow_up("m1.tell_family")) == follow_up(**change)


def test_the_changes_cover_every_field() -> None:
    fields = {*StoredFollowUp.__struct_fields__}
    assert {name for change in CHANGES for name in change} == fields - {"id"}


async def test_what_it_says_is_sealed(storage: Storage, database_url: str) -> None:
    await storage.transact(_save(follow_up()))
    assert "the GP" not in str(rows(database_url, follow_ups))


async def test_a_person_s_are_listed_the_next_due_first_until_they_are_closed(storage: Storage) -> None:
    soon, later = follow_up("a"), follow_up("b", due_at=MONDAY + timedelta(days=1))
    done, refused = follow_up("c", state="done"), follow_up("d", state="not_telling", due_at=MONDAY - timedelta(days=1))
    gone = (follow_up("e", state="closed"), follow_up("f", state="ended"), follow_up("g", owner="tenant/other"))
    await storage.transact(_save(later, soon, refused, *gone))
    await storage.transact(_save(replace(done, due_at=MONDAY + timedelta(days=2))))
    listed = await storage.transact(lambda unit: unit.follow_ups_of_owner("tenant/worker"))
    assert [one.id for one in listed] == ["d", "a", "b", "c"]


async def test_a_matter_s_are_all_found_open_or_not(storage: Storage) -> None:
    await storage.transact(_save(follow_up("a"), follow_up("b", state="closed"), follow_up("c", matter_id="m2")))
    found = await storage.transact(lambda unit: unit.follow_ups_of_matter("m1"))
    assert {one.id for one in found} == {"a", "b"}


async def test_overdue_are_the_open_ones_of_the_team_from_before_that_moment(storage: Storage) -> None:
    late, just = follow_up("a", due_at=MONDAY - timedelta(microseconds=1)), follow_up("b")
    other = (follow_up("c", state="done", due_at=MONDAY - timedelta(days=1)), follow_up("d", channel_id="19:other"))
    await storage.transact(_save(late, just, *other))
    overdue = await storage.transact(lambda unit: unit.overdue_follow_ups("19:team", MONDAY))
    assert [one.id for one in overdue] == ["a"]


async def test_settled_ones_are_forgotten_after_a_while_and_open_ones_never(storage: Storage) -> None:
    old = MONDAY - timedelta(microseconds=1)
    closed = (follow_up("a", state="closed", due_at=old), follow_up("b", state="done", due_at=old))
    kept = (follow_up("c", state="ended"), follow_up("d", due_at=MONDAY - timedelta(days=400)))
    await storage.transact(_save(*closed, *kept))
    await storage.transact(lambda unit: unit.delete_settled_follow_ups(MONDAY))
    left = await storage.transact(lambda unit: unit.follow_ups_of_matter("m1"))
    assert {one.id for one in left} == {"c", "d"}
