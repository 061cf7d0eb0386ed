"""A new card that does not reach its person, or perhaps not: something to press is always there, and it is said."""

import pytest

from tests.connector import DROP, Answer, refused
from tests.scenarios.reading import own
from tests.scenarios.running import Bot
from tests.scenarios.worker import Worker

NOT_THERE = [refused(403, "BotNotInConversationRoster"), refused(400, "BadSyntax")]
PERHAPS_THERE = [Answer(503), DROP]


async def _typed_in_vain(bot: Bot, worker: Worker, answer: Answer) -> None:
    await worker.say("share")
    bot.connector.answer_next(answer)
    await worker.say("P")


@pytest.mark.parametrize("answer", [*NOT_THERE, *PERHAPS_THERE])
async def test_the_card_before_stays_usable_when_the_new_one_does_not_come(
    bot: Bot, worker: Worker, answer: Answer
) -> None:
    await _typed_in_vain(bot, worker, answer)
    assert [call.method for call in worker.chat.calls] == ["POST"]
    before = worker.chat.cards[0]
    assert before.presses
    worker.card = before
    shown = await worker.press("next")
    assert "P" in shown.text and shown.presses
    await worker.say("my case")
    assert not worker.chat.standing(before.activity_id).presses
    assert worker.card.presses


async def test_it_fades_with_the_next_card_that_comes(bot: Bot, worker: Worker) -> None:
    await _typed_in_vain(bot, worker, NOT_THERE[0])
    before = worker.chat.cards[0]
    await worker.say("my case")
    assert not worker.chat.standing(before.activity_id).presses
    assert worker.card.presses


@pytest.mark.parametrize("answer", PERHAPS_THERE)
async def test_a_doubt_is_told_once_in_the_next_turn(bot: Bot, worker: Worker, answer: Answer) -> None:
    await _typed_in_vain(bot, worker, answer)
    said = own("notices.may_have_missed")
    assert said in (await worker.say("my case")).text
    assert said not in (await worker.say("the school nurse")).text


async def test_nothing_is_in_doubt_after_a_refusal(bot: Bot, worker: Worker) -> None:
    await _typed_in_vain(bot, worker, NOT_THERE[0])
    assert own("notices.may_have_missed") not in (await worker.say("my case")).text


async def test_a_message_is_known_from_a_press_on_it(bot: Bot, worker: Worker) -> None:
    await worker.say("share")
    bot.connector.answer_next(Answer(201, body="{}"))
    await worker.say("P")
    arrived = worker.chat.calls[1].given_id
    worker.card = worker.chat.standing(arrived)
    await worker.press("next", part_in_case="allocated")
    await worker.say("the school nurse")
    assert not worker.chat.standing(arrived).presses
