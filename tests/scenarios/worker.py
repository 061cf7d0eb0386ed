"""A worker in a personal chat with the bot: types, presses, and reads what comes."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import orjson

from tests.bot.edge import click, message
from tests.bot.issuer import TENANT
from tests.connector import Call
from tests.scenarios.reading import Card, Json
from tests.scenarios.running import Bot

LARGEST_MESSAGE = 28 * 1024
_ids = count(1_700_000_000_000)


@dataclass
class Chat:
    """What is in one conversation, as Teams shows it on any device."""

    bot: Bot
    conversation_id: str

    @property
    def calls(self) -> list[Call]:
        return self.bot.connector.sent(self.conversation_id)

    @property
    def cards(self) -> list[Card]:
        """Every card as it is now, in the order of their messages."""
        standing: dict[str, Json] = {}
        for call in self.calls:
            if call.activity.get("attachments"):
                standing[call.given_id or call.activity_id] = call.card
        return [Card(activity_id, content) for activity_id, content in standing.items()]

    @property
    def texts(self) -> list[str]:
        return self.bot.connector.texts(self.conversation_id)

    @property
    def ever_shown(self) -> list[Card]:
        """Every card in every form that was sent, in order."""
        return [Card(c.given_id or c.activity_id, c.card) for c in self.calls if c.activity.get("attachments")]

    def standing(self, activity_id: str) -> Card:
        return next(card for card in self.cards if card.activity_id == activity_id)

    @property
    def posts(self) -> list[Call]:
        return [call for call in self.calls if call.method == "POST"]


@dataclass
class Worker:
    """One person on one device. `card` is the one in front of them; `turns` counts messages and presses."""

    bot: Bot
    name: str = "worker"
    tenant: str = TENANT
    object_id: str | None = None
    turns: int = 0
    card: Card = field(default_factory=lambda: Card("", {}))
    below: list[Card] = field(default_factory=list)
    reply: Any = None

    @property
    def entra_id(self) -> str:
        return f"o-{self.name}" if self.object_id is None else self.object_id

    @property
    def chat(self) -> Chat:
        return Chat(self.bot, f"a:{self.name}@{self.tenant[:4]}")

    def activity(self, make: Any = message, **changed: Any) -> Json:
        """An activity of this person, with an id of its own."""
        ours: dict[str, Any] = {
            "id": str(next(_ids)),
            "serviceUrl": self.bot.connector.url,
            "from": {"id": f"29:{self.name}", "name": self.name, "aadObjectId": self.entra_id},
            "conversation": {
                "id": self.chat.conversation_id,
                "conversationType": "personal",
                "tenantId": self.tenant,
            },
            "channelData": {"tenant": {"id": self.tenant}},
        }
        made: Json = make(**ours | changed)
        return made

    async def join(self) -> Card:
        """Open the chat for the first time."""
        members = [{"id": self.activity()["recipient"]["id"]}, {"id": f"29:{self.name}"}]
        return await self._take(self.activity(type="conversationUpdate", text=..., membersAdded=members))

    async def say(self, text: str, **changed: Any) -> Card:
        """Type a message; returns the card that then is at the bottom."""
        self.turns += 1
        return await self._take(self.activity(text=text, **changed))

    async def say_each(self, *texts: str) -> Card:
        for text in texts:
            await self.say(text)
        return self.card

    async def _take(self, activity: Json) -> Card:
        before = len(self.chat.calls)
        status, _ = await self.bot.post(activity)
        assert status == 200, status
        await self.bot.all_sent()
        came = self._came(before)
        if came:
            self.card, *self.below = came
        return self.card

    def _came(self, before: int) -> list[Card]:
        """The cards that were posted since so many calls; all that was sent is small enough for Teams."""
        sent = [call for call in self.chat.calls[before:] if call.activity.get("attachments")]
        for call in sent:
            assert len(orjson.dumps(call.activity)) < LARGEST_MESSAGE, call.card["fallbackText"]
        return [self.chat.standing(call.given_id) for call in sent if call.method == "POST"]

    async def press(self, verb: str, *, about: str = "", **inputs: str) -> Card:
        """Press a button of the card in front, after filling in these inputs; returns the card that replaces it."""
        return await self.send(self.pressing(verb, about=about, **inputs))

    def pressing(self, verb: str, *, about: str = "", **inputs: str) -> Json:
        """The click that the client sends: the button's data, and every input of the card that holds something."""
        asked = _yes_or_why(self.card, inputs)
        self._check_offered(asked)
        button = self.card.button(verb, about)
        filled = {name: text for name, text in {**self.card.filled, **asked}.items() if text}
        return self.clicking(verb, {**button["data"], **filled})

    def clicking(self, verb: str, data: Mapping[str, Any], **changed: Any) -> Json:
        """A click with any data, on the card in front unless another `replyToId` is given."""
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": dict(data)}, "trigger": "manual"}
        return self.activity(click, **{"value": value, "replyToId": self.card.activity_id or ..., **changed})

    def _check_offered(self, inputs: Mapping[str, str]) -> None:
        for name, value in inputs.items():
            assert name in self.card.inputs, f"no input {name}, only {list(self.card.inputs)}:\n{self.card.text}"
            if "choices" in self.card.inputs[name] and value:
                parts = value.split(",") if self.card.inputs[name].get("isMultiSelect") else [value]
                assert set(parts) <= set(self.card.choices(name)), (name, value)

    async def send(self, activity: Json) -> Card:
        """Deliver a click; the card in its reply replaces the one that was clicked, on every device."""
        self.turns += 1
        before = len(self.chat.calls)
        self.reply = await self.deliver(activity)
        await self.bot.all_sent()
        self.below = []
        clicked = str(activity.get("replyToId", ""))
        if "card" in self.reply["type"]:
            self.below = self._came(before)
            self.card = Card(clicked, self.reply["value"])
            if clicked:
                assert self.chat.standing(clicked).content == self.reply["value"], "the update differs from the reply"
        return self.card

    async def deliver(self, activity: Json) -> Any:
        """Deliver a click and return the reply's body, whatever it is."""
        status, reply = await self.bot.post(activity)
        assert status == 200, (status, reply)
        assert set(reply) == {"statusCode", "type", "value"}
        return reply

    @property
    def notice(self) -> str:
        """What the last click was answered with instead of a card; "" when it was a card."""
        return str(self.reply["value"]) if "message" in self.reply["type"] else ""

    def second_device(self) -> "Worker":
        """The same person elsewhere, who sees the chat as it is now, the same card in front."""
        shown = self.chat.standing(self.card.activity_id)
        return Worker(self.bot, self.name, self.tenant, self.object_id, card=shown)

    def look(self) -> Card:
        """Look at the card in front again, as the connector last heard of it."""
        self.card = self.chat.standing(self.card.activity_id)
        return self.card

    async def go_on(self, answers: Mapping[str, str], *, until: str = "") -> Card:
        """Answer card after card by clicks, to the card `until` or to the first without questions.

        Answers are under the question's name; one of a question about each line is given to every line.
        """
        for _ in range(12):
            if not self.card.name or self.card.name == until:
                return self.card
            before = self.card.content
            await self.press("next", **self.given(answers))
            assert self.card.content != before, f"stuck at:\n{self.card.text}"
        raise AssertionError(f"no end:\n{self.card.text}")

    async def looks(self) -> Card:
        """Look at what would go to the parents: all of it can go as it is, and the words come below."""
        assert self.card.name == "parents_look", self.card.text
        return await self.press("next", **dict.fromkeys(self.card.inputs, "fine"))

    def given(self, answers: Mapping[str, str]) -> dict[str, str]:
        """What goes into the inputs of the card in front, out of these answers."""
        names = [name for name in self.card.inputs if name in answers or not name.endswith("__first")]
        return {name: answers[key] for name in names if (key := _key(name, answers)) is not None}


def _yes_or_why(card: Card, inputs: Mapping[str, str]) -> dict[str, str]:
    """The same where a yes or no is apart from the reasons for a no, by the resulting answer."""
    said = dict(inputs)
    for first in [name for name in card.inputs if name.endswith("__first") and name not in said]:
        reasons = said.get(first.removesuffix("__first"))
        if reasons == "tell_first":
            said |= {first: "yes", first.removesuffix("__first"): ""}
        elif reasons:
            said[first] = "no"
    return said


def _key(name: str, answers: Mapping[str, str]) -> str | None:
    question = name.partition("__")[0]
    return next((key for key in (name, question) if key in answers), None)


async def at_once(*deliveries: Any) -> list[Any]:
    """Do several things at the same time."""
    return await asyncio.gather(*deliveries)
