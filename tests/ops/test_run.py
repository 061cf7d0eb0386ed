"""`make run`: the real bot and two real playgrounds, started and stopped together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.storage.tables import audit, supervisors
from ops.paths import ROOT
from ops.playground import SUPERVISOR, configuration
from ops.processes import answers, free_port, is_free
from tests.bot.storage.shelf import rows


class Run:
    """One `make run` past its set-up, on ports and a database of its own."""

    def __init__(self, folder: Path, port: int, page: int, second_page: int) -> None:
        self.ports = {"PORT": port, "PLAYGROUND_PORT": page, "SUPERVISOR_PORT": second_page}
        self.port, self.pages = port, (page, second_page)
        self.database_url = f"sqlite:///{folder / 'run.db'}"
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


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_being_told_to_stop_stops_all_three_and_leaves_nothing(tmp_path: Path, sent: signal.Signals) -> None:
    with running(tmp_path) as run:
        children = run.children()
        assert len(children) == 3
        run.process.send_signal(sent)
        run.output()

        assert run.process.returncode == 0
        assert ended(children)
        assert all(is_free(port) for port in run.ports.values())


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


def test_all_answer_and_no_other_machine_is_answered(tmp_path: Path) -> None:
    with running(tmp_path) as run:
        assert answers(run.port, "/readyz")
        assert all(answers(page, "/") for page in run.pages)
        for port in run.ports.values():
            # Another address of this machine stands for the office network: a server on every address takes it.
            with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=2):
                pass


def test_the_supervisors_channel_is_set_up_once_however_often_it_is_started(tmp_path: Path) -> None:
    for _ in range(2):
        with running(tmp_path) as run:
            named = rows(run.database_url, supervisors)
    manager = configuration(SUPERVISOR)
    assert [(row["channel_id"], row["object_id"]) for row in named] == [
        (manager["team"]["channels"][0]["id"], manager["currentUser"]["aadObjectId"])
    ]
    assert [row["what"] for row in rows(run.database_url, audit)] == ["channel_set", "supervisor_added"]


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
