"""The bot's own token for the Bot Connector, renewed shortly before it ends."""

import asyncio
import base64
import contextlib
import secrets
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import aiohttp
import jwt
import orjson
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from cryptography.x509 import Certificate, load_pem_x509_certificate

from bot.config.settings import Settings, SettingsError
from bot.edge.single_flight import SingleFlight
from bot.managed_identity import managed_identity

_RESOURCE = "https://api.botframework.com"
_EXCHANGE = "api://AzureADTokenExchange"
_RENEW_BEFORE_SECONDS = 300.0
_TIMEOUT_SECONDS = 10.0
_ASK_AGAIN_SECONDS = 2.0
_ASSERTION_SECONDS = 300
_KNOWN_REFUSALS = {
    7000222: "the client secret has expired",
    7000215: "the client secret is not the app's",
    7000229: "the app has no service principal in the tenant",
    700016: "the tenant has no app of this id",
    700027: "the certificate is not the app's, or has expired",
    70021: "the app does not trust this federated identity",
    700211: "the app does not trust the federated token's issuer",
    700213: "the app does not trust the federated token's subject",
    700024: "the federated token has expired",
    90002: "there is no such tenant",
}
"""What Entra's own numbers mean, of those that a person has to mend."""


class NoToken(Exception):
    """There is no token; the text says why in a few words. `lasting`: it stays so until a person mends it."""

    def __init__(self, why: str, *, lasting: bool = False) -> None:
        super().__init__(why)
        self.lasting = lasting


class Credentials(Protocol):
    """A source of the bot's token. `ends`: the day on which it ends for good, None where that is not known."""

    ends: date | None

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

    ends: date | None = None

    async def token(self) -> str | None:
        return None

    def forget(self, token: str | None) -> None:
        """Do nothing: there is no token to drop."""


class _Cached(ABC):
    """Caches a grant until five minutes before it ends, or until it ends when the renewal fails.

    It asks at most every two seconds, whatever it was answered: a thousand messages that wait do not all ask.
    """

    ends: date | None = None

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._token = ""
        self._ends = 0.0
        self._refusal: NoToken | None = None
        self._ask_again_at = 0.0
        self._renewal = SingleFlight(self._renew)

    async def token(self) -> str | None:
        """Return the cached token or a new one. Raises NoToken."""
        if not self._token or self._clock() >= self._ends - _RENEW_BEFORE_SECONDS:
            await self._renewal.run()
        return self._token

    def forget(self, token: str | None) -> None:
        """Drop this token, unless a newer one has taken its place."""
        if token == self._token:
            self._token, self._ask_again_at = "", 0.0

    @abstractmethod
    async def _grant(self) -> Grant:
        """Get a new token; may raise anything."""

    async def _renew(self) -> None:
        asked_at = self._clock()
        if asked_at >= self._ask_again_at:
            self._ask_again_at = asked_at + _ASK_AGAIN_SECONDS
            self._refusal = await self._ask(asked_at)
        if not self._token or (self._refusal and self._clock() >= self._ends):
            raise self._refusal or NoToken("no token was asked for to the end")

    async def _ask(self, asked_at: float) -> NoToken | None:
        """Get a new token; returns why there is none."""
        try:
            self._token, lasts = await self._grant()
        except Exception as error:  # whatever is wrong out there, the outcome here is the same
            if isinstance(error, NoToken):
                return error
            return NoToken(f"the token service gave no token ({type(error).__name__})")
        self._ends = asked_at + lasts
        return None


class Proof(Protocol):
    """What shows that it is the app."""

    @property
    def ends(self) -> date | None:
        """The day on which Entra stops taking it, None where that is not known."""

    def fields(self, app_id: str, token_url: str) -> Mapping[str, str]:
        """Return the fields of the form that show it; it may take its time. Raises NoToken."""


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """A secret that the app's registration knows."""

    secret: str
    ends: date | None = None

    def fields(self, app_id: str, token_url: str) -> Mapping[str, str]:
        return {"client_secret": self.secret}


class ClientCertificate:
    """A certificate that the app's registration knows; its key never leaves this process."""

    def __init__(self, key: RSAPrivateKey, certificate: Certificate) -> None:
        self._key = key
        self._thumbprint = base64.urlsafe_b64encode(certificate.fingerprint(SHA256())).rstrip(b"=").decode()
        self.ends: date | None = certificate.not_valid_after_utc.date()

    def fields(self, app_id: str, token_url: str) -> Mapping[str, str]:
        now = int(time.time())
        claims = {"aud": token_url, "iss": app_id, "sub": app_id, "jti": secrets.token_hex(16)}
        times = {"iat": now, "nbf": now, "exp": now + _ASSERTION_SECONDS}
        header = {"x5t#S256": self._thumbprint}
        return _assertion(jwt.encode({**claims, **times}, self._key, algorithm="PS256", headers=header))


