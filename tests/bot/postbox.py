"""A storage, the connector's server that it sends to, and a sender between them."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from bot.config.service_hosts import ServiceHosts
from bot.edge.connector import Connector, open_session
from bot.edge.credentials import NoCredentials
from bot.outbox_sender.sender import Listeners, Sender
from bot.storage import Storage, StoredCard, UnitOfWork
from bot.storage.records import utc_now
from bot.storage.tables import outbox
from tests.bot.storage.shelf import address, opened, rows
from tests.connector import FakeConnector

SETTLED = {"sent", "doubtful", "given_up"}


@asynccontextmanager
async def sending(
    storage: Storage, origin: str, listeners: Listeners | None = None, *, parallel: int = 64, lease: float = 10.0
) -> AsyncIterator[Sender]:
    """Run a sender on the storage; it may write to that origin."""
    async with open_session() as session:
        hosts = ServiceHosts.from_entries([origin])
        connector = Connector(session, hosts, NoCredentials())
        sender = Sender(storage, connector, listeners or Listeners(), parallel=parallel, lease=lease)
        await sender.start()
        try:
            yield sender
        finally:
            await sender.stop()


async def look(sender: Sender) -> None:
    """Have the sender look at the outbox now, and for signs of life of others; return once it has."""
    async with sender._looking:
        sender._look_at, sender._is_claiming = 0.0, True
        await sender._look()


@dataclasses.dataclass
class Postbox:
    """Messages are left with `post`, `update` and `text`, in transactions of their own."""

    url: str
    storage: Storage
    connector: FakeConnector
    sender: Sender | None = None

    async def do(self, work: Callable[[UnitOfWork], Any]) -> Any:
        result = await self.storage.transact(work)
        if self.sender is not None:
            self.sender.wake()
        return result

    async def post(self, text: str, conversation_id: str = "a:1", *, due_at: datetime | None = None) -> str:
        def work(unit: UnitOfWork) -> str:
            unit.save_conversation(address(conversation_id, service_url=self.connector.url))
            card_id = unit.add_card(conversation_id, "m1", "main")
            unit.post_card(card_id, {"type": "AdaptiveCard", "text": text}, due_at=due_at)
            return card_id

        return str(await self.do(work))

    async def transact_in(self, conversation_id: str, *texts: str) -> None:
        """Leave texts in a turn of the conversation itself."""

        def work(unit: UnitOfWork) -> None:
            unit.save_conversation(address(conversation_id, service_url=self.connector.url))
            for text in texts:
                unit.post_text(conversation_id, text)

        await self.storage.transact(work, conversation_id=conversation_id)

    async def update(self, card_id: str, text: str) -> None:
        await self.do(lambda unit: unit.update_card(card_id, {"type": "AdaptiveCard", "text": text}))

    async def text(self, text: str, conversation_id: str = "a:1") -> None:
        def work(unit: UnitOfWork) -> None:
            unit.save_conversation(address(conversation_id, service_url=self.connector.url))
            unit.post_text(conversation_id, text)

        await self.do(work)

    async def card(self, card_id: str) -> StoredCard:
        card = await self.storage.transact(lambda unit: unit.card(card_id))
        assert card is not None
        return card

    def outbox(self) -> list[dict[str, Any]]:
        return rows(self.url, outbox)

    def states(self) -> list[str]:
        return [row["state"] for row in self.outbox()]

    async def until(self, reached: Callable[["Postbox"], bool], seconds: float = 120.0) -> None:
        async with asyncio.timeout(seconds):
            while not reached(self):  # noqa: ASYNC110  the database tells nobody
                await asyncio.sleep(0.02)

    async def until_settled(self, seconds: float = 120.0) -> None:
        await self.until(lambda box: SETTLED.issuperset(box.states()), seconds)

    def hurry(self) -> bool:
        """Have the sender look again now, as a moved clock does not; returns False."""
        if self.sender is not None:
            self.sender.wake()
        return False

    def heard(self, conversation_id: str | None = None) -> list[tuple[str, str]]:
        """What reached people, in order: the method and the text."""
        calls = self.connector.sent(conversation_id)
        return [(call.method, call.activity.get("text") or call.card["text"]) for call in calls]


@asynccontextmanager
async def postbox(url: str, *, clock: Callable[[], datetime] = utc_now, send: bool = True) -> AsyncIterator[Postbox]:
    """Open a storage and start the connector's server; without `send`, messages only gather."""
    async with FakeConnector() as connector:
        with opened(url, clock=clock) as storage:
            box = Postbox(url, storage, connector)
            if not send:
                yield box
                return
            async with sending(storage, connector.origin) as box.sender:
                yield box
