"""Follow-ups: opened at the close, reminded of, moved, closed, and what outlives the matter's text."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime

import pytest

from bot.storage.tables import audit, follow_ups
from tests.bot.storage.shelf import rows
from tests.scenarios.channel import Channel
from tests.scenarios.journeys import HARM, ROUTINE, UNTOLD
from tests.scenarios.reading import Card, own
from tests.scenarios.running import OTHER_TENANT, Bot, running_by
from tests.scenarios.test_approvals import ADMIN, opened, supervisor
from tests.scenarios.test_reminders import Clock
from tests.scenarios.worker import Worker, at_once

LOOK_AGAIN = "2026-11-26"
MORNING = datetime(2026, 11, 26, 9, 0, 30, tzinfo=UTC)
OF_THE_FAMILY = ("asthma", "hit me", "coughing", "worse", "T and D", "school nurse")
TOLD = {"done_how": "In person, at home", "done_by": "K.O., allocated worker"}


@pytest.fixture
def clock() -> Clock:
    """A Tuesday morning."""
    return Clock()


@pytest.fixture
async def bot(database_url: str, clock: Clock) -> AsyncIterator[Bot]:
    async with running_by(clock, database_url, {"ADMINISTRATORS": ADMIN, "RETENTION_DAYS": "30"}) as running:
        yield running


@pytest.fixture
async def channel(bot: Bot) -> Channel:
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
    """The worker's follow-up, opened from the list."""
    await worker.say("follow-ups")
    return await worker.press("open_follow_up")


def kept(bot: Bot) -> list[tuple[str, str]]:
    """The kind and the state of each follow-up."""
    return [(row["kind"], row["state"]) for row in rows(bot.database_url, follow_ups)]


def recorded(bot: Bot) -> list[tuple[str, str]]:
    return [(row["what"], row["detail"]) for row in rows(bot.database_url, audit)]


def whole(bot: Bot) -> str:
    return str(rows(bot.database_url, audit))


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


