"""A person stays the same person: when Teams writes their Entra id in another case, and when it sends it only later."""

from dataclasses import replace

import pytest

from bot.storage.tables import matters, practice, requests, supervisors
from tests.bot.storage.shelf import rows
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import with_supervisor
from tests.scenarios.practising import plays
from tests.scenarios.reading import own
from tests.scenarios.running import OTHER_TENANT, Bot
from tests.scenarios.test_approvals import asked, supervisor
from tests.scenarios.worker import Worker

NONE_YET = " "
"""What Teams sends instead of an Entra id."""


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


async def with_a_matter(worker: Worker) -> None:
    await worker.say("share")
    await worker.press("next", child="P")


async def has_a_matter(worker: Worker) -> bool:
    await worker.say("my matters")
    return own("matters.none") not in worker.card.text


def owners(bot: Bot) -> set[str]:
    """Whose everything is that is stored of workers."""
    database = bot.database_url
    kept = [row["owner"] for row in rows(database, matters)] + [row["asker"] for row in rows(database, requests)]
    return {*kept, *(row["id"] for row in rows(database, practice))}


async def test_an_id_in_another_case_is_the_same_worker_and_the_same_supervisor(bot: Bot, worker: Worker) -> None:
    channel, decider = await with_supervisor(bot), supervisor(bot)
    await decider.say("hello")
    await asked(worker)
    decider.object_id = decider.entra_id.upper()
    await channel.press(decider, channel.cards[-1], "open_request")
    decider.card = decider.chat.cards[-1]
    await decider.press("agree", reason="I have read it and agree, because of the harm.")
    assert [row["state"] for row in rows(bot.database_url, requests)] == ["agreed"]
    worker.object_id = worker.entra_id.upper()
    assert await has_a_matter(worker)
    assert owners(bot) == {f"{worker.tenant}/o-worker"}


async def test_an_id_that_an_earlier_version_stored_in_upper_case_is_found(bot: Bot) -> None:
    worker = Worker(bot, object_id="ABCD-EF")
    await with_a_matter(worker)
    worker.object_id = "abcd-ef"
    assert await has_a_matter(worker)
    assert owners(bot) == {f"{worker.tenant}/ABCD-EF"}


async def test_a_mention_in_another_case_names_the_person_who_is_known(bot: Bot) -> None:
    channel, admin, decider = Channel(bot), Worker(bot, "admin"), supervisor(bot)
    await decider.say("hello")
    await channel.write(admin, "approvals here")
    await channel.write(admin, "supervisors add", replace(decider, object_id="O-M.A."))
    assert [row["object_id"] for row in rows(bot.database_url, supervisors)] == ["o-M.A."]


async def test_a_supervisor_who_never_wrote_is_the_one_who_was_mentioned(bot: Bot, worker: Worker) -> None:
    channel, admin, decider = Channel(bot), Worker(bot, "admin"), supervisor(bot)
    await channel.write(admin, "approvals here")
    await channel.write(admin, "supervisors add", replace(decider, object_id="O-M.A."))
    await asked(worker)
    await decider.say("hello")
    await channel.press(decider, channel.cards[-1], "open_request")
    assert "agree" in decider.chat.cards[-1].verbs
    await channel.write(admin, "supervisors remove", decider)
    assert rows(bot.database_url, supervisors) == []


async def test_what_was_begun_before_the_entra_id_came_stays_the_persons_own(bot: Bot, worker: Worker) -> None:
    await with_supervisor(bot)
    worker.object_id = NONE_YET
    await plays(worker)
    await asked(worker)
    await worker.say("my requests")
    assert owners(bot) == {f"{worker.tenant}/29:worker"}
    worker.object_id = None
    assert await has_a_matter(worker)
    assert owners(bot) == {f"{worker.tenant}/o-worker"}
    await worker.say("my requests")
    assert own("approvals.lists.mine_none") not in worker.card.text


async def test_a_message_without_the_entra_id_is_of_the_person_whose_chat_it_is(bot: Bot, worker: Worker) -> None:
    await with_a_matter(worker)
    worker.object_id = NONE_YET
    assert await has_a_matter(worker)
    await with_a_matter(worker)
    assert owners(bot) == {f"{worker.tenant}/o-worker"}


async def test_nobody_gets_anothers_matters_by_sending_their_teams_id(bot: Bot, worker: Worker) -> None:
    worker.object_id = NONE_YET
    await with_a_matter(worker)
    theirs = {"id": "29:worker", "name": "worker", "aadObjectId": "o-stranger"}
    stranger = Worker(bot, "stranger")
    await stranger.say("hello", **{"from": theirs})
    await stranger.say("my matters", **{"from": theirs})
    assert own("matters.none") in stranger.card.text
    foreigner = Worker(bot, "worker", tenant=OTHER_TENANT)
    assert not await has_a_matter(foreigner)
    assert owners(bot) == {f"{worker.tenant}/29:worker"}
    assert await has_a_matter(worker)


async def test_another_person_in_the_same_chat_gets_nothing(bot: Bot, worker: Worker) -> None:
    """A chat has one person; should two ids of Teams ever come from one, the second is somebody else."""
    worker.object_id = NONE_YET
    await with_a_matter(worker)
    other = {"id": "29:other", "name": "other", "aadObjectId": "o-other"}
    await worker.say("my matters", **{"from": other})
    assert own("matters.none") in worker.card.text
    assert owners(bot) == {f"{worker.tenant}/29:worker"}
