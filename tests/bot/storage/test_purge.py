import asyncio
from datetime import timedelta
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import update

from bot.config.council import CouncilSettings
from bot.retention import Retention
from bot.storage import Storage, UnitOfWork
from bot.storage.messages import DeliveryResult, MessageState, Priority
from bot.storage.outbox_table import OutboxTable
from bot.storage.records import StoredChannel, StoredSupervisor
from bot.storage.tables import cards, conversations, inbox, matters, outbox, practice
from bot.storage.unit_of_work import MOST_PURGED
from tests.bot.storage.shelf import MONDAY, address, matter, opened, rows, take, with_card
from tests.bot.storage.test_audit import tampered
from tests.bot.storage.test_lock_order import FOLLOW_UP

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
        assert len(rows(database_url, outbox)) == 6
        await storage.transact(lambda unit: unit.purge(MONDAY + DAY))
    assert [row["state"] for row in rows(database_url, outbox)] == ["waiting", "sending", "left"]


async def test_many_traces_go_in_pieces(database_url: str) -> None:
    def many(unit: UnitOfWork) -> None:
        for number in range(MOST_PURGED + 1):
            unit.claim_activity("a:1", str(number))

    with opened(database_url, clock=lambda: MONDAY) as storage:
        await storage.transact(many)
        assert await storage.transact(lambda unit: unit.purge(MONDAY + DAY))
        assert len(rows(database_url, inbox)) == 1
        assert not await storage.transact(lambda unit: unit.purge(MONDAY + DAY))
    assert rows(database_url, inbox) == []


async def test_a_card_goes_once_nothing_that_it_shows_is_stored(database_url: str) -> None:
    def fill(unit: UnitOfWork) -> None:
        unit.save_matter(matter("m1"))
        unit.save_follow_up(FOLLOW_UP)
        for about in ("m1", FOLLOW_UP.id, "gone", ""):
            with_card(unit, matter_id=about)
        unit.post_card(with_card(unit, matter_id="unsent"), {})

    with opened(database_url, clock=lambda: MONDAY) as storage:
        await storage.transact(fill)
        assert not await storage.transact(lambda unit: unit.purge_cards(MONDAY))
        assert len(rows(database_url, cards)) == 5
        assert not await storage.transact(lambda unit: unit.purge_cards(MONDAY + DAY))
    assert sorted(row["matter_id"] for row in rows(database_url, cards)) == ["m1", FOLLOW_UP.id, "unsent"]


async def test_a_conversation_goes_once_nothing_is_left_in_it(database_url: str) -> None:
    def fill(unit: UnitOfWork) -> None:
        for name in ("nothing", "card", "matter", "follow-up", "taken", "channel", "supervisor"):
            unit.save_conversation(address(name, user_object_id=name))
        unit.add_card("card", "m1", "main")
        unit.save_matter(matter("m1", owner="tenant/matter"))
        unit.save_follow_up(replace(FOLLOW_UP, owner="tenant/follow-up"))
        unit.claim_activity("taken", "1")
        unit.save_channel(StoredChannel("channel", "tenant", "", "", "", MONDAY))
        unit.add_supervisor(StoredSupervisor("channel", "supervisor", "S."))

    with opened(database_url) as storage:
        await storage.transact(fill)
        assert not await storage.transact(lambda unit: unit.purge_conversations())
    assert "nothing" not in [row["id"] for row in rows(database_url, conversations)]
    assert len(rows(database_url, conversations)) == 6


async def test_two_instances_let_go_of_each_matter_once(database_url: str) -> None:
    now = [MONDAY]
    council = CouncilSettings(retention_days=1)
    with opened(database_url, clock=lambda: now[0]) as one, opened(database_url, clock=lambda: now[0]) as other:
        for number in range(12):
            await one.transact(lambda unit, number=number: _with_posted_card(unit, f"m{number}"))  # type: ignore[misc]
        now[0] = MONDAY + 3 * DAY
        gone = await asyncio.gather(*(Retention(storage, council).delete_expired() for storage in (one, other)))
        assert sum(gone) == 12
    assert rows(database_url, matters) == []
    assert len(rows(database_url, outbox, outbox.c.verb == "update")) == 12


def _with_posted_card(unit: UnitOfWork, matter_id: str) -> None:
    unit.save_matter(matter(matter_id))
    with_card(unit, matter_id=matter_id)


async def test_drafts_go_30_days_after_the_last_touch_and_copied_ones_7_days_after(database_url: str) -> None:
    now = [MONDAY]
    kinds = {"draft": "answer", "copied": "copied"}
    with opened(database_url, clock=lambda: now[0]) as storage:
        for name, status in kinds.items():
            await storage.transact(partial(UnitOfWork.save_matter, matter=matter(name, status=status)))
        left = []
        for days in (7, 8, 30, 31):
            now[0] = MONDAY + days * DAY
            await Retention(storage, CouncilSettings()).delete_expired()
            left.append([row["id"] for row in rows(database_url, matters)])
    assert left == [["copied", "draft"], ["draft"], ["draft"], []]


