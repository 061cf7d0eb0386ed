"""While retention empties thousands of cards, what people wait for goes first."""

import asyncio
import os
import time
from functools import partial

import pytest

from bot.outbox_sender.pace import Pace
from bot.storage import UnitOfWork
from bot.storage.messages import Priority
from tests.bot.postbox import postbox
from tests.bot.storage.shelf import address
from tests.counted import say

EMPTIED = int(os.environ.get("SOAK_EMPTIED", "300"))  # `make soak` asks for 5,000
TURNS = EMPTIED // 15
SOAK = "SOAK_EMPTIED" in os.environ
LIVE_WITHIN = 1.0
"""Seconds, in the soak. The short run shows that nobody waits for the old cards, of which five go for each live one."""
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
    database_url: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    longest, may_go = 0.0, 0
    wait = Pace.wait

    def wait_for_the_live_ones(self: Pace, tenant: str, priority: int) -> float:
        nonlocal may_go
        if priority < Priority.BULK:
            return wait(self, tenant, priority)
        may_go -= may_go > 0
        return 0.0 if may_go else 1.0

    if not SOAK:
        monkeypatch.setattr(Pace, "wait", wait_for_the_live_ones)
    async with postbox(database_url) as box:
        pieces = (partial(_empty, box.connector.url, first) for first in range(0, EMPTIED, A_TRANSACTION))
        emptying = asyncio.gather(*(box.storage.transact(piece, conversation_id="retention") for piece in pieces))
        for number in range(TURNS):
            began = time.monotonic()
            await box.transact_in(LIVE, f"live {number}")
            while ("POST", f"live {number}") not in box.heard(LIVE):  # noqa: ASYNC110  the server tells nobody
                await asyncio.sleep(0.005)
            may_go += 5
            longest = max(longest, time.monotonic() - began)
        await emptying
        waiting = {row["priority"] for row in box.outbox() if row["state"] == "waiting"}
        assert waiting == {Priority.BULK}, "the live ones waited for those"
    say(request.node, f"{TURNS} live cards while {EMPTIED} were emptied: the longest took {1000 * longest:.0f} ms")
    assert longest < LIVE_WITHIN or not SOAK
