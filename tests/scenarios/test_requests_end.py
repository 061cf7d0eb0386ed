"""A matter's text ends: deleted, copied, or too old. What was asked of it ends with it, whatever state it was in."""

from typing import Any

import pytest

from bot.config.council import CouncilSettings
from bot.retention import Retention
from tests.bot.storage.shelf import opened
from tests.scenarios.ending import (
    OPEN,
    SETTLED,
    WAYS,
    Asked,
    State,
    Way,
    cards_with,
    copied,
    deleted,
    in_the_digest,
    more_asked,
    not_posted_yet,
    retention,
    standing,
    waiting,
)
from tests.scenarios.journeys import HARM, MARK
from tests.scenarios.keeping import change, everything_kept, requests_kept
from tests.scenarios.reading import own
from tests.scenarios.running import Bot, Clock
from tests.scenarios.test_approvals import recorded
from tests.scenarios.worker import Worker

SUPERVISORS = ("open_request", "agree", "ask_back", "do_not_agree", "hand_request")
WORKERS = ("nudge", "withdraw", "answer_back")
AFTER = {"deleted": "deleted", "copied": "copied", "retention": "deleted"}
CLOCK = Clock


every_way = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
every_open = pytest.mark.parametrize("state", OPEN, ids=lambda state: state.__name__)
every_state = pytest.mark.parametrize("state", (*OPEN, *SETTLED), ids=lambda state: state.__name__)


@every_way
@every_state
async def test_nothing_of_it_is_left_in_the_database_or_on_any_card(
    bot: Bot, worker: Worker, clock: Clock, state: State, way: Way
) -> None:
    one = await state(bot, clock, worker)
    before = one.row
    assert MARK in str(before["content"])
    await way(one)
    await one.sent()
    assert MARK not in everything_kept(bot.database_url)
    assert cards_with(bot, MARK) == []
    if way is retention and state in SETTLED:
        assert requests_kept(bot.database_url) == []
        return
    emptied = ("snapshot", "talk", "needed_by", "drafted_from")
    assert [one.row["content"][name] for name in emptied] == [{}, [], "", ""]
    assert one.row["matter_id"] == ""
    assert one.row["state"] == ("gone" if state in OPEN else before["state"])
    if state in SETTLED:
        decision = ("number", "kind", "ref", "answered_at", "reason", "decided_by", "decider_name")
        assert [_of(one.row, name) for name in decision] == [_of(before, name) for name in decision]


def _of(row: dict[str, Any], name: str) -> Any:
    return row[name] if name in row else row["content"][name]


@every_way
@every_open
async def test_no_press_of_either_side_does_anything_to_it_and_each_is_told_why(
    bot: Bot, worker: Worker, clock: Clock, state: State, way: Way
) -> None:
    one = await state(bot, clock, worker)
    await way(one)
    await one.sent()
    before, how = one.row, AFTER[way.__name__]
    for person, verbs in ((one.boss, SUPERVISORS), (worker, WORKERS)):
        for verb in verbs:
            old = one.boss_card if person is one.boss else one.worker_card
            data = {"about": str(before["id"]), "reason": "because", "reply": "because", "hand_to": "o-M.A."}
            await person.send(person.clicking(verb, data, replyToId=old.activity_id))
            assert person.card.says(f"approvals.refused.gone_{how}", who=worker.name), verb
            assert "because" not in person.card.text
    await one.sent()
    assert one.row == before
    assert cards_with(bot, MARK) == []


@every_way
@every_open
async def test_both_sides_are_told_and_it_waits_on_no_list(
    bot: Bot, worker: Worker, clock: Clock, state: State, way: Way
) -> None:
    one = await state(bot, clock, worker)
    await way(one)
    await one.sent()
    said = own(f"notices.request_{AFTER[way.__name__]}", number=one.number)
    on_cards = "\n".join(card.text for card in worker.chat.cards)
    assert said in worker.card.text or (way is retention and "was still open when its matter" in on_cards)
    if state is not not_posted_yet:
        assert own("approvals.gone.title", number=one.number) in [card.title for card in one.boss.chat.cards]
    await one.boss.say("approvals")
    assert one.boss.card.says("approvals.lists.approvals_none")
    await worker.say("my requests")
    assert f"Request {one.number} is no longer here" in worker.card.text
    assert {"nudge", "withdraw", "answer_back"}.isdisjoint(worker.card.verbs)
    offered = {verb for cards in standing(bot).values() for card in cards for verb in card.verbs}
    assert {*SUPERVISORS, *WORKERS} & offered <= ({"open_request"} if way is copied else set())