class FederatedToken:
    """Another issuer's token, which the app's registration trusts, in a file that is written anew before it ends."""

    ends: date | None = None

    def __init__(self, path: Path) -> None:
        self._path = path

    def fields(self, app_id: str, token_url: str) -> Mapping[str, str]:
        try:
            return _assertion(self._path.read_text("ascii").strip())
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "it holds no token"
            raise NoToken(f"APP_FEDERATED_TOKEN_FILE: {why}", lasting=True) from None


class FederatedIdentity:
    """A managed identity, whose token for this purpose the app's registration trusts."""

    ends: date | None = None

    def __init__(self, client_id: str) -> None:
        self._client = managed_identity(client_id, _TIMEOUT_SECONDS)

    def fields(self, app_id: str, token_url: str) -> Mapping[str, str]:
        return _assertion(_read(self._client.acquire_token_for_client(resource=_EXCHANGE)).token)


def _assertion(token: str) -> Mapping[str, str]:
    if not token:
        raise ValueError("no token")
    return {
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": token,
    }


class ClientCredentials(_Cached):
    """A single-tenant app: the client-credentials grant."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        token_url: str,
        app_id: str,
        proof: Proof,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(clock)
        self._session = session
        self._token_url = token_url
        self._form = {"grant_type": "client_credentials", "client_id": app_id, "scope": f"{_RESOURCE}/.default"}
        self._proof = proof
        self.ends = proof.ends

    async def _grant(self) -> Grant:
        proof = await asyncio.to_thread(self._proof.fields, self._form["client_id"], self._token_url)
        form = {**self._form, **proof}
        timeout = aiohttp.ClientTimeout(total=_TIMEOUT_SECONDS)
        async with self._session.post(self._token_url, data=form, allow_redirects=False, timeout=timeout) as response:
            if response.status != 200:
                raise _refusal(response.status, await response.text(errors="replace"))
            return _read(await response.json(content_type=None))


def _refusal(status: int, body: str) -> NoToken:
    """Return why there is no token, by Entra's own number where it gives one; never its sentences, which hold ids."""
    said = f"the token service answered {status}"
    try:
        number = int(orjson.loads(body)["error_codes"][0])
    except (ValueError, LookupError, TypeError):
        return NoToken(said, lasting=status in {400, 401, 403})
    meaning = f": {_KNOWN_REFUSALS[number]}" if number in _KNOWN_REFUSALS else ""
    return NoToken(f"{said} (AADSTS{number}{meaning})", lasting=status in {400, 401, 403})


class ManagedIdentity(_Cached):
    """A user-assigned managed identity. MSAL's client is synchronous, so it works in a thread."""

    def __init__(self, app_id: str, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(clock)
        self._client = managed_identity(app_id, _TIMEOUT_SECONDS)

    async def _grant(self) -> Grant:
        return _read(await asyncio.to_thread(self._client.acquire_token_for_client, resource=_RESOURCE))


def _read(answer: Any) -> Grant:
    if "error" in answer:
        raise NoToken(f"the managed identity was refused ({str(answer['error'])[:40]!r})", lasting=True)
    token, lasts = answer["access_token"], float(answer["expires_in"])
    if not isinstance(token, str) or not token.isascii() or not token.isprintable() or not token:
        raise ValueError("not a token")
    return Grant(token, lasts)


def credentials_for(settings: Settings, session: aiohttp.ClientSession) -> Credentials:
    """Return the credentials for the settings, which were validated to hold what is needed.

    Raises SettingsError for a certificate that cannot be used.
    """
    if settings.unauthenticated:
        return NoCredentials()
    app_id = settings.app_id or ""
    if settings.app_type == "UserAssignedMSI":
        return ManagedIdentity(app_id)
    return ClientCredentials(session, settings.token_url, app_id, _proof(settings))


def _proof(settings: Settings) -> Proof:
    if settings.federated_token_file:
        return FederatedToken(Path(settings.federated_token_file))
    if settings.federated_identity:
        return FederatedIdentity(settings.federated_identity)
    if settings.app_certificate:
        return ClientCertificate(*_read_certificate(Path(settings.app_certificate)))
    return ClientSecret(settings.app_password.get_secret_value() if settings.app_password else "", settings.secret_ends)


def _read_certificate(path: Path) -> tuple[RSAPrivateKey, Certificate]:
    """Return the key and the certificate of a PEM file. Raises SettingsError, which never shows what is in it."""
    with contextlib.suppress(ValueError, TypeError, UnsupportedAlgorithm):
        try:
            pem = path.read_bytes()
        except OSError as error:
            raise SettingsError(f"APP_CERTIFICATE: {error.strerror}") from None
        key, certificate = load_pem_private_key(pem, None), load_pem_x509_certificate(pem)
        if isinstance(key, RSAPrivateKey) and certificate.public_key() == key.public_key():
            return key, certificate
    raise SettingsError("APP_CERTIFICATE: give a PEM file with a certificate and its RSA key, without a password")
