"""The edge as it is deployed, on a real port, with a `take` that records what comes through."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.config.service_hosts import MICROSOFT_HOSTS, ServiceHosts
from bot.edge.adapter import GuideAdapter
from bot.edge.admission import Admission
from bot.edge.authentication import TokenCheck
from bot.edge.connector import Connector, open_session
from bot.edge.credentials import NoCredentials
from bot.edge.signing_keys import Patience, SigningKeys
from bot.edge.web import create_app, create_runner, listen
from bot.incoming import Incoming, Kind
from tests.bot.issuer import APP_ID, TENANT, Issuer

SERVICE_URL = "https://smba.trafficmanager.net/uk/"
CARD_REPLY = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {"type": "AdaptiveCard"}}


def message(**changed: Any) -> dict[str, Any]:
    """A message as Teams sends it in a personal chat; a field given as ... is left out."""
    activity = {
        "type": "message",
        "id": "1700000000001",
        "timestamp": "2026-01-05T10:00:00.000Z",
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "from": {"id": "29:worker", "name": "A Worker", "aadObjectId": "worker-object-id"},
        "conversation": {"id": "a:personal", "conversationType": "personal", "tenantId": TENANT},
        "recipient": {"id": f"28:{APP_ID}", "name": "Sharing Guide"},
        "text": "hello",
        "textFormat": "plain",
        "channelData": {"tenant": {"id": TENANT}},
    }
    return {name: value for name, value in {**activity, **changed}.items() if value is not ...}


def click(**changed: Any) -> dict[str, Any]:
    """A click on a card's button."""
    value = {"action": {"type": "Action.Execute", "verb": "answer", "data": {"card": "c1"}}, "trigger": "manual"}
    wanted = {"type": "invoke", "name": "adaptiveCard/action", "value": value, "replyToId": "activity-7", "text": ...}
    return message(**{**wanted, **changed})


async def _no_check() -> None: ...


@dataclass
class Edge:
    """The running edge: its address, what came through, and what `take` does next."""

    session: aiohttp.ClientSession
    issuer: Issuer
    url: str = ""
    taken: list[Incoming] = field(default_factory=list)
    turn: Callable[[Incoming], Awaitable[Mapping[str, Any] | None]] | None = None

    async def take(self, incoming: Incoming) -> Mapping[str, Any] | None:
        self.taken.append(incoming)
        if self.turn is not None:
            return await self.turn(incoming)
        return CARD_REPLY if incoming.kind is Kind.CLICK else None

    async def post(self, activity: Any, **options: Any) -> tuple[int, str]:
        """Post with a good token unless other headers are given; returns status and text."""
        if "headers" not in options and isinstance(activity, dict):
            address = activity.get("serviceUrl")
            options["headers"] = {"Authorization": f"Bearer {self.issuer.token(str(address))}"}
        options = options if "data" in options else {"json": activity, **options}
        async with self.session.post(f"{self.url}/api/messages", **options) as response:
            return response.status, await response.text()


@asynccontextmanager
async def running_edge(
    *,
    issuer: Issuer,
    authenticated: bool = True,
    patience: Patience | None = None,
    tenants: frozenset[str] = frozenset({TENANT}),
    ready: Callable[[], Awaitable[None]] = _no_check,
    shutdown_seconds: float = 2,
    most: int = 0,
) -> AsyncIterator[Edge]:
    """Run the edge on a free port of 127.0.0.1."""
    async with open_session() as session:
        edge = Edge(session, issuer)
        hosts = ServiceHosts.from_entries(MICROSOFT_HOSTS)
        keys = SigningKeys(session, issuer.metadata_url, patience)
        app = create_app(
            token_check=TokenCheck(keys, APP_ID) if authenticated else None,
            admission=Admission(hosts, APP_ID, tenants),
            adapter=GuideAdapter(Connector(session, hosts, NoCredentials()), edge.take),
            ready=ready,
        )
        runner = create_runner(app, shutdown_seconds=shutdown_seconds)
        await listen(runner, "127.0.0.1", 0, most=most)
        edge.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        try:
            yield edge
        finally:
            await runner.cleanup()
            await keys.close()
