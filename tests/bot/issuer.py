"""A real token issuer on loopback: OpenID metadata, a key set, and the bot's own token endpoint."""

import asyncio
import base64
import json
import time
from functools import cache
from types import TracebackType
from typing import Any, Self

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm

APP_ID = "4a5b6c7d-0000-4000-8000-0123456789ab"
TENANT = "11111111-2222-4333-8444-555555555555"
CHANNEL_ISSUER = "https://api.botframework.com"


@cache
def key(number: int, bits: int = 2048) -> RSAPrivateKey:
    """The same key for the same number, as making one is slow."""
    return generate_private_key(65537, bits)


class Issuer:
    """Use as `async with Issuer() as issuer`. Signs with key number `current`, and publishes `published`."""

    def __init__(self) -> None:
        self.current = 1
        self.published = {1}
        self.endorsements: list[str] | None = ["msteams", "webchat"]
        self.name = CHANNEL_ISSUER
        self.extra_keys: list[dict[str, Any]] = []
        self.status = 200
        self.hanging = False
        self.fetches = 0
        self.grants: list[dict[str, str]] = []
        self.grant_status = 200
        self.grant_error = 7000222
        self.grant_lasts = 3600
        self._lasting: dict[tuple[str, int, int], str] = {}
        self._stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None
        self.origin = ""

    @property
    def metadata_url(self) -> str:
        return f"{self.origin}/v1/.well-known/openidconfiguration"

    @property
    def token_url(self) -> str:
        return f"{self.origin}/{{tenant}}/oauth2/v2.0/token"

    def rotate(self) -> None:
        """Sign with a new key from now on and publish only that."""
        self.current += 1
        self.published = {self.current}

    def claims(self, service_url: str, **changed: Any) -> dict[str, Any]:
        """A good token's claims; a claim given as None is left out."""
        now = int(time.time())
        claims = {"iss": CHANNEL_ISSUER, "aud": APP_ID, "nbf": now - 60, "exp": now + 3600, "serviceurl": service_url}
        return {name: value for name, value in {**claims, **changed}.items() if value is not None}

    def token(self, service_url: str, **changed: Any) -> str:
        return self.sign(self.claims(service_url, **changed))

    def lasting_token(self, service_url: str) -> str:
        """The same token for ten minutes, as the channel gives one for an hour: to sign one takes a millisecond."""
        made_with = service_url, self.current, int(time.time()) // 600
        if made_with not in self._lasting:
            self._lasting[made_with] = self.token(service_url)
        return self._lasting[made_with]

    def sign(self, claims: dict[str, Any], **header: Any) -> str:
        return jwt.encode(
            claims, key(self.current), algorithm="RS256", headers={"kid": f"key-{self.current}", **header}
        )

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._grant)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.origin = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        if self._runner is not None:
            await self._runner.cleanup()

    async def _metadata(self, request: web.Request) -> web.Response:
        self.fetches += 1
        if self.hanging:
            await self._stopping.wait()
        metadata = {"issuer": self.name, "jwks_uri": f"{self.origin}/keys"}
        return web.json_response(metadata, status=self.status)

    async def _keys(self, request: web.Request) -> web.Response:
        keys = [self._public(number) for number in sorted(self.published)]
        return web.json_response({"keys": [*self.extra_keys, *keys]})

    def _public(self, number: int) -> dict[str, Any]:
        public = {**RSAAlgorithm.to_jwk(key(number).public_key(), as_dict=True), "kid": f"key-{number}", "use": "sig"}
        return public if self.endorsements is None else {**public, "endorsements": self.endorsements}

    async def _grant(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        self.grants.append({**form, "tenant": request.match_info["tenant"]})
        await asyncio.sleep(0.01)
        if self.grant_status != 200:
            refusal = {"error": "invalid_client", "error_codes": [self.grant_error], "error_description": TENANT}
            return web.json_response(refusal, status=self.grant_status)
        return web.json_response({"access_token": f"grant-{len(self.grants)}", "expires_in": self.grant_lasts})


def unsigned(header: dict[str, Any], claims: dict[str, Any], signature: bytes = b"") -> str:
    """A token put together by hand."""
    parts = (json.dumps(header).encode(), json.dumps(claims).encode(), signature)
    return ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts)
