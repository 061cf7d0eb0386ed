"""Tokens that must not pass, each made from a running issuer."""

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable
from typing import Any

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import RSAAlgorithm

from tests.bot.edge import SERVICE_URL
from tests.bot.issuer import APP_ID, CHANNEL_ISSUER, Issuer, key, unsigned


def good(issuer: Issuer, **changed: Any) -> str:
    return issuer.token(SERVICE_URL, **changed)


def hs256_with_the_public_key(issuer: Issuer) -> str:
    """The classic: the public key's text taken as a shared secret. PyJWT will not sign so, hence by hand."""
    pem = key(1).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    head, body, _ = unsigned({"alg": "HS256", "kid": "key-1"}, issuer.claims(SERVICE_URL)).split(".")
    signature = hmac.new(pem, f"{head}.{body}".encode(), hashlib.sha256).digest()
    return f"{head}.{body}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def signed_by_a_stranger(issuer: Issuer, **header: Any) -> str:
    return jwt.encode(issuer.claims(SERVICE_URL), key(99), algorithm="RS256", headers={"kid": "key-1", **header})


def stranger_jwk() -> dict[str, Any]:
    return {**RSAAlgorithm.to_jwk(key(99).public_key(), as_dict=True), "kid": "key-1"}


def with_other_claims(issuer: Issuer) -> str:
    head, _, signature = good(issuer).split(".")
    _, body, _ = good(issuer, aud=APP_ID, sub="another").split(".")
    return f"{head}.{body}.{signature}"


def nested_header(issuer: Issuer) -> str:
    nested = base64.urlsafe_b64encode(b'{"alg":"RS256","kid":' + b"[" * 5000 + b"]" * 5000 + b"}").rstrip(b"=").decode()
    return f"{nested}.{good(issuer).partition('.')[2]}"


def nested_claims(issuer: Issuer) -> str:
    return issuer.sign(json.loads('{"x":' + "[" * 900 + "]" * 900 + "}"))


def signed_raw(issuer: Issuer, **claims: Any) -> str:
    """A good signature, past PyJWT's own checks of what it signs."""
    body = json.dumps({**issuer.claims(SERVICE_URL), **claims}).encode()
    return jwt.api_jws.encode(body, key(1), "RS256", headers={"kid": "key-1"})


Forger = Callable[[Issuer], str]
FORGED: dict[str, Forger] = {
    "alg none": lambda i: unsigned({"alg": "none", "kid": "key-1"}, i.claims(SERVICE_URL)),
    "alg none with a signature": lambda i: unsigned({"alg": "none", "kid": "key-1"}, i.claims(SERVICE_URL), b"x" * 256),
    "alg NONE": lambda i: unsigned({"alg": "NONE", "kid": "key-1"}, i.claims(SERVICE_URL)),
    "HS256 with the public key": hs256_with_the_public_key,
    "RS512": lambda i: jwt.encode(i.claims(SERVICE_URL), key(1), algorithm="RS512", headers={"kid": "key-1"}),
    "PS256": lambda i: jwt.encode(i.claims(SERVICE_URL), key(1), algorithm="PS256", headers={"kid": "key-1"}),
    "no alg": lambda i: unsigned({"kid": "key-1"}, i.claims(SERVICE_URL), b"x" * 256),
    "alg a list": lambda i: unsigned({"alg": ["RS256"], "kid": "key-1"}, i.claims(SERVICE_URL), b"x" * 256),
    "a stranger's key": signed_by_a_stranger,
    "a stranger's embedded jwk": lambda i: signed_by_a_stranger(i, jwk=stranger_jwk()),
    "a stranger's jku": lambda i: signed_by_a_stranger(i, jku="http://127.0.0.1:1/keys"),
    "a stranger's x5u": lambda i: signed_by_a_stranger(i, x5u="http://127.0.0.1:1/cert"),
    "no kid": lambda i: jwt.encode(i.claims(SERVICE_URL), key(1), algorithm="RS256"),
    "kid empty": lambda i: i.sign(i.claims(SERVICE_URL), kid=""),
    "kid unknown": lambda i: i.sign(i.claims(SERVICE_URL), kid="key-2"),
    "kid a path": lambda i: i.sign(i.claims(SERVICE_URL), kid="../../dev/null"),
    "kid a list": lambda i: unsigned({"alg": "RS256", "kid": ["key-1"]}, i.claims(SERVICE_URL), b"x" * 256),
    "kid a number": lambda i: unsigned({"alg": "RS256", "kid": 1}, i.claims(SERVICE_URL), b"x" * 256),
    "a critical header nobody knows": lambda i: i.sign(i.claims(SERVICE_URL), crit=["x"], x=1),
    "claims swapped under a signature": with_other_claims,
    "signature cut off": lambda i: good(i).rpartition(".")[0] + ".",
    "signature shortened": lambda i: good(i)[:-8],
    "signature of zeros": lambda i: good(i).rpartition(".")[0] + "." + "A" * 342,
    "two parts": lambda i: good(i).rpartition(".")[0],
    "four parts": lambda i: good(i) + ".x",
    "five parts": lambda i: "a.b.c.d.e",
    "garbage": lambda i: "garbage",
    "three parts of garbage": lambda i: "a.b.c",
    "dots": lambda i: "..",
    "header not an object": lambda i: "WzFd." + good(i).partition(".")[2],
    "header nested deeply": nested_header,
    "claims nested deeply": nested_claims,
    "claims not an object": lambda i: jwt.api_jws.encode(b"[1]", key(1), "RS256", headers={"kid": "key-1"}),
    "claims not JSON": lambda i: jwt.api_jws.encode(b"\xff\xfe", key(1), "RS256", headers={"kid": "key-1"}),
    "letters beyond ASCII": lambda i: good(i) + "é",
    "a huge token": lambda i: good(i, filler="x" * 30_000),
    "expired": lambda i: good(i, exp=int(time.time()) - 301),
    "not yet valid": lambda i: good(i, nbf=int(time.time()) + 400),
    "no exp": lambda i: good(i, exp=None),
    "exp a word": lambda i: good(i, exp="tomorrow"),
    "exp a list": lambda i: i.sign({**i.claims(SERVICE_URL), "exp": [9_999_999_999]}),
    "exp infinite": lambda i: i.sign({**i.claims(SERVICE_URL), "exp": float("inf")}),
    "exp not a number": lambda i: i.sign({**i.claims(SERVICE_URL), "exp": float("nan")}),
    "nbf an object": lambda i: i.sign({**i.claims(SERVICE_URL), "nbf": {}}),
    "no iss": lambda i: good(i, iss=None),
    "another issuer": lambda i: good(i, iss="https://sts.windows.net/x/"),
    "issuer with a slash more": lambda i: good(i, iss=CHANNEL_ISSUER + "/"),
    "issuer a list": lambda i: signed_raw(i, iss=[CHANNEL_ISSUER]),
    "no aud": lambda i: good(i, aud=None),
    "another aud": lambda i: good(i, aud="another-app"),
    "aud empty": lambda i: good(i, aud=""),
    "aud a list with the app": lambda i: good(i, aud=[APP_ID]),
    "aud an object": lambda i: good(i, aud={APP_ID: True}),
    "aud in capitals": lambda i: good(i, aud=APP_ID.upper()),
}
