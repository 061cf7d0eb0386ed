"""The bot's own token for the Bot Connector, renewed shortly before it ends."""

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, Protocol

import aiohttp
import msal  # type: ignore[import-untyped]  # it ships no types
import requests

from bot.config.settings import Settings
from bot.edge.single_flight import SingleFlight

_RESOURCE = "https://api.botframework.com"
_RENEW_BEFORE_SECONDS = 300.0
_TIMEOUT_SECONDS = 10.0


class NoToken(Exception):
    """There is no token; the text says why in a word or two."""


class Credentials(Protocol):
    """A source of the bot's token."""

    async def token(self) -> str | None:
        """Return a token, or None where none is needed. Raises NoToken."""

    def forget(self, token: str | None) -> None:
        """Drop this token, because it was refused."""


class Grant(NamedTuple):
    """A token and the seconds it lasts."""

    token: str
    lasts: float


class NoCredentials:
    """No credentials: the unauthenticated development mode."""

    async def token(self) -> str | None:
        return None

    def forget(self, token: str | None) -> None:
        """Do nothing: there is no token to drop."""


class _Cached(ABC):
    """Caches a grant until five minutes before it ends, or until it ends when the renewal fails."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._token = ""
        self._ends = 0.0
        self._renewal = SingleFlight(self._renew)

    async def token(self) -> str | None:
        """Return the cached token or a new one. Raises NoToken."""
        if not self._token or self._clock() >= self._ends - _RENEW_BEFORE_SECONDS:
            await self._renewal.run()
        return self._token

    def forget(self, token: str | None) -> None:
        """Drop this token, unless a newer one has taken its place."""
        if token == self._token:
            self._token = ""

    @abstractmethod
    async def _grant(self) -> Grant:
        """Get a new token; may raise anything."""

    async def _renew(self) -> None:
        asked_at = self._clock()
        try:
            grant = await self._grant()
        except Exception as error:  # whatever is wrong out there, the outcome here is the same
            if self._token and self._clock() < self._ends:
                return
            raise NoToken(f"no token ({type(error).__name__})") from error
        self._token, self._ends = grant.token, asked_at + grant.lasts


class ClientSecret(_Cached):
    """A single-tenant app with a secret: the client-credentials grant."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token_url: str,
        app_id: str,
        secret: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(clock)
        self._session = session
        self._token_url = token_url
        self._form = {
            "grant_type": "client_credentials",
            "client_id": app_id,
            "client_secret": secret,
            "scope": f"{_RESOURCE}/.default",
        }

    async def _grant(self) -> Grant:
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT_SECONDS)
        async with self._session.post(
            self._token_url, data=self._form, allow_redirects=False, timeout=timeout
        ) as response:
            if response.status != 200:
                raise NoToken(f"the token service answered {response.status}")
            return _read(await response.json(content_type=None))


class ManagedIdentity(_Cached):
    """A user-assigned managed identity. MSAL's client is synchronous, so it works in a thread."""

    def __init__(self, app_id: str, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        session = requests.Session()
        session.request = partial(session.request, timeout=_TIMEOUT_SECONDS)  # type: ignore[method-assign]
        self._client = msal.ManagedIdentityClient(
            msal.UserAssignedManagedIdentity(client_id=app_id), http_client=session
        )

    async def _grant(self) -> Grant:
        return _read(await asyncio.to_thread(self._client.acquire_token_for_client, resource=_RESOURCE))


def _read(answer: Any) -> Grant:
    token, lasts = answer["access_token"], float(answer["expires_in"])
    if not isinstance(token, str) or not token.isascii() or not token.isprintable():
        raise ValueError("not a token")
    return Grant(token, lasts)


def credentials_for(settings: Settings, session: aiohttp.ClientSession) -> Credentials:
    """Return the credentials for the settings, which were validated to hold what is needed."""
    if settings.unauthenticated:
        return NoCredentials()
    app_id = settings.app_id or ""
    if settings.app_type == "UserAssignedMSI":
        return ManagedIdentity(app_id)
    secret = settings.app_password.get_secret_value() if settings.app_password else ""
    return ClientSecret(session, settings.token_url, app_id, secret)
