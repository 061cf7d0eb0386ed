"""A second pair of eyes, from the worker's press to the line in the note; and everyone who may not answer."""

import asyncio
import re
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from bot.storage.tables import audit, channels, requests, supervisors
from tests.bot.storage.shelf import rows
from tests.bot.storage.test_audit import tampered, verdict
from tests.scenarios.channel import Channel
from tests.scenarios.journeys import HARM, ROUTINE
from tests.scenarios.reading import Card, own
from tests.scenarios.running import OTHER_TENANT, Bot, Clock
from tests.scenarios.worker import Worker, at_once

ADMIN = "o-admin"
CLOCK = Clock
WORDS = ("asthma", "hit me", "school nurse", "worse", "coughing")
"""Of the matter: none of them may reach a channel."""


@pytest.fixture
def kind(each_kind: str) -> str:
    return each_kind


@pytest.fixture
def settings() -> dict[str, str]:
    return {"ADMINISTRATORS": ADMIN, "APPROVALS": "untold,checks_untold,authorise"}


@pytest.fixture
async def channel(bot: Bot) -> Channel:
    """A channel that an administrator has set up, with M.A. as its supervisor."""
    channel = Channel(bot)
    admin = Worker(bot, "admin")
    assert "will be posted here" in await channel.write(admin, "approvals here")
    assert "M.A." in await channel.write(admin, "supervisors add", supervisor(bot))
    return channel


def supervisor(bot: Bot) -> Worker:
    return Worker(bot, "M.A.")


async def asked(worker: Worker, verb: str = "ask_supervisor", **inputs: str) -> Card:
    """The harm exception, and a second pair of eyes asked for."""
    await worker.say("share")
    await worker.go_on(HARM)
    return await worker.press(verb, **inputs)


def request_id(channel: Channel) -> str:
    return str(channel.cards[-1].button("open_request")["data"]["about"])


async def opened(channel: Channel, by: Worker) -> Card:
    """The request, opened from the channel in the supervisor's own chat."""
    await by.say("hello")
    await channel.press(by, channel.cards[-1], "open_request")
    by.card = by.chat.cards[-1]
    return by.card


def recorded(bot: Bot) -> list[tuple[str, str]]:
    return [(row["what"], row["detail"]) for row in rows(bot.database_url, audit)]


async def test_the_channel_sees_a_number_the_kind_and_the_paragraph_and_nothing_else(
    worker: Worker, channel: Channel
) -> None:
    await asked(worker, needed_by="17:00")
    prompt = channel.cards[-1]
    assert prompt.title.startswith("Request ")
    assert "Rests on 3.9(a)." in prompt.text
    assert "Needed by 17:00." in prompt.text
    everything = "\n".join(str(call.activity) for call in channel.chat.calls)
    assert [word for word in WORDS if word in everything] == []
    assert re.search(r"\bP\b", prompt.text) is None
    assert worker.name not in prompt.text


@pytest.mark.parametrize("typed", ["9:05 PM", "21.05", "9.05\u202fpm", "2105", "21:05Z"])
async def test_a_time_it_is_needed_by_is_read_as_clients_send_it(worker: Worker, channel: Channel, typed: str) -> None:
    await asked(worker, needed_by=typed)
    assert "Needed by 21:05." in channel.cards[-1].text


@pytest.mark.parametrize(
    ("typed", "said"),
    [("after lunch", "couldn't read the time"), ("2.30", "couldn't read"), ("00:01", "has gone today")],
)
async def test_a_time_that_is_not_taken_is_said_and_nothing_goes(
    worker: Worker, channel: Channel, typed: str, said: str
) -> None:
    card = await asked(worker, needed_by=typed)
    assert "The request has not gone yet" in card.text
    assert said in card.text
    assert channel.cards == []
    assert "is with your supervisors" in (await worker.press("ask_supervisor")).text


async def test_it_is_agreed_with_a_reason_and_stands_in_the_note_in_the_supervisors_name(
    worker: Worker, channel: Channel
) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    detail = await opened(channel, boss)
    assert "hit me" in detail.text
    assert "The rules can't tell whether the answers are right." in detail.text
    await boss.press("agree", reason="Both parts rest on what P said")
    assert "Your management note" in boss.card.text
    outcome = worker.chat.cards[-1]
    assert "M.A. agreed" in outcome.text
    assert "Both parts rest on what P said" in outcome.filled["request_addition"]
    assert "answered" in channel.cards[-1].text
    assert channel.cards[-1].presses == []
    worker.card = outcome
    await worker.press("open")
    await worker.press("shared", shared_how="phone")
    assert 'agreed: "Both parts rest on what P said"' in worker.card.filled["note"]


async def test_the_supervisor_reads_who_is_meant_by_you_and_which_lines_are_left_out(
    worker: Worker, channel: Channel
) -> None:
    await worker.say("share")
    await worker.go_on({**HARM, "weights__L1": "needs", "weights__L2": "leave_out"})
    await worker.press("ask_supervisor")
    text = (await opened(channel, supervisor(channel.bot))).text
    assert f'"You" means {worker.name} here.' in text
    assert "2. P has been coughing at night (left out)" in text
    typed, chosen = text.split("Chosen from the guide's lists")
    assert "D said it will be worse" in typed
    assert "I'm the allocated worker" in chosen