async def test_each_kind_of_trace_goes_once_its_days_are_over(database_url: str) -> None:
    """A card of nothing that is stored, and with it its conversation; what Teams delivered, so that it counts once."""
    now, left = [MONDAY], []
    with opened(database_url, clock=lambda: now[0]) as storage:
        await storage.transact(take("once"))
        await storage.transact(partial(with_card, matter_id="gone"))
        for days in (7, 8, 90, 91):
            now[0] = MONDAY + days * DAY
            await Retention(storage, CouncilSettings()).delete_expired()
            left.append([len(rows(database_url, table)) for table in (inbox, cards, conversations)])
    assert left == [[1, 1, 1], [0, 1, 1], [0, 1, 1], [0, 0, 0]]


async def test_what_was_let_go_is_in_no_file_even_sealed(sqlite_url: str, tmp_path: Path) -> None:
    now = [MONDAY]
    with opened(sqlite_url, clock=lambda: now[0]) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter(content={"why": "x" * 9000})))
        sealed = rows(sqlite_url, matters)[0]["content"]
        assert sealed[-200:] in everything_in(tmp_path)
        now[0] = MONDAY + 40 * DAY
        await Retention(storage, CouncilSettings()).delete_expired()
        assert sealed[-200:] not in everything_in(tmp_path), "while the bot runs on"


async def test_progress_in_practice_goes_a_year_after_its_trainee_last_practised(database_url: str) -> None:
    now, left = [MONDAY], []
    with opened(database_url, clock=lambda: now[0]) as storage:
        await storage.transact(lambda unit: unit.save_practice("t/gone", "t", {"refs": {}}))
        now[0] += 10 * DAY
        await storage.transact(lambda unit: unit.save_practice("t/here", "t", {"refs": {}}))
        for days in (365, 366, 376):
            now[0] = MONDAY + days * DAY
            await Retention(storage, CouncilSettings()).delete_expired()
            left.append([row["id"] for row in rows(database_url, practice)])
    assert left == [["t/gone", "t/here"], ["t/here"], []]


async def test_what_was_typed_and_not_taken_goes_once_no_activity_is_remembered(database_url: str) -> None:
    state = {"matter": "m1", "notice": {"keep_it": {"inputs": {"why": "asthma"}}}, "unplaced": {"text": "asthma"}}
    now, left = [MONDAY], []

    def typed(unit: UnitOfWork) -> None:
        for name in ("a:left", "a:back"):
            unit.claim_activity(name, str(unit.now))
            unit.save_conversation(address(name))
            unit.set_state(name, state)
        unit.add_card("a:left", "m1", "main")

    def states(unit: UnitOfWork) -> list[object]:
        return [found.state for name in ("a:left", "a:back") if (found := unit.conversation(name))]

    with opened(database_url, clock=lambda: now[0]) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter()))
        await storage.transact(typed)
        await storage.transact(lambda unit: with_card(unit, "a:1"))
        tampered(database_url, update(conversations).where(conversations.c.id == "a:1").values(state=b"?" * 40))
        now[0] += 6 * DAY
        await storage.transact(take("again", "a:back"))
        for days in (7, 8):
            now[0] = MONDAY + days * DAY
            await Retention(storage, CouncilSettings()).delete_expired()
            left.append(await storage.transact(states))
    assert left == [[state, state], [{"matter": "m1"}, state]]


def everything_in(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


async def test_a_matter_that_was_changed_meanwhile_is_not_let_go(database_url: str) -> None:
    with opened(database_url, clock=lambda: MONDAY) as storage:
        await storage.transact(lambda unit: unit.save_matter(matter("m1")))
        assert await storage.transact(lambda unit: unit.hold_if_before("m1", MONDAY + DAY))
        assert not await storage.transact(lambda unit: unit.hold_if_before("m1", MONDAY))


async def _settle_in_every_way(storage: Storage) -> None:
    """Leave one row in each state, in the order of `MessageState`."""

    def leave(unit: UnitOfWork) -> None:
        for number in range(6):
            unit.post_card(with_card(unit, f"a:{number}"), {})

    def settle(unit: UnitOfWork) -> None:
        table = OutboxTable(unit, "host:1:x")
        claimed = {row.address.conversation_id: row for row in table.claim(dict.fromkeys(Priority, 9))}
        states = [(number, state) for number, state in enumerate(MessageState) if number != 1]
        table.keep(DeliveryResult(claimed[f"a:{number}"], state) for number, state in states)

    await storage.transact(leave)
    await storage.transact(settle)
