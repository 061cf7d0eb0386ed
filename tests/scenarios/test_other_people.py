"""Nobody sees, opens, deletes or presses on another person's matter, whatever ids they send."""

import pytest

from tests.phrases import phrases
from tests.scenarios.journeys import MARK, ROUTINE, marked
from tests.scenarios.keeping import matters_kept
from tests.scenarios.reading import Json
from tests.scenarios.running import OTHER_TENANT, Bot
from tests.scenarios.worker import Worker

ON_A_MATTER = phrases("""
    next | back | stop | change | carry_on | shared | not_shared | passed_on | they_know | words_parents
    words_recipient | show_answer | copied | addition | another | again | danger
""")
ABOUT_A_MATTER = ("open", "delete", "delete_yes", "hand_over", "make_code", "take_back")


def strangers(bot: Bot) -> dict[str, Worker]:
    return {
        "someone else": Worker(bot, "stranger"),
        "the same id in another tenant": Worker(bot, "foreigner", tenant=OTHER_TENANT, object_id="o-worker"),
        "one without an Entra id": Worker(bot, "o-worker", object_id=" "),
    }


@pytest.fixture(params=["someone else", "the same id in another tenant", "one without an Entra id"])
async def stranger(request: pytest.FixtureRequest, bot: Bot) -> Worker:
    who = strangers(bot)[request.param]
    await who.say("hello")
    return who


async def test_nobody_else_can_do_anything_with_a_matter_by_its_id(worker: Worker, stranger: Worker) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE))
    matter, revision, before = worker.card.matter, worker.card.revision, kept(worker)
    heard = len(worker.chat.calls)
    for verb in ON_A_MATTER:
        await stranger.send(stranger.clicking(verb, {"m": matter, "r": revision, "about": "you_and_them"}))
        assert MARK not in str(stranger.card.content)
    for verb in ABOUT_A_MATTER:
        await stranger.send(stranger.clicking(verb, {"about": matter, "m": matter, "r": revision}))
        assert MARK not in str(stranger.card.content)
    assert kept(worker) == before
    assert len(worker.chat.calls) == heard
    assert MARK not in str([card.content for card in stranger.chat.ever_shown])


def kept(worker: Worker) -> list[Json]:
    return [row for row in matters_kept(worker.bot.database_url) if MARK in str(row)]


async def test_nobody_elses_matters_are_listed_or_counted(worker: Worker, stranger: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await stranger.say("my matters")
    assert stranger.card.says("matters.none")
    await stranger.say("hello")
    assert "welcome.kept" not in stranger.card.text
    assert not stranger.card.says("welcome.kept", kept="one matter")


async def test_another_person_in_the_same_conversation_sees_nothing_of_it(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(marked(ROUTINE))
    thief = Worker(worker.bot, "thief")
    posts = len(worker.chat.posts)
    conversation = worker.activity()["conversation"]
    for text in ("hello", "my matters", "back", "words", "I've shared it", "answer"):
        await worker.bot.post(thief.activity(text=text, conversation=conversation))
    await worker.bot.all_sent()
    assert MARK not in str([call.activity for call in worker.chat.posts[posts:]])
    assert kept(worker)


async def test_a_click_that_names_anothers_card_changes_only_what_stands_in_ones_own_chat(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    stranger = Worker(worker.bot, "stranger")
    before = worker.chat.standing(worker.card.activity_id).content
    await stranger.send(stranger.clicking("start", {}, replyToId=worker.card.activity_id))
    assert worker.chat.standing(worker.card.activity_id).content == before
