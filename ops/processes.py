"""Programs started and stopped as whole process groups, so that nothing is left behind."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path

_LOOPBACK = "127.0.0.1"
_PR_SET_PDEATHSIG = 1


class ProgramError(Exception):
    """A program that did not start or did not answer; the text is the one line to show."""


class Program:
    """One program in a process group of its own; its output goes to `log`, or to ours where there is none."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        folder: Path,
        log: Path | None = None,
    ) -> None:
        self.name = name
        self._command = command
        self._environment = environment
        self._folder = folder
        self._log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it. Raises ProgramError when there is no such program."""
        with contextlib.ExitStack() as files:
            output = files.enter_context(self._log.open("ab")) if self._log else None
            try:
                self._process = subprocess.Popen(
                    self._command, env=self._environment, cwd=self._folder, stdin=subprocess.DEVNULL,
                    stdout=output, stderr=output, start_new_session=True,
                    preexec_fn=_ends_with_us(),  # noqa: PLW1509  one system call, no locks: safe beside threads
                )  # fmt: skip
            except OSError as error:
                raise ProgramError(f"{self.name} could not be started: {error}") from error

    @property
    def exit_code(self) -> int | None:
        """How it ended; None while it runs."""
        return self._process.poll() if self._process else None

    def cpu_seconds(self) -> float:
        """The processor time of all its threads so far; 0 where the system does not say."""
        path = Path(f"/proc/{self._process.pid}/stat") if self._process else None
        if path is None or not path.exists():
            return 0.0
        fields = path.read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mib(self) -> float:
        """The memory that it has in use now; 0 where the system does not say."""
        path = Path(f"/proc/{self._process.pid}/statm") if self._process else None
        if path is None or not path.exists():
            return 0.0
        return int(path.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def wait_until(self, ready: Callable[[], bool], seconds: float, given_up: Callable[[], bool] = bool) -> bool:
        """Wait until it is ready and return True, or False if told to give up.

        Raises ProgramError when it stops by itself or is not ready in time.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if given_up():
                return False
            if self.exit_code is not None:
                raise ProgramError(f"{self.name} stopped before it was ready (exit code {self.exit_code}).")
            if ready():
                return True
            time.sleep(0.05)
        raise ProgramError(f"{self.name} was not ready after {seconds:.0f} seconds.")

    def stop(self, patience: float = 10) -> None:
        """Ask the whole group to stop, and end whatever is left of it. Does nothing when it was never started."""
        if self._process is None:
            return
        process, self._process = self._process, None
        self._signal(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
        self._signal(process.pid, signal.SIGKILL)
        process.wait()

    def kill(self) -> None:
        """End the whole group at once, as a power cut would."""
        if self._process:
            self._signal(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    @staticmethod
    def _signal(group: int, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, number)


def _ends_with_us() -> Callable[[], object] | None:
    """Return what has Linux end the program when we are killed and cannot stop it ourselves."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None).prctl
    return lambda: prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def is_free(port: int) -> bool:
    """Tell whether nobody listens on this port of this machine."""
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((_LOOPBACK, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as attempt:
        attempt.bind((_LOOPBACK, 0))
        return int(attempt.getsockname()[1])


def answers(port: int, path: str) -> bool:
    """Tell whether a GET of this path on this machine gives 200."""
    connection = HTTPConnection(_LOOPBACK, port, timeout=2)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
