"""The bot is taken out of a chat and added again: what could not be sent is shown, at the person's place."""

import pytest

from tests.connector import refused
from tests.scenarios.channel import Channel
from tests.scenarios.reading import own
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import asked, opened, supervisor
from tests.scenarios.worker import Worker

REASON = "I have read it and agree, because of the harm."


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


async def installation(worker: Worker, action: str) -> None:
    await worker._take(worker.activity(type="installationUpdate", text=..., action=action))


async def test_an_outcome_that_was_refused_is_shown_once_the_bot_is_back(
    bot: Bot, worker: Worker, channel: Channel
) -> None:
    await asked(worker)
    decider = supervisor(bot)
    await opened(channel, decider)
    await installation(worker, "remove")
    bot.connector.refuse(worker.chat.conversation_id, refused())
    await decider.press("agree", reason=REASON)
    await bot.all_sent()
    bot.connector.accept(worker.chat.conversation_id)
    before = len(worker.chat.posts)
    await installation(worker, "add")
    outcome, here = worker.chat.cards[-2:]
    assert len(worker.chat.posts) == before + 2
    assert REASON in outcome.text
    assert here.says("notices.back_with_missed")
    await worker.join()
    assert len(worker.chat.posts) == before + 2


async def test_without_anything_missed_the_card_stands_again(worker: Worker) -> None:
    await worker.say("share")
    asks, first = worker.card.asks, worker.card.activity_id
    await installation(worker, "remove")
    await installation(worker, "add")
    assert worker.card.says("notices.back_again")
    assert (worker.card.asks, worker.card.activity_id != first) == (asks, True)
    await worker.press("next", child="P")
    await worker.say("my matters")
    assert own("matters.none") not in worker.card.text


async def test_added_again_without_having_been_away_nothing_is_said(worker: Worker) -> None:
    await worker.join()
    before = len(worker.chat.calls)
    await installation(worker, "add")
    assert len(worker.chat.calls) == before


async def test_taken_out_before_a_word_was_said_they_are_welcomed(worker: Worker) -> None:
    await installation(worker, "remove")
    await worker.join()
    assert not worker.card.says("notices.back_again")
    assert "start" in worker.card.verbs
