from typing import Any

import orjson
import pytest

from bot.edge import activities
from bot.edge.activities import BadActivity, to_incoming
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
        (f"{MENTION} what is {MENTION}?", [mention()], "what is Sharing Guide?"),
        ("what does Sharing Guide do", [mention()], "what does Sharing Guide do"),
        (f"{MENTION} hello", [], "Sharing Guide hello"),
        (f"{MENTION} hello", [mention(of="29:someone")], "Sharing Guide hello"),
        (f"{MENTION} hello", [mention(text=None)], "Sharing Guide hello"),
        (f"{MENTION} hello", [mention(text=5)], "Sharing Guide hello"),
        (f"{MENTION} hello", [{"type": "mention", "mentioned": "x"}, {"type": "clientInfo"}, mention()], "hello"),
        ("a\n\nb <b>c</b> & {{d}}", [], "a\n\nb <b>c</b> & {{d}}"),
        (None, [], ""),
    ],
)
def test_only_the_bots_own_mention_is_taken_out_at_both_ends(text: str, entities: list[Any], expected: str) -> None:
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


REPLY = (
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong>R.L.</strong>'
    '<p itemprop="preview">no, he must not know</p></blockquote>'
    "<p>can I tell the <b>school</b>?</p><p>about P &amp; R</p>"
)


def html_copy(content: str) -> dict[str, Any]:
    return {"contentType": "text/html", "content": content}


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        ({"text": "mum &amp; dad&nbsp;know &lt;both&gt;"}, "mum & dad know <both>"),
        ({"text": "\u200bmine\ufeff \u00a0 yes\u202c"}, "mine yes"),
        ({"text": "P\u2028line\r\n  two  "}, "P line\ntwo"),
        ({"text": f"{MENTION} approvals here {MENTION}", "entities": [mention()]}, "approvals here"),
        (
            {
                "text": "<at>Sharing</at> <at>Guide</at>&nbsp;help",
                "entities": [mention("<at>Sharing</at>"), mention("<at>Guide</at>")],
            },
            "help",
        ),
        ({"text": "<at>Sharing</at>&nbsp;<at>Guide</at> help", "entities": [mention()]}, "help"),
        (
            {"text": "supervisors add <at>M.A.</at>", "entities": [mention("<at>M.A.</at>", "29:boss")]},
            "supervisors add M.A.",
        ),
        ({"text": '<quoted messageId="17"/> thanks'}, "thanks"),
        ({"text": '<quoted messageId="17">yes</quoted> thanks'}, "thanks"),
        (
            {"text": "R.L. no, he must not know can I tell the school?", "attachments": [html_copy(REPLY)]},
            "can I tell the school?\n\nabout P & R",
        ),
        ({"text": "<blockquote>yes</blockquote>not yet"}, "not yet"),
        ({"text": '<quote authorname="R.L.">yes</quote>not yet'}, "not yet"),
        ({"text": "[24/11/2026 09:58] R.L.: he must not know\r\nP has asthma"}, "P has asthma"),
        ({"text": "On Tue, 24 Nov 2026 at 09:58, R.L. wrote:\n> no\nP has asthma"}, "P has asthma"),
        ({"text": "On Monday R.L. wrote: he has asthma"}, "On Monday R.L. wrote: he has asthma"),
        ({"text": '<attachment id="17"></attachment> P has asthma'}, "P has asthma"),
        (
            {"text": "x", "attachments": [html_copy("<style>p{}</style><ol start='999999'><li>P</li></ol>")]},
            "1. P",
        ),
        ({"text": "> he must not know\n&gt; yes\ncan I tell > 2 people?"}, "can I tell > 2 people?"),
        ({"text": "P &amp;amp; R"}, "P & R"),
        ({"text": "P\ufe0f \x07\x1b\u061c\uff30\uff13"}, "P P3"),
        ({"text": "<div><p>mum &amp; dad</p></div>", "textFormat": "xml"}, "mum & dad"),
        (
            {
                "text": "Which child?\nP",
                "attachments": [
                    {"contentType": "messageReference", "content": '{"messagePreview": "Which child?"}'},
                    html_copy('<attachment id="17"></attachment><p>P</p>'),
                ],
            },
            "P",
        ),
        ({"text": "he said <stop> & ran", "attachments": [html_copy("<p>he said</p>")]}, "he said <stop> & ran"),
        ({"text": "1\ufe0f\u20e3 and 2\u20e3"}, "1 and 2"),
        ({"text": "Sia\u0302n\rAB"}, "Si\u00e2n\nAB"),
        (
            {
                "text": "P coughs yes 1 Nov a check-up",
                "attachments": [
                    html_copy(
                        "<ul>\n<li><p>P coughs</p></li>\n</ul><ol start='2'><li>yes</li><li>no</li></ol>"
                        "<table><tr><td>1 Nov</td><td>a check-up</td></tr></table>"
                    )
                ],
            },
            "P coughs\n\n\n\n2. yes\n\n3. no\n\n1 Nov a check-up",
        ),
        ({"text": "\u00b7\tP coughs\r\no\tP is tired\r\n\u2022\tR"}, "\u2022 P coughs\n\u2022 P is tired\n\u2022 R"),
    ],
)
def test_the_text_is_what_the_person_wrote(changed: dict[str, Any], text: str) -> None:
    assert received(message(**changed)).text == text


