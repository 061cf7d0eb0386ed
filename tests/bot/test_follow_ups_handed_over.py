"""A matter goes over to a colleague: its follow-ups go along, and nothing more of them reaches the giver."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.approvals.service import ApprovalService
from bot.config.council import CouncilSettings
from bot.follow_ups.service import FollowUpService
from bot.lookups import Lookups
from bot.storage import Storage, UnitOfWork
from dialogs.approvals.request import Person, RequestState
from dialogs.follow_ups.form import Move
from dialogs.placement import FOLLOW_UP
from dialogs.screens import MovedOn
from tests.bot.storage import shelf
from tests.bot.storage.shelf import address
from tests.cards import matters
from tests.cards.matters import matter

GIVER, TAKER = Person("tenant", "giver", "K.O."), Person("tenant", "taker", "J.S.")
MATTER = matter(matters.HARM, matters.SHARED_UNTOLD)
ID = f"{MATTER.id}.tell_family"


@pytest.fixture
def storage(database_url: str) -> Iterator[Storage]:
    with shelf.opened(database_url) as storage:
        yield storage


def desk(unit: UnitOfWork, person: Person) -> FollowUpService:
    """That person's desk, with cards that are their screen's name."""

    def drawn(screen: object) -> dict[str, Any]:
        return {"screen": type(screen).__name__}

    now, local = unit.now, "2026-03-11T13:40"
    approvals = ApprovalService(unit, person, drawn, Lookups(), now, local, frozenset(), lambda request: None, "")
    return FollowUpService(unit, approvals, CouncilSettings(), drawn)


async def opened(storage: Storage) -> str:
    """The giver's follow-up, on a card in the giver's chat; the card's id."""

    def make(unit: UnitOfWork) -> str:
        for person in (GIVER, TAKER):
            unit.save_conversation(address(f"a:{person.object_id}", user_object_id=person.object_id))
        desk(unit, GIVER).after_change(MATTER)
        return unit.add_card("a:giver", ID, FOLLOW_UP, "activity")

    return await storage.transact(make)


def handed_over(unit: UnitOfWork) -> None:
    desk(unit, TAKER).take_over(MATTER.id, MovedOn())


async def test_it_is_the_takers_with_their_name_and_no_longer_the_givers(storage: Storage) -> None:
    await opened(storage)
    await storage.transact(handed_over)
    mine, theirs = await storage.transact(lambda unit: (desk(unit, TAKER).mine(), desk(unit, GIVER).mine()))
    assert [(one.id, one.owner_name) for one in mine] == [(ID, "J.S.")]
    assert theirs == ()


async def test_the_givers_card_is_emptied_and_belongs_to_nothing(storage: Storage) -> None:
    card_id = await opened(storage)
    await storage.transact(handed_over)

    def moved(unit: UnitOfWork) -> Any:
        desk(unit, TAKER).move(ID, Move("2030-03-12", "D is home"))
        return unit.card(card_id), unit.cards_of(ID)

    card, of_it = await storage.transact(moved)
    assert (card.matter_id, of_it) == ("", [])


async def test_what_the_giver_asked_is_taken_back(storage: Storage) -> None:
    await opened(storage)
    await storage.transact(lambda unit: desk(unit, GIVER).ask_not_to_tell(ID, "no address"))
    await storage.transact(handed_over)
    (request,) = await storage.transact(lambda unit: unit.requests_of_matter(MATTER.id))
    assert request.state == RequestState.WITHDRAWN


async def test_kept_again_by_the_taker_nothing_opens_twice(storage: Storage) -> None:
    await opened(storage)
    await storage.transact(handed_over)
    await storage.transact(lambda unit: desk(unit, TAKER).after_change(MATTER))
    found = await storage.transact(lambda unit: unit.follow_ups_of_matter(MATTER.id))
    assert [one.owner for one in found] == [TAKER.key]
