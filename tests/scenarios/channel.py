"""A team's channel: what is written and pressed there, and what is in it."""

from dataclasses import dataclass
from typing import Any

from tests.bot.edge import click
from tests.scenarios.reading import Card, Json
from tests.scenarios.running import Bot
from tests.scenarios.worker import Chat, Worker

BOT_MENTION = "<at>Sharing Guide</at>"


@dataclass
class Channel:
    """One channel of one team."""

    bot: Bot
    id: str = "19:supervisors@thread.tacv2"
    team: str = "19:team@thread.tacv2"
    team_name: str = "A team"
    kind: str = ""

    @property
    def chat(self) -> Chat:
        return Chat(self.bot, self.id)

    @property
    def cards(self) -> list[Card]:
        """The cards that are in it."""
        return self.chat.cards

    @property
    def texts(self) -> list[str]:
        return self.chat.texts

    def place(self, tenant: str) -> Json:
        """The conversation and the team, as an activity names them."""
        return {
            "conversation": {
                "id": self.id,
                "conversationType": "channel",
                "isGroup": True,
                "tenantId": tenant,
            },
            "channelData": {
                "tenant": {"id": tenant},
                "team": {"id": self.team} | ({"name": self.team_name} if self.team_name else {}),
                "channel": {"id": self.id} | ({"type": self.kind} if self.kind else {}),
            },
        }

    async def write(self, by: Worker, text: str, *mentioned: Worker) -> str:
        """Write to the bot there, mentioning these people; returns what it answers."""
        entities = [self._mention(by, "Sharing Guide", str(by.activity()["recipient"]["id"]), "")]
        entities += [self._mention(by, one.name, f"29:{one.name}", one.entra_id) for one in mentioned]
        said = " ".join([BOT_MENTION, text, *(f"<at>{one.name}</at>" for one in mentioned)])
        activity = by.activity(text=said, entities=entities, **self.place(by.tenant))
        before = len(self.texts)
        status, _ = await self.bot.post(activity)
        assert status == 200
        await self.bot.all_sent()
        return "\n".join(self.texts[before:])

    def _mention(self, by: Worker, name: str, user_id: str, object_id: str) -> Json:
        mentioned = {"id": user_id, "name": name} | ({"aadObjectId": object_id} if object_id else {})
        return {"type": "mention", "text": f"<at>{name}</at>", "mentioned": mentioned}

    async def removed(self, by: Worker) -> None:
        """The bot is taken out of the channel."""
        bot_id = by.activity()["recipient"]["id"]
        event = {"type": "conversationUpdate", "text": ..., "membersRemoved": [{"id": bot_id}]}
        await self.bot.post(by.activity(**event, **self.place(by.tenant)))
        await self.bot.all_sent()

    async def press(self, by: Worker, card: Card, verb: str, **data: str) -> Any:
        """Press a button of a card there as this person; returns the reply."""
        pressed = {**card.button(verb)["data"], **data}
        value = {"action": {"type": "Action.Execute", "verb": verb, "data": pressed}, "trigger": "manual"}
        activity = by.activity(click, value=value, replyToId=card.activity_id, **self.place(by.tenant))
        reply = await by.deliver(activity)
        await self.bot.all_sent()
        return reply
