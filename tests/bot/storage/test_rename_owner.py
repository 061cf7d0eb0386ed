"""All that is a person's under one id becomes theirs under another, in one transaction."""

from bot.storage import Storage, UnitOfWork
from bot.storage.records import StoredChannel
from tests.bot.storage.shelf import MONDAY, address, matter
from tests.bot.storage.test_follow_ups import follow_up
from tests.bot.storage.test_handovers import offer

MINE, YOURS = {"points": 1}, {"points": 2}


def of_three(unit: UnitOfWork) -> None:
    """Somebody's under Teams' id, and as much of another tenant's person of the same id, and of somebody else."""
    for tenant, person in (("tenant", "29:me"), ("other", "29:me"), ("tenant", "you")):
        owner = f"{tenant}/{person}"
        unit.save_conversation(address(f"a:{owner}"))
        unit.save_channel(StoredChannel(f"a:{owner}", tenant, "", "", "", MONDAY))
        unit.save_matter(matter(f"m {owner}", owner=owner))
        unit.save_follow_up(follow_up(f"f {owner}", owner=owner))
        unit.offer_matter(offer(f"h {owner}", owner=owner, matter_id=f"m {owner}", conversation_id=f"a:{owner}"))
        unit.save_practice(owner, tenant, MINE)
        unit.set_workers_channel(owner, f"a:{owner}")
        unit.add_card(f"a:{owner}", f"requests/{owner}", "list")


def kept_by(unit: UnitOfWork, owner: str) -> list[object]:
    """Whose each row is that is found by this owner."""
    held = unit.matters_of(owner)
    return [
        [one.id for one in held],
        [one.id for one in unit.follow_ups_of_owner(owner)],
        [found.owner for one in held if (found := unit.offer(f"h{one.id[1:]}"))],
        unit.practice(owner),
        unit.workers_channel(owner),
        [card.conversation_id for card in unit.cards_of(f"requests/{owner}")],
    ]


NOTHING: list[object] = [[], [], [], None, "", []]


async def test_everything_goes_along_and_nobody_elses(storage: Storage) -> None:
    await storage.transact(of_three)

    def rename(unit: UnitOfWork) -> list[list[object]]:
        before = [kept_by(unit, owner) for owner in ("other/29:me", "tenant/you")]
        unit.rename_owner("tenant", "29:me", "me")
        return before

    before = await storage.transact(rename)
    after = await storage.transact(lambda unit: [kept_by(unit, owner) for owner in ("other/29:me", "tenant/you")])
    assert after == before
    assert await storage.transact(lambda unit: kept_by(unit, "tenant/29:me")) == NOTHING
    was = "tenant/29:me"
    kept = [[f"m {was}"], [f"f {was}"], ["tenant/me"], MINE, f"a:{was}", [f"a:{was}"]]
    assert await storage.transact(lambda unit: kept_by(unit, "tenant/me")) == kept


async def test_progress_that_is_there_already_stays(storage: Storage) -> None:
    def both(unit: UnitOfWork) -> None:
        unit.save_practice("tenant/29:me", "tenant", MINE)
        unit.save_practice("tenant/me", "tenant", YOURS)
        unit.rename_owner("tenant", "29:me", "me")

    await storage.transact(both)
    assert await storage.transact(lambda unit: unit.practice("tenant/me")) == YOURS
