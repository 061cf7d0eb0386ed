"""The people of the benchmark, all invented, and what each of them sends."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

TYPED = (
    "RB",
    "my case",
    "the school nurse",
    "yes",
    "Has asthma.\nHas an inhaler in the school bag.",
    "So that staff know what to do when an attack comes.",
    "For the care plan at school.",
    "no",
    "1 needs, 2 needs",
    "health",
    "all of them",
)
"""From the first question to the answer, by typing only."""

FILLED = {
    "child": "RB",
    "part_in_case": "allocated",
    "recipient": "school_nurse",
    "need_to_know": "yes",
    "lines": "Has asthma.\nHas an inhaler in the school bag.",
    "why": "So that staff know what to do when an attack comes.",
    "used_for": "For the care plan at school.",
    "someone_elses": "no",
    "weights__L1": "needs",
    "weights__L2": "needs",
    "kinds": "health",
    "told_items": "what,why,used_for,to_whom",
}
"""The same on the cards, by the input's id."""

AT_ONCE = 100
"""So many people take turns with each other; when they are done, the next come."""


@dataclass(frozen=True, slots=True)
class Person:
    """One worker in a chat of their own. `matter` and `card` are ids that the bot and the connector gave."""

    number: int
    service_url: str
    matter: str = ""
    card: str = ""

    @property
    def name(self) -> str:
        """What stands in all of this person's own ids, and nowhere else; always of the same length."""
        return f"worker{self.number:06}"

    @property
    def conversation(self) -> str:
        """The id of their chat with the bot."""
        return f"a:{self.name}"

    def says(self, turn: int, text: str) -> dict[str, Any]:
        """A message, as Teams sends it."""
        return {**self._activity(turn), "type": "message", "text": text, "textFormat": "plain"}

    def presses(self, turn: int, verb: str, data: dict[str, Any]) -> dict[str, Any]:
        """A press on the person's card, as Teams sends it."""
        action = {"type": "Action.Execute", "title": verb, "verb": verb, "data": data}
        return {
            **self._activity(turn),
            "type": "invoke",
            "name": "adaptiveCard/action",
            "replyToId": self.card,
            "value": {"action": action, "trigger": "manual"},
        }

    def _activity(self, turn: int) -> dict[str, Any]:
        tenant = "11111111-2222-4333-8444-555555555555"
        return {
            "id": f"f:{self.name}-{turn}",
            "timestamp": "2026-01-05T10:00:00.000Z",
            "localTimestamp": "2026-01-05T10:00:00.000+00:00",
            "localTimezone": "Europe/London",
            "locale": "en-GB",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": f"29:{self.name}", "name": "A worker", "aadObjectId": f"aad-{self.name}"},
            "conversation": {"conversationType": "personal", "tenantId": tenant, "id": self.conversation},
            "recipient": {"id": "28:sharing-guide", "name": "Sharing Guide"},
            "entities": [{"type": "clientInfo", "locale": "en-GB", "country": "GB", "platform": "Web"}],
            "channelData": {"tenant": {"id": tenant}, "source": {"name": "message"}},
        }


def in_turns(walks: list[list[dict[str, Any]]]) -> Iterable[str]:
    """Every activity of every walk as a line of JSON: person after person, step after step, so many at once."""
    for first in range(0, len(walks), AT_ONCE):
        for step in zip(*walks[first : first + AT_ONCE], strict=True):
            yield from map(json.dumps, step)