@every_way
@every_open
async def test_the_channel_says_that_it_ended_and_nothing_comes_due_for_it(
    bot: Bot, worker: Worker, clock: Clock, state: State, way: Way
) -> None:
    one = await state(bot, clock, worker)
    await way(one)
    await one.sent()
    in_channel = "\n".join(card.text for card in one.channel.cards)
    assert "is waiting for a supervisor" not in in_channel
    if state is not not_posted_yet or way is copied:
        assert f"Request {one.number}: no longer here since" in in_channel
    assert ("Please look at the note there, with the worker." in in_channel) is (way is copied)
    said = _naming(bot, one)
    clock.forward(days=7)
    await one.sent()
    assert _naming(bot, one) == said
    assert ("request_ended", f"3.9(a) {AFTER[way.__name__]}") in recorded(bot)


def _naming(bot: Bot, one: Asked) -> int:
    """How many messages with its number were ever sent; a follow-up of the matter goes on."""
    name = f"Request {one.number}"
    return sum(name in str(call.activity) for call in bot.connector.sent())


async def test_a_supervisor_learns_from_the_channel_with_whom_to_look_at_a_copied_note(bot: Bot, clock: Clock) -> None:
    one = await not_posted_yet(bot, clock, Worker(bot, "K.O."))
    await copied(one)
    (line,) = one.channel.cards
    assert "K.O." not in line.text
    reply = await one.channel.press(one.boss, line, "open_request")
    assert reply["value"] == own("approvals.refused.gone_copied", who="K.O.")
    stranger = Worker(bot, "stranger")
    reply = await one.channel.press(stranger, line, "open_request")
    assert reply["value"] == own("approvals.refused.not_supervisor")


async def test_the_supervisor_who_asked_back_hears_it_in_their_own_chat(bot: Bot, worker: Worker, clock: Clock) -> None:
    one = await more_asked(bot, clock, worker)
    heard = len(one.boss.chat.posts)
    await deleted(one)
    assert len(one.boss.chat.posts) == heard + 1
    assert worker.name in one.boss.chat.cards[-1].text


async def test_the_other_requests_of_a_digest_still_wait_on_it(bot: Bot, worker: Worker, clock: Clock) -> None:
    other = Worker(bot, "other")
    await other.say("hello")
    first = await not_posted_yet(bot, clock, worker)
    await other.say("share")
    await other.go_on({**HARM, "child": "R"})
    await other.press("cant_wait")
    clock.forward(days=1)
    await first.sent()
    (digest,) = first.channel.cards
    assert digest.verbs == ["open_request"] * 2
    await deleted(first)
    await first.sent()
    (digest,) = first.channel.cards
    assert digest.verbs == ["open_request"]
    assert "no longer here" in digest.text


@every_way
async def test_a_list_that_stands_in_a_chat_shows_it_no_longer(
    bot: Bot, worker: Worker, clock: Clock, way: Way
) -> None:
    one = await more_asked(bot, clock, worker)
    await one.boss.say("approvals")
    await worker.second_device().say("my requests")
    await way(one)
    await one.sent()
    assert one.boss.look().says("answered.list_changed")
    assert cards_with(bot, MARK) == []


async def test_what_an_earlier_version_left_of_a_matter_that_has_gone_ends_as_well(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    one = await waiting(bot, clock, worker)
    change(bot.database_url, "DELETE FROM matters")
    await _swept(one)
    assert one.row["state"] == "gone"
    assert MARK not in str(one.row)
    assert "was still open when its matter was deleted" in worker.chat.cards[-1].text


async def test_what_an_earlier_version_left_of_a_copied_matter_ends_as_well(
    bot: Bot, worker: Worker, clock: Clock
) -> None:
    one = await in_the_digest(bot, clock, worker)
    change(bot.database_url, "UPDATE matters SET status = 'copied'")
    await _swept(one)
    assert one.row["state"] == "gone"
    assert "Look at the note on MOSAIC" in worker.chat.cards[-1].text


async def _swept(one: Asked) -> None:
    with opened(one.bot.database_url, clock=one.clock) as storage:
        await Retention(storage, CouncilSettings()).delete_expired()
    await one.sent()