async def test_it_opens_once_however_often_the_note_is_come_to(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await worker.say("hello")
    await worker.press("show_answer")
    assert kept(bot) == [("tell_family", "ended")]
    await worker.press("shared")
    assert worker.card.title == own("note.title")
    assert kept(bot) == [("tell_family", "open")]
    assert [what for what, _ in recorded(bot)] == ["follow_up_opened", "follow_up_ended", "follow_up_opened"]


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


async def test_pressed_twice_it_is_closed_once(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await the_one(worker)
    presses = [worker.pressing("follow_up_done", **TOLD) for _ in range(4)]
    replies = await at_once(*(worker.deliver(press) for press in presses))
    await bot.all_sent()
    assert [what for what, _ in recorded(bot)].count("follow_up_told") == 1
    closed = own("approvals.refused.follow_up_closed")
    assert sum(closed in Card("", reply["value"]).text for reply in replies) == 3
    assert all("How: In person, at home." in str(reply["value"]) for reply in replies)


@pytest.mark.parametrize(
    "verb",
    ["open_follow_up", "follow_up_done", "move_follow_up", "ask_not_to_tell", "follow_up_words", "follow_up_copied"],
)
async def test_nobody_else_can_open_or_change_it(bot: Bot, worker: Worker, channel: Channel, verb: str) -> None:
    await shared(worker)
    await the_one(worker)
    wanted = str(worker.card.button("follow_up_done")["data"]["about"])
    inputs = {**TOLD, "done_when__date": "2026-11-24", "done_when__time": "09:00", "not_telling_because": "x"}
    moved = {"move_to__date": "2026-12-01", "move_because": "x"}
    for other in (Worker(bot, "other"), supervisor(bot), Worker(bot, worker.name, OTHER_TENANT)):
        await other.say("hello")
        await other.send(other.clicking(verb, {"about": wanted, **inputs, **moved}))
        assert other.card.says("approvals.refused.not_your_follow_up")
        assert "told to the school nurse" not in other.card.text
    assert kept(bot) == [("tell_family", "open")]
    assert [row for row in recorded(bot) if row[0] == "refused"] == [("refused", "not_your_follow_up")] * 3


async def test_an_incomplete_press_on_anothers_is_refused_too(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await the_one(worker)
    wanted = str(worker.card.button("follow_up_done")["data"]["about"])
    other = Worker(bot, "other")
    await other.say("hello")
    await other.send(other.clicking("follow_up_done", {"about": wanted}))
    assert other.card.says("approvals.refused.not_your_follow_up")


async def test_a_supervisor_accepts_not_telling_with_a_reason_in_their_name(
    bot: Bot, worker: Worker, channel: Channel
) -> None:
    await shared(worker)
    await worker.press("copied")
    await the_one(worker)
    await worker.press("ask_not_to_tell", not_telling_because="D has left for good and hit me stands")
    assert "is with your supervisors" in worker.card.text
    assert "ask_not_to_tell" not in worker.card.verbs
    prompt = channel.cards[-1]
    assert "Not telling the family afterwards. Rests on 3.12." in prompt.text
    assert [word for word in OF_THE_FAMILY if word in str([call.activity for call in channel.chat.calls])] == []
    boss = supervisor(bot)
    detail = await opened(channel, boss)
    assert "D has left for good" in detail.text
    assert "told to the school nurse on 24/11/2026" in detail.text
    await boss.press("agree")
    assert boss.card.says("approvals.refused.reason_missing")
    await boss.press("agree", reason="P asked that nobody is told, and is right")
    assert kept(bot) == [("tell_family", "not_telling")]
    assert ("not_telling_agreed", "tell_family") in recorded(bot)
    assert "P asked that nobody is told" not in whole(bot)
    drafted = worker.look().filled["follow_up_addition"]
    assert "accepted by M.A." in drafted
    assert "P asked that nobody is told, and is right" in drafted
    assert drafted in worker.chat.cards[-1].filled["request_addition"]


async def test_not_agreed_it_stays_to_be_done(bot: Bot, worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("ask_not_to_tell", not_telling_because="They would be upset")
    boss = supervisor(bot)
    await opened(channel, boss)
    await boss.press("do_not_agree", reason="Being upset is no reason")
    assert kept(bot) == [("tell_family", "open")]
    assert worker.chat.cards[-1].says("approvals.still_to_tell")
    card = worker.look()
    assert "Being upset is no reason" in card.text
    assert "ask_not_to_tell" in card.verbs


async def test_asked_twice_it_is_one_request(bot: Bot, worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    press = worker.pressing("ask_not_to_tell", not_telling_because="No address is known")
    await worker.deliver(press)
    await worker.deliver({**press, "id": "another"})
    await bot.all_sent()
    assert len(channel.cards) == 1


async def test_told_meanwhile_the_request_is_taken_back(bot: Bot, worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("ask_not_to_tell", not_telling_because="No address is known")
    await worker.press("follow_up_done", **TOLD)
    assert "taken back" in channel.cards[-1].text
    assert ("withdrawn_as_told", "3.12") in recorded(bot)


async def test_a_change_of_the_matter_leaves_the_request_standing(bot: Bot, worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("ask_not_to_tell", not_telling_because="No address is known")
    await worker.press("open")
    await worker.press("copied")
    assert "is waiting for a supervisor" in channel.cards[-1].text


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
    assert "I told the school nurse something about P" in worker.card.text
    assert "24/11/2026" in worker.card.text
    assert [word for word in ("asthma", "coughing", "hit me") if word in worker.card.text] == []


async def test_while_the_matter_has_its_text_the_words_hold_the_lines_and_go_with_it(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("follow_up_words")
    (words_card,) = worker.below
    assert "P has been coughing at night" in words_card.text
    await worker.press("open")
    await worker.press("copied")
    assert "coughing" not in worker.chat.standing(words_card.activity_id).text


async def test_shared_against_the_answer_the_words_are_those_for_afterwards(bot: Bot, worker: Worker) -> None:
    await shared(worker, {**UNTOLD, "reasons": "attitude"}, departed_because="P was wheezing")
    await the_one(worker)
    await worker.press("follow_up_words")
    assert "I would usually tell you first" in worker.card.text


async def test_a_supervisor_sees_the_teams_overdue_ones_by_number_and_name_only(
    bot: Bot, worker: Worker, channel: Channel, clock: Clock
) -> None:
    await shared(worker)
    boss = supervisor(bot)
    await boss.say("team follow-ups")
    assert boss.card.says("follow_ups.team.none")
    clock.now = MORNING
    await boss.say("team follow-ups")
    assert worker.name in boss.card.text
    assert "Was to be looked at on 26/11/2026" in boss.card.text
    assert boss.card.verbs == ["home", "danger"]
    assert [word for word in OF_THE_FAMILY if word in str(boss.card.content)] == []
    mine = await the_one(worker)
    assert mine.title.partition(":")[0] in boss.card.text


async def test_the_teams_are_not_shown_to_anyone_else(bot: Bot, worker: Worker, channel: Channel, clock: Clock) -> None:
    await shared(worker)
    clock.now = MORNING
    other = Worker(bot, "other")
    await other.say("team follow-ups")
    assert other.card.says("approvals.refused.no_team")
    assert ("refused", "no_team") in recorded(bot)


async def test_without_a_channel_it_is_the_teams_once_one_is_set_up(bot: Bot, worker: Worker, clock: Clock) -> None:
    await shared(worker)
    channel = Channel(bot)
    await channel.write(Worker(bot, "admin"), "approvals here")
    await channel.write(Worker(bot, "admin"), "supervisors add", supervisor(bot))
    clock.now = MORNING
    await bot.settled()
    boss = supervisor(bot)
    await boss.say("team follow-ups")
    assert worker.name in boss.card.text


async def test_one_opened_from_the_list_is_not_taken_back_by_the_next_message(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    card = await the_one(worker)
    await worker.say("hello")
    assert "Tell the family" in worker.chat.standing(card.activity_id).title
