"""Follow-ups and everyone else: a supervisor who accepts, a team that is late, those who may not; each step once."""

import pytest

from tests.scenarios.channel import Channel
from tests.scenarios.following_up import (
    MORNING,
    OF_THE_FAMILY,
    SETTINGS,
    TOLD,
    kept,
    recorded,
    shared,
    the_one,
    whole,
)
from tests.scenarios.reading import Card, own
from tests.scenarios.running import OTHER_TENANT, Bot, Clock
from tests.scenarios.test_approvals import opened, supervisor
from tests.scenarios.worker import Worker, at_once

CLOCK = Clock


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def settings() -> dict[str, str]:
    return SETTINGS


async def test_it_opens_once_however_often_the_note_is_come_to(bot: Bot, worker: Worker) -> None:
    await shared(worker)
    await worker.say("hello")
    await worker.press("show_answer")
    assert kept(bot) == [("tell_family", "ended")]
    await worker.press("shared")
    assert worker.card.title == own("note.title")
    assert kept(bot) == [("tell_family", "open")]
    assert [what for what, _ in recorded(bot)] == ["follow_up_opened", "follow_up_ended", "follow_up_opened"]


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
    assert "withdrawn" in channel.cards[-1].text
    assert ("withdrawn_as_told", "3.12") in recorded(bot)


async def test_a_change_of_the_matter_leaves_the_request_standing(bot: Bot, worker: Worker, channel: Channel) -> None:
    await shared(worker)
    await the_one(worker)
    await worker.press("ask_not_to_tell", not_telling_because="No address is known")
    await worker.press("open")
    await worker.press("copied")
    assert "is waiting for a supervisor" in channel.cards[-1].text


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