async def test_another_supervisor_has_no_note_to_write_and_nothing_left_to_press(
    worker: Worker, channel: Channel
) -> None:
    other = Worker(channel.bot, "T.W.")
    await channel.write(Worker(channel.bot, "admin"), "supervisors add", other)
    await asked(worker)
    await opened(channel, other)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("agree", reason="Both parts rest on what P said.")
    assert boss.card.filled["management_note"].endswith("agreed.\nMy reason: Both parts rest on what P said.")
    assert "M.A. agreed" in other.look().text
    assert "management_note" not in other.card.filled
    assert other.card.verbs == ["danger"]


async def test_answered_back_the_supervisor_is_not_offered_to_hand_it_to_themself(
    worker: Worker, channel: Channel
) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    worker.card = worker.chat.cards[-1]
    await worker.press("answer_back", reply="I did, at 11:20")
    assert "hand_request" not in boss.chat.cards[-1].verbs


async def test_the_note_says_that_copying_ends_what_is_still_asked(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await worker.press("shared", shared_how="phone", shared_with="R.L.")
    number = boss.card.title.partition(":")[0].removeprefix("Request ")
    assert worker.card.says("note.ends_request", number=number)
    await boss.press("agree", reason="yes")
    await worker.press("stop")
    await worker.say("my matters")
    await worker.press("open")
    assert not worker.card.says("note.ends_request", number=number)


async def test_a_reason_is_asked_for(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("do_not_agree")
    assert boss.card.says("approvals.refused.reason_missing")
    assert "open_request" in channel.cards[-1].verbs


async def test_not_agreed_the_worker_is_told_why(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("do_not_agree", reason="T could be told safely")
    told = worker.chat.cards[-1]
    assert "does not agree" in told.text
    assert "T could be told safely" in told.text
    assert "declined" not in str([call.activity for call in channel.chat.calls]).lower()


async def test_asked_back_and_answered(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("ask_back", reason="Who saw the mark?")
    worker.card = worker.chat.cards[-1]
    assert "Who saw the mark?" in worker.card.text
    await worker.press("answer_back", reply="I did, at 11:20")
    boss.card = boss.chat.cards[-1]
    assert "I did, at 11:20" in boss.card.text
    await boss.press("agree", reason="Seen by the worker")
    assert "M.A. agreed" in worker.chat.cards[-1].text


async def test_only_a_supervisor_of_that_channel_can_open_it(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    other = Worker(channel.bot, "J.S.")
    await other.say("hello")
    reply = await channel.press(other, channel.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.not_supervisor")
    assert "hit me" not in str(other.chat.ever_shown)
    assert ("refused", "not_supervisor") in recorded(channel.bot)


async def test_nobody_answers_their_own(bot: Bot, channel: Channel) -> None:
    boss = supervisor(bot)
    await asked(boss)
    reply = await channel.press(boss, channel.cards[-1], "open_request")
    assert reply["value"] == own("approvals.refused.own_request")
    assert ("refused", "own_request") in recorded(bot)


@pytest.mark.parametrize("verb", ["agree", "ask_back", "do_not_agree", "open_request", "hand_request"])
async def test_a_forged_press_is_refused_with_a_sentence_and_recorded(
    worker: Worker, channel: Channel, verb: str
) -> None:
    await asked(worker)
    wanted = request_id(channel)
    stranger = Worker(channel.bot, "stranger")
    await stranger.say("hello")
    await stranger.send(stranger.clicking(verb, {"about": wanted, "reason": "because"}))
    assert stranger.card.says("approvals.refused.not_supervisor")
    assert "hit me" not in stranger.card.text
    assert ("refused", "not_supervisor") in recorded(channel.bot)
    assert "open_request" in channel.cards[-1].verbs


async def test_a_supervisor_of_another_tenant_is_refused(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    wanted = request_id(channel)
    other = Worker(channel.bot, "M.A.", tenant=OTHER_TENANT)
    await other.say("hello")
    await other.send(other.clicking("agree", {"about": wanted, "reason": "because"}))
    assert other.card.says("approvals.refused.other_tenant")


async def test_a_request_is_settled_once_however_often_it_is_pressed(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    presses = [boss.pressing("agree", reason=f"reason {number}") for number in range(8)]
    replies = await at_once(*(boss.deliver(press) for press in presses))
    assert sum("Your management note" in str(reply["value"]) for reply in replies) == 1
    await channel.bot.all_sent()
    assert sum(own("approvals.refused.already_answered") in str(reply["value"]) for reply in replies) == 7
    assert [what for what, _ in recorded(channel.bot)].count("agreed") == 1


async def test_withdrawn_it_can_no_longer_be_answered(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    wanted = request_id(channel)
    await worker.press("withdraw")
    boss = supervisor(channel.bot)
    await boss.say("hello")
    await boss.send(boss.clicking("agree", {"about": wanted, "reason": "because"}))
    assert boss.card.says("approvals.refused.withdrawn")
    assert "withdrawn" in channel.cards[-1].text


async def test_changed_answers_take_the_request_back(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    await worker.press("change", about="grounds")
    await worker.press("next", harm_suffered="no")
    assert "withdrawn" in channel.cards[-1].text


async def test_agreement_to_someone_unauthorised_works_the_answer_out_again(worker: Worker, channel: Channel) -> None:
    await worker.say("share")
    await worker.go_on({**ROUTINE, "part_in_case": "unsure"})
    assert worker.card.title == own("headlines.refer")
    await worker.press("ask_supervisor")
    boss = supervisor(channel.bot)
    await opened(channel, boss)
    await boss.press("agree")
    worker.card = worker.chat.cards[-1]
    await worker.press("open")
    assert worker.card.title == own("headlines.yes", them="the school nurse")


async def test_without_a_channel_the_request_waits_and_is_not_lost(bot: Bot, worker: Worker) -> None:
    card = await asked(worker)
    assert "No channel is set up for your team yet" in card.text
    channel = Channel(bot)
    assert "1 had been waiting" in await channel.write(Worker(bot, "admin"), "approvals here")
    assert "Rests on 3.9(a)." in channel.cards[-1].text


async def test_taken_out_of_the_channel_what_waits_is_kept_and_the_worker_told(
    worker: Worker, channel: Channel
) -> None:
    await asked(worker)
    await channel.removed(worker)
    assert "no supervisor can see it now: I have been taken out of A team." in worker.chat.cards[-1].text
    again = Channel(channel.bot, id="19:another@thread.tacv2")
    assert "1 had been waiting" in await again.write(Worker(channel.bot, "admin"), "approvals here")


async def test_only_an_administrator_sets_it_up(bot: Bot, channel: Channel) -> None:
    other = Worker(bot, "J.S.")
    assert await channel.write(other, "approvals here") == own("approvals.setup.not_admin")
    assert await channel.write(other, "supervisors add", other) == own("approvals.setup.not_admin")
    assert "J.S." not in await channel.write(other, "supervisors")
    assert ("refused", "supervisors_add") in recorded(bot)


async def test_where_teams_does_not_say_in_time_who_is_named_they_are_said_to_be_unknown(
    bot: Bot, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.turns.conversation.ANSWER_SECONDS", 0.1)
    bot.connector.is_silent = True
    strangers = [Worker(bot, f"J.{letter}.", object_id="") for letter in "STU"]
    async with asyncio.timeout(30):  # one after the other they would take three times the connector's 15 seconds
        assert "I couldn't tell who this is" in await channel.write(Worker(bot, "admin"), "supervisors add", *strangers)


async def test_lists_of_what_waits_and_of_what_was_asked(worker: Worker, channel: Channel) -> None:
    await asked(worker)
    await worker.say("my requests")
    assert "is with your supervisors" in worker.card.text
    boss = supervisor(channel.bot)
    await boss.say("approvals")
    assert boss.card.title == own("approvals.lists.approvals")
    await boss.press("open_request")
    assert "hit me" in boss.card.text


TAMPERINGS: dict[str, tuple[Any, str]] = {
    "a request said to be agreed": (update(requests).values(state="agreed"), "changed"),
    "a request given to another channel": (update(requests).values(channel_id="19:other"), "changed"),
    "a request given to another person": (update(requests).values(asker="t/other"), "changed"),
    "an open request removed": (delete(requests), "removed while it was open"),
    "a supervisor added": (
        insert(supervisors).values(channel_id="19:supervisors@thread.tacv2", object_id="o-eve", name="Eve"),
        "supervisor o-eve of 19:supervisors@thread.tacv2: listed, but no entry",
    ),
    "a channel opened to its members": (update(channels).values(members_decide=1), "supervisor any member of"),
    "a supervisor removed": (delete(supervisors), "not listed, but no entry"),
    "a supervisor put in another's place": (update(supervisors).values(object_id="o-eve"), "supervisor o-eve"),
}


@pytest.mark.parametrize("done", TAMPERINGS)
async def test_what_is_done_to_requests_and_lists_of_supervisors_shows(
    bot: Bot, worker: Worker, channel: Channel, done: str
) -> None:
    await asked(worker)
    assert verdict(bot.database_url).faults == ()
    statement, fault = TAMPERINGS[done]
    tampered(bot.database_url, statement)
    assert any(fault in found for found in verdict(bot.database_url).faults)


async def test_an_answered_request_put_back_to_what_it_was_shows(bot: Bot, worker: Worker, channel: Channel) -> None:
    await asked(worker)
    (before,) = rows(bot.database_url, requests)
    decider = supervisor(bot)
    await opened(channel, decider)
    await decider.press("agree", reason="It is needed today.")
    assert verdict(bot.database_url).faults == ()
    tampered(bot.database_url, update(requests).values(before))
    assert verdict(bot.database_url).faults == (
        f"request {before['number']}: stands as waiting, but its last entry says agreed",
    )
