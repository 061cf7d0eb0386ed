"""A request in each state, and each way in which its matter's text ends, for the scenarios of what is left then."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.config.council import CouncilSettings
from bot.retention import Retention
from tests.bot.storage.shelf import opened as opened_storage
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import with_supervisor
from tests.scenarios.journeys import HARM, MARK, marked
from tests.scenarios.keeping import requests_kept
from tests.scenarios.reading import Card
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import opened, supervisor
from tests.scenarios.worker import Chat, Worker


@dataclass
class Asked:
    """One request of a marked matter, its supervisor, and the cards that both had of it before the end."""

    bot: Bot
    clock: Clock
    worker: Worker
    boss: Worker
    channel: Channel
    boss_card: Card
    worker_card: Card

    @property
    def row(self) -> dict[str, Any]:
        """The request as it is kept, its content read."""
        (row,) = requests_kept(self.bot.database_url)
        return row

    @property
    def number(self) -> str:
        return str(self.row["number"])

    async def sent(self) -> None:
        await self.bot.settled()


async def asked(
    bot: Bot, clock: Clock, worker: Worker, verb: str = "ask_supervisor", answers: Mapping[str, str] = HARM
) -> Asked:
    """It was asked for, and nobody has opened it."""
    channel = await with_supervisor(bot)
    boss = supervisor(bot)
    await boss.say("hello")
    await worker.say("share")
    await worker.go_on(marked(answers))
    await worker.press(verb)
    return Asked(bot, clock, worker, boss, channel, boss.card, worker.card)


async def waiting(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """It waits, and its supervisor has it open."""
    one = await asked(bot, clock, worker)
    one.boss_card = await opened(one.channel, one.boss)
    return one


async def more_asked(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """The supervisor asked something back, answered once and asked again."""
    one = await waiting(bot, clock, worker)
    await one.boss.press("ask_back", reason=f"Who saw it? {MARK}")
    worker.card = worker.chat.cards[-1]
    await worker.press("answer_back", reply=f"I did {MARK}")
    one.boss.card = one.boss.chat.cards[-1]
    await one.boss.press("ask_back", reason=f"When? {MARK}")
    one.boss_card, one.worker_card = one.boss.card, worker.chat.cards[-1]
    return one


async def escalated(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """Nobody answered: said again, then to everyone."""
    one = await waiting(bot, clock, worker)
    for _ in range(2):
        clock.forward(hours=2.1)
        await one.sent()
    one.worker_card = worker.chat.cards[-1]
    return one


async def not_posted_yet(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """It could not wait, and the day's digest is still to come."""
    one = await asked(bot, clock, worker, "cant_wait")
    assert one.channel.cards == []
    return one


async def in_the_digest(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """It could not wait, and is on the daily digest."""
    one = await asked(bot, clock, worker, "cant_wait")
    clock.forward(days=1)
    await one.sent()
    assert "For review after the fact: 1" in one.channel.cards[-1].text
    one.boss_card = await opened(one.channel, one.boss)
    return one


async def agreed(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """Agreed, after something was asked back."""
    one = await waiting(bot, clock, worker)
    await one.boss.press("ask_back", reason=f"Who saw it? {MARK}")
    worker.card = worker.chat.cards[-1]
    await worker.press("answer_back", reply=f"I did {MARK}")
    one.boss.card = one.boss.chat.cards[-1]
    await one.boss.press("agree", reason="The harm is plain")
    one.boss_card, one.worker_card = one.boss.card, worker.chat.cards[-1]
    return one


async def not_agreed(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """Not agreed."""
    one = await waiting(bot, clock, worker)
    await one.boss.press("do_not_agree", reason="The harm is feared")
    one.boss_card, one.worker_card = one.boss.card, worker.chat.cards[-1]
    return one


async def withdrawn(bot: Bot, clock: Clock, worker: Worker) -> Asked:
    """Withdrawn by the worker."""
    one = await waiting(bot, clock, worker)
    await worker.press("withdraw")
    return one


State = Callable[[Bot, Clock, Worker], Awaitable[Asked]]
OPEN: tuple[State, ...] = (waiting, more_asked, escalated, not_posted_yet, in_the_digest)
SETTLED: tuple[State, ...] = (agreed, not_agreed, withdrawn)


async def deleted(one: Asked) -> None:
    """(a) Deleted in "My matters"."""
    await one.worker.say("my matters")
    await one.worker.press("delete")
    await one.worker.press("delete_yes")


async def copied(one: Asked) -> None:
    """(b) The note was copied to MOSAIC."""
    await one.worker.say("my matters")
    await one.worker.press("open")
    await one.worker.press("shared", shared_how="phone")
    if one.row["state"] == "not_agreed":
        await one.worker.press("next", departed_because="B could not wait")
    await one.worker.press("copied")


async def retention(one: Asked) -> None:
    """(c) The council's days are over."""
    one.clock.forward(days=31)
    with opened_storage(one.bot.database_url, clock=one.clock) as storage:
        await Retention(storage, CouncilSettings(retention_days=30)).delete_expired()
    await one.sent()


Way = Callable[[Asked], Awaitable[None]]
WAYS: tuple[Way, ...] = (deleted, copied, retention)


def standing(bot: Bot) -> dict[str, list[Card]]:
    """Every card as it is now, in every conversation."""
    return {call.conversation_id: Chat(bot, call.conversation_id).cards for call in bot.connector.sent()}


def cards_with(bot: Bot, text: str) -> list[str]:
    """The cards on which that text is, anywhere."""
    return [f"{where}: {card.text}" for where, cards in standing(bot).items() for card in cards if text in str(card)]
