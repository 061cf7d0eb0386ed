import asyncio
import re
import socket
import time
from collections.abc import AsyncIterator
from email.utils import formatdate

import aiohttp
import pytest
from msgspec.structs import replace

from bot.config.service_hosts import ServiceHosts
from bot.edge.connector import Connector, MaybeSent, NotSent, Refused, Sent, Throttled, open_session
from bot.edge.credentials import ClientCredentials, ClientSecret, NoCredentials
from tests.bot.issuer import APP_ID, Issuer
from tests.bot.sending import address, connector_to, outcome
from tests.connector import DROP, HANG, Answer, FakeConnector, refused, throttled

CHANNEL = "19:abc_DEF-1@thread.tacv2;messageid=1700000000001"
CARD = {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": {}}]}


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session() as opened:
        yield opened


@pytest.fixture
async def fake() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as running:
        yield running


@pytest.fixture
def connector(session: aiohttp.ClientSession, fake: FakeConnector) -> Connector:
    return connector_to(session, fake.origin)


async def test_a_post_gives_the_id_to_update_by(connector: Connector, fake: FakeConnector) -> None:
    assert await connector.post(address(fake.url), {"type": "message", "text": "hello"}) == Sent("activity-1")
    assert fake.calls[0].activity == {
        "type": "message",
        "text": "hello",
        "from": {"id": f"28:{APP_ID}"},
        "recipient": {"id": "29:worker"},
        "conversation": {"id": "a:1"},
    }


async def test_a_put_goes_over_the_message_it_names(connector: Connector, fake: FakeConnector) -> None:
    await connector.put(address(fake.url), "f:1;2", CARD)
    call = fake.calls[0]
    assert (call.method, call.activity_id, call.activity["id"], call.card) == ("PUT", "f:1;2", "f:1;2", {})


async def test_a_delete_names_the_message_and_has_no_body(connector: Connector, fake: FakeConnector) -> None:
    await connector.delete(address(fake.url), "f:1")
    assert (fake.calls[0].method, fake.calls[0].activity_id, fake.calls[0].activity) == ("DELETE", "f:1", {})


@pytest.mark.parametrize("conversation_id", [CHANNEL, "a:1/../2", "a?b#c", "a%2Fb", "å 1", "a+b&c=d"])
async def test_any_conversation_id_arrives_as_it_is(
    connector: Connector, fake: FakeConnector, conversation_id: str
) -> None:
    await connector.post(address(fake.url, conversation_id), {})
    assert fake.calls[0].conversation_id == conversation_id


async def test_ids_are_escaped_on_the_wire(connector: Connector, fake: FakeConnector) -> None:
    await connector.put(address(fake.url, CHANNEL), "1:2", {})
    assert fake.calls[0].path == (
        "/uk/v3/conversations/19%3Aabc_DEF-1%40thread.tacv2%3Bmessageid%3D1700000000001/activities/1%3A2"
    )


@pytest.mark.parametrize("path", ["", "/", "/uk", "/uk/", "/uk/11111111-2222/"])
async def test_the_service_address_may_have_a_path_and_a_slash(
    connector: Connector, fake: FakeConnector, path: str
) -> None:
    await connector.post(address(fake.origin + path), {})
    assert fake.calls[0].path == f"{path.rstrip('/')}/v3/conversations/a%3A1/activities"


@pytest.mark.parametrize("url", ["https://evil.example/", "http://127.0.0.1:1/", "", "http://localhost@evil.example/"])
async def test_nothing_is_sent_to_a_host_that_is_not_allowed(
    session: aiohttp.ClientSession, fake: FakeConnector, url: str
) -> None:
    async with Issuer() as issuer:
        credentials = ClientCredentials(session, issuer.token_url, APP_ID, ClientSecret("secret"))
        said = await outcome(connector_to(session, fake.origin, credentials=credentials).post(address(url), {}))
        assert isinstance(said, Refused)
        assert (said.code, issuer.grants, fake.calls) == ("ServiceHostNotAllowed", [], [])


async def test_connections_are_kept(connector: Connector, fake: FakeConnector) -> None:
    for _ in range(5):
        await connector.post(address(fake.url), {})
    assert len({call.peer for call in fake.calls}) == 1


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(201, body='{"id": "x"}'), Sent("x")),
        (Answer(200, body='{"id": ""}'), Sent("")),
        (Answer(200, body='{"id": 5}'), Sent("")),
        (Answer(202), Sent("")),
        (Answer(200, body="[]"), Sent("")),
        (Answer(200, body="<html>"), Sent("")),
    ],
)
async def test_a_post_that_got_no_id_has_an_empty_one(
    connector: Connector, fake: FakeConnector, answer: Answer, expected: Sent
) -> None:
    fake.answer_next(answer)
    assert await connector.post(address(fake.url), {}) == expected