def test_a_quotation_alone_is_no_text_and_is_known_as_one() -> None:
    forwarded = html_copy('<blockquote itemtype="http://schema.skype.com/Forward"><p>yes, share it</p></blockquote>')
    taken = received(message(text="yes, share it", attachments=[forwarded]))
    assert (taken.text, taken.is_quoting, taken.has_file) == ("", True, False)
    bare = [{"contentType": "forwardedMessageReference"}, html_copy('<attachment id="17"></attachment>')]
    taken = received(message(text="yes, share it", attachments=bare))
    assert (taken.text, taken.is_quoting, taken.has_file) == ("", True, False)


def test_a_file_beside_words_is_known() -> None:
    taken = received(
        message(text="P has asthma", attachments=[html_copy("<p>P has asthma</p>"), {"contentType": "image/*"}])
    )
    assert (taken.text, taken.has_file) == ("P has asthma", True)


STICKER = '<p><img alt="Sticker" src="https://example.org/s.png" itemtype="http://schema.skype.com/Sticker"></p>'
LOOP = "application/vnd.microsoft.card.fluidEmbedCard"


@pytest.mark.parametrize("one", [html_copy(STICKER), {"contentType": LOOP}, {"contentType": "audio/mp4"}])
def test_without_words_a_picture_or_a_card_is_a_file_and_beside_words_a_card_is_a_preview(one: dict[str, Any]) -> None:
    assert received(message(text="", attachments=[one])).has_file
    assert received(message(text="see", attachments=[one])).has_file is (one["contentType"] == "audio/mp4")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb'"P has asthma \ud83d"', "P has asthma"),
        (rb'"P has \ud83d\ude00 asthma \ude00"', "P has \U0001f600 asthma"),
        (rb'"P \u0000has asthma"', "P has asthma"),
        (b'"P has \xff asthma"', "P has asthma"),
        (rb'"a literal \\u0000 stays"', "a literal \\u0000 stays"),
    ],
)
def test_broken_characters_are_as_if_they_were_not_there(raw: bytes, text: str) -> None:
    body = orjson.dumps(message(text="@@")).replace(b'"@@"', raw)
    assert to_incoming(activities.parse_activity(body)).text == text


def test_half_of_an_emoji_does_not_excuse_what_is_no_json() -> None:
    with pytest.raises(BadActivity):
        activities.parse_activity(rb'{"text": "\ud83d"')
    with pytest.raises(BadActivity):
        activities.parse_activity(b"[" * 100_000 + rb'"\ud83d"' + b"]" * 100_000)


@pytest.mark.parametrize("place", ["19:meeting_abc@thread.v2", "19:abc@unq.gbl.spaces", "19:abc@thread.tacv2"])
def test_an_id_of_a_shared_chat_is_never_personal(place: str) -> None:
    assert received(message(conversation={"id": place, "conversationType": "personal"})).address.scope is Scope.GROUP


def test_ids_and_kinds_in_another_case_are_the_same() -> None:
    shared = {"id": "a:1", "conversationType": "Personal", "tenantId": "ABCD"}
    address = received(message(conversation=shared, channelData={"tenant": {"id": "AbcD"}})).address
    assert (address.scope, address.tenant_id) == (Scope.PERSONAL, "abcd")


@pytest.mark.parametrize(
    "joined", ["\U0001f469\u200d\U0001f467", "\u2764\ufe0f\u200d\U0001f525", "\u0645\u06cc\u200c\u0634"]
)
def test_a_joiner_that_makes_one_sign_of_two_stays(joined: str) -> None:
    assert received(message(text=joined)).text == joined


def test_what_was_filled_in_is_read_without_characters_that_nobody_sees() -> None:
    data = {"child": "P\u200b", "lines": "\ufeffone\n  two\u00a0three", "why": "x\u200dy \u202ez", "r": 3}
    value = {"action": {"type": "Action.Execute", "verb": "next", "data": data}}
    seen = {"child": "P", "lines": "one\n  two three", "why": "xy z", "r": 3}
    assert received(click(value=value)).data == seen
    assert received(message(text=..., value={"verb": "next", **data})).data == {"verb": "next", **seen}
