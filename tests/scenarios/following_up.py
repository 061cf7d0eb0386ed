"""Sharing untold, and the follow-up that it leaves, for the scenarios of follow-ups."""

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.storage.tables import audit, follow_ups
from tests.bot.storage.shelf import rows
from tests.scenarios.channel import Channel
from tests.scenarios.journeys import HARM
from tests.scenarios.reading import Card
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import ADMIN, supervisor
from tests.scenarios.worker import Worker

LOOK_AGAIN = "2026-11-26"
MORNING = datetime(2026, 11, 26, 9, 0, 30, tzinfo=UTC)
OF_THE_FAMILY = ("asthma", "hit me", "coughing", "worse", "T and D", "school nurse")
TOLD = {"done_who": "T,D", "done_how": "In person, at home", "done_by": "K.O., allocated worker"}
SETTINGS = {"ADMINISTRATORS": ADMIN, "RETENTION_DAYS": "30"}


async def with_supervisor(bot: Bot) -> Channel:
    """A channel that an administrator has set up, with M.A. as its supervisor."""
    channel = Channel(bot)
    await channel.write(Worker(bot, "admin"), "approvals here")
    await channel.write(Worker(bot, "admin"), "supervisors add", supervisor(bot))
    return channel


async def shared(worker: Worker, answers: Mapping[str, str] = HARM, **inputs: str) -> Card:
    """Shared without the parents' knowledge, to be looked at again on Thursday: the note is there."""
    await worker.say("share")
    await worker.go_on(answers)
    return await worker.press("shared", shared_how="phone", look_again__date=LOOK_AGAIN, **inputs)


async def the_one(worker: Worker) -> Card:
    """The worker's follow-up, opened from the list once no reminder is on its way that would redraw it."""
    await worker.bot.settled()
    await worker.say("follow-ups")
    return await worker.press("open_follow_up")


def kept(bot: Bot) -> list[tuple[str, str]]:
    """The kind and the state of each follow-up."""
    return [(row["kind"], row["state"]) for row in rows(bot.database_url, follow_ups)]


def recorded(bot: Bot) -> list[tuple[str, str]]:
    return [(row["what"], row["detail"]) for row in rows(bot.database_url, audit)]


def whole(bot: Bot) -> str:
    return str(rows(bot.database_url, audit))
