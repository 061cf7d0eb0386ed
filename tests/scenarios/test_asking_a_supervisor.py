"""A question that the guidance does not answer: it goes to the supervisors of the team, and the answer comes back."""

import pytest

from tests.scenarios.channel import Channel
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import ADMIN, opened, supervisor
from tests.scenarios.worker import Worker

QUESTION = "which form do I use to claim my mileage"


@pytest.fixture
def settings() -> dict[str, str]:
    return {"ADMINISTRATORS": ADMIN}


@pytest.fixture
async def channel(bot: Bot) -> Channel:
    channel, admin = Channel(bot), Worker(bot, "admin")
    await channel.write(admin, "approvals here")
    await channel.write(admin, "supervisors add", supervisor(bot))
    return channel


async def test_it_is_asked_answered_in_words_and_brought_back(worker: Worker, channel: Channel) -> None:
    await worker.say(QUESTION)
    assert "the guidance doesn't say" in worker.card.text
    await worker.press("ask_question")
    assert "is with your supervisors" in worker.card.text
    everything = "\n".join(str(call.activity) for call in channel.chat.calls)
    assert "mileage" not in everything
    assert worker.name not in channel.cards[-1].text
    boss = supervisor(channel.bot)
    detail = await opened(channel, boss)
    assert QUESTION in detail.text
    assert "do_not_agree" not in detail.verbs
    await boss.press("agree", reason="")
    assert "in a few words" in boss.card.text
    await boss.press("agree", reason="The travel form on the intranet")
    answer = worker.chat.cards[-1]
    assert "M.A. answered" in answer.text
    assert "The travel form on the intranet" in answer.text
    assert "agreed" not in answer.text
    assert "answered" in channel.cards[-1].text


async def test_the_supervisor_asks_back_first(worker: Worker, channel: Channel) -> None:
    await worker.say(QUESTION)
    await worker.say("Ask my supervisor")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="For which journey?")
    worker.card = worker.chat.cards[-1]
    assert "For which journey?" in worker.card.text
    await worker.press("answer_back", reply="To the contact centre")
    boss.card = boss.chat.cards[-1]
    assert "To the contact centre" in boss.card.text


async def test_while_a_question_is_open_a_box_for_it_is_shown_and_the_matter_stays(
    worker: Worker, channel: Channel
) -> None:
    await worker.say("share")
    await worker.say("P")
    await worker.say("ask my manager")
    await worker.press("ask_question", question="Is K still the allocated worker?")
    assert "is with your supervisors" in worker.card.text
    detail = await opened(channel, supervisor(channel.bot))
    assert "Is K still the allocated worker?" in detail.text
    await worker.press("home")
    assert worker.card.filled["child"] == "P"


async def test_what_says_who_a_person_is_waits_for_the_answer_to_the_notice(worker: Worker, channel: Channel) -> None:
    await worker.say("ask my supervisor")
    await worker.press("ask_question", question="Who pays the taxi for NHS number 943 476 5919?")
    assert "an NHS number" in worker.card.text
    assert channel.cards == []
    await worker.press("change_unsent")
    await worker.press("ask_question", question="Who pays the taxi?")
    detail = await opened(channel, supervisor(channel.bot))
    assert "Who pays the taxi?" in detail.text


async def test_words_typed_under_the_supervisors_question_stand_in_the_answer_and_are_not_sent(
    worker: Worker, channel: Channel
) -> None:
    await worker.say(QUESTION)
    await worker.press("ask_question")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="For which journey?")
    await worker.say("it was the trip to the contact centre in Leeds")
    assert worker.card.says("notices.reply_typed")
    assert worker.card.filled["reply"] == "it was the trip to the contact centre in Leeds"
    assert "Leeds" not in str(boss.chat.cards[-1].content)
    await worker.press("answer_back", reply=worker.card.filled["reply"])
    assert "Leeds" in boss.chat.cards[-1].text
