"""One run of wrk: it sends each prepared turn once."""

import os
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ops import debian
from ops.bench.servers import on_core
from ops.processes import ProgramError

_SCRIPT = Path(__file__).with_name("loader.lua")
CONNECTIONS = 16
_PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Latency:
    """How long turns took to be answered, in milliseconds."""

    median: float
    slowest_percent: float


class Run(Protocol):
    """One sending of prepared turns, each sent once. All raise ProgramError when it goes wrong."""

    def started(self) -> float:
        """Wait until the first turn is sent, and return that moment (monotonic clock)."""

    def answered(self) -> float:
        """Wait until the last turn is answered well, and return that moment."""

    def finish(self) -> Latency:
        """End it, and return how long turns took to be answered."""


Load = Callable[[int, Path, int, int | None], AbstractContextManager[Run]]
"""Sends the lines of a file to the server on a port, over so many connections, from a core."""


class Wrk:
    """A running wrk, as a `Run`."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def started(self) -> float:
        """Read the line that loader.lua prints at the first turn."""
        self._line("started")
        return time.monotonic()

    def answered(self) -> float:
        """Read the line that it prints at the last answer. Raises ProgramError when a turn was refused."""
        failed = self._line("answered")
        moment = time.monotonic()
        if failed != ["0"]:
            raise ProgramError(f"{failed[0]} turns were not answered well.")
        return moment

    def finish(self) -> Latency:
        """Interrupt it, and read what it measured. Raises ProgramError when connections broke."""
        self._process.send_signal(signal.SIGINT)
        broken, median, slowest = self._line("done")
        if broken != "0":
            raise ProgramError(f"{broken} connections broke or timed out.")
        return Latency(int(median) / 1000, int(slowest) / 1000)

    def _line(self, word: str) -> list[str]:
        """Read up to the line that opens with this word, and return what follows it."""
        if self._process.stdout is None:
            raise ProgramError("wrk has no output.")
        while select.select([self._process.stdout], [], [], _PATIENCE)[0]:
            line = self._process.stdout.readline().decode().split()
            if line and line[0] == word:
                return line[1:]
            if not line and self._process.poll() is not None:
                break
        raise ProgramError(f"wrk did not come to {word!r}.")


@contextmanager
def wrk(port: int, turns: Path, connections: int, core: int | None) -> Iterator[Wrk]:
    """Send the lines of a file to the server on this port; wrk is ended at the end whatever happened."""
    url = f"http://127.0.0.1:{port}/api/messages"
    options = ("--threads", "1", "--connections", str(connections), "--duration", "1h", "--timeout", "60s")
    command = ["wrk", *options, "--script", str(_SCRIPT), url, "--", str(turns)]
    with on_core(core):
        process = subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE)
    try:
        yield Wrk(process)
    finally:
        process.kill()
        process.communicate()


def install_wrk() -> None:
    """See to it that there is a wrk. Raises ProgramError."""
    if not shutil.which("wrk", path=os.environ.get("PATH")) and not debian.install("wrk"):
        raise ProgramError("wrk was not found: install it (Debian: apt install wrk).")
