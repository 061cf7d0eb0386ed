import asyncio
import base64
from collections.abc import AsyncIterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from jwt.algorithms import RSAAlgorithm

from bot.edge.signing_keys import Patience
from tests.bot.edge import SERVICE_URL, Edge, message, running_edge
from tests.bot.forged import good
from tests.bot.issuer import Issuer, key, unsigned

IMPATIENT = Patience(look_again_after=0.2, retry_after=0.2)
OTHER_TENANT = "99999999-2222-4333-8444-555555555555"


def public(private: RSAPrivateKey) -> dict[str, Any]:
    return dict(RSAAlgorithm.to_jwk(private.public_key(), as_dict=True))


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with Issuer() as running:
        yield running


@pytest.fixture
async def edge(issuer: Issuer) -> AsyncIterator[Edge]:
    async with running_edge(issuer=issuer, patience=IMPATIENT) as running:
        yield running


async def status(edge: Edge, token: str, **changed: Any) -> int:
    code, _ = await edge.post(message(**changed), headers={"Authorization": f"Bearer {token}"})
    return code


@pytest.mark.parametrize(("endorsements", "expected"), [(None, 200), (["msteams"], 200), (["webchat"], 403), ([], 403)])
async def test_the_key_must_speak_for_teams_where_keys_say_for_whom(
    edge: Edge, issuer: Issuer, endorsements: list[str] | None, expected: int
) -> None:
    issuer.endorsements = endorsements
    assert await status(edge, good(issuer)) == expected


async def test_keys_are_fetched_once_for_many(edge: Edge, issuer: Issuer) -> None:
    assert set(await asyncio.gather(*(status(edge, good(issuer)) for _ in range(20)))) == {200}
    assert issuer.fetches == 1


async def test_a_rotated_key_is_found_at_once(edge: Edge, issuer: Issuer) -> None:
    assert await status(edge, good(issuer)) == 200
    issuer.rotate()
    assert await status(edge, good(issuer)) == 200
    assert issuer.fetches == 2


async def test_a_withdrawn_key_is_no_longer_taken(edge: Edge, issuer: Issuer) -> None:
    old = good(issuer)
    assert await status(edge, old) == 200
    issuer.rotate()
    await status(edge, good(issuer))
    assert await status(edge, old) == 401


async def test_unknown_key_ids_do_not_make_it_fetch_again_and_again(issuer: Issuer) -> None:
    async with running_edge(issuer=issuer) as edge:
        await status(edge, good(issuer))
        forged = [issuer.sign(issuer.claims(SERVICE_URL), kid=f"made-up-{n}") for n in range(10)]
        assert {await status(edge, token) for token in forged} == {401}
        assert issuer.fetches == 2


async def test_without_keys_it_answers_503_and_when_to_come_back(edge: Edge, issuer: Issuer) -> None:
    issuer.status = 500
    headers = {"Authorization": f"Bearer {good(issuer)}"}
    async with edge.session.post(f"{edge.url}/api/messages", json=message(), headers=headers) as response:
        assert (response.status, response.headers["Retry-After"]) == (503, "1")


async def test_others_are_answered_while_an_issuer_hangs(issuer: Issuer) -> None:
    issuer.hanging = True
    async with running_edge(issuer=issuer, patience=Patience(timeout=60)) as edge:
        waiting = asyncio.create_task(status(edge, good(issuer)))
        async with edge.session.get(f"{edge.url}/healthz") as response:
            assert response.status == 200
        assert not waiting.done()
        waiting.cancel()


async def test_an_issuer_that_hangs_is_given_up(issuer: Issuer) -> None:
    issuer.hanging = True
    async with running_edge(issuer=issuer, patience=Patience(timeout=0.1)) as edge, asyncio.timeout(30):
        assert await status(edge, good(issuer)) == 503


async def test_it_recovers_once_the_issuer_is_back(edge: Edge, issuer: Issuer) -> None:
    issuer.status = 500
    assert await status(edge, good(issuer)) == 503
    issuer.status = 200
    await asyncio.sleep(IMPATIENT.retry_after)
    assert await status(edge, good(issuer)) == 200


async def test_an_unknown_key_is_refused_again_once_the_issuer_is_back(edge: Edge, issuer: Issuer) -> None:
    issuer.status = 500
    assert await status(edge, good(issuer)) == 503
    issuer.status = 200
    await asyncio.sleep(IMPATIENT.retry_after)
    assert await status(edge, issuer.sign(issuer.claims(SERVICE_URL), kid="made-up")) == 401


async def test_stale_keys_stay_good_while_a_refresh_fails(issuer: Issuer) -> None:
    async with running_edge(issuer=issuer, patience=Patience(fresh_for=0, look_again_after=0)) as edge:
        assert await status(edge, good(issuer)) == 200
        issuer.status = 500
        assert await status(edge, good(issuer)) == 200
        assert issuer.fetches == 2


async def test_a_token_is_refused_once_its_key_id_names_another_key(issuer: Issuer) -> None:
    token = good(issuer)
    async with running_edge(issuer=issuer, patience=Patience(fresh_for=0)) as edge:
        assert await status(edge, token) == 200
        issuer.published = set()
        issuer.extra_keys = [{**public(key(2)), "kid": "key-1"}]
        assert await status(edge, token) == 401


async def test_an_unknown_key_while_the_issuer_is_away_is_503_not_401(edge: Edge, issuer: Issuer) -> None:
    assert await status(edge, good(issuer)) == 200
    issuer.rotate()
    issuer.status = 500
    assert await status(edge, good(issuer)) == 503


@pytest.mark.parametrize(
    "spoilt",
    [
        {"kty": "RSA", "kid": "key-1", "n": "!", "e": "AQAB"},
        {"kty": "oct", "kid": "key-1", "k": "c2VjcmV0"},
        {"kty": "EC", "kid": "key-9", "crv": "P-256"},
        {**public(key(8)), "kid": ["key-1"]},
        {**public(key(8)), "kid": "key-9", "endorsements": 5},
        {"kid": "key-9"},
        {"kty": "RSA", "kid": "key-9", "use": "enc", "n": "AQAB", "e": "AQAB"},
    ],
)
async def test_a_spoilt_key_in_the_set_does_not_spoil_the_others(
    edge: Edge, issuer: Issuer, spoilt: dict[str, Any]
) -> None:
    issuer.extra_keys = [spoilt]
    assert await status(edge, good(issuer)) == 200


async def test_a_key_for_another_use_is_not_taken(edge: Edge, issuer: Issuer) -> None:
    issuer.extra_keys = [{**public(key(8)), "kid": "other-use", "use": "enc"}]
    token = jwt.encode(issuer.claims(SERVICE_URL), key(8), algorithm="RS256", headers={"kid": "other-use"})
    assert await status(edge, token) == 401


@pytest.mark.filterwarnings("ignore:The RSA key is 1024 bits")
async def test_a_key_that_is_too_small_is_not_taken(edge: Edge, issuer: Issuer) -> None:
    small = key(7, bits=1024)
    issuer.extra_keys = [{**public(small), "kid": "small"}]
    head, body, _ = unsigned({"alg": "RS256", "kid": "small"}, issuer.claims(SERVICE_URL)).split(".")
    signature = small.sign(f"{head}.{body}".encode(), PKCS1v15(), SHA256())
    assert await status(edge, f"{head}.{body}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}") == 401
