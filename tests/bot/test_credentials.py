import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.config.settings import Settings
from bot.edge.connector import NotSent, Refused, open_session
from bot.edge.credentials import ClientSecret, Credentials, ManagedIdentity, NoCredentials, NoToken, credentials_for
from tests.bot.issuer import APP_ID, TENANT, Issuer
from tests.bot.sending import address, connector_to, outcome
from tests.connector import Answer, FakeConnector


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session() as opened:
        yield opened


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as running:
        yield running


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    async with Issuer() as running:
        yield running


Clock = Callable[[], float]


def client_secret(session: aiohttp.ClientSession, issuer: Issuer, clock: Clock = time.monotonic) -> ClientSecret:
    return ClientSecret(session, issuer.token_url.replace("{tenant}", TENANT), APP_ID, "secret", clock)


async def test_the_token_is_asked_for_once_and_sent_with_every_call(
    session: aiohttp.ClientSession, fake: FakeConnector, issuer: Issuer
) -> None:
    connector = connector_to(session, fake.origin, credentials=client_secret(session, issuer))
    await asyncio.gather(*(connector.post(address(fake.url), {}) for _ in range(10)))
    assert {call.authorization for call in fake.calls} == {"Bearer grant-1"}
    assert issuer.grants == [
        {
            "grant_type": "client_credentials",
            "client_id": APP_ID,
            "client_secret": "secret",
            "scope": "https://api.botframework.com/.default",
            "tenant": TENANT,
        }
    ]


async def test_a_refused_token_is_renewed_once_and_the_call_tried_again(
    session: aiohttp.ClientSession, fake: FakeConnector, issuer: Issuer
) -> None:
    fake.answer_next(Answer(401))
    connector = connector_to(session, fake.origin, credentials=client_secret(session, issuer))
    assert (await connector.post(address(fake.url), {})).activity_id
    assert [call.authorization for call in fake.calls] == ["Bearer grant-1", "Bearer grant-2"]


async def test_a_token_refused_twice_is_a_refusal(
    session: aiohttp.ClientSession, fake: FakeConnector, issuer: Issuer
) -> None:
    fake.answer_next(Answer(401), Answer(401))
    connector = connector_to(session, fake.origin, credentials=client_secret(session, issuer))
    said = await outcome(connector.post(address(fake.url), {}))
    assert isinstance(said, Refused)
    assert (said.status, len(fake.calls)) == (401, 2)


async def test_many_refused_at_once_renew_the_token_once(
    session: aiohttp.ClientSession, fake: FakeConnector, issuer: Issuer
) -> None:
    credentials = client_secret(session, issuer)
    old = await credentials.token()
    for _ in range(3):
        credentials.forget(old)
        await credentials.token()
    assert len(issuer.grants) == 2


async def test_without_a_token_nothing_was_sent(
    session: aiohttp.ClientSession, fake: FakeConnector, issuer: Issuer
) -> None:
    issuer.grant_status = 400
    connector = connector_to(session, fake.origin, credentials=client_secret(session, issuer))
    assert isinstance(await outcome(connector.post(address(fake.url), {})), NotSent)
    assert fake.calls == []


async def test_a_token_is_renewed_five_minutes_before_it_ends(session: aiohttp.ClientSession, issuer: Issuer) -> None:
    now = [1000.0]
    credentials = client_secret(session, issuer, lambda: now[0])
    asked = []
    for moment in (1000, 1000 + 3299, 1000 + 3300):
        now[0] = moment
        asked.append(await credentials.token())
    assert asked == ["grant-1", "grant-1", "grant-2"]


async def test_a_renewal_that_fails_leaves_the_token_until_it_ends(
    session: aiohttp.ClientSession, issuer: Issuer
) -> None:
    now = [1000.0]
    credentials = client_secret(session, issuer, lambda: now[0])
    await credentials.token()
    issuer.grant_status = 500
    now[0] = 1000 + 3599
    assert await credentials.token() == "grant-1"
    now[0] = 1000 + 3600
    with pytest.raises(NoToken):
        await credentials.token()


async def test_a_secret_never_appears_in_what_is_raised(session: aiohttp.ClientSession, issuer: Issuer) -> None:
    issuer.grant_status = 401
    with pytest.raises(NoToken) as caught:
        await ClientSecret(session, issuer.token_url, APP_ID, "hunter2").token()
    assert "hunter2" not in repr(caught.value) + repr(caught.value.__cause__)


async def test_a_caller_that_gives_up_does_not_take_the_token_from_the_others(
    session: aiohttp.ClientSession, issuer: Issuer
) -> None:
    credentials = client_secret(session, issuer)
    first, second = (asyncio.create_task(credentials.token()) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == "grant-1"
    assert len(issuer.grants) == 1


async def test_a_managed_identity_gets_its_token_off_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []

    async def grant(request: web.Request) -> web.Response:
        asked.append((request.query["resource"], request.query["client_id"], request.headers["X-IDENTITY-HEADER"]))
        expires_on = str(int(time.time()) + 3600)
        return web.json_response({"access_token": "identity", "expires_on": expires_on, "resource": "x"})

    app = web.Application()
    app.router.add_get("/token", grant)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    monkeypatch.setenv("IDENTITY_ENDPOINT", f"http://127.0.0.1:{runner.addresses[0][1]}/token")
    monkeypatch.setenv("IDENTITY_HEADER", "proof")
    try:
        credentials = ManagedIdentity(APP_ID)
        assert [await credentials.token() for _ in range(2)] == ["identity", "identity"]
    finally:
        await runner.cleanup()
    assert asked == [("https://api.botframework.com", APP_ID, "proof")]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1"}, NoCredentials),
        ({"MicrosoftAppPassword": "x"}, ClientSecret),
        ({"MicrosoftAppType": "UserAssignedMSI"}, ManagedIdentity),
    ],
)
async def test_credentials_are_those_of_the_settings(
    session: aiohttp.ClientSession, environ: dict[str, str], expected: type[Credentials]
) -> None:
    settings = Settings.from_environment({"MicrosoftAppId": APP_ID, "MicrosoftAppTenantId": TENANT, **environ})
    assert type(credentials_for(settings, session)) is expected
