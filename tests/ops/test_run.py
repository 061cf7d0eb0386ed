"""`make run`: the real bot and the real playground, started and stopped together."""

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

from ops.places import ROOT
from ops.processes import answers, free_port, is_free


class Run:
    """One `make run` past its set-up, on ports and a database of its own."""

    def __init__(self, folder: Path, port: int, page: int) -> None:
        self.port, self.page = port, page
        ours = {
            "PORT": str(port),
            "PLAYGROUND_PORT": str(page),
            "DATABASE_URL": f"sqlite:///{folder / 'run.db'}",
        }
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
        for line in self.process.stdout:
            if "is ready" in line:
                assert f"http://127.0.0.1:{self.page}" in line
                return
        raise AssertionError("it stopped before it was ready")


@contextmanager
def running(folder: Path) -> Iterator[Run]:
    run = Run(folder, free_port(), free_port())
    try:
        run.wait_until_ready()
        yield run
    finally:
        run.process.kill()
        run.process.communicate()


def ended(pids: list[int], seconds: float = 5) -> bool:
    end = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_being_told_to_stop_stops_both_and_leaves_nothing(tmp_path: Path, sent: signal.Signals) -> None:
    with running(tmp_path) as run:
        children = run.children()
        assert len(children) == 2
        run.process.send_signal(sent)
        run.output()

        assert run.process.returncode == 0
        assert ended(children)
        assert is_free(run.port)
        assert is_free(run.page)


def test_being_killed_leaves_nothing_either(tmp_path: Path) -> None:
    with running(tmp_path) as run:
        children = run.children()
        run.process.kill()

        assert ended(children)


@pytest.mark.parametrize("which", [0, 1], ids=["the bot", "the playground"])
def test_when_one_stops_the_other_is_stopped_and_it_says_which(tmp_path: Path, which: int) -> None:
    with running(tmp_path) as run:
        children = run.children()
        os.kill(children[which], signal.SIGKILL)

        said = run.output()

        assert ("The bot", "Agents Playground")[which] + " stopped by itself" in said
        assert run.process.returncode == 1
        assert ended(children)


def test_both_answer_and_no_other_machine_is_answered(tmp_path: Path) -> None:
    with running(tmp_path) as run:
        assert answers(run.port, "/readyz")
        assert answers(run.page, "/")
        for port in (run.port, run.page):
            # Another address of this machine stands for the office network: a server on every address takes it.
            with pytest.raises(OSError), socket.create_connection(("127.0.0.2", port), timeout=2):
                pass


@pytest.mark.parametrize("taken", ["port", "page"])
def test_a_taken_port_is_said_in_one_line(tmp_path: Path, taken: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        busy = other.getsockname()[1]
        free = free_port()
        run = Run(tmp_path, busy, free) if taken == "port" else Run(tmp_path, free, busy)

        said = run.output()

    assert said.splitlines() == [said.strip()]
    assert f"Port {busy} is taken" in said
    assert run.process.returncode == 1
