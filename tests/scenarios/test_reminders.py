"""Nobody answers: it is said again, then everyone hears of it, by a clock that the test moves."""

from datetime import UTC, datetime, timedelta

from msgspec.structs import replace

from bot.storage.unit_of_work import UnitOfWork
from tests.bot.storage.shelf import opened as opened_storage
from tests.connector import Answer, refused
from tests.scenarios.channel import Channel
from tests.scenarios.journeys import ROUTINE
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import asked, opened, supervisor
from tests.scenarios.worker import Worker

CLOCK = Clock


async def due(channel: Channel) -> None:
    """What is due by the clock has been carried out and sent."""
    await channel.bot.settled()


async def test_after_two_working_hours_it_is_said_again_and_after_two_more_all_hear(
    worker: Worker, channel: Channel, clock: Clock
) -> None:
    boss = supervisor(channel.bot)
    await boss.say("hello")
    await asked(worker)
    before = len(channel.cards)
    clock.forward(hours=2.1)
    await due(channel)
    assert len(channel.cards) == before + 1
    clock.forward(hours=2.1)
    await due(channel)
    assert "is still waiting" in boss.chat.cards[-1].text
    assert "hit me" not in boss.chat.cards[-1].text
    assert "Ring your supervisor" in worker.chat.cards[-1].text
    boss.card = boss.chat.cards[-1]
    await boss.press("open_request")
    assert "hit me" in boss.card.text


async def test_an_answered_request_is_not_said_again(worker: Worker, channel: Channel, clock: Clock) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("agree", reason="yes")
    before = len(channel.chat.posts)
    clock.forward(days=7)
    await due(channel)
    assert len(channel.chat.posts) == before


async def test_evenings_and_weekends_are_no_working_time(worker: Worker, channel: Channel, clock: Clock) -> None:
    clock.now = datetime(2026, 11, 27, 16, 30, tzinfo=UTC)  # a Friday
    await asked(worker)
    before = len(channel.chat.posts)
    clock.forward(days=2)
    await due(channel)
    assert len(channel.chat.posts) == before
    clock.now = datetime(2026, 11, 30, 10, 40, tzinfo=UTC)
    await due(channel)
    assert len(channel.chat.posts) == before + 1


async def test_needed_sooner_it_is_said_again_then(worker: Worker, channel: Channel, clock: Clock) -> None:
    await asked(worker, needed_by="10:30")
    before = len(channel.chat.posts)
    clock.forward(minutes=31)
    await due(channel)
    assert len(channel.chat.posts) == before + 1


async def test_what_could_not_wait_is_reviewed_the_next_working_morning_all_in_one_card(
    bot: Bot, channel: Channel, clock: Clock
) -> None:
    for name in ("one", "two"):
        card = await asked(Worker(bot, name), "cant_wait")
        assert "for review after the fact" in card.text
    assert channel.cards == []
    clock.now = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
    await due(channel)
    (digest,) = channel.cards
    assert "For review after the fact: 2" in digest.text
    assert len(digest.presses) == 2


async def test_a_digest_lists_nothing_that_was_answered_or_withdrawn(bot: Bot, channel: Channel, clock: Clock) -> None:
    workers = [Worker(bot, name) for name in ("one", "two", "three")]
    for worker in workers:
        await asked(worker, "cant_wait")
    await workers[0].press("withdraw")
    clock.now = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
    await due(channel)
    (digest,) = channel.cards
    assert "For review after the fact: 2" in digest.text
    boss = supervisor(bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    await due(channel)
    assert "For review after the fact: 2" in channel.cards[0].text
    asked_back = next(worker for worker in workers[1:] if "Who saw the mark?" in worker.chat.cards[-1].text)
    other = next(worker for worker in workers[1:] if worker is not asked_back)
    await other.press("withdraw")
    await due(channel)
    (digest,) = channel.cards
    assert "For review after the fact: 1" in digest.text
    assert len(digest.presses) == 1
    asked_back.card = asked_back.chat.cards[-1]
    await asked_back.press("answer_back", reply="I did")
    boss.card = boss.chat.cards[-1]
    await boss.press("agree", reason="Seen by the worker")
    await due(channel)
    (digest,) = channel.cards
    assert digest.text == "All of these have been answered."
    assert digest.presses == []


async def test_what_an_earlier_version_kept_as_urgent_though_it_has_to_wait_is_posted_like_any_other(
    bot: Bot, worker: Worker, channel: Channel, clock: Clock
) -> None:
    """3.10  It was kept for the next digest, and knows nothing of digests or of who it is assigned to."""
    await worker.say("share")
    await worker.go_on({**ROUTINE, "part_in_case": "unsure"})
    await worker.press("ask_supervisor")
    with opened_storage(bot.database_url, clock=clock) as storage:
        await storage.transact(as_an_earlier_version_kept)
    await worker.say("my requests")
    assert "go ahead" not in worker.card.text.lower()
    clock.now = datetime(2026, 11, 25, 9, 1, tzinfo=UTC)
    await due(channel)
    assert [card.title[-24:] for card in channel.cards if card.presses] == ["waiting for a supervisor"]
    assert "after the fact" not in channel.cards[-1].text
    boss = supervisor(bot)
    detail = await opened(channel, boss)
    assert "gives nothing out before this is answered (3.10)" in detail.text
    await boss.press("agree")
    assert "answered" in channel.cards[-1].text


SINCE_THEN = {"assigned_name", "gone_as", "earlier", "listed_with"}


def as_an_earlier_version_kept(unit: UnitOfWork) -> None:
    (stored,) = unit.open_requests("19:supervisors@thread.tacv2")
    content = {name: value for name, value in stored.content.items() if name not in SINCE_THEN}
    unit.change_request(replace(stored, after_the_fact=True, content=content), was=stored.state)
    unit.remind(stored.channel_id, {"what": "digest", "channel": stored.channel_id}, unit.now + timedelta(hours=20))


async def test_a_channel_that_cannot_be_reached_is_told_to_the_worker(
    worker: Worker, channel: Channel, clock: Clock
) -> None:
    await worker.say("share")
    channel.bot.connector.refuse(channel.id, refused(403, "BotNotInConversationRoster"))
    await asked(worker)
    await channel.bot.settled()
    assert "I couldn't post it in A team, so nobody has seen it there." in worker.chat.cards[-1].text


async def test_a_prompt_that_may_not_have_come_is_told_to_the_worker_at_once(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    channel.bot.connector.refuse(channel.id, Answer(503))
    await asked(worker)
    await channel.bot.settled()
    assert "I can't tell whether it reached your team's channel" in worker.chat.cards[-1].text
