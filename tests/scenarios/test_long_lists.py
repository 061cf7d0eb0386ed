"""Lists have no end that nobody sees: what is on them can be reached page by page, however much it is."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from bot.storage.unit_of_work import UnitOfWork
from dialogs.approvals.screens import PAGE
from tests.bot.storage.shelf import opened as opened_storage
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import shared
from tests.scenarios.reading import own
from tests.scenarios.running import TUESDAY, Clock
from tests.scenarios.test_approvals import asked, supervisor
from tests.scenarios.worker import LARGEST_MESSAGE, Worker

MANY = 60
CLOCK = Clock


def _owner(worker: Worker) -> str:
    return f"{worker.tenant}/{worker.entra_id}"


async def _with_many_requests(worker: Worker) -> None:
    """The one request of this worker, and copies of it asked later."""

    def copy(unit: UnitOfWork) -> None:
        (first,) = unit.requests_of_asker(_owner(worker))
        for number in range(1, MANY):
            later = first.asked_at + timedelta(seconds=number)
            copied = replace(first, id=f"{first.id}-{number}", number=20_000 + number, asked_at=later)
            assert unit.add_request(replace(copied, matter_id=f"m-{number}"))

    with opened_storage(worker.bot.database_url) as storage:
        await storage.transact(copy)


async def _pages(worker: Worker, typed: str, verb: str) -> list[str]:
    """What is on each page, by its buttons alone."""
    await worker.say(typed)
    pages = [worker.card.text]
    while more := [press for press in worker.card.presses if press["title"] == own("buttons.show_more")]:
        await worker.press(verb, about=more[0]["data"]["about"])
        pages.append(worker.card.text)
    return pages


async def test_a_worker_and_a_supervisor_reach_every_request(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    await _with_many_requests(worker)
    numbers = [str(20_000 + number) for number in range(1, MANY)]
    mine = await _pages(worker, "my requests", "my_requests")
    assert [number for number in numbers if number not in "\n".join(mine)] == []
    boss = supervisor(worker.bot)
    waiting = await _pages(boss, "approvals", "approvals")
    assert [number for number in numbers if number not in "\n".join(waiting)] == []
    assert len(mine) == len(waiting) == -(-MANY // PAGE)
    back = next(press for press in boss.card.presses if press["title"] == own("buttons.show_earlier"))
    await boss.press("approvals", about=back["data"]["about"])
    assert boss.card.text == waiting[-2]


async def test_a_worker_and_a_supervisor_reach_every_follow_up(worker: Worker, channel: Channel, clock: Clock) -> None:
    def copy(unit: UnitOfWork) -> None:
        (first,) = unit.follow_ups_of_owner(_owner(worker))
        for number in range(1, MANY):
            content = {**first.content, "number": 200_000 + number}
            unit.save_follow_up(replace(first, id=f"m-{number}.told", matter_id=f"m-{number}", content=content))

    await shared(worker)
    with opened_storage(worker.bot.database_url) as storage:
        await storage.transact(copy)
    numbers = [str(200_000 + number) for number in range(1, MANY)]
    mine = await _pages(worker, "follow-ups", "follow_ups")
    assert [number for number in numbers if number not in "\n".join(mine)] == []
    clock.forward(days=9)
    overdue = await _pages(supervisor(worker.bot), "team follow-ups", "team_follow_ups")
    assert [number for number in numbers if number not in "\n".join(overdue)] == []


async def test_the_days_digest_holds_all_that_could_not_wait_on_as_many_cards_as_it_takes(
    worker: Worker, channel: Channel, clock: Clock
) -> None:
    await asked(worker, "cant_wait")
    await _with_many_requests(worker)
    assert clock.now == TUESDAY
    clock.now = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
    await channel.bot.settled()
    text = "\n".join(card.text for card in channel.cards)
    assert [number for number in range(1, MANY) if str(20_000 + number) not in text] == []
    assert max(len(str(card.content)) for card in channel.cards) < LARGEST_MESSAGE
