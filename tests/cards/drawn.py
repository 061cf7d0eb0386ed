"""Every state drawn once for the whole run, and which words that asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import orjson

from cards.people import Council
from dialogs.screens import Shown
from practice.rendering import draw
from tests.cards.looked_up import looked_up
from tests.cards.matters import NOW
from tests.cards.of_approvals import every as every_approval
from tests.cards.states import BARE, CLOSED, FULL, every_state, keys_of_states
from tests.cards.walking import Json, keep, read_out


def as_sent(shown: Shown, council: Council = FULL) -> Json:
    """The card as it goes over the wire; what is no JSON is refused."""
    card: Json = orjson.loads(orjson.dumps(draw(shown, council, NOW)))
    return card


@dataclass(frozen=True)
class Drawn:
    """Cards by the names of their states, and the keys of the words that were looked up meanwhile."""

    cards: dict[str, Json]
    keys: frozenset[str]


def _drawn(states: Iterable[tuple[str, Shown]], council: Council) -> Drawn:
    with looked_up() as keys:
        cards = {name: keep(as_sent(shown, council)) for name, shown in states}
    return Drawn(cards, frozenset(keys))


@cache
def _full() -> Drawn:
    return _drawn(every_state().items(), FULL)


@cache
def _bare() -> Drawn:
    return _drawn(every_state().items(), BARE)


@cache
def _closed() -> Drawn:
    return _drawn(every_approval(), CLOSED)


def every_card() -> dict[str, Json]:
    """Every state as a card, for a council that has set everything."""
    return _full().cards


def every_bare_card() -> dict[str, Json]:
    """The same for a council that has set nothing."""
    return _bare().cards


def every_closed_card() -> dict[str, Json]:
    """What has to do with a second pair of eyes, out of hours."""
    return _closed().cards


def keys_asked_for() -> frozenset[str]:
    """The keys that are looked up while the states are made and all of these are drawn."""
    return keys_of_states() | _full().keys | _bare().keys | _closed().keys


@cache
def every_text() -> dict[str, str]:
    """What is read on every card, for a council that has set everything."""
    return {name: read_out(card) for name, card in every_card().items()}
