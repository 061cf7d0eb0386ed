"""`make run`: the real bot and two real playgrounds, started and stopped together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.storage.tables import audit, supervisors
from ops.paths import ROOT
from ops.playground import SUPERVISOR, configuration
from ops.processes import answers, free_port, is_free
from tests.bot.storage.shelf import rows


def database_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'run.db'}"


class Run:
    """One `make run` past its set-up, on ports and a database of its own."""

    def __init__(self, folder: Path, port: int, page: int, second_page: int) -> None:
        self.ports = {"PORT": port, "PLAYGROUND_PORT": page, "SUPERVISOR_PORT": second_page}
        self.port, self.pages = port, (page, second_page)
        self.database_url = database_in(folder)
        ours = {name: str(number) for name, number in self.ports.items()} | {"DATABASE_URL": self.database_url}
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ops.run"], cwd=ROOT, env=kept | ours, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]

    def output(self) -> str:
        return self.process.communicate(timeout=30)[0]

    def wait_until_ready(self) -> None:
        assert self.process.stdout
        wanted = [f"http://127.0.0.1:{page}" for page in self.pages]
        for line in self.process.stdout:
            wanted = [page for page in wanted if page not in line]
            if not wanted:
                return
        raise AssertionError("it stopped before it was ready")


@contextmanager
def running(folder: Path) -> Iterator[Run]:
    run = Run(folder, free_port(), free_port(), free_port())
    try:
        run.wait_until_ready()
        yield run
    finally:
        run.process.kill()
        run.process.communicate()


def ended(pids: list[int], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@dataclass(frozen=True)
class Seen:
    """What was seen of one run while it was on, and once it had been told to stop."""

    children: int
    ready: bool
    pages: list[bool]
    heard_elsewhere: list[int]
    named: list[dict[str, Any]]
    exit_code: int
    all_ended: bool
    all_free: bool


STOPS = (signal.SIGINT, signal.SIGTERM)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("run")


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[signal.Signals, Seen]:
    """Two runs on one database, one after the other, each stopped by another signal."""
    return {sent: _seen(folder, sent) for sent in STOPS}


def _seen(folder: Path, sent: signal.Signals) -> Seen:
    with running(folder) as run:
        children = run.children()
        ready, pages = answers(run.port, "/readyz"), [answers(page, "/") for page in run.pages]
        heard_elsewhere = [port for port in run.ports.values() if is_heard(port)]
        named = rows(run.database_url, supervisors)
        run.process.send_signal(sent)
        run.output()
        all_ended, all_free = ended(children), all(is_free(port) for port in run.ports.values())
        return Seen(len(children), ready, pages, heard_elsewhere, named, run.process.returncode, all_ended, all_free)


def is_heard(port: int) -> bool:
    """Another address of this machine stands for the office network: a server on every address takes it."""
    try:
        with socket.create_connection(("127.0.0.2", port), timeout=2):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("sent", STOPS)
def test_being_told_to_stop_stops_all_three_and_leaves_nothing(
    seen: dict[signal.Signals, Seen], sent: signal.Signals
) -> None:
    assert seen[sent].children == 3
    assert seen[sent].exit_code == 0
    assert seen[sent].all_ended
    assert seen[sent].all_free


def test_all_answer_and_no_other_machine_is_answered(seen: dict[signal.Signals, Seen]) -> None:
    for run in seen.values():
        assert run.ready
        assert run.pages == [True, True]
        assert run.heard_elsewhere == []


def test_a_server_on_every_address_is_heard() -> None:
    with socket.create_server(("0.0.0.0", 0)) as server:
        assert is_heard(server.getsockname()[1])


def test_being_killed_leaves_nothing_either(tmp_path: Path) -> None:
    with running(tmp_path) as run:
        children = run.children()
        run.process.kill()

        assert ended(children)


@pytest.mark.parametrize("which", [0, 1, 2], ids=["the bot", "the worker's page", "the supervisor's page"])
def test_when_one_stops_the_others_are_stopped_and_it_says_which(tmp_path: Path, which: int) -> None:
    with running(tmp_path) as run:
        children = run.children()
        os.kill(children[which], signal.SIGKILL)

        said = run.output()

        assert ("The bot", "Agents Playground of K.O.", "Agents Playground of M.A.")[
            which
        ] + " stopped by itself" in said
        assert run.process.returncode == 1
        assert ended(children)


def test_the_supervisors_channel_is_set_up_once_however_often_it_is_started(
    seen: dict[signal.Signals, Seen], folder: Path
) -> None:
    manager = configuration(SUPERVISOR)
    for run in seen.values():
        assert [(row["channel_id"], row["object_id"]) for row in run.named] == [
            (manager["team"]["channels"][0]["id"], manager["currentUser"]["aadObjectId"])
        ]
    assert [row["what"] for row in rows(database_in(folder), audit)] == ["channel_set", "supervisor_added"]


@pytest.mark.parametrize("taken", range(3), ids=["the bot's", "the worker's page", "the supervisor's page"])
def test_a_taken_port_is_said_in_one_line(tmp_path: Path, taken: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        busy = other.getsockname()[1]
        ports = [free_port(), free_port(), free_port()]
        ports[taken] = busy

        run = Run(tmp_path, *ports)
        said = run.output()

    assert said.splitlines() == [said.strip()]
    assert f"Port {busy} is taken" in said
    assert run.process.returncode == 1
