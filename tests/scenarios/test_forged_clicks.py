"""A click's data may be anything: it is answered with a card and breaks nothing."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.cards.walking import executes
from tests.scenarios.journeys import MARK, ROUTINE, YOURS, marked
from tests.scenarios.keeping import everything_kept, matters_kept
from tests.scenarios.reading import Card, Json
from tests.scenarios.running import running_bot
from tests.scenarios.worker import Worker

CARD = "application/vnd.microsoft.card.adaptive"
ODD: Mapping[str, Any] = {
    "nothing": {},
    "wrong types": {"m": ["x"], "r": {}, "card": 7, "shown": {"a": 1}, "about": None, "child": 5, "lines": ["a"]},
    "a huge revision": {"r": 10**18},
    "a huger revision": {"r": 10**40},
    "a negative revision": {"r": -1},
    "a fraction for a revision": {"r": 1.5},
    "a truth for a revision": {"r": True},
    "a revision as text": {"r": "1"},
    "an unknown matter": {"m": "nope"},
    "a very long matter": {"m": "x" * 100_000},
    "a null character": {"m": "\x00", "about": "\x00", "card": "\x00"},
    "an unknown card": {"card": "nope"},
    "a card of another stage": {"card": "grounds"},
    "unknown questions": {"shown": "nope,,_now,outcome"},
    "questions of other cards": {"shown": "told_items,outcome,told_since"},
    "answers of other cards": {"told_items": "what", "outcome": "shared", "shared_how": "phone", "_now": "x"},
    "choices not offered": {"part_in_case": "king", "recipient": "<b>", "need_to_know": "true"},
    "emptiness": {"child": "", "part_in_case": " ", "recipient": "\n"},
}
VERBS = ("next", "back", "stop", "danger", "change", "shared", "copied", "open", "delete_yes", "start", "", "nope")


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
async def test_odd_data_is_answered_with_a_card(worker: Worker, data: Json) -> None:
    await worker.say("share")
    for verb in VERBS:
        drawn = {"m": worker.card.matter, "r": 1, "card": "you_and_them"}
        reply = await worker.deliver(worker.clicking(verb, {**drawn, **data}))
        assert reply["type"] == CARD, (verb, reply)
    await worker.bot.all_sent()
    await worker.say("start again")
    await worker.go_on(ROUTINE)
    assert worker.card.verbs.count("shared") == 1


async def test_odd_data_is_answered_with_a_card_on_postgresql_too(postgresql_url: str) -> None:
    async with running_bot(postgresql_url) as bot:
        for number, data in enumerate(ODD.values()):
            worker = Worker(bot, f"worker{number}")
            await worker.say("share")
            drawn = {"m": worker.card.matter, "r": 1, "card": "you_and_them"}
            for verb in ("next", "open", "nope"):
                reply = await worker.deliver(worker.clicking(verb, {**drawn, **data}))
                assert reply["type"] == CARD, (verb, data, reply)


@pytest.mark.parametrize("stage", ["you_and_them", "what_and_why", "answer", "note", "copied"])
async def test_a_verb_that_its_stage_does_not_draw_is_answered_and_changes_nothing(worker: Worker, stage: str) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE, until=stage)
    if stage in ("note", "copied"):
        await worker.press("shared", shared_how="phone")
    if stage == "copied":
        await worker.press("copied")
    drawn = {**worker.card.presses[0]["data"], "about": "you_and_them"}
    before = matters_kept(worker.bot.database_url)[0]["content"]
    for verb in sorted(ANYWHERE_ELSE - set(worker.card.verbs)):
        reply = await worker.deliver(worker.clicking(verb, {name: drawn[name] for name in ("m", "r") if name in drawn}))
        assert reply["type"] == CARD, (verb, reply)
        assert matters_kept(worker.bot.database_url)[0]["content"] == before, verb


ANYWHERE_ELSE = {"next", "words_parents", "words_recipient", "copied", "addition"}
"""Verbs that would change or show something where they do not belong."""


async def test_forged_inputs_can_hold_no_answer_that_was_not_asked(worker: Worker) -> None:
    await worker.say("share")
    await worker.send(worker.clicking("next", {**worker.card.button("next")["data"], **YOURS, "told_items": "what"}))
    assert worker.card.name == "what_and_why"
    assert set(matters_kept(worker.bot.database_url)[0]["content"]["answers"]) == set(YOURS)


async def test_a_press_sent_as_a_message_is_taken_too(worker: Worker) -> None:
    await worker.say("share")
    data = {**worker.card.button("next")["data"], "verb": "next", **YOURS}
    await worker.say("", value=data)
    assert worker.card.name == "what_and_why"


@pytest.mark.parametrize("value", [None, [], "text", 7, {"verb": 7}, {"verb": "next", "m": [], "r": {}}, {"verb": "x"}])
async def test_odd_data_sent_as_a_message_is_answered(worker: Worker, value: Any) -> None:
    await worker.say("share")
    await worker.say("", value=value)
    assert worker.card.name == "you_and_them"


@pytest.mark.parametrize(
    "value", [None, [], "x", {"action": "next"}, {"action": {"verb": 5}}, {"action": {"verb": "next", "data": ["x"]}}]
)
async def test_a_press_that_did_not_arrive_whole_is_said_to_have_changed_nothing(worker: Worker, value: Any) -> None:
    await worker.say("share")
    reply = await worker.deliver({**worker.clicking("next", {}), "value": value})
    assert Card("", reply["value"]).says("notices.not_whole")


async def test_danger_is_heard_though_its_press_did_not_arrive_whole(worker: Worker) -> None:
    await worker.say("share")
    reply = await worker.deliver({**worker.clicking("danger", {}), "value": {"action": {"verb": "danger", "data": []}}})
    assert Card("", reply["value"]).says("hearing.act_first.heading")


async def test_a_click_on_nothing_is_answered_and_stores_no_card(worker: Worker) -> None:
    await worker.say("share")
    calls = len(worker.chat.calls)
    reply = await worker.deliver(worker.clicking("help", {}, replyToId=...))
    await worker.bot.all_sent()
    assert reply["type"] == CARD
    assert len(worker.chat.calls) == calls


@pytest.mark.parametrize("name", ["task/fetch", "composeExtension/selectItem", "adaptivecard/action", ""])
async def test_another_kind_of_invoke_is_refused_and_keeps_nothing(worker: Worker, name: str) -> None:
    await worker.say("share")
    click = worker.clicking("next", marked(ROUTINE))
    status, _ = await worker.bot.post({**click, "name": name})
    assert status == 501
    assert MARK not in everything_kept(worker.bot.database_url)


async def test_on_a_client_without_execute_the_fallback_of_a_press_does_the_same(worker: Worker) -> None:
    await worker.say("share")
    press = next(action for action in executes(worker.card.content) if action["verb"] == "danger")
    await worker.say("", value=press["fallback"]["data"])
    assert "carry_on" in worker.card.verbs
