"""A new card that does not reach its person, or perhaps not: something to press is always there, and it is said."""

import asyncio

import pytest

from tests.connector import DROP, Answer, refused
from tests.scenarios.reading import Card, own
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


async def test_a_card_that_was_pressed_while_its_post_hung_is_the_one_in_front(bot: Bot, worker: Worker) -> None:
    await worker.say("share")
    hangs = asyncio.Event()
    bot.connector.answer_next(Answer(drop=True, until=hangs))
    await bot.post(worker.activity(text="P"))
    arrived = (await bot.connector.wait_for(2))[1]
    worker.card = Card(arrived.given_id, arrived.card)
    await bot.post(worker.pressing("next", part_in_case="allocated"))
    hangs.set()
    await bot.all_sent()
    assert own("notices.may_have_missed") not in (await worker.say("the school nurse")).text
    assert [bool(card.presses) for card in worker.chat.cards] == [False, False, True]


async def test_what_was_to_fade_with_a_card_in_doubt_fades_with_the_next_one(bot: Bot, worker: Worker) -> None:
    await worker.say("share")
    hangs = asyncio.Event()
    bot.connector.answer_next(Answer(drop=True, until=hangs))
    await bot.post(worker.activity(text="P"))
    await bot.connector.wait_for(2)
    await bot.post(worker.activity(text="my case"))
    hangs.set()
    await bot.all_sent()
    assert [bool(card.presses) for card in worker.chat.cards] == [False, True]


async def test_the_card_before_stays_usable_when_two_in_a_row_do_not_come(bot: Bot, worker: Worker) -> None:
    await worker.say("share")
    hangs = asyncio.Event()
    bot.connector.answer_next(Answer(drop=True, until=hangs), refused(403))
    await bot.post(worker.activity(text="P"))
    await bot.connector.wait_for(2)
    await bot.post(worker.activity(text="my case"))
    hangs.set()
    await bot.all_sent()
    assert [bool(card.presses) for card in worker.chat.cards] == [True]
    worker.card = worker.chat.cards[0]
    await worker.press("next")
    await worker.say("the school nurse")
    assert [bool(card.presses) for card in worker.chat.cards] == [False, True]
