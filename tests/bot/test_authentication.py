import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from bot.edge.signing_keys import Patience
from tests.bot.edge import SERVICE_URL, Edge, message, running_edge
from tests.bot.forged import FORGED, good
from tests.bot.issuer import APP_ID, TENANT, Issuer

IMPATIENT = Patience(look_again_after=0.2, retry_after=0.2)
OTHER_TENANT = "99999999-2222-4333-8444-555555555555"


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


async def test_a_good_token_comes_through(edge: Edge, issuer: Issuer) -> None:
    assert await status(edge, good(issuer)) == 200
    assert len(edge.taken) == 1


@pytest.mark.parametrize("name", FORGED)
async def test_a_bad_token_is_answered_401_and_nothing_comes_through(edge: Edge, issuer: Issuer, name: str) -> None:
    await status(edge, good(issuer))
    edge.taken.clear()
    assert await status(edge, FORGED[name](issuer)) == 401
    assert edge.taken == []


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Bearer",
        "Bearer ",
        "Basic dXNlcjpwYXNz",
        "bearer",
        "{token}",
        "Basic {token}",
        "Bearer {token} x",
        "Bearer {token},",
    ],
)
async def test_a_bad_header_is_answered_401(edge: Edge, issuer: Issuer, header: str) -> None:
    code, _ = await edge.post(message(), headers={"Authorization": header.format(token=good(issuer))})
    assert code == 401


@pytest.mark.parametrize("name", ["alg none", "HS256 with the public key", "RS512", "no kid", "kid a list", "garbage"])
async def test_a_token_that_names_no_key_rightly_does_not_make_it_fetch_keys(
    edge: Edge, issuer: Issuer, name: str
) -> None:
    assert await status(edge, FORGED[name](issuer)) == 401
    assert issuer.fetches == 0


async def test_no_header_is_answered_401_with_the_scheme(edge: Edge) -> None:
    async with edge.session.post(f"{edge.url}/api/messages", json=message()) as response:
        assert (response.status, response.headers["WWW-Authenticate"]) == (401, "Bearer")


async def test_the_scheme_may_be_written_in_any_case(edge: Edge, issuer: Issuer) -> None:
    assert (await edge.post(message(), headers={"Authorization": f"BEARER {good(issuer)}"}))[0] == 200


@pytest.mark.parametrize("claim", [{"exp": -290}, {"nbf": 290}])
async def test_clocks_may_differ_by_five_minutes(edge: Edge, issuer: Issuer, claim: dict[str, int]) -> None:
    moved = {name: int(time.time()) + seconds for name, seconds in claim.items()}
    assert await status(edge, good(issuer, **moved)) == 200


