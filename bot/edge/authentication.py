"""The check of the token that Bot Framework's channel service sends with every activity."""

import re
import time
from dataclasses import dataclass
from typing import Any

import jwt

from bot.edge.signing_keys import SigningKey, SigningKeys

CHANNEL_ISSUER = "https://api.botframework.com"
_LEEWAY_SECONDS = 300
_LONGEST_TOKEN = 16_384
_MOST_REMEMBERED = 256
_BEARER = re.compile(r"(?i:bearer) +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")
_ALGORITHM = "RS256"


class Unauthenticated(Exception):
    """No token, or an invalid one; the text says why without quoting it."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The claims of a valid token: the service address it was made for, and the channels its key may speak for."""

    service_url: str
    endorsements: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class _Checked:
    """A token that passed: valid until `ends`, as long as its key is still the channel's."""

    key_id: str
    key: SigningKey
    caller: Caller
    ends: float


class TokenCheck:
    """Accepts only tokens that the channel signed for this app.

    The channel sends the same token for up to an hour, and checking it costs more than the rest of the edge: a valid
    token is remembered until it ends or its key is withdrawn; an invalid one is not remembered.
    """

    def __init__(self, keys: SigningKeys, app_id: str) -> None:
        self._keys = keys
        self._app_id = app_id
        self._checked: dict[str, _Checked] = {}

    async def caller(self, authorization: str | None) -> Caller:
        """Return the caller of an Authorization header. Raises Unauthenticated, or KeysUnavailable."""
        token = _token(authorization)
        known = self._checked.get(token)
        key_id = known.key_id if known else _key_id(token)
        key = await self._keys.find(key_id)
        if key is None:
            raise Unauthenticated("the token's key is unknown")
        if known is None or known.key is not key or known.ends <= time.time():
            known = self._remember(token, self._check(token, key_id, key))
        return known.caller

    def _check(self, token: str, key_id: str, key: SigningKey) -> _Checked:
        claims = self._claims(token, key)
        address = claims.get("serviceurl")
        caller = Caller(address if isinstance(address, str) else "", key.endorsements)
        return _Checked(key_id, key, caller, int(claims["exp"]) + _LEEWAY_SECONDS)

    def _remember(self, token: str, checked: _Checked) -> _Checked:
        if len(self._checked) >= _MOST_REMEMBERED:
            self._checked.clear()
        self._checked[token] = checked
        return checked

    def _claims(self, token: str, key: SigningKey) -> dict[str, Any]:
        try:
            return jwt.decode(
                token,
                key.public,
                algorithms=[_ALGORITHM],
                audience=self._app_id,
                issuer=[issuer for issuer in (CHANNEL_ISSUER, self._keys.issuer) if issuer],
                leeway=_LEEWAY_SECONDS,
                options={"require": ["exp", "iss", "aud"], "strict_aud": True},
            )
        except Exception as error:  # a token can be broken in ways the library lets through: none may become a 500
            raise Unauthenticated(f"the token is refused ({type(error).__name__})") from None


def _token(authorization: str | None) -> str:
    if not authorization:
        raise Unauthenticated("a token is needed")
    found = _BEARER.fullmatch(authorization) if len(authorization) <= _LONGEST_TOKEN else None
    if found is None:
        raise Unauthenticated("the token is not well formed")
    return found[1]


def _key_id(token: str) -> str:
    """Return the key id of the header: the only thing read from a token before it is checked."""
    try:
        header = jwt.get_unverified_header(token)
    except Exception:  # as above; deep nesting, for one, is not a library error
        raise Unauthenticated("the token is not well formed") from None
    key_id = header.get("kid")
    if header.get("alg") != _ALGORITHM or not isinstance(key_id, str):
        raise Unauthenticated("the token is not signed with RS256 and a named key")
    return key_id
