import json
import logging
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from bot.edge.web import LARGEST_BODY
from bot.incoming import Incoming, Kind
from tests.bot.edge import CARD_REPLY, Edge, click, message, running_edge
from tests.bot.issuer import Issuer

SECRET = "Joe's mother drinks"
JSON_BODY = {"Content-Type": "application/json"}


@pytest.fixture
async def edge() -> AsyncIterator[Edge]:
    """Without the token check, which has its own tests: here it is the body that is broken."""
    async with Issuer() as issuer, running_edge(issuer=issuer, authenticated=False) as running:
        yield running


def padded(size: int) -> bytes:
    body = json.dumps(message(text="")).encode()
    return body.replace(b'"text": ""', b'"text": "' + b"x" * (size - len(body)) + b'"')


BROKEN: dict[str, bytes] = {
    "nothing": b"",
    "not JSON": b"hello",
    "cut off": b'{"type": "message"',
    "two objects": b"{}{}",
    "an array": b"[]",
    "an array of an activity": b"[" + json.dumps(message()).encode() + b"]",
    "a string": b'"message"',
    "a number": b"1",
    "null": b"null",
    "NaN": b'{"type": NaN}',
    "single quotes": b"{'type': 'message'}",
    "bad UTF-8": b'{"type": "message", "text": "\xff\xfe"}',
    "UTF-16": json.dumps(message()).encode("utf-16"),
    "half a surrogate pair": b'{"type": "message", "text": "\\ud800"}',
    "an array nested deeply": b"[" * 100_000 + b"]" * 100_000,
    "an object nested deeply": b'{"a":' * 40_000 + b"1" + b"}" * 40_000,
    "an unclosed nest": b'{"value":' + b"[" * 200_000,
    "a value nested to Python's limit": json.dumps(message(value=1)).encode()[:-2] + b"[" * 900 + b"]" * 900 + b"}",
    "an empty object": b"{}",
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_broken_body_is_answered_400_in_one_plain_line(edge: Edge, name: str) -> None:
    code, text = await edge.post(None, data=BROKEN[name], headers=JSON_BODY)
    assert code == 400
    assert 0 < len(text) < 80
    assert "\n" not in text
    assert edge.taken == []


@pytest.mark.parametrize(
    "changed",
    [
        {"type": ...},
        {"type": 1},
        {"type": ""},
        {"type": ["message"]},
        {"id": 5},
        {"id": {}},
        {"id": "x" * 1001},
        {"id": "a\x00b"},
        {"from": []},
        {"from": "29:worker"},
        {"from": ...},
        {"from": {}},
        {"from": {"id": 29}},
        {"from": {"id": None}},
        {"from": {"id": "29:worker", "aadObjectId": ["x"]}},
        {"conversation": ...},
        {"conversation": None},
        {"conversation": "a:personal"},
        {"conversation": {}},
        {"conversation": {"id": ""}},
        {"conversation": {"id": 5}},
        {"conversation": {"id": "a\nb"}},
        {"conversation": {"id": "a:1", "tenantId": 5}},
        {"conversation": {"id": "a:1", "conversationType": 5}},
        {"recipient": {"id": {}}},
        {"serviceUrl": 5},
        {"serviceUrl": ["https://smba.trafficmanager.net/"]},
        {"channelId": {}},
        {"replyToId": 5},
    ],
)
async def test_an_address_of_the_wrong_type_is_answered_400(edge: Edge, changed: dict[str, Any]) -> None:
    code, text = await edge.post(message(**changed), headers={})
    assert code == 400, text
    assert edge.taken == []


async def test_without_a_recipient_it_is_not_for_this_bot(edge: Edge) -> None:
    assert (await edge.post(message(recipient=[]), headers={}))[0] == 403


@pytest.mark.parametrize(
    "changed",
    [
        {"channelData": "x"},
        {"channelData": {"tenant": "x", "team": 5, "channel": [], "eventType": {}}},
        {"channelData": {"tenant": {"id": 5}}},
        {"text": 5},
        {"text": ["hello"]},
        {"textFormat": 5},
        {"entities": "x"},
        {"entities": ["x", None, {"type": "mention", "mentioned": {"id": "29:x", "name": 5}}]},
        {"type": "conversationUpdate", "membersAdded": {"id": "x"}},
        {"type": "conversationUpdate", "membersRemoved": ["x"]},
        {"type": "installationUpdate", "action": 5},
        {"type": "messageUpdate", "channelData": {"eventType": 5}},
    ],
)
async def test_any_other_field_of_the_wrong_type_is_as_if_it_were_not_there(
    edge: Edge, changed: dict[str, Any]
) -> None:
    code, text = await edge.post(message(**changed), headers={})
    assert (code, text, len(edge.taken)) == (200, "", 1)


@pytest.mark.parametrize(
    "value",
    [
        ...,
        None,
        [],
        "answer",
        {},
        {"action": None},
        {"action": "answer"},
        {"action": {"verb": 5}},
        {"action": {"verb": "", "data": "x"}},
        {"action": {"data": ["x"]}},
    ],
)
async def test_a_press_that_is_not_well_formed_comes_as_one_without_a_verb(edge: Edge, value: Any) -> None:
    code, _ = await edge.post(click(value=value), headers={})
    assert (code, [(one.kind, one.verb, one.data) for one in edge.taken]) == (200, [(Kind.CLICK, "", {})])


async def test_a_press_by_nobody_is_answered_400(edge: Edge) -> None:
    assert (await edge.post(click(**{"from": ...}), headers={}))[0] == 400


async def test_a_body_may_begin_with_a_byte_order_mark(edge: Edge) -> None:
    body = b"\xef\xbb\xbf" + json.dumps(message()).encode()
    assert (await edge.post(None, data=body, headers=JSON_BODY))[0] == 200


@pytest.mark.parametrize("name", ["timestamp", "localTimestamp", "localTimezone", "locale", "attachments"])
@pytest.mark.parametrize("value", ["yesterday", 5, None, {}, "9999-99-99T99:99:99Z"])
async def test_a_field_nobody_reads_may_hold_anything(edge: Edge, name: str, value: object) -> None:
    assert (await edge.post(message(**{name: value}), headers={}))[0] == 200


async def test_a_message_is_answered_200_with_an_empty_body(edge: Edge) -> None:
    assert await edge.post(message(), headers={}) == (200, "")


async def test_a_click_is_answered_with_the_turns_reply(edge: Edge) -> None:
    code, text = await edge.post(click(), headers={})
    assert (code, json.loads(text)) == (200, CARD_REPLY)


async def test_the_feedback_form_is_answered_with_an_empty_object(edge: Edge) -> None:
    code, text = await edge.post(click(name="message/submitAction", value={"x": 1}), headers={})
    assert (code, json.loads(text), edge.taken) == (200, {}, [])


@pytest.mark.parametrize("name", ["composeExtension/selectItem", "signin/verifyState", "task/fetch", "", ...])
async def test_an_unknown_invoke_is_answered_501(edge: Edge, name: Any) -> None:
    code, text = await edge.post(click(name=name), headers={})
    assert (code, json.loads(text)["statusCode"], edge.taken) == (501, 501, [])


async def fail(incoming: Incoming) -> Mapping[str, Any] | None:
    raise ValueError(f"cannot take {incoming.text or incoming.data}") from KeyError(SECRET)


async def test_a_failed_message_is_answered_500_and_logged_without_what_was_written(
    edge: Edge, caplog: pytest.LogCaptureFixture
) -> None:
    edge.turn = fail
    with caplog.at_level(logging.DEBUG):
        code, text = await edge.post(message(text=SECRET), headers={})
    assert (code, text) == (500, "the bot failed")
    assert "builtins.ValueError" in caplog.text
    assert "builtins.KeyError" in caplog.text
    assert "in fail" in caplog.text
    assert SECRET not in caplog.text


async def test_a_failed_click_is_answered_with_an_error_that_teams_shows(
    edge: Edge, caplog: pytest.LogCaptureFixture
) -> None:
    edge.turn = fail
    value = {"action": {"verb": "answer", "data": {"why": SECRET}}}
    with caplog.at_level(logging.DEBUG):
        code, text = await edge.post(click(value=value), headers={})
    body = json.loads(text)
    assert (code, body["statusCode"], body["type"]) == (200, 500, "application/vnd.microsoft.error")
    assert body["value"]["code"] == "unavailable"
    assert "builtins.ValueError" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.parametrize(
    "body",
    [b'{"text": "%s"' % SECRET.encode(), json.dumps({"type": "message", "text": SECRET, "from": [SECRET]}).encode()],
)
async def test_a_refused_body_is_neither_logged_nor_repeated(
    edge: Edge, caplog: pytest.LogCaptureFixture, body: bytes
) -> None:
    with caplog.at_level(logging.DEBUG):
        code, text = await edge.post(None, data=body, headers=JSON_BODY)
    assert code == 400
    assert SECRET not in caplog.text + text


@pytest.mark.parametrize(("size", "expected"), [(LARGEST_BODY, 200), (LARGEST_BODY + 1, 413), (4 * LARGEST_BODY, 413)])
async def test_a_body_may_have_256_kib_and_no_more(edge: Edge, size: int, expected: int) -> None:
    assert (await edge.post(None, data=padded(size), headers=JSON_BODY))[0] == expected


async def test_a_body_of_unsaid_length_may_not_have_more_either(edge: Edge) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(5):
            yield b" " * (LARGEST_BODY // 4)

    assert (await edge.post(None, data=chunks(), headers=JSON_BODY))[0] == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "application/jsonp"},
        {"Content-Type": ""},
    ],
)
async def test_anything_but_json_is_answered_415(edge: Edge, headers: dict[str, str]) -> None:
    assert (await edge.post(None, data=json.dumps(message()), headers=headers))[0] == 415


async def test_a_compressed_body_is_answered_415(edge: Edge) -> None:
    assert (await edge.post(None, data=json.dumps(message()), headers=JSON_BODY, compress="gzip"))[0] == 415


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", "Application/JSON"])
async def test_json_may_say_its_character_set(edge: Edge, content_type: str) -> None:
    code, _ = await edge.post(None, data=json.dumps(message()), headers={"Content-Type": content_type})
    assert code == 200


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
async def test_only_post_is_allowed(edge: Edge, method: str) -> None:
    async with edge.session.request(method, f"{edge.url}/api/messages") as response:
        assert (response.status, response.headers["Allow"]) == (405, "POST")


async def test_another_path_is_not_found(edge: Edge) -> None:
    async with edge.session.post(f"{edge.url}/api/message", json=message()) as response:
        assert response.status == 404
