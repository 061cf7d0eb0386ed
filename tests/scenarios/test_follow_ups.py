"""Follow-ups: opened at the close, reminded of, moved, closed, and what outlives the matter's text."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bot.config.council import CouncilSettings
from bot.retention import Retention
from bot.storage import UnitOfWork
from tests.bot.storage.shelf import opened as opened_storage
from tests.scenarios.channel import Channel
from tests.scenarios.following_up import (
    MORNING,
    SETTINGS,
    TOLD,
    kept,
    recorded,
    shared,
    the_one,
    whole,
)
from tests.scenarios.journeys import HARM, ROUTINE, UNTOLD
from tests.scenarios.running import Bot, Clock
from tests.scenarios.worker import Worker

CLOCK = Clock


@pytest.fixture
def settings() -> dict[str, str]:
    return SETTINGS


async def test_shared_untold_a_follow_up_opens_and_the_note_says_when_it_reminds(bot: Bot, worker: Worker) -> None:
    note = await shared(worker)
    assert "Kept as a follow-up" in note.text
    assert "Tell the family: I remind you on 26/11/2026." in note.text
    assert kept(bot) == [("tell_family", "open")]
    assert ("follow_up_opened", "tell_family") in recorded(bot)
    await worker.press("copied")
    assert "Tell the family: I remind you on 26/11/2026." in worker.card.text


async def test_told_first_nothing_is_left_to_be_done(bot: Bot, worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    note = await worker.press("shared", shared_how="phone")
    assert "follow-up" not in note.text
    assert kept(bot) == []


async def test_what_the_guidance_does_not_ask_for_is_called_practice(bot: Bot, worker: Worker) -> None:
    await shared(worker, {**HARM, "kinds": "none"})
    assert "good practice" in (await the_one(worker)).text
    other = Worker(bot, "other")
    await shared(other, {**HARM, "kinds": "health"})
    assert "The guidance asks for it" in (await the_one(other)).text


async def test_it_reminds_in_the_workers_own_chat_as_the_office_opens_and_again_a_week_later(
    bot: Bot, worker: Worker, channel: Channel, clock: Clock
) -> None:
    await shared(worker)
    await worker.press("copied")
    posted = len(worker.chat.posts)
    clock.now = datetime(2026, 11, 26, 8, 59, tzinfo=UTC)
    await bot.settled()
    assert len(worker.chat.posts) == posted
    clock.now = MORNING
    await bot.settled()
    reminder = worker.chat.cards[-1]
    assert len(worker.chat.posts) == posted + 1
    assert "Tell the family" in reminder.title
    assert "told to the school nurse on 24/11/2026" in reminder.text
    assert "asthma" not in reminder.text
    clock.forward(days=7)
    await bot.settled()
    assert len(worker.chat.posts) == posted + 2
    assert channel.chat.posts == [post for post in channel.chat.posts if not post.activity.get("attachments")]


@pytest.mark.parametrize("news", ["told mum and dad last night", "all sorted thanks", "that one's done"])
async def test_news_typed_under_the_reminder_opens_the_way_to_say_so(
    bot: Bot, worker: Worker, clock: Clock, news: str
) -> None:
    await shared(worker)
    await worker.press("copied")
    clock.now = MORNING
    await bot.settled()
    await worker.say(news)
    assert worker.card.says("notices.happened_typed")
    assert "follow_up_done" in worker.card.verbs
    assert kept(bot) == [("tell_family", "open")]
    await worker.press("follow_up_done", done_when__date="2026-11-25", done_when__time="18:00", **TOLD)
    assert kept(bot) == [("tell_family", "done")]


async def test_moved_with_a_reason_it_reminds_on_the_new_day_only(bot: Bot, worker: Worker, clock: Clock) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("move_follow_up", move_to__date="2026-12-01", move_because="D is still at home")
    assert "To be looked at on 01/12/2026" in worker.card.text
    assert "D is still at home" in worker.card.filled["follow_up_addition"]
    posted = len(worker.chat.posts)
    clock.now = MORNING
    await bot.settled()
    assert len(worker.chat.posts) == posted
    clock.now = datetime(2026, 12, 1, 9, 1, tzinfo=UTC)
    await bot.settled()
    assert len(worker.chat.posts) == posted + 1
    assert ("follow_up_moved", "tell_family") in recorded(bot)
    assert "D is still at home" not in whole(bot)


@pytest.mark.parametrize(
    ("verb", "inputs", "fault"),
    [
        ("move_follow_up", {"move_to__date": "2026-12-01", "move_because": ""}, "missing_words"),
        ("move_follow_up", {"move_to__date": "2026-11-23", "move_because": "later"}, "gone_by"),
        ("follow_up_done", {"done_how": "", "done_by": "K.O."}, "missing_words"),
        ("follow_up_done", {**TOLD, "done_when__date": "2026-11-27"}, "still_to_come"),
        ("ask_not_to_tell", {"not_telling_because": " "}, "missing_words"),
    ],
)
async def test_what_is_missing_is_said_and_nothing_changes(
    bot: Bot, worker: Worker, verb: str, inputs: dict[str, str], fault: str
) -> None:
    await shared(worker)
    await the_one(worker)
    before = recorded(bot)
    await worker.press(verb, **inputs)
    assert worker.card.says(f"faults.{fault}")
    assert kept(bot) == [("tell_family", "open")]
    assert recorded(bot) == before


async def test_told_it_closes_with_an_addition_until_that_is_copied(bot: Bot, worker: Worker, clock: Clock) -> None:
    await shared(worker)
    await worker.press("copied")
    await the_one(worker)
    await worker.press("follow_up_done", **TOLD)
    drafted = worker.card.filled["follow_up_addition"]
    assert "told to the school nurse on 24/11/2026" in drafted
    assert "How: In person, at home. By: K.O., allocated worker." in drafted
    assert ("follow_up_told", "tell_family") in recorded(bot)
    assert drafted in (await the_one(worker)).text
    await worker.press("follow_up_copied")
    assert kept(bot) == [("tell_family", "closed")]
    assert "follow_up_addition" not in worker.card.inputs
    await worker.say("follow-ups")
    assert worker.card.says("follow_ups.none")
    posted = len(worker.chat.posts)
    clock.forward(days=30)
    await bot.settled()
    assert len(worker.chat.posts) == posted


async def test_told_to_one_of_them_it_stays_open_for_the_other_with_its_reminders(
    bot: Bot, worker: Worker, channel: Channel, clock: Clock
) -> None:
    await shared(worker)
    await worker.press("copied")
    await the_one(worker)
    assert "Still to be told: T and D." in worker.card.text
    await worker.press("ask_not_to_tell", not_telling_because="no address for D")
    await worker.press("follow_up_done", **{**TOLD, "done_who": "T"})
    drafted = worker.card.filled["follow_up_addition"]
    assert "Part of the family was told on" in drafted and "Who: T." in drafted and "Not told yet: D." in drafted
    assert "Told already: T." in worker.card.text and "Still to be told: D." in worker.card.text
    assert kept(bot) == [("tell_family", "open")]
    assert ("follow_up_told_in_part", "tell_family") in recorded(bot)
    assert "ask_not_to_tell" in worker.card.verbs  # the request said that nobody knew, and is taken back
    await worker.press("follow_up_copied")
    posted = len(worker.chat.posts)
    clock.now = MORNING
    await bot.settled()
    assert len(worker.chat.posts) == posted + 1
    worker.card = worker.chat.cards[-1]
    assert "done_who" not in worker.card.inputs
    await worker.press("follow_up_done", done_how="by phone", done_by="K.O.")
    assert "The family was told on" in worker.card.filled["follow_up_addition"]
    assert "Who: D (T told before)." in worker.card.filled["follow_up_addition"]
    assert kept(bot) == [("tell_family", "done")]
    assert ("follow_up_told", "tell_family") in recorded(bot)


async def test_where_no_one_is_named_it_asks_whether_everyone_knows(bot: Bot, worker: Worker) -> None:
    await shared(worker, {**HARM, "parents": "both parents"})
    await the_one(worker)
    how = {"done_how": "by phone", "done_by": "K.O."}
    await worker.press("follow_up_done", **how)
    assert worker.card.says("faults.missing_words")
    await worker.press("follow_up_done", **how, done_whom="T, mother", done_everyone="no")
    assert kept(bot) == [("tell_family", "open")]
    assert "Who: T, mother." in worker.card.filled["follow_up_addition"]
    assert "Not told yet: the others." in worker.card.filled["follow_up_addition"]
    await worker.press("follow_up_done", **how, done_whom="D, father", done_everyone="yes")
    assert kept(bot) == [("tell_family", "done")]


async def test_a_card_of_the_version_before_is_asked_who_was_told(bot: Bot, worker: Worker) -> None:
    """It has no input for that, and says it only where its words do."""
    await shared(worker)
    await the_one(worker)
    data = dict(worker.card.button("follow_up_done")["data"])
    when = {"done_when__date": "2026-11-24", "done_when__time": "10:00", "done_by": "K.O."}
    await worker.send(worker.clicking("follow_up_done", {**data, **when, "done_how": "by phone"}))
    assert worker.card.says("faults.missing")
    await worker.send(worker.clicking("follow_up_done", {**data, **when, "done_how": "both by phone"}))
    assert kept(bot) == [("tell_family", "done")]


SINCE_THEN = {"excepted", "parents", "told"}


def _as_an_older_version_kept_it(owner: str) -> Callable[[UnitOfWork], None]:
    def keep(unit: UnitOfWork) -> None:
        (stored,) = unit.follow_ups_of_owner(owner)
        older = {name: value for name, value in stored.content.items() if name not in SINCE_THEN}
        unit.save_follow_up(replace(stored, content=older))

    return keep


async def test_what_an_older_version_kept_has_no_one_named_and_closes_for_everyone(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    with opened_storage(bot.database_url, clock=Clock()) as storage:
        await storage.transact(_as_an_older_version_kept_it(f"{worker.tenant}/{worker.entra_id}"))
    await the_one(worker)
    assert "Still to be told" not in worker.card.text
    await worker.press("follow_up_done", done_whom="T and D", done_everyone="yes", done_how="by phone", done_by="K.O.")
    assert kept(bot) == [("tell_family", "done")]


async def test_it_outlives_the_deleted_matter_and_the_words_are_made_afresh(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    await shared(worker)
    await worker.say("my matters")
    await worker.press("delete")
    await worker.press("delete_yes")
    clock.now = MORNING
    await bot.settled()
    worker.card = worker.chat.cards[-1]
    assert "Tell the family" in worker.card.title
    assert "open" not in worker.card.verbs
    await worker.press("follow_up_words")
    assert "On Tuesday 24 November I told the school nurse something about [child's first name]" in worker.card.text
    assert [word for word in ("asthma", "coughing", "hit me") if word in worker.card.text] == []


async def test_while_the_matter_has_its_text_the_words_hold_the_lines_and_go_with_it(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("follow_up_words")
    assert worker.below == []
    await worker.looks()
    (words_card,) = worker.below
    assert "P has been coughing at night" in words_card.text
    await worker.press("copied")
    assert "coughing" not in worker.chat.standing(words_card.activity_id).text


async def test_shared_against_the_answer_the_words_are_those_for_afterwards(bot: Bot, worker: Worker) -> None:
    await shared(worker, {**UNTOLD, "reasons": "attitude"}, departed_because="P was wheezing")
    await the_one(worker)
    await worker.press("follow_up_words")
    assert "I would usually tell you first" in worker.card.text


async def test_one_opened_from_the_list_is_not_taken_back_by_the_next_message(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    card = await the_one(worker)
    await worker.say("hello")
    assert "Tell the family" in worker.chat.standing(card.activity_id).title


async def test_retention_lets_the_matter_go_and_the_open_follow_up_stays(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    await shared(worker)
    await worker.press("copied")
    clock.forward(days=31)
    with opened_storage(bot.database_url, clock=clock) as storage:
        assert await Retention(storage, CouncilSettings(retention_days=30)).delete_expired() == 1
    assert kept(bot) == [("tell_family", "open")]
    assert "told to the school nurse on 24/11/2026" in (await the_one(worker)).text


async def test_retention_lets_a_settled_follow_up_go_as_well(bot: Bot, worker: Worker, clock: Clock) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("follow_up_done", **TOLD)
    clock.forward(days=31)
    with opened_storage(bot.database_url, clock=clock) as storage:
        await Retention(storage, CouncilSettings(retention_days=30)).delete_expired()
    assert kept(bot) == []
