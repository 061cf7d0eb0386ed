from typing import Any

import orjson
import pytest

from bot.edge import activities
from bot.edge.activities import to_incoming
from bot.incoming import Address, Incoming, Kind, Scope
from tests.bot.edge import SERVICE_URL, click, message
from tests.bot.issuer import APP_ID, TENANT

BOT = f"28:{APP_ID}"
MENTION = "<at>Sharing Guide</at>"


def received(activity: dict[str, Any]) -> Incoming:
    return to_incoming(activities.parse_activity(orjson.dumps(activity)))


def mention(text: object = MENTION, of: str = BOT) -> dict[str, Any]:
    return {"type": "mention", "mentioned": {"id": of, "name": "Sharing Guide"}, "text": text}


def shared(**changed: Any) -> dict[str, Any]:
    conversation = {"id": "19:abc@thread.tacv2;messageid=170", "conversationType": "channel", "tenantId": TENANT}
    return message(conversation=conversation, **changed)


def test_a_message_holds_all_that_is_needed_to_write_back() -> None:
    assert received(message(text="  hello \n", replyToId="activity-3")) == Incoming(
        kind=Kind.MESSAGE,
        activity_id="1700000000001",
        address=Address("a:personal", Scope.PERSONAL, SERVICE_URL, TENANT, BOT, "29:worker", "worker-object-id"),
        text="hello",
        reply_to="activity-3",
        name="A Worker",
    )


def test_a_click_holds_its_verb_its_data_and_its_card() -> None:
    taken = received(click())
    assert (taken.kind, taken.verb, taken.data, taken.reply_to) == (Kind.CLICK, "answer", {"card": "c1"}, "activity-7")


@pytest.mark.parametrize("data", [None, {}, ...])
def test_a_click_without_data_has_none(data: object) -> None:
    action = {name: value for name, value in {"verb": "start", "data": data}.items() if value is not ...}
    assert received(click(value={"action": action})).data == {}


def test_a_card_that_sends_its_inputs_as_a_message_is_a_message_with_verb_and_data() -> None:
    taken = received(message(text=..., value={"verb": "answer", "why": "x"}))
    assert (taken.kind, taken.text, taken.verb, taken.data) == (
        Kind.MESSAGE,
        "",
        "answer",
        {"verb": "answer", "why": "x"},
    )


@pytest.mark.parametrize("value", ["x", ["x"], 5, {"verb": 5}, None])
def test_a_messages_odd_value_gives_no_verb(value: object) -> None:
    assert received(message(text="", value=value)).verb == ""


def test_a_message_with_words_is_read_by_its_words() -> None:
    taken = received(message(text="yes", value={"verb": "answer"}))
    assert (taken.text, taken.verb, taken.data) == ("yes", "", {})


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        (f"{MENTION} hello", [mention()], "hello"),
        (f"hello {MENTION}", [mention()], "hello"),
        (f"{MENTION}\u00a0hello", [mention()], "hello"),
        (f"{MENTION} what is {MENTION}?", [mention()], f"what is {MENTION}?"),
        ("Sharing Guide hello", [mention()], "Sharing Guide hello"),
        (f"{MENTION} hello", [], f"{MENTION} hello"),
        (f"{MENTION} hello", [mention(of="29:someone")], f"{MENTION} hello"),
        (f"{MENTION} hello", [mention(text=None)], f"{MENTION} hello"),
        (f"{MENTION} hello", [mention(text=5)], f"{MENTION} hello"),
        (f"{MENTION} hello", [{"type": "mention", "mentioned": "x"}, {"type": "clientInfo"}, mention()], "hello"),
        ("a\n\nb <b>c</b> &amp; {{d}}", [], "a\n\nb <b>c</b> &amp; {{d}}"),
        (None, [], ""),
    ],
)
def test_only_the_bots_own_mention_is_taken_out_and_once(text: str, entities: list[Any], expected: str) -> None:
    assert received(message(text=text, entities=entities)).text == expected


@pytest.mark.parametrize(
    ("conversation", "expected"),
    [
        ({"conversationType": "personal"}, Scope.PERSONAL),
        ({"conversationType": "groupChat"}, Scope.GROUP),
        ({"conversationType": "channel"}, Scope.CHANNEL),
        ({"conversationType": "something new"}, Scope.GROUP),
        ({}, Scope.PERSONAL),
        ({"isGroup": True}, Scope.GROUP),
        ({"id": "19:abc@thread.v2"}, Scope.GROUP),
        ({"conversationType": None, "id": "19:abc@thread.v2"}, Scope.GROUP),
    ],
)
def test_what_might_be_shared_is_taken_as_shared(conversation: dict[str, Any], expected: Scope) -> None:
    assert received(message(conversation={"id": "a:1", **conversation})).address.scope is expected


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        (message(type="conversationUpdate", membersAdded=[{"id": BOT}]), Kind.JOINED),
        (message(type="conversationUpdate", membersAdded=[{"id": "29:worker"}]), Kind.JOINED),
        (message(type="conversationUpdate", membersAdded=[]), Kind.OTHER),
        (message(type="conversationUpdate"), Kind.OTHER),
        (message(type="conversationUpdate", membersAdded=[{"id": 5}]), Kind.OTHER),
        (message(type="conversationUpdate", membersRemoved=[{"id": BOT}]), Kind.LEFT),
        (message(type="conversationUpdate", membersRemoved=[{"id": "29:worker"}]), Kind.OTHER),
        (shared(type="conversationUpdate", membersAdded=[{"id": "29:someone"}]), Kind.OTHER),
        (shared(type="conversationUpdate", membersAdded=[{"id": "29:someone"}, {"id": BOT}]), Kind.JOINED),
        (shared(type="conversationUpdate", membersRemoved=[{"id": BOT}]), Kind.LEFT),
        (message(type="installationUpdate", action="add"), Kind.JOINED),
        (message(type="installationUpdate", action="add-upgrade"), Kind.JOINED),
        (message(type="installationUpdate", action="remove"), Kind.LEFT),
        (message(type="installationUpdate", action="remove-upgrade"), Kind.OTHER),
        (message(type="installationUpdate"), Kind.OTHER),
        (message(type="messageReaction"), Kind.OTHER),
        (message(type="typing"), Kind.OTHER),
    ],
)
def test_arrivals_and_departures_are_told_apart(activity: dict[str, Any], expected: Kind) -> None:
    assert received(activity).kind is expected


def test_two_messages_without_an_id_are_not_taken_for_one() -> None:
    first, second = received(message(id=...)), received(message(id=""))
    assert first.activity_id != second.activity_id
    assert first.activity_id.isprintable()
