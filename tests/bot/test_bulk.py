"""While retention empties thousands of cards, what people wait for goes first."""

import asyncio
import os
import time
from functools import partial

import pytest

from bot.storage import UnitOfWork
from bot.storage.messages import Priority
from tests.bot.postbox import postbox
from tests.bot.storage.shelf import address
from tests.counted import say

SOAK = "SOAK_EMPTIED" in os.environ
EMPTIED = int(os.environ.get("SOAK_EMPTIED", "300"))  # `make soak` asks for 5,000
TURNS = EMPTIED // 15
LIVE_WITHIN = 1.0  # seconds, in the soak
MOST_BETWEEN = 36
"""So many old cards may go while a live one is on its way: the 12 in hand, and what is claimed twice meanwhile."""
A_TRANSACTION = 100
LIVE = "a:0"
"""This person has old cards, too."""


def _empty(url: str, first: int, unit: UnitOfWork) -> None:
    """Leave, as retention does, that so many cards are emptied, five of each person."""
    for number in range(first, first + A_TRANSACTION):
        chat = f"a:{number // 5}"
        unit.save_conversation(address(chat, service_url=url))
        card_id = unit.add_card(chat, f"m{number}", "main", f"old-{number}")
        unit.update_card(card_id, {"type": "AdaptiveCard", "text": "nothing is left"}, bulk=True)


async def test_live_cards_come_while_thousands_of_old_ones_are_emptied(
    database_url: str, request: pytest.FixtureRequest
) -> None:
    longest, most_between = 0.0, 0
    async with postbox(database_url) as box:
        calls = box.connector.calls
        pieces = (partial(_empty, box.connector.url, first) for first in range(0, EMPTIED, A_TRANSACTION))
        emptying = asyncio.gather(*(box.storage.transact(piece, conversation_id="retention") for piece in pieces))
        for number in range(TURNS):
            await box.connector.wait_for(len(calls) + 1)  # old ones go: each live one comes between two of them
            began = time.monotonic()
            await (box.transact_in(LIVE, f"turn {number}") if number % 2 else box.text(f"news {number}", LIVE))
            left, between = len(calls), 0
            while (await box.connector.wait_for(left + between + 1))[left + between].method == "PUT":
                between += 1
            longest, most_between = max(longest, time.monotonic() - began), max(most_between, between)
        await emptying
        waiting = {row["priority"] for row in box.outbox() if row["state"] == "waiting"}
        assert waiting == {Priority.BULK}, "the live ones waited for those"
    say(
        request.node,
        f"{TURNS} live cards while {EMPTIED} were emptied: the longest took {1000 * longest:.0f} ms, "
        f"{most_between} old ones went before one at most",
    )
    assert most_between <= MOST_BETWEEN
    assert longest < LIVE_WITHIN or not SOAK
