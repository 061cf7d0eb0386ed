"""The message extension over HTTP, in Teams' shapes: a search of the guidance, and a question about a message."""

from typing import Any

import pytest

from cards.words import render_text
from guidance.paragraphs import paragraph, paragraphs
from tests.bot.issuer import APP_ID
from tests.cards.schema import faults_of
from tests.scenarios.reading import Card, own
from tests.scenarios.running import Bot
from tests.scenarios.worker import LARGEST_MESSAGE, Worker

MESSAGE = "Teacher says <b>Zebra</b> has asthma &amp; eczema"
CHAT = "19:meeting_abc@thread.v2"
GROUP = {"id": CHAT, "conversationType": "groupChat", "isGroup": True}


async def called(worker: Worker, name: str, value: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The reply to a call of the extension from a chat that the bot is not in."""
    place = {"conversation": {**GROUP, "tenantId": worker.tenant}}
    activity = worker.activity(type="invoke", name=f"composeExtension/{name}", text=..., value=value, **place | changed)
    status, body = await worker.bot.post(activity)
    assert status == 200
    return dict(body)


def query(text: str | None, skip: int = 0, count: int = 25) -> dict[str, Any]:
    given = {"name": "initialRun", "value": "true"} if text is None else {"name": "question", "value": text}
    return {"commandId": "guidance", "parameters": [given], "queryOptions": {"skip": skip, "count": count}}


def about_message(**data: str) -> dict[str, Any]:
    """The value of a call at a message, as Teams sends it."""
    return {
        "commandId": "ask",
        "commandContext": "message",
        "requestId": "0a1b",
        "messagePayload": {
            "id": "1700000000009",
            "replyToId": None,
            "createdDateTime": "2026-11-24T09:58:00.000Z",
            "importance": "normal",
            "locale": "en-gb",
            "linkToMessage": "https://teams.microsoft.com/l/message/19:x/1700000000009",
            "from": {"user": {"userIdentityType": "aadUser", "id": "x", "displayName": "A Teacher"}},
            "body": {"contentType": "html", "content": f"<div>{MESSAGE}</div><blockquote>hidden</blockquote>"},
            "attachments": [],
            "mentions": [],
        },
        "context": {"theme": "default"},
        **({"data": data} if data else {}),
    }


def dialog(reply: dict[str, Any]) -> Card:
    assert reply["task"]["type"] == "continue"
    shown = reply["task"]["value"]["card"]
    assert shown["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert faults_of(shown["content"]) == []
    return Card("", shown["content"])


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("3.9(a)", ["3.9(a)"]),
        ("what does para 3.7 say", ["3.7"]),
        ("do I need consent from mum?", ["3.2"]),
        ("network checks", ["5.1"]),
    ],
)
async def test_a_paragraph_is_found_by_its_number_or_by_a_question(worker: Worker, text: str, refs: list[str]) -> None:
    found = (await called(worker, "query", query(text)))["composeExtension"]
    assert (found["type"], found["attachmentLayout"]) == ("result", "list")
    assert [one["preview"]["content"]["title"].split()[0] for one in found["attachments"]][: len(refs)] == refs
    card = Card("", found["attachments"][0]["content"])
    assert faults_of(card.content) == []
    assert paragraph(refs[0]).text in card.text
    assert card.presses == []
    assert worker.bot.connector.sent(CHAT) == []


async def test_before_anything_is_typed_all_are_listed_page_by_page(worker: Worker) -> None:
    pages = [await called(worker, "query", query(None, skip, 20)) for skip in (0, 20)]
    titles = [one["preview"]["content"]["title"] for p in pages for one in p["composeExtension"]["attachments"]]
    assert titles == [f"{one.ref} {one.heading}" for one in paragraphs().values()][: len(titles)]
    assert len(titles) > 20


async def test_what_is_not_found_is_said(worker: Worker) -> None:
    found = (await called(worker, "query", query("zzqx")))["composeExtension"]
    assert found == {"type": "message", "text": render_text("extension.nothing")}


@pytest.mark.parametrize("value", [None, [], {"parameters": "x"}, {"parameters": [{"name": 3, "value": {}}]}])
async def test_a_search_of_another_shape_lists_all(worker: Worker, value: Any) -> None:
    found = (await called(worker, "query", value))["composeExtension"]
    assert found["type"] == "result"


async def test_the_dialog_holds_no_word_of_the_message_until_it_is_asked_for(worker: Worker) -> None:
    card = dialog(await called(worker, "fetchTask", about_message()))
    assert "Zebra" not in str(card.content)
    assert card.filled == {}
    card = dialog(await called(worker, "submitAction", about_message(copy="yes", question="")))
    assert card.filled == {"question": "Teacher says Zebra has asthma & eczema"}
    assert own("extension.ask.copied") in card.text
    assert worker.chat.calls == []


async def test_without_a_question_it_is_asked_again(worker: Worker) -> None:
    card = dialog(await called(worker, "submitAction", about_message(question="  ")))
    assert own("extension.ask.empty") in card.text


async def test_the_question_is_answered_in_the_persons_own_chat(bot: Bot, worker: Worker) -> None:
    await worker.join()
    before = len(worker.chat.posts)
    card = dialog(await called(worker, "submitAction", about_message(question="do I need consent from mum?")))
    await bot.all_sent()
    assert own("extension.asked.said", question="do I need consent from mum?") in card.text
    assert len(worker.chat.posts) == before + 1
    answer = worker.chat.cards[-1]
    assert answer.says("notices.asked_elsewhere", question="do I need consent from mum?")
    assert "3.2" in answer.text and "Zebra" not in answer.text
    assert bot.connector.sent(CHAT) == []


async def test_a_question_that_is_too_long_is_not_taken_and_fits_the_cards(bot: Bot, worker: Worker) -> None:
    await worker.join()
    card = dialog(await called(worker, "submitAction", about_message(question="why? " * 12_000)))
    await bot.all_sent()
    assert len(str(card.content)) < LARGEST_MESSAGE
    assert own("notices.too_long_message", count="59,999", most="1,500") in worker.chat.cards[-1].text
    assert len(str(worker.chat.cards[-1].content)) < LARGEST_MESSAGE


async def test_someone_without_a_chat_gets_the_question_ready_there(worker: Worker) -> None:
    card = dialog(await called(worker, "submitAction", about_message(question="can I tell the GP?")))
    link = next(one["url"] for one in card.elements if one.get("type") == "Action.OpenUrl")
    assert link == (f"https://teams.microsoft.com/l/chat/0/0?users=28%3A{APP_ID}&message=can%20I%20tell%20the%20GP%3F")
    assert worker.chat.calls == []


async def test_what_may_be_urgent_is_met_in_the_dialog_and_in_the_chat(bot: Bot, worker: Worker) -> None:
    await worker.join()
    said = "he is hitting her right now, help"
    card = dialog(await called(worker, "submitAction", about_message(question=said)))
    await bot.all_sent()
    assert own("extension.asked.urgent") in card.text
    assert "tel:999" in str(card.content)
    assert worker.chat.cards[-1].says("hearing.act_first.heading")


async def test_another_invoke_of_the_extension_is_refused(worker: Worker) -> None:
    place = {"conversation": {**GROUP, "tenantId": worker.tenant}}
    activity = worker.activity(type="invoke", name="composeExtension/selectItem", text=..., value={}, **place)
    assert (await worker.bot.post(activity))[0] == 501