async def test_a_token_that_passed_is_refused_once_it_ends(
    edge: Edge, issuer: Issuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = int(time.time()) + 60
    token = good(issuer, exp=ends - 300)
    assert await status(edge, token) == 200
    now = datetime.fromtimestamp(ends, UTC)
    monkeypatch.setattr("jwt.api_jwt.datetime", SimpleNamespace(now=lambda tz: now))
    monkeypatch.setattr("bot.edge.authentication.time", SimpleNamespace(time=lambda: ends))
    assert await status(edge, token) == 401


async def test_a_token_that_passed_is_good_for_its_own_service_address_only(edge: Edge, issuer: Issuer) -> None:
    token = good(issuer)
    assert await status(edge, token) == 200
    assert await status(edge, token, serviceUrl=OTHER_URL) == 403


async def test_many_good_tokens_pass(edge: Edge, issuer: Issuer) -> None:
    tokens = [good(issuer, jti=str(number)) for number in range(300)]
    assert {await status(edge, token) for token in [*tokens, *tokens[:3]]} == {200}


async def test_the_metadatas_own_issuer_is_taken_too(edge: Edge, issuer: Issuer) -> None:
    issuer.name = "https://api.botframework.us"
    assert await status(edge, good(issuer, iss="https://api.botframework.us")) == 200


async def test_a_bad_token_is_refused_before_the_body_is_looked_at(edge: Edge) -> None:
    code, _ = await edge.post(None, data=b"not json", headers={"Authorization": "Bearer a.b.c"})
    assert code == 401


OTHER_URL = "https://smba.trafficmanager.net/emea/"
FORBIDDEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    # what the token says differently, what the activity says differently
    "no serviceurl claim": ({"serviceurl": None}, {}),
    "serviceurl claim a list": ({"serviceurl": [SERVICE_URL]}, {}),
    "serviceurl claim for elsewhere": ({"serviceurl": OTHER_URL}, {}),
    "serviceurl claim without the slash": ({"serviceurl": SERVICE_URL.rstrip("/")}, {}),
    "no serviceUrl": ({}, {"serviceUrl": ...}),
    "serviceUrl empty on both sides": ({"serviceurl": ""}, {"serviceUrl": ""}),
    "serviceUrl null and no claim": ({"serviceurl": None}, {"serviceUrl": None}),
    "serviceUrl elsewhere": ({}, {"serviceUrl": OTHER_URL}),
    "a host not allowed, agreed on": ({"serviceurl": "https://evil.example/"}, {"serviceUrl": "https://evil.example/"}),
    "http, agreed on": (
        {"serviceurl": "http://smba.trafficmanager.net/"},
        {"serviceUrl": "http://smba.trafficmanager.net/"},
    ),
    "no channelId": ({}, {"channelId": ...}),
    "channelId of the emulator": ({}, {"channelId": "emulator"}),
    "channelId in capitals": ({}, {"channelId": "MSTEAMS"}),
    "no tenant": ({}, {"channelData": ..., "conversation": {"id": "a:1"}}),
    "another tenant": ({}, {"channelData": {"tenant": {"id": OTHER_TENANT}}, "conversation": {"id": "a:1"}}),
    "another tenant in the conversation": (
        {},
        {"channelData": ..., "conversation": {"id": "a:1", "tenantId": OTHER_TENANT}},
    ),
    "tenants disagree": ({}, {"channelData": {"tenant": {"id": OTHER_TENANT}}}),
    "tenants disagree the other way": ({}, {"conversation": {"id": "a:1", "tenantId": OTHER_TENANT}}),
    "no recipient": ({}, {"recipient": ...}),
    "another bot": ({}, {"recipient": {"id": "28:another"}}),
    "a person as recipient": ({}, {"recipient": {"id": f"29:{APP_ID}"}}),
}


@pytest.mark.parametrize("name", FORBIDDEN)
async def test_a_good_token_for_something_else_is_answered_403(edge: Edge, issuer: Issuer, name: str) -> None:
    claims, activity = FORBIDDEN[name]
    assert await status(edge, good(issuer, **claims), **activity) == 403
    assert edge.taken == []


@pytest.mark.parametrize(
    "activity",
    [
        {"recipient": {"id": APP_ID}},
        {"channelData": ...},
        {"conversation": {"id": "a:1"}},
    ],
)
async def test_either_form_of_the_bots_id_and_either_place_of_the_tenant_will_do(
    edge: Edge, issuer: Issuer, activity: dict[str, Any]
) -> None:
    assert await status(edge, good(issuer), **activity) == 200


async def test_a_further_tenant_is_served(issuer: Issuer) -> None:
    activity = {"channelData": {"tenant": {"id": OTHER_TENANT}}, "conversation": {"id": "a:1"}}
    async with running_edge(issuer=issuer, tenants=frozenset({TENANT, OTHER_TENANT})) as edge:
        assert await status(edge, good(issuer), **activity) == 200


@pytest.mark.parametrize("name", ["no channelId", "a host not allowed, agreed on", "another tenant", "another bot"])
async def test_without_the_token_check_the_other_checks_stay(issuer: Issuer, name: str) -> None:
    async with running_edge(issuer=issuer, authenticated=False) as edge:
        assert (await edge.post(message(**FORBIDDEN[name][1]), headers={}))[0] == 403
        assert (await edge.post(message(), headers={}))[0] == 200
        assert issuer.fetches == 0
