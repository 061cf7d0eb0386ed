"""A message that is edited, deleted or brought back in Teams: nothing changes, and it is said where to change it."""

from tests.connector import refused
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import with_supervisor
from tests.scenarios.reading import Card, own
from tests.scenarios.running import Bot
from tests.scenarios.test_approvals import ADMIN, asked, opened, supervisor
from tests.scenarios.worker import Worker


async def changed(
    worker: Worker, type_: str, event: str, message_id: str, *, text: str = "", at: str = "10:05"
) -> Card:
    """What comes once Teams sent that this message was changed."""
    return await worker._take(
        worker.activity(
            type=type_,
            id=message_id,
            text=text,
            timestamp=f"2026-11-24T{at}:00.000Z",
            channelData={"eventType": event, "tenant": {"id": worker.tenant}},
        )
    )


async def typed_child(worker: Worker) -> None:
    await worker.say("share")
    await worker.say("P", id="typed-1")


async def test_an_edited_answer_stands_and_a_button_changes_it(worker: Worker) -> None:
    await typed_child(worker)
    await worker.say("mine")
    asks = worker.card.asks
    card = await changed(worker, "messageUpdate", "editMessage", "typed-1", text="R")
    assert own("hearing.message.edited", change=True) in card.text
    assert card.asks == asks
    await worker.press("change")
    assert worker.card.filled["child"] == "P"


async def test_each_edit_of_one_message_is_answered_once(worker: Worker) -> None:
    await typed_child(worker)
    posts = len(worker.chat.posts)
    for at in ("10:05", "10:06", "10:06"):
        await changed(worker, "messageUpdate", "editMessage", "typed-1", text="R", at=at)
    assert len(worker.chat.posts) == posts + 2


async def test_a_deleted_answer_stands_and_it_is_said_how_to_delete_all(worker: Worker) -> None:
    await typed_child(worker)
    card = await changed(worker, "messageDelete", "softDeleteMessage", "typed-1")
    assert own("hearing.message.deleted", change=True, kept=True) in card.text
    await worker.say("my matters")
    assert "P" in worker.card.text


async def test_a_deleted_message_that_was_not_taken_is_no_longer_kept(worker: Worker) -> None:
    await typed_child(worker)
    await worker.say("the school nurse told me that they moved", id="typed-2")
    await changed(worker, "messageDelete", "softDeleteMessage", "typed-2")
    assert "keep_typed" not in worker.card.verbs


async def test_a_message_brought_back_changes_nothing(worker: Worker) -> None:
    await typed_child(worker)
    card = await changed(worker, "messageUpdate", "undeleteMessage", "typed-1", text="P")
    assert card.says("hearing.message.restored")


async def test_before_any_matter_an_edit_is_to_be_sent_anew(worker: Worker) -> None:
    await worker.say("hello", id="typed-1")
    card = await changed(worker, "messageUpdate", "editMessage", "typed-1", text="share")
    assert own("hearing.message.edited", change=False) in card.text


async def test_danger_in_an_edited_message_is_heard(worker: Worker) -> None:
    await typed_child(worker)
    card = await changed(worker, "messageUpdate", "editMessage", "typed-1", text="he is hitting her right now, help")
    assert card.says("hearing.act_first.heading")


async def test_an_edited_command_in_a_channel_is_to_be_sent_anew(bot: Bot) -> None:
    channel, admin = Channel(bot), Worker(bot, "admin", object_id=ADMIN)
    place = channel.place(admin.tenant)
    place["channelData"]["eventType"] = "editMessage"
    for text in ("approvals here", "thank you"):
        await bot.post(admin.activity(type="messageUpdate", text=text, **place))
    await bot.all_sent()
    assert channel.texts == [own("approvals.setup.edited")]


async def test_what_was_refused_is_told_at_the_next_word(bot: Bot, worker: Worker) -> None:
    channel = await with_supervisor(bot)
    await asked(worker)
    decider = supervisor(bot)
    await opened(channel, decider)
    bot.connector.refuse(worker.chat.conversation_id, refused())
    reason = "I have read it and agree, because of the harm."
    await decider.press("agree", reason=reason)
    await bot.all_sent()
    bot.connector.accept(worker.chat.conversation_id)
    await worker.say("hello")
    assert reason in worker.chat.cards[-2].text
    assert worker.chat.cards[-1].says("notices.missed_before")
    await worker.say("hello")
    assert not worker.card.says("notices.missed_before")
