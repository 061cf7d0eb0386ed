"""`make run`: the bot on SQLite, and Agents Playground twice beside it, until Ctrl-C or until one of them stops."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Mapping

from ops import first_channel
from ops.bot import Bot
from ops.paths import VAR
from ops.playground import SUPERVISOR, WORKER, Playground
from ops.processes import Program, ProgramError, is_free

_PATIENCE = 60.0
_READY = """Sharing Guide is ready. Open both in a browser; Ctrl-C stops it.
  the worker, {worker}:      {workers}
  the supervisor, {supervisor}:  {supervisors}"""


def main() -> int:
    """Run both until told to stop; returns the exit code, having said in one line what went wrong."""
    stopping = threading.Event()
    # Also where a shell started us in the background with interrupts ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: stopping.set())
    try:
        _run(os.environ, stopping)
    except ProgramError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _run(environment: Mapping[str, str], stopping: threading.Event) -> None:
    port = _port(environment, "PORT", 3978)
    worker = Playground(port, _port(environment, "PLAYGROUND_PORT", 56150), VAR / "playground", WORKER)
    page = _port(environment, "SUPERVISOR_PORT", 56151)
    supervisor = Playground(port, page, VAR / "playground-supervisor", SUPERVISOR)
    both = supervisor.configuration["currentUser"]["aadObjectId"]
    settings = {"ADMINISTRATORS": both, "PRACTICE_EDUCATORS": both} | dict(environment)
    everything = (Bot(port, [worker.url, supervisor.url], settings), worker, supervisor)
    try:
        for one in everything:
            one.start()
        for one in everything:
            if not one.program.wait_until(one.is_ready, _PATIENCE, given_up=stopping.is_set):
                return
        asyncio.run(first_channel.set_up(supervisor))
        pages = {"workers": worker.url, "supervisors": supervisor.url}
        print(_READY.format(worker=WORKER, supervisor=SUPERVISOR, **pages), flush=True)
        _watch([one.program for one in everything], stopping)
    finally:
        for one in reversed(everything):
            one.stop()


def _port(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name) or str(default)
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise ProgramError(f"{name} must be a port number, not {value!r}.")
    if not is_free(int(value)):
        raise ProgramError(f"Port {value} is taken. Stop what uses it, or choose another: {name}=... make run")
    return int(value)


def _watch(programs: list[Program], stopping: threading.Event) -> None:
    while not stopping.wait(0.2):
        for program in programs:
            if program.exit_code is not None:
                raise ProgramError(f"{program.name} stopped by itself (exit code {program.exit_code}).")


if __name__ == "__main__":
    sys.exit(main())
