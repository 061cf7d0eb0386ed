"""Who is measured: how each is started, what its people send, and which calls each turn must leave."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ops.bench.calls import Calls, Counts
from ops.bench.client import Card, Speaker, as_person, buttons, seeing, walk_of_presses
from ops.bench.people import FILLED, TYPED, Person
from ops.bench.servers import Server, bot_server, python_server
from ops.bench.stock_environment import STOCK_PYTHON
from ops.places import ROOT
from ops.processes import ProgramError

Walks = list[list[dict[str, Any]]]
_WARMED_BY = 50


@dataclass(frozen=True, slots=True)
class Place:
    """Where one contender is run: its port, its own empty folder, its log, and the connector."""

    port: int
    folder: Path
    log: Path
    calls: Calls


@dataclass(frozen=True, slots=True)
class Contender:
    """One row of the table. `posts` and `puts` are the calls of a turn; `prepare` brings people to their first turn.

    `check` raises ProgramError when the walks did not end where they should.
    """

    name: str
    title: str
    posts: int
    puts: int
    start: Callable[[Place], Server]
    prepare: Callable[[Place, int], Walks]
    check: Callable[[Place], None] = lambda _: None


def _stock(place: Place) -> Server:
    script = str(ROOT / "ops/bench/stock.py")
    return python_server("The stock echo bot", place.port, place.log, "-I", script, python=STOCK_PYTHON)


def _raw(kind: str) -> Callable[[Place], Server]:
    def start(place: Place) -> Server:
        return python_server(f"The raw handler ({kind})", place.port, place.log, "-m", "ops.bench.raw", kind)

    return start


def _bot(place: Place) -> Server:
    return bot_server(place.port, place.calls.origin, place.folder, place.log)


def _people(place: Place, count: int) -> list[Person]:
    return [Person(number, place.calls.service_url) for number in range(1, count + 1)]


def _just_typing(place: Place, count: int) -> Walks:
    """Everyone's typed walk, for a server that does not care what is said."""
    return _warmed(place, [_typed_walk(person) for person in _people(place, count)])


def _just_pressing(place: Place, count: int) -> Walks:
    """Presses of the same size as on the cards, for a server that does not care what is pressed."""
    data = {"m": "a-matter", "r": 1, "card": "a-card", "shown": ",".join(FILLED), **FILLED}
    people = [Person(number, place.calls.service_url, card="sent-00000001") for number in range(1, count + 1)]
    return _warmed(place, [[person.presses(turn, "next", data) for turn in range(6)] for person in people])


def _warmed(place: Place, walks: Walks) -> Walks:
    with closing(Speaker(place.port)) as speaker:
        for _ in range(_WARMED_BY):
            speaker.send(walks[0][0])
    return walks


def _typed_walk(person: Person) -> list[dict[str, Any]]:
    return [person.says(turn, text) for turn, text in enumerate(TYPED, start=2)]


def _to_first_question_by_typing(place: Place, count: int) -> Walks:
    people = _people(place, count)
    with closing(Speaker(place.port)) as speaker:
        for person in people:
            speaker.send(person.says(0, "hello"))
            speaker.send(person.says(1, "share"))
    place.calls.wait_for(Counts(2 * count, count))
    return [_typed_walk(person) for person in people]


def _to_first_question_by_pressing(place: Place, count: int) -> Walks:
    """Everyone presses "start" on their welcome; one more person goes all the way, and the others then do the same."""
    people = [Person(0, place.calls.service_url), *_people(place, count)]
    with closing(Speaker(place.port)) as speaker:
        for person in people:
            speaker.send(person.says(0, "hello"))
        place.calls.wait_for(Counts(len(people), 0))
        given = place.calls.given_ids()
        started = [_started(person, given[person.conversation], speaker) for person in people]
        pilot, first_card = started[0]
        walk = walk_of_presses(pilot, speaker, first_card)
    place.calls.wait_for(Counts(len(people), len(people) + len(walk)))
    return [as_person(walk, pilot, person) for person, _ in started[1:]]


def _started(person: Person, card_id: str, speaker: Speaker) -> tuple[Person, Card]:
    shown = speaker.card(seeing(person, card_id).presses(1, "start", {}))
    return seeing(person, card_id, shown), shown


def _at_the_answer(method: str) -> Callable[[Place], None]:
    def check(place: Place) -> None:
        for card in place.calls.last_cards(method):
            if "next" in buttons(card) or "back" not in buttons(card):
                raise ProgramError("A walk did not end at the answer: ops/bench/people.py does not fit the cards.")

    return check


CONTENDERS = (
    Contender("stock", "stock SDK echo, no auth, no state", 1, 0, _stock, _just_typing),
    Contender("raw-post", "raw aiohttp, POST", 1, 0, _raw("post"), _just_typing),
    Contender("raw-post-and-put", "raw aiohttp, POST and PUT", 1, 1, _raw("post-and-put"), _just_typing),
    Contender("raw-put", "raw aiohttp, PUT", 0, 1, _raw("put"), _just_pressing),
    Contender("typed", "Sharing Guide, typed turn", 1, 1, _bot, _to_first_question_by_typing, _at_the_answer("POST")),
    Contender(
        "execute", "Sharing Guide, Action.Execute", 0, 1, _bot, _to_first_question_by_pressing, _at_the_answer("PUT")
    ),
)
