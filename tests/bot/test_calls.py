import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from yarl import URL

from bot.edge import calls as calls_module
from bot.edge.calls import Answer, Calls, Unanswered, Unconnected

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


class Server:
    """Answers each request with the next of these bytes; `b""` closes the connection."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = list(answers)
        self.requests: list[bytes] = []
        self.connections = 0
        self.url = URL()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while request := await reader.readuntil(b"\r\n\r\n"):
                length = request.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
                self.requests.append(request + await reader.readexactly(int(length or 0)))
                if not (answer := self.answers.pop(0)):
                    break
                writer.write(answer)
                if b"\r\n\r\nto the end" in answer or answer.endswith(b"half"):
                    break
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def serving(*answers: bytes) -> AsyncIterator[tuple[Server, Calls]]:
    server = Server(*answers)
    async with await asyncio.start_server(server.talk, "127.0.0.1", 0) as running, Calls() as calls:
        server.url = URL(f"http://127.0.0.1:{running.sockets[0].getsockname()[1]}/v3/a%3A1?x=%20", encoded=True)
        yield server, calls


async def ask(server: Server, calls: Calls, method: str = "POST", body: bytes | None = b"{}") -> Answer:
    return await calls.call(method, server.url, {"A": "b"}, body)


async def until(reached: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not reached():  # noqa: ASYNC110  nothing tells
            await asyncio.sleep(0.01)


async def test_a_request_says_what_it_should() -> None:
    async with serving(OK, OK) as (server, calls):
        await ask(server, calls)
        await ask(server, calls, "GET", None)
        host = f"Host: 127.0.0.1:{server.url.port}".encode()
        assert server.requests == [
            b"POST /v3/a%3A1?x=%20 HTTP/1.1\r\n" + host + b"\r\nA: b\r\nContent-Length: 2\r\n\r\n{}",
            b"GET /v3/a%3A1?x=%20 HTTP/1.1\r\n" + host + b"\r\nA: b\r\n\r\n",
        ]


ANSWERS = {
    "with its length": (OK, "{}"),
    "in chunks": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n", "{}"),
    "without a body": (b"HTTP/1.1 204 No Content\r\n\r\n", ""),
    "announced": (b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" + OK, "{}"),
    "to the end of the connection": (b"HTTP/1.1 200 OK\r\n\r\nto the end", "to the end"),
}


@pytest.mark.parametrize("how", ANSWERS)
async def test_an_answer_is_read_however_it_comes(how: str) -> None:
    answer, body = ANSWERS[how]
    async with serving(answer, OK) as (server, calls):
        assert (await ask(server, calls)).body.decode() == body
        assert (await ask(server, calls)).headers == {"content-length": "2"}


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"SSH-2.0-half", b"x\r\n"]
)
async def test_what_is_no_whole_answer_is_none(answer: bytes) -> None:
    async with serving(answer, OK) as (server, calls):
        with pytest.raises(Unanswered):
            await ask(server, calls)
        assert (await ask(server, calls)).status == 200


async def used_again(answer: bytes, between: Callable[[], object] = lambda: None) -> bool:
    async with serving(answer, OK) as (server, calls):
        await ask(server, calls)
        between()
        await ask(server, calls)
        return server.connections == 1


async def test_a_connection_is_used_again_unless_that_may_be_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    assert await used_again(OK)
    assert not await used_again(OK.replace(b"Con", b"Connection: close\r\nCon"))
    assert not await used_again(OK + b"HTTP/1.1 408 Request Timeout\r\n\r\n")
    assert not await used_again(OK, lambda: monkeypatch.setattr(calls_module, "_KEEP_ALIVE_SECONDS", 0.0))


async def test_idle_connections_are_closed_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls_module, "_KEEP_ALIVE_SECONDS", 0.01)
    async with serving(OK) as (server, calls):
        await ask(server, calls)
        await until(lambda: not calls._open)


async def test_calls_at_the_same_time_have_connections_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls_module, "_MOST", 2)
    async with serving(OK, OK, OK) as (server, calls):
        found = await asyncio.gather(*(ask(server, calls) for _ in range(2)))
        assert ([one.status for one in found], server.connections) == ([200, 200], 2)
        with pytest.raises(Unconnected):
            await asyncio.gather(*(ask(server, calls) for _ in range(3)))


async def test_a_header_stays_one_line() -> None:
    async with serving(OK) as (server, calls):
        with pytest.raises(Unconnected):
            await calls.call("GET", server.url, {"Authorization": "Bearer x\r\nHost: evil"})
        assert server.connections == 0


async def test_a_call_that_is_cancelled_leaves_no_connection() -> None:
    async with serving(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n") as (server, calls):
        call = asyncio.create_task(ask(server, calls))
        await until(lambda: bool(server.requests))
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        await until(lambda: not calls._open)
