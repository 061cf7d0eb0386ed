"""Every state drawn once for the whole run."""

import json
from functools import cache

from cards.people import Council
from dialogs.screens import Shown
from practice.rendering import draw
from tests.cards.matters import NOW
from tests.cards.of_approvals import every as every_approval
from tests.cards.states import BARE, CLOSED, FULL, every_state
from tests.cards.walking import Json


def as_sent(shown: Shown, council: Council = FULL) -> Json:
    """The card as it goes over the wire."""
    card: Json = json.loads(json.dumps(draw(shown, council, NOW)))
    return card


@cache
def every_card() -> dict[str, Json]:
    """Every state as a card, for a council that has set everything."""
    return {name: as_sent(shown) for name, shown in every_state().items()}


@cache
def every_bare_card() -> dict[str, Json]:
    """The same for a council that has set nothing."""
    return {name: as_sent(shown, BARE) for name, shown in every_state().items()}


@cache
def every_closed_card() -> dict[str, Json]:
    """What has to do with a second pair of eyes, out of hours."""
    return {name: as_sent(shown, CLOSED) for name, shown in every_approval()}
