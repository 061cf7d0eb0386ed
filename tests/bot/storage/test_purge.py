from datetime import timedelta

from bot.storage import Storage, UnitOfWork
from bot.storage.outbox_table import DeliveryResult, MessageState, OutboxTable
from bot.storage.tables import inbox, outbox
from tests.bot.storage.shelf import MONDAY, opened, rows, take, with_card

DAY = timedelta(days=1)


async def test_only_keys_from_before_the_day_are_purged(database_url: str) -> None:
    now = [MONDAY]
    with opened(database_url, clock=lambda: now[0]) as storage:
        for day in range(3):
            now[0] = MONDAY + day * DAY
            await storage.transact(take(f"day {day}"))
        await storage.transact(lambda unit: unit.purge(MONDAY + DAY))
    assert [row["activity_id"] for row in rows(database_url, inbox)] == ["day 1", "day 2"]


async def test_settled_messages_are_purged_and_unsent_ones_stay(database_url: str) -> None:
    now = [MONDAY]
    with opened(database_url, clock=lambda: now[0]) as storage:
        await _settle_in_every_way(storage)
        assert [row["state"] for row in rows(database_url, outbox)] == [*map(str, MessageState)]
        await storage.transact(lambda unit: unit.purge(MONDAY))
        assert len(rows(database_url, outbox)) == 5
        await storage.transact(lambda unit: unit.purge(MONDAY + DAY))
    assert [row["state"] for row in rows(database_url, outbox)] == ["waiting", "sending"]


async def _settle_in_every_way(storage: Storage) -> None:
    """Leave one row in each state, in the order of `MessageState`."""

    def leave(unit: UnitOfWork) -> None:
        for number in range(5):
            unit.post_card(with_card(unit, f"a:{number}"), {})

    def settle(unit: UnitOfWork) -> None:
        table = OutboxTable(unit, "host:1:x")
        claimed = {row.address.conversation_id: row for row in table.claim(9, DAY)}
        states = [(number, state) for number, state in enumerate(MessageState) if number != 1]
        table.keep(DeliveryResult(claimed[f"a:{number}"], state) for number, state in states)

    await storage.transact(leave)
    await storage.transact(settle)
