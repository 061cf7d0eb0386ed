"""Short ways to a connector, for the tests that send."""

from collections.abc import Awaitable
from typing import Any

import aiohttp
import pytest

from bot.config.service_hosts import ServiceHosts
from bot.edge.connector import Connector, SendError
from bot.edge.credentials import Credentials, NoCredentials
from bot.incoming import Address, Scope
from tests.bot.issuer import APP_ID, TENANT


def address(url: str, conversation_id: str = "a:1") -> Address:
    return Address(conversation_id, Scope.PERSONAL, url, TENANT, f"28:{APP_ID}", "29:worker", "")


def connector_to(session: aiohttp.ClientSession, *origins: str, credentials: Credentials | None = None) -> Connector:
    return Connector(session, ServiceHosts.from_entries(origins), credentials or NoCredentials())


async def outcome(call: Awaitable[Any]) -> SendError:
    with pytest.raises(SendError) as caught:
        await call
    return caught.value
