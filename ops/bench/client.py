"""A Teams client as far as the benchmark needs one: it speaks to the bot, and fills in and presses what it is shown."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from http.client import HTTPConnection
from typing import Any

from ops.bench.people import FILLED, Person
from ops.processes import ProgramError

Card = dict[str, Any]
_PATIENCE = 30.0
_LONGEST_WALK = 30


class Speaker:
    """One kept-alive connection to a server under test."""

    def __init__(self, port: int) -> None:
        self._connection = HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)

    def send(self, activity: dict[str, Any]) -> Any:
        """Send an activity and return the JSON that it is answered with, None for an empty answer."""
        self._connection.request("POST", "/api/messages", json.dumps(activity), {"Content-Type": "application/json"})
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status >= 300:
            raise ProgramError(f"A turn was answered {answer.status}.")
        return json.loads(body) if body else None

    def card(self, activity: dict[str, Any]) -> Card:
        """Send a press and return the card it is answered with."""
        card: Card = self.send(activity)["value"]
        return card

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


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


def walk_of_presses(person: Person, speaker: Speaker, card: Card) -> list[dict[str, Any]]:
    """Press from the first card of questions on to the answer, once back on the way; return what was sent.

    Raises ProgramError when the answer is not reached.
    """
    sent: list[dict[str, Any]] = []
    been_back = False
    while "next" in buttons(card):
        verb = "back" if len(sent) == 2 and not been_back else "next"
        been_back = been_back or verb == "back"
        sent.append(person.presses(len(sent) + 2, verb, {**buttons(card)[verb], **_filled(card)}))
        card = speaker.card(sent[-1])
        if len(sent) > _LONGEST_WALK:
            raise ProgramError("Pressing Next did not come to an answer: ops/bench/people.py does not fit the cards.")
    return sent


def _filled(card: Card) -> dict[str, str]:
    return {name: FILLED[name] for name in inputs(card) if name in FILLED}


def as_person(walk: list[dict[str, Any]], pilot: Person, person: Person) -> list[dict[str, Any]]:
    """What the pilot sent, as sent by somebody else."""
    text = json.dumps(walk).replace(pilot.matter, person.matter).replace(pilot.card, person.card)
    played: list[dict[str, Any]] = json.loads(text.replace(pilot.name, person.name))
    return played


def wait_until(what: str, ready: Callable[[], bool], seconds: float = _PATIENCE) -> None:
    """Return when it is so; raises ProgramError when it does not become so."""
    end = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > end:
            raise ProgramError(f"{what}: not within {seconds:.0f} seconds.")
        time.sleep(0.02)


def seeing(person: Person, card_id: str, card: Card | None = None) -> Person:
    """The person, once they see this card; with its matter when it asks questions about one."""
    return replace(person, card=card_id, matter=str(buttons(card)["next"]["m"]) if card else "")
