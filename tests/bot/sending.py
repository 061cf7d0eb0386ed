"""Short ways to a connector, for the tests that send."""

from collections.abc import Awaitable
from typing import Any

import pytest

from bot.config.service_hosts import ServiceHosts
from bot.edge.calls import Calls
from bot.edge.connector import Connector, SendError
from bot.edge.credentials import Credentials, NoCredentials
from bot.incoming import Address, Scope
from tests.bot.issuer import APP_ID, TENANT


def address(url: str, conversation_id: str = "a:1") -> Address:
    return Address(conversation_id, Scope.PERSONAL, url, TENANT, f"28:{APP_ID}", "29:worker", "")


def connector_to(calls: Calls, *origins: str, credentials: Credentials | None = None) -> Connector:
    return Connector(calls, ServiceHosts.from_entries(origins), credentials or NoCredentials())


async def outcome(call: Awaitable[Any]) -> SendError:
    with pytest.raises(SendError) as caught:
        await call
    return caught.value