@pytest.mark.parametrize(
    ("answer", "status", "code"),
    [
        (refused(), 403, "MessageWritesBlocked"),
        (refused(404, "ConversationNotFound"), 404, "ConversationNotFound"),
        (Answer(400), 400, ""),
        (Answer(403, body='{"error": "no"}'), 403, ""),
        (Answer(403, body='{"error": {"code": 5}}'), 403, ""),
        (Answer(413, body="<html>"), 413, ""),
        (Answer(301, {"Location": "/elsewhere"}), 301, ""),
        (Answer(307, {"Location": "http://127.0.0.1:1/"}), 307, ""),
    ],
)
async def test_a_refusal_says_its_status_and_code(
    connector: Connector, fake: FakeConnector, answer: Answer, status: int, code: str
) -> None:
    fake.answer_next(answer)
    said = await outcome(connector.post(address(fake.url), {}))
    assert isinstance(said, Refused)
    assert (said.status, said.code, len(fake.calls)) == (status, code, 1)


@pytest.mark.parametrize(
    ("header", "least", "most"),
    [
        ("1", 1, 1),
        ("0", 0, 0),
        ("120", 120, 120),
        ("99999999", 3600, 3600),
        ("-5", 2, 2),
        ("soon", 2, 2),
        ("", 2, 2),
        ("a date in 3000 s", 2900, 3000),
        ("a date in -60 s", 0, 0),
    ],
)
async def test_throttling_says_how_long_to_wait(
    connector: Connector, fake: FakeConnector, header: str, least: float, most: float
) -> None:
    dated = re.fullmatch(r"a date in (-?\d+) s", header)
    fake.answer_next(throttled(formatdate(time.time() + int(dated.group(1)), usegmt=True) if dated else header))
    said = await outcome(connector.post(address(fake.url), {}))
    assert isinstance(said, Throttled)
    assert least <= said.retry_after_seconds <= most


@pytest.mark.parametrize("answer", [Answer(408), Answer(500), Answer(502), Answer(503), Answer(504), DROP])
async def test_an_answer_that_leaves_it_open_may_have_been_sent(
    connector: Connector, fake: FakeConnector, answer: Answer
) -> None:
    fake.answer_next(answer)
    assert isinstance(await outcome(connector.post(address(fake.url), {})), MaybeSent)
    assert len(fake.calls) == 1


async def test_where_a_region_refuses_the_person_the_address_that_worked_is_written_to(
    connector: Connector, fake: FakeConnector
) -> None:
    await connector.post(address(f"{fake.origin}/uk/"), {})
    fake.answer_next(refused(403, "BadArgument"))
    assert await connector.post(address(f"{fake.origin}/fr/"), {}) == Sent("activity-3")
    assert [call.path.split("/")[1] for call in fake.calls] == ["uk", "fr", "uk"]
    fake.answer_next(refused(403, "BadArgument"))
    await connector.put(address(f"{fake.origin}/fr/"), "activity-1", {})
    assert [call.path.split("/")[1] for call in fake.calls[3:]] == ["fr", "uk"]


