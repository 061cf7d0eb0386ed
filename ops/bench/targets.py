"""What is measured: how each is started, what its users send, and which calls each turn must leave."""

import base64
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import ClientSession

from ops.bench.load import Connector
from ops.bench.users import FILLED, TYPED, Activity, Card, User, Walk, as_user, buttons, walk_of_presses
from ops.bot import Bot
from ops.paths import ROOT
from ops.processes import Program, ProgramError

_WARMED_BY = 50


@dataclass(frozen=True, slots=True)
class Place:
    """Where one target runs: its port, its own empty database, its log, the connector, and a client to speak to it."""

    port: int
    database: str
    log: Path
    connector: Connector
    client: ClientSession

    async def send(self, activity: Activity) -> Card:
        """Send an activity and return the card that a press is answered with, empty for a message."""
        async with self.client.post(f"http://127.0.0.1:{self.port}/api/messages", json=activity) as answer:
            if answer.status >= 300:
                raise ProgramError(f"A turn was answered {answer.status}.")
            card: Card = (await answer.json())["value"] if activity["type"] == "invoke" else {}
            return card

    def users(self, count: int) -> list[User]:
        """So many users, numbered from 1."""
        return [User(number, self.connector.service_url) for number in range(1, count + 1)]


@dataclass(frozen=True, slots=True)
class Target:
    """One row of the table. `posts` and `puts` are the calls of a turn; `prepare` brings users to their first turn.

    With `at_answer`, the cards that came last by this method have to be answers. `postgresql`: it is measured on that.
    """

    name: str
    title: str
    posts: int
    puts: int
    program: Callable[[Place], Program]
    prepare: Callable[[Place, int], Awaitable[list[Walk]]]
    at_answer: str = ""
    postgresql: bool = False

    def check(self, place: Place) -> None:
        """Raises ProgramError when the walks did not end where they should."""
        for card in place.connector.last_cards(self.at_answer) if self.at_answer else ():
            if "next" in buttons(card) or "back" not in buttons(card):
                raise ProgramError("A walk did not end at the answer: ops/bench/users.py does not fit the cards.")


def _baseline(kind: str) -> Callable[[Place], Program]:
    def program(place: Place) -> Program:
        command = [sys.executable, "-m", "ops.bench.baselines", kind, str(place.port), place.database]
        return Program(f"The baseline ({kind})", command, {"PATH": os.environ.get("PATH", "")}, ROOT, place.log)

    return program


def _bot(place: Place) -> Program:
    key = base64.urlsafe_b64encode(bytes(32)).decode()
    environment = {"PATH": os.environ.get("PATH", ""), "DATABASE_URL": place.database, "STORAGE_KEY": key}
    return Bot(place.port, [place.connector.origin], environment, place.log).program


async def _just_typing(place: Place, count: int) -> list[Walk]:
    """Everyone's typed walk, for a server that does not care what is said."""
    return await _warmed(place, [_typed_walk(user) for user in place.users(count)])


async def _just_pressing(place: Place, count: int) -> list[Walk]:
    """Presses of the same size as on the cards, for a server that does not care what is pressed."""
    data = {"m": "a-matter", "r": 1, "card": "a-card", "shown": ",".join(FILLED), **FILLED}
    users = [user.sees("sent-00000001") for user in place.users(count)]
    return await _warmed(place, [[user.presses(turn, "next", data) for turn in range(6)] for user in users])


async def _warmed(place: Place, walks: list[Walk]) -> list[Walk]:
    for number in range(_WARMED_BY):
        await place.send({**walks[0][0], "id": f"warming-{number}"})
    return walks


def _typed_walk(user: User) -> Walk:
    return [user.says(turn, text) for turn, text in enumerate(TYPED, start=2)]


async def _to_first_question_by_typing(place: Place, count: int) -> list[Walk]:
    """One more user types all the way to the answer first, so that all is warm, as it is for the others."""
    pilot, *users = [User(0, place.connector.service_url), *place.users(count)]
    for user in (pilot, *users):
        await place.send(user.says(0, "hello"))
        await place.send(user.says(1, "share"))
    for activity in _typed_walk(pilot):
        await place.send(activity)
    await place.connector.wait_for(2 * count + 2 + len(TYPED), count + 1 + len(TYPED))
    return [_typed_walk(user) for user in users]


async def _to_first_question_by_pressing(place: Place, count: int) -> list[Walk]:
    """Everyone presses "start" on their welcome; one more user goes all the way, and the others then do the same."""
    users = [User(0, place.connector.service_url), *place.users(count)]
    for user in users:
        await place.send(user.says(0, "hello"))
    await place.connector.wait_for(len(users), 0)
    started = [await _started(user, place) for user in users]
    pilot, first_card = started[0]
    walk = await walk_of_presses(pilot, place.send, first_card)
    await place.connector.wait_for(len(users), len(users) + len(walk))
    return [as_user(walk, pilot, user) for user, _ in started[1:]]


async def _started(user: User, place: Place) -> tuple[User, Card]:
    card_id = place.connector.given_ids[user.conversation]
    shown = await place.send(user.sees(card_id).presses(1, "start", {}))
    return user.sees(card_id, shown), shown


_TYPED = (1, 1, _bot, _to_first_question_by_typing, "POST")
_PRESSED = (0, 1, _bot, _to_first_question_by_pressing, "PUT")
_DURABLE = (1, 1, _baseline("durable"), _just_typing, "")
TARGETS = (
    Target("stock", "stock SDK echo, no auth, no state", 1, 0, _baseline("stock"), _just_typing),
    Target("raw-post", "raw aiohttp, POST", 1, 0, _baseline("post"), _just_typing),
    Target("raw-post-and-put", "raw aiohttp, POST and PUT", 1, 1, _baseline("post-and-put"), _just_typing),
    Target("raw-put", "raw aiohttp, PUT", 0, 1, _baseline("put"), _just_pressing),
    Target("durable", "bare durable turn, POST and PUT", *_DURABLE),
    Target("typed", "Sharing Guide, typed turn", *_TYPED),
    Target("execute", "Sharing Guide, Action.Execute", *_PRESSED),
    Target("durable-postgresql", "PostgreSQL: bare durable turn", *_DURABLE, postgresql=True),
    Target("typed-postgresql", "PostgreSQL: typed turn", *_TYPED, postgresql=True),
    Target("execute-postgresql", "PostgreSQL: Action.Execute", *_PRESSED, postgresql=True),
)
