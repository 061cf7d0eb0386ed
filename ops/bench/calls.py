"""The local connector as the benchmark asks it."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from ops.bench.client import wait_until
from ops.bench.servers import python_server, running
from ops.processes import free_port


@dataclass(frozen=True, slots=True)
class Counts:
    """Calls that have arrived, and when the last did (monotonic clock)."""

    posts: int
    puts: int
    last_at: float = 0.0

    def reach(self, wanted: "Counts") -> bool:
        """Whether at least the wanted calls have arrived."""
        return self.posts >= wanted.posts and self.puts >= wanted.puts

    def after(self, turns: int, posts: int, puts: int) -> "Counts":
        """What it will be after so many turns that leave so many calls each."""
        return Counts(self.posts + turns * posts, self.puts + turns * puts)


class Calls:
    """What has arrived at the connector."""

    def __init__(self, port: int) -> None:
        self.origin = f"http://127.0.0.1:{port}"
        self.service_url = f"{self.origin}/"
        self._connection = HTTPConnection("127.0.0.1", port, timeout=30)

    def counts(self) -> Counts:
        """How many calls so far."""
        told = self._ask("/counts")
        return Counts(told["POST"], told["PUT"], told["last_at"])

    def wait_for(self, wanted: Counts) -> Counts:
        """Wait until so many calls have arrived in all, and return the count. Raises ProgramError."""
        wait_until(f"{wanted.posts} POST and {wanted.puts} PUT calls", lambda: self.counts().reach(wanted))
        return self.counts()

    def given_ids(self) -> dict[str, str]:
        """The id that was given last in each conversation."""
        return {conversation.replace("%3A", ":"): given for conversation, given in self._ask("/given").items()}

    def last_cards(self, method: str) -> list[dict[str, Any]]:
        """The card that came last in each conversation by this method."""
        bodies = [json.loads(body) for body in self._ask(f"/last/{method}").values()]
        return [body["attachments"][0]["content"] for body in bodies if body.get("attachments")]

    def close(self) -> None:
        """Hang up."""
        self._connection.close()

    def _ask(self, path: str) -> Any:
        self._connection.request("GET", path)
        return json.loads(self._connection.getresponse().read())


@contextmanager
def local_connector(core: int | None, log: Path) -> Iterator[Calls]:
    """Run a fresh connector."""
    port = free_port()
    server = python_server("The local connector", port, log, "-m", "ops.bench.connector")
    with running(server, port, core), closing(Calls(port)) as calls:
        yield calls
