from collections.abc import Callable
from typing import Any

import pytest

from bot.storage import Storage, StoredCard, UnitOfWork
from tests.bot.storage.shelf import address, with_card


async def test_a_card_has_no_activity_until_it_is_sent(storage: Storage) -> None:
    card_id = await storage.transact(with_card)
    expected = StoredCard(card_id, "a:1", "m1", "main", "")
    assert await storage.transact(lambda unit: unit.card(card_id)) == expected


async def test_card_ids_are_random_and_safe_in_an_address(storage: Storage) -> None:
    ids = {await storage.transact(with_card) for _ in range(20)}
    assert len(ids) == 20
    assert all(card_id.replace("-", "").replace("_", "").isalnum() and len(card_id) >= 16 for card_id in ids)


async def test_an_unknown_card_is_none(storage: Storage) -> None:
    assert await storage.transact(lambda unit: unit.card("none")) is None


async def test_a_card_is_found_by_conversation_and_activity(storage: Storage) -> None:
    def make(unit: UnitOfWork) -> str:
        unit.save_conversation(address("a:1"))
        unit.save_conversation(address("a:2"))
        unit.add_card("a:2", "m2", "main", "activity-1")
        return unit.add_card("a:1", "m1", "main", "activity-1")

    card_id = await storage.transact(make)
    found = await storage.transact(lambda unit: unit.card_by_activity("a:1", "activity-1"))
    assert found == StoredCard(card_id, "a:1", "m1", "main", "activity-1")
    assert await storage.transact(lambda unit: unit.card_by_activity("a:1", "activity-2")) is None


async def test_an_unsent_card_is_not_found_by_an_empty_activity(storage: Storage) -> None:
    await storage.transact(with_card)
    assert await storage.transact(lambda unit: unit.card_by_activity("a:1", "")) is None


async def test_a_matter_s_cards_come_the_oldest_first(storage: Storage) -> None:
    ids = [await storage.transact(with_card) for _ in range(5)]
    await storage.transact(lambda unit: with_card(unit, "a:1", "m2"))
    assert [card.id for card in await storage.transact(lambda unit: unit.cards_of("m1"))] == ids


async def test_the_newest_of_several_cards_of_one_moment_is_the_one_added_last(storage: Storage) -> None:
    def add_several(unit: UnitOfWork) -> list[str]:
        unit.save_conversation(address("a:1"))
        return [unit.add_card("a:1", "m1", "main") for _ in range(20)]

    ids = await storage.transact(add_several)
    newest = await storage.transact(lambda unit: unit.newest_card("a:1"))
    assert newest is not None
    assert newest.id == ids[-1]
    assert [card.id for card in await storage.transact(lambda unit: unit.cards_of("m1"))] == ids


async def test_a_card_can_be_given_to_another_matter(storage: Storage) -> None:
    def give(unit: UnitOfWork) -> StoredCard:
        card = unit.card(with_card(unit))
        assert card is not None
        unit.reassign_card(card, "m2", "words")
        return card

    card = await storage.transact(give)
    expected = StoredCard(card.id, "a:1", "m2", "words", "")
    assert await storage.transact(lambda unit: unit.card(card.id)) == expected


async def test_a_card_of_an_unknown_conversation_is_refused(storage: Storage) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await storage.transact(lambda unit: unit.add_card("a:1", "m1", "main"))


@pytest.mark.parametrize("send", [UnitOfWork.post_card, UnitOfWork.update_card])
async def test_sending_an_unknown_card_is_refused(
    storage: Storage, send: Callable[[UnitOfWork, str, dict[str, Any]], None]
) -> None:
    with pytest.raises(LookupError):
        await storage.transact(lambda unit: send(unit, "none", {}))