@pytest.mark.parametrize("answer", [refused(403, "BadArgument"), refused(404, "ConversationNotFound")])
async def test_after_a_restart_the_address_before_this_one_is_written_to(
    connector: Connector, fake: FakeConnector, answer: Answer
) -> None:
    fake.answer_next(answer)
    moved = replace(address(f"{fake.origin}/fr/"), former_url=f"{fake.origin}/uk/")
    assert await connector.post(moved, {}) == Sent("activity-2")
    assert [call.path.split("/")[1] for call in fake.calls] == ["fr", "uk"]


async def test_where_neither_address_takes_it_the_first_answer_counts(
    connector: Connector, fake: FakeConnector
) -> None:
    fake.answer_next(refused(404, "ConversationNotFound"))
    fake.answer_next(refused(403, "BadArgument"))
    moved = replace(address(f"{fake.origin}/fr/"), former_url=f"{fake.origin}/uk/")
    found = await outcome(connector.post(moved, {}))
    assert isinstance(found, Refused)
    assert found.status == 404


async def test_where_the_new_address_cannot_be_reached_the_one_before_is_written_to(
    session: aiohttp.ClientSession, fake: FakeConnector
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}"
        moved = replace(address(gone), former_url=fake.url)
        assert await connector_to(session, gone, fake.origin).post(moved, {}) == Sent("activity-1")


async def test_an_address_that_works_takes_the_place_of_the_one_before(
    connector: Connector, fake: FakeConnector
) -> None:
    for path in ("uk", "fr"):
        await connector.post(address(f"{fake.origin}/{path}/"), {})
    fake.answer_next(refused(403, "BadArgument"))
    assert isinstance(await outcome(connector.post(address(f"{fake.origin}/fr/"), {})), Refused)
    fake.answer_next(refused(403, "BadArgument"))
    await connector.post(address(f"{fake.origin}/uk/"), {})
    assert [call.path.split("/")[1] for call in fake.calls] == ["uk", "fr", "fr", "uk", "fr"]


async def test_no_answer_in_time_may_have_been_sent(fake: FakeConnector) -> None:
    fake.answer_next(HANG)
    async with open_session(aiohttp.ClientTimeout(total=0.2, connect=0.1)) as session:
        assert isinstance(await outcome(connector_to(session, fake.origin).post(address(fake.url), {})), MaybeSent)


def test_the_session_gives_up_after_five_and_fifteen_seconds() -> None:
    async def timeouts() -> tuple[float | None, float | None]:
        async with open_session() as opened:
            return opened.timeout.connect, opened.timeout.total

    assert asyncio.run(timeouts()) == (5, 15)


async def test_a_refused_connection_was_surely_not_sent(session: aiohttp.ClientSession) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert isinstance(await outcome(connector_to(session, origin).post(address(origin), {})), NotSent)


async def test_a_name_that_does_not_resolve_was_surely_not_sent(session: aiohttp.ClientSession) -> None:
    connector = connector_to(session, "no-such-host.invalid")
    assert isinstance(await outcome(connector.post(address("https://no-such-host.invalid/"), {})), NotSent)


async def test_a_server_that_speaks_no_tls_was_surely_not_sent(
    session: aiohttp.ClientSession, fake: FakeConnector
) -> None:
    connector = Connector(session, ServiceHosts(frozenset({f"https://127.0.0.1:{fake.port}"})), NoCredentials())
    assert isinstance(await outcome(connector.post(address(f"https://127.0.0.1:{fake.port}/"), {})), NotSent)


async def test_a_connection_that_takes_too_long_was_surely_not_sent() -> None:
    """A backlog that is full: the connection is neither taken nor refused."""
    with socket.socket() as busy, socket.socket() as first, socket.socket() as second:
        busy.bind(("127.0.0.1", 0))
        busy.listen(0)
        for each in (first, second):
            each.setblocking(False)
            each.connect_ex(busy.getsockname())
        origin = f"http://127.0.0.1:{busy.getsockname()[1]}"
        async with open_session(aiohttp.ClientTimeout(total=2, connect=0.2)) as session:
            assert isinstance(await outcome(connector_to(session, origin).post(address(origin), {})), NotSent)
