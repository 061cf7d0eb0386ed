from functools import partial
from typing import Any

import pytest

from bot.incoming import Scope
from bot.storage import Conversation, Storage, UnitOfWork
from bot.storage.tables import conversations
from tests.bot.storage.shelf import address, rows


async def test_an_unknown_conversation_is_none(storage: Storage) -> None:
    assert await storage.transact(lambda unit: unit.conversation("a:1")) is None


async def test_a_saved_conversation_comes_back_with_an_empty_state(storage: Storage) -> None:
    await storage.transact(lambda unit: unit.save_conversation(address()))
    assert await storage.transact(lambda unit: unit.conversation("a:1")) == Conversation(address(), {})


CHANGES: list[dict[str, Any]] = [
    {"scope": Scope.CHANNEL},
    {"service_url": "https://smba.trafficmanager.net/emea/"},
    {"tenant_id": "other"},
    {"bot_id": "28:other"},
    {"user_id": "29:other"},
    {"user_object_id": ""},
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
async def test_a_changed_address_is_kept_and_the_state_stays(storage: Storage, change: dict[str, Any]) -> None:
    def first(unit: UnitOfWork) -> None:
        unit.save_conversation(address())
        unit.set_state("a:1", {"place": 3})

    await storage.transact(first)
    await storage.transact(lambda unit: unit.save_conversation(address(**change)))
    kept = await storage.transact(lambda unit: unit.conversation("a:1"))
    former = {"former_url": address().service_url} if "service_url" in change else {}
    assert kept == Conversation(address(**change, **former), {"place": 3})


def test_the_changes_cover_every_field_of_an_address() -> None:
    fields = {*address().__struct_fields__}
    assert {name for change in CHANGES for name in change} == fields - {"conversation_id", "former_url"}


def _saved_at(url: str, user_id: str, unit: UnitOfWork) -> None:
    unit.save_conversation(address(service_url=url, user_id=user_id))


async def test_the_service_address_before_this_one_is_kept(storage: Storage) -> None:
    for known in ("https://uk/", ""), ("https://fr/", ""), ("https://fr/", "29:new"):
        await storage.transact(partial(_saved_at, *known))
    kept = await storage.transact(lambda unit: unit.address_of("a:1"))
    assert kept == address(service_url="https://fr/", user_id="29:new", former_url="https://uk/")


async def test_a_state_is_read_again_within_and_after_its_transaction(storage: Storage) -> None:
    state = {"card": "c", "list": [1, 2.5, None, True], "text": "naïve 👋 \u202e"}

    def write(unit: UnitOfWork) -> Conversation | None:
        unit.save_conversation(address())
        unit.set_state("a:1", state)
        return unit.conversation("a:1")

    assert await storage.transact(write) == Conversation(address(), state)
    assert await storage.transact(lambda unit: unit.conversation("a:1")) == Conversation(address(), state)


async def test_a_state_changed_in_place_is_written(storage: Storage) -> None:
    def change(unit: UnitOfWork) -> None:
        unit.save_conversation(address())
        found = unit.conversation("a:1")
        assert found is not None
        found.state["turns"] = found.state.get("turns", 0) + 1
        unit.set_state("a:1", found.state)

    for _ in range(3):
        await storage.transact(change)
    found = await storage.transact(lambda unit: unit.conversation("a:1"))
    assert found is not None and found.state == {"turns": 3}


async def test_the_state_of_an_unsaved_conversation_is_refused(storage: Storage) -> None:
    with pytest.raises(LookupError):
        await storage.transact(lambda unit: unit.set_state("a:1", {}))


async def test_a_conversation_that_did_not_change_is_not_written(storage: Storage, database_url: str) -> None:
    def same(unit: UnitOfWork) -> None:
        unit.save_conversation(address())
        unit.set_state("a:1", {"place": 3})

    await storage.transact(same)
    before = rows(database_url, conversations)
    await storage.transact(same)
    assert rows(database_url, conversations) == before  # each sealing differs, so a write would show
    await storage.transact(lambda unit: unit.set_state("a:1", {"place": 4}))
    assert rows(database_url, conversations) != before


async def test_conversations_are_kept_apart(storage: Storage) -> None:
    def two(unit: UnitOfWork) -> None:
        for name in ("a:1", "a:2"):
            unit.save_conversation(address(name))
            unit.set_state(name, {"name": name})

    await storage.transact(two)
    found = await storage.transact(lambda unit: [unit.conversation(name) for name in ("a:1", "a:2")])
    assert found == [Conversation(address(name), {"name": name}) for name in ("a:1", "a:2")]
