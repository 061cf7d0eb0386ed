"""The processes of a run, each on its own core where the system allows it."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ops.places import ROOT
from ops.processes import Program, is_free

_TICKS = os.sysconf("SC_CLK_TCK")


class Server(Program):
    """A server under load, with the processor time that it has used."""

    def __init__(self, name: str, command: Sequence[str | Path], environment: dict[str, str], log: Path) -> None:
        super().__init__(name, command, environment, ROOT, log)

    def cpu_seconds(self) -> float:
        """The processor time of all its threads so far; 0 where the system does not say."""
        path = Path(f"/proc/{self._process.pid}/stat") if self._process else None
        if path is None or not path.exists():
            return 0.0
        fields = path.read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


def python_server(name: str, port: int, log: Path, *arguments: str, python: str | Path = sys.executable) -> Server:
    """A Python program that listens on this port; the port is its last argument."""
    return Server(name, [python, *arguments, str(port)], {"PATH": os.environ.get("PATH", "")}, log)


def bot_server(port: int, service_origin: str, folder: Path, log: Path) -> Server:
    """This bot as a developer runs it: `app.py serve`, unauthenticated, on a fresh SQLite file in the folder."""
    environment = {
        "PATH": os.environ.get("PATH", ""),
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1",
        "ALLOWED_SERVICE_HOSTS": service_origin,
        "DATABASE_URL": f"sqlite:///{folder}/guide.db",
    }
    return Server("The bot", [sys.executable, "app.py", "serve"], environment, log)


@contextmanager
def running(server: Server, port: int, core: int | None) -> Iterator[Server]:
    """Start it on this core, wait until it listens, and stop it at the end. Raises ProgramError."""
    with on_core(core):
        server.start()
    try:
        server.wait_until(lambda: not is_free(port), 60)
        yield server
    finally:
        server.stop()


@contextmanager
def on_core(core: int | None) -> Iterator[None]:
    """What is started meanwhile stays on this core."""
    if core is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def cores() -> tuple[int | None, int | None]:
    """A core for the server and one for the load; None, None where they cannot be told apart."""
    if not hasattr(os, "sched_getaffinity"):
        return None, None
    first, *others = sorted(os.sched_getaffinity(0))
    return (first, others[0]) if others else (None, None)
