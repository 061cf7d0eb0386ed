"""The users of the benchmark, all invented: what each of them types and presses, as Teams would send it."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ops.processes import ProgramError

Card = dict[str, Any]
Activity = dict[str, Any]
Walk = list[Activity]

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
"""So many users take turns with each other; when they are done, the next come."""

_LONGEST_WALK = 30


@dataclass(frozen=True, slots=True)
class User:
    """One worker in a chat of their own. `matter` and `card` are ids that the bot and the connector gave."""

    number: int
    service_url: str
    matter: str = ""
    card: str = ""

    @property
    def name(self) -> str:
        """The part that all of this user's own ids share, and no other text; always of the same length."""
        return f"worker{self.number:06}"

    @property
    def conversation(self) -> str:
        """The id of their chat with the bot."""
        return f"a:{self.name}"

    def says(self, turn: int, text: str) -> Activity:
        """A message, as Teams sends it."""
        return {**self._activity(turn), "type": "message", "text": text, "textFormat": "plain"}

    def presses(self, turn: int, verb: str, data: dict[str, Any]) -> Activity:
        """A press on the user's card, as Teams sends it."""
        action = {"type": "Action.Execute", "title": verb, "verb": verb, "data": data}
        return {
            **self._activity(turn),
            "type": "invoke",
            "name": "adaptiveCard/action",
            "replyToId": self.card,
            "value": {"action": action, "trigger": "manual"},
        }

    def sees(self, card_id: str, card: Card | None = None) -> "User":
        """The same user once this card is before them, with its matter when it asks questions about one."""
        return replace(self, card=card_id, matter=str(buttons(card)["next"]["m"]) if card else "")

    def _activity(self, turn: int) -> Activity:
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


def buttons(card: Card) -> dict[str, dict[str, Any]]:
    """The data of the card's own buttons, by verb."""
    return {action["verb"]: action["data"] for action in card.get("actions", []) if "verb" in action}


def inputs(part: Any) -> list[str]:
    """The ids of all inputs on a card."""
    if isinstance(part, list):
        return [found for each in part for found in inputs(each)]
    if not isinstance(part, dict):
        return []
    own = [str(part["id"])] if str(part.get("type")).startswith("Input.") else []
    return own + [found for each in part.values() for found in inputs(each)]


async def walk_of_presses(user: User, press: Callable[[Activity], Awaitable[Card]], card: Card) -> Walk:
    """Press from the first card of questions on to the answer, once back on the way; return what was sent.

    Raises ProgramError when the answer is not reached.
    """
    sent: Walk = []
    been_back = False
    while "next" in buttons(card):
        verb = "back" if len(sent) == 2 and not been_back else "next"
        been_back = been_back or verb == "back"
        filled = {name: FILLED[name] for name in inputs(card) if name in FILLED}
        sent.append(user.presses(len(sent) + 2, verb, {**buttons(card)[verb], **filled}))
        card = await press(sent[-1])
        if len(sent) > _LONGEST_WALK:
            raise ProgramError("Pressing Next did not come to an answer: ops/bench/users.py does not fit the cards.")
    return sent


def as_user(walk: Walk, pilot: User, user: User) -> Walk:
    """What the pilot sent, as sent by somebody else."""
    text = json.dumps(walk).replace(pilot.matter, user.matter).replace(pilot.card, user.card)
    played: Walk = json.loads(text.replace(pilot.name, user.name))
    return played


def in_turns(walks: Sequence[Walk]) -> list[bytes]:
    """Every activity of every walk as JSON: user after user, step after step, so many at once."""
    return [
        json.dumps(activity).encode()
        for first in range(0, len(walks), AT_ONCE)
        for step in zip(*walks[first : first + AT_ONCE], strict=True)
        for activity in step
    ]
