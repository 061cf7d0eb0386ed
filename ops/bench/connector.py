"""The local connector: the leanest server that answers POST and PUT with an id, so that it holds nobody up.

A process of its own: `python -m ops.bench.connector PORT`. It counts, and keeps each conversation's last id and bodies.
"""

import asyncio
import json
import re
import sys
import time
from typing import Any

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_END = b"\r\n\r\n"


class Counts:
    """What has arrived. `last_at` is of the monotonic clock, which all processes of the machine share."""

    def __init__(self) -> None:
        self.calls = {"POST": 0, "PUT": 0}
        self.last_at = 0.0
        self.given: dict[str, str] = {}
        self.bodies: dict[str, dict[str, bytes]] = {"POST": {}, "PUT": {}}

    def take(self, method: str, path: str, body: bytes) -> bytes:
        """Count a call to .../v3/conversations/{id}/activities... and return its JSON answer."""
        self.last_at = time.monotonic()
        self.calls[method] += 1
        conversation = path.rpartition("/conversations/")[2].partition("/")[0]
        self.bodies[method][conversation] = body
        if method == "POST":
            self.given[conversation] = f"sent-{self.calls['POST']:08}"
        return f'{{"id":"{self.given.get(conversation, "")}"}}'.encode()

    def told(self, path: str) -> bytes:
        """Answer the benchmark's own questions: /counts, /given and /last/POST or /last/PUT."""
        found: Any = {**self.calls, "last_at": self.last_at}
        if path == "/given":
            found = self.given
        elif path.startswith("/last/"):
            bodies = self.bodies[path.removeprefix("/last/")]
            found = {conversation: body.decode() for conversation, body in bodies.items()}
        return json.dumps(found).encode()


class Connection(asyncio.Protocol):
    """One kept-alive connection."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where to answer."""
        if isinstance(transport, asyncio.Transport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer every request that has arrived whole."""
        self._received += data
        while (end := self._received.find(_END)) >= 0:
            head, start = self._received[:end], end + len(_END)
            length = _LENGTH.search(head)
            stop = start + (int(length[1]) if length else 0)
            if len(self._received) < stop:
                return
            body, self._received = self._received[start:stop], self._received[stop:]
            self._answer(head, body)

    def _answer(self, head: bytes, body: bytes) -> None:
        method, path, _ = head.split(b"\r\n", 1)[0].decode("ascii").split(" ")
        told = self._counts.told(path) if method == "GET" else self._counts.take(method, path, body)
        status = b"201 Created" if method == "POST" else b"200 OK"
        answer = b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(told))
        if self._transport:
            self._transport.write(answer + told)


async def serve(port: int) -> None:
    """Listen until the process is ended."""
    counts = Counts()
    server = await asyncio.get_running_loop().create_server(lambda: Connection(counts), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
