import asyncio
import base64
import time
from collections.abc import AsyncIterator, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from bot.config.settings import Settings, SettingsError
from bot.edge.connector import NotSent, Refused, open_session
from bot.edge.credentials import (
    ClientCredentials,
    ClientSecret,
    Credentials,
    ManagedIdentity,
    NoCredentials,
    NoToken,
    credentials_for,
)
from tests.bot.issuer import APP_ID, TENANT, Issuer, key
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


def client_secret(session: aiohttp.ClientSession, issuer: Issuer, clock: Clock = time.monotonic) -> Credentials:
    token_url = issuer.token_url.replace("{tenant}", TENANT)
    return ClientCredentials(session, token_url, APP_ID, ClientSecret("secret"), clock)


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


async def test_a_token_that_lasts_no_time_is_not_asked_for_with_each_message(
    session: aiohttp.ClientSession, issuer: Issuer
) -> None:
    now = [1000.0]
    issuer.grant_lasts = 0
    credentials = client_secret(session, issuer, lambda: now[0])
    asked = []
    for moment in (1000, 1001, 1002):
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
        await ClientCredentials(session, issuer.token_url, APP_ID, ClientSecret("hunter2")).token()
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


@pytest.fixture
async def identity(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Any]]:
    """What was asked of the endpoint that gives managed identities their tokens."""
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
    yield asked
    await runner.cleanup()


async def test_a_managed_identity_gets_its_token_off_the_loop(identity: list[Any]) -> None:
    credentials = ManagedIdentity(APP_ID)
    assert [await credentials.token() for _ in range(2)] == ["identity", "identity"]
    assert identity == [("https://api.botframework.com", APP_ID, "proof")]


def with_proof(issuer: Issuer, **proof: str) -> Settings:
    named = {"MicrosoftAppId": APP_ID, "MicrosoftAppTenantId": TENANT, "BOT_TOKEN_URL": issuer.token_url}
    return Settings.from_environment({**named, **proof})


async def test_a_managed_identity_that_the_app_trusts_shows_that_it_is_the_app(
    session: aiohttp.ClientSession, issuer: Issuer, identity: list[Any]
) -> None:
    credentials = credentials_for(with_proof(issuer, APP_FEDERATED_IDENTITY="another id"), session)
    assert (await credentials.token(), credentials.ends) == ("grant-1", None)
    (grant,) = issuer.grants
    assert (grant["client_id"], grant["client_assertion"]) == (APP_ID, "identity")
    assert "client_secret" not in grant
    assert [asked[:2] for asked in identity] == [("api://AzureADTokenExchange", "another id")]


async def test_a_federated_token_is_read_anew_for_each_grant(
    session: aiohttp.ClientSession, issuer: Issuer, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    credentials = credentials_for(with_proof(issuer, APP_FEDERATED_TOKEN_FILE=str(file)), session)
    for token in ("a.b.c", "d.e.f"):
        file.write_text(f"{token}\n")
        credentials.forget(await credentials.token())
    assert [grant["client_assertion"] for grant in issuer.grants] == ["a.b.c", "d.e.f"]
    kind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
    assert {grant["client_assertion_type"] for grant in issuer.grants} == {kind}


@pytest.mark.parametrize(
    ("content", "why"),
    [(None, "No such file or directory"), (b"", "it holds no token"), (b"\xff\xfe", "it holds no token")],
    ids=["gone", "empty", "no text"],
)
async def test_a_federated_token_that_cannot_be_read_is_said_and_never_shown(
    session: aiohttp.ClientSession, issuer: Issuer, tmp_path: Path, content: bytes | None, why: str
) -> None:
    if content is not None:
        (tmp_path / "token").write_bytes(content)
    credentials = credentials_for(with_proof(issuer, APP_FEDERATED_TOKEN_FILE=str(tmp_path / "token")), session)
    with pytest.raises(NoToken, match=f"^APP_FEDERATED_TOKEN_FILE: {why}$") as caught:
        await credentials.token()
    assert caught.value.lasting
    assert issuer.grants == []


@pytest.fixture
def certificate_file(tmp_path: Path) -> Path:
    """A certificate that ends in ten days, with its key, as Key Vault gives it in one PEM."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sharing-guide")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key(1).public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=10))
        .sign(key(1), SHA256())
    )
    private = key(1).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = tmp_path / "app.pem"
    path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
    return path


def with_certificate(path: Path, issuer: Issuer) -> Settings:
    return with_proof(issuer, APP_CERTIFICATE=str(path))


def end_of(certificate_file: Path) -> date:
    return x509.load_pem_x509_certificate(certificate_file.read_bytes()).not_valid_after_utc.date()


async def test_a_certificate_signs_what_shows_that_it_is_the_app(
    session: aiohttp.ClientSession, issuer: Issuer, certificate_file: Path
) -> None:
    credentials = credentials_for(with_certificate(certificate_file, issuer), session)
    assert await credentials.token() == "grant-1"
    assert credentials.ends == end_of(certificate_file)
    (grant,) = issuer.grants
    assert "client_secret" not in grant
    token_url = issuer.token_url.replace("{tenant}", TENANT)
    claims = jwt.decode(grant["client_assertion"], key(1).public_key(), algorithms=["PS256"], audience=token_url)
    assert (claims["iss"], claims["sub"], claims["exp"] - claims["nbf"]) == (APP_ID, APP_ID, 300)
    said = jwt.get_unverified_header(grant["client_assertion"])["x5t#S256"]
    assert base64.urlsafe_b64decode(said + "=") == thumbprint(certificate_file)


def thumbprint(path: Path) -> bytes:
    return x509.load_pem_x509_certificate(path.read_bytes()).fingerprint(SHA256())


def harmed(path: Path, harm: Callable[[bytes], bytes] | None) -> None:
    if harm:
        path.write_bytes(harm(path.read_bytes()))
    else:
        path.unlink()


@pytest.mark.parametrize("harm", [lambda pem: pem[:900], lambda _: b"no PEM", None], ids=["cut", "other", "gone"])
async def test_a_certificate_that_cannot_be_used_stops_the_start_in_one_line(
    session: aiohttp.ClientSession, issuer: Issuer, certificate_file: Path, harm: Callable[[bytes], bytes] | None
) -> None:
    harmed(certificate_file, harm)
    with pytest.raises(SettingsError, match=r"^APP_CERTIFICATE: .+") as caught:
        credentials_for(with_certificate(certificate_file, issuer), session)
    assert "PRIVATE" not in str(caught.value)


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({"DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1"}, NoCredentials),
        ({"MicrosoftAppPassword": "x"}, ClientCredentials),
        ({"MicrosoftAppType": "UserAssignedMSI"}, ManagedIdentity),
    ],
)
async def test_credentials_are_those_of_the_settings(
    session: aiohttp.ClientSession, environ: dict[str, str], expected: type[Credentials]
) -> None:
    settings = Settings.from_environment({"MicrosoftAppId": APP_ID, "MicrosoftAppTenantId": TENANT, **environ})
    assert type(credentials_for(settings, session)) is expected
