"""A process that takes turns and sends until it is killed.

Every turn leaves a new card, marked with a number of its own, and an update of the card before it. The number is
written to a file once the turn's transaction has come back.
"""

import asyncio
import os
from functools import partial
from itertools import count
from pathlib import Path

from bot.config.council import CouncilSettings
from bot.incoming import Address
from bot.lookups import Membership, TeamNames
from bot.outbox_sender.sender import Listeners
from bot.storage import Cipher, Storage, UnitOfWork
from bot.turns.doubts import Doubts
from tests.bot.postbox import sending
from tests.bot.storage.shelf import address

CONVERSATIONS = 8
LEASE = float(os.environ.get("SOAK_LEASE", "0.5"))
PAUSE = LEASE / 20
"""Seconds between the turns of a conversation: half a second where the lease is the real one."""
PATIENCE = LEASE / 2
"""Seconds that a person waits for a card before they write again."""


class NobodyAnswers:
    """Teams, where nothing is asked."""

    async def membership(self, address: Address, user_id: str) -> Membership:
        raise NotImplementedError

    async def open_chat(self, address: Address, object_id: str) -> str:
        raise NotImplementedError

    async def names_of(self, address: Address, team_id: str) -> TeamNames:
        raise NotImplementedError


def listeners(storage: Storage) -> Listeners:
    """Those who hear, in the service, of what may not have arrived."""
    doubts = Doubts(storage, CouncilSettings(), NobodyAnswers())
    return Listeners(on_unsent=doubts.hear_unsent, on_left=doubts.look_at_left)


def take_turns(database_url: str, key: str, origin: str, marks: Path) -> None:
    """Do so, writing the marks of committed turns to this file, whose name goes before each number."""
    asyncio.run(_take_turns(database_url, key, origin, marks))


async def _take_turns(database_url: str, key: str, origin: str, marks: Path) -> None:
    storage = Storage.open(database_url, Cipher.from_keys(key))
    numbers = count()

    def turn(conversation_id: str, mark: str, unit: UnitOfWork) -> None:
        unit.save_conversation(address(conversation_id, service_url=origin))
        found = unit.conversation(conversation_id)
        before = str(found.state.get("live", "")) if found else ""
        if before:
            unit.fade_card(before, {"type": "AdaptiveCard", "text": f"{mark} came after"})
        card_id = unit.add_card(conversation_id, mark, "main")
        unit.post_card(card_id, {"type": "AdaptiveCard", "text": mark})
        unit.set_state(conversation_id, {"live": card_id})

    def has_come(conversation_id: str, unit: UnitOfWork) -> bool:
        found = unit.conversation(conversation_id)
        card = unit.card(str(found.state.get("live", ""))) if found else None
        return card is None or bool(card.activity_id)

    async def talk(conversation_id: str) -> None:
        loop = asyncio.get_running_loop()
        tired_at = loop.time() + PATIENCE
        while True:
            if loop.time() < tired_at and not await storage.transact(partial(has_come, conversation_id)):
                await asyncio.sleep(PAUSE)
                continue
            tired_at = loop.time() + PATIENCE
            mark = f"{marks.name}-{next(numbers)}"
            await storage.transact(partial(turn, conversation_id, mark), conversation_id=conversation_id)
            with marks.open("a", encoding="ascii") as file:
                file.write(f"{mark}\n")
            await asyncio.sleep(PAUSE)

    async with sending(storage, origin, listeners(storage), lease=LEASE), asyncio.TaskGroup() as talks:
        for number in range(CONVERSATIONS):
            talks.create_task(talk(f"a:{number}"))
