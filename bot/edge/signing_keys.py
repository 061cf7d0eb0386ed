"""The channel's signing keys, cached for a day, or longer when the metadata address cannot be reached."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from bot.config.addresses import service_url
from bot.edge.single_flight import SingleFlight

log = logging.getLogger(__name__)

_SMALLEST_KEY_BITS = 2048


class KeysUnavailable(Exception):
    """The signing keys are not available; ask again in `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("the signing keys cannot be had just now")
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels it may speak for; None when the key set does not list any."""

    public: RSAPublicKey
    endorsements: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Patience:
    """Times in seconds: how long keys are fresh, the pause between fetches for unknown key ids, the pause after a
    failed fetch without keys, and the timeout of a fetch.
    """

    fresh_for: float = 24 * 3600
    look_again_after: float = 30
    retry_after: float = 5
    timeout: float = 5


class SigningKeys:
    """Finds keys by id. Fetches them again for an unknown id, but not often."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        metadata_url: str,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._session = session
        self._metadata_url = metadata_url
        self._patience = patience or Patience()
        self._clock = clock
        self._keys: dict[str, SigningKey] = {}
        self._issuer = ""
        self._refresh_at = clock()
        self._look_again_at = clock()
        self._failed = False
        self._refresh = SingleFlight(self._fetch)

    @property
    def issuer(self) -> str:
        """The issuer that the metadata names; "" before the first fetch."""
        return self._issuer

    async def find(self, key_id: str) -> SigningKey | None:
        """Return the key, or None when the channel has no such key. Raises KeysUnavailable."""
        if due := self._clock() >= self._refresh_at:
            await self._refresh.run()
        if key_id not in self._keys and not due and self._may_look_again():
            await self._refresh.run()
        if key_id not in self._keys and self._failed:
            raise KeysUnavailable(self._patience.retry_after)
        return self._keys.get(key_id)

    async def close(self) -> None:
        """Cancel a fetch under way."""
        await self._refresh.close()

    def _may_look_again(self) -> bool:
        now = self._clock()
        if now >= self._look_again_at:
            self._look_again_at = now + self._patience.look_again_after
            return True
        return self._refresh.under_way

    async def _fetch(self) -> None:
        try:
            async with asyncio.timeout(self._patience.timeout):
                metadata = await self._get(self._metadata_url)
                keys = _signing_keys(await self._get(service_url(metadata["jwks_uri"])))
        except Exception as error:  # whatever is wrong out there, the keys at hand stay good
            log.warning("signing keys not refreshed: %s", type(error).__name__)
            self._failed = True
            # With keys at hand nobody need wait on every try for an issuer that hangs.
            pause = self._patience.look_again_after if self._keys else self._patience.retry_after
            self._refresh_at = max(self._refresh_at, self._clock() + pause)
            return
        self._failed = False
        self._keys = keys
        issuer = metadata.get("issuer")
        self._issuer = issuer if isinstance(issuer, str) else ""
        self._refresh_at = self._clock() + self._patience.fresh_for

    async def _get(self, url: str) -> Any:
        async with self._session.get(url, allow_redirects=False) as response:
            if response.status != 200:
                raise ValueError(f"answered {response.status}")
            return await response.json(content_type=None)


def _signing_keys(key_set: Any) -> dict[str, SigningKey]:
    """Return the usable keys by id; raises ValueError when there is none."""
    keys = {entry["kid"]: key for entry in key_set["keys"] if (key := _signing_key(entry)) is not None}
    if not keys:
        raise ValueError("no usable key")
    return keys


def _signing_key(entry: Any) -> SigningKey | None:
    if entry.get("kty") != "RSA" or entry.get("use", "sig") != "sig" or not isinstance(entry.get("kid"), str):
        return None
    try:
        public = RSAAlgorithm.from_jwk(entry)
        listed = entry.get("endorsements")
        endorsements = None if listed is None else frozenset(map(str, listed))
    except Exception:  # one spoilt key must not take the others with it
        return None
    if not isinstance(public, RSAPublicKey) or public.key_size < _SMALLEST_KEY_BITS:
        return None
    return SigningKey(public, endorsements)
