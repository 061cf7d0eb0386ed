"""`python -m ops.bench`: measure every target in alternating rounds; a table here, JSON and a chart in var/."""

import argparse
import asyncio
import json
import math
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from aiohttp import ClientSession

from ops.bench.load import CONNECTIONS, Connector, Load, local_connector, send_all
from ops.bench.results import Measured, Rounds, chart, summary, table
from ops.bench.targets import TARGETS, Place, Target
from ops.bench.users import in_turns
from ops.paths import VAR
from ops.processes import Program, ProgramError, free_port, is_free
from tests.postgresql import PostgreSqlServer

_OUTPUT, _CHART = VAR / "bench.json", VAR / "bench.svg"
_LOG = VAR / "bench.log"
_FIRST_USERS = 20
_SETTLING_SECONDS = 0.2


def main(arguments: list[str]) -> int:
    """Run the benchmark; returns the exit code, having said in one line what went wrong."""
    names = [target.name for target in TARGETS]
    parser = argparse.ArgumentParser(prog="python -m ops.bench", description="Measure turns a second.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (default 5)")
    parser.add_argument("--seconds", type=float, default=5.0, help="about how long each time (default 5)")
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="measure only these")
    given = parser.parse_args(arguments)
    chosen = [target for target in TARGETS if target.name in given.only]
    VAR.mkdir(exist_ok=True)
    postgresql = PostgreSqlServer()
    try:
        found = summary(run(chosen, given.rounds, given.seconds, postgresql))
    except ProgramError as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        postgresql.remove()
    _OUTPUT.write_text(json.dumps(found, indent=2), encoding="utf-8")
    _CHART.write_text(chart(found), encoding="utf-8")
    print(f"\n{table(found)}")
    return 0


def run(chosen: Sequence[Target], rounds: int, seconds: float, postgresql: PostgreSqlServer) -> Rounds:
    """Measure each once to see how many users it needs, then all of them in rounds, every other one in reverse."""
    first = _FIRST_USERS
    users = {each.name: users_for(_told(each, first, postgresql), first, seconds) for each in chosen}
    found: dict[str, list[Measured]] = {target.name: [] for target in chosen}
    for number in range(rounds):
        for target in chosen if number % 2 == 0 else reversed(chosen):
            found[target.name].append(_told(target, users[target.name], postgresql))
    return found


def users_for(measured: Measured, users: int, seconds: float) -> int:
    """How many users keep a target busy for so long, as one measurement with `users` has shown."""
    return max(1, math.ceil(users * seconds / measured.seconds))


def _told(target: Target, users: int, postgresql: PostgreSqlServer) -> Measured:
    server_core, load_core = _cores()
    with _on_core(load_core):
        measured = asyncio.run(measure(target, users, _LOG, postgresql, server_core))
    print(f"{target.title:36}{measured.turns:>7} turns in {measured.seconds:5.1f} s", flush=True)
    return measured


async def measure(
    target: Target, users: int, log: Path, postgresql: PostgreSqlServer, core: int | None = None
) -> Measured:
    """Run so many users through a fresh server of the target, on this core.

    Raises ProgramError when a turn or one of its calls is missing, or one came too many.
    """
    with tempfile.TemporaryDirectory() as folder:
        database = postgresql.new_database() if target.postgresql else f"sqlite:///{folder}/guide.db"
        async with local_connector() as connector, ClientSession() as client:
            place = Place(free_port(), database, log, connector, client)
            with _running(target.program(place), place.port, core) as server:
                ready_cpu_s = server.cpu_seconds()
                turns = in_turns(await target.prepare(place, users))
                before = server.cpu_seconds()
                seconds, load = await _timed(target, place, turns, min(CONNECTIONS, users))
                cpu_ms = (server.cpu_seconds() - before) * 1000 / len(turns)
                memory_mib = server.memory_mib()
        target.check(place)
    answered = load.median(), load.slowest_percent()
    return Measured(len(turns), seconds, cpu_ms, *answered, ready_cpu_s=ready_cpu_s, memory_mib=memory_mib)


async def _timed(target: Target, place: Place, turns: list[bytes], connections: int) -> tuple[float, Load]:
    """From the first turn sent to the last turn answered or call arrived, in seconds; and how fast it was answered."""
    connector: Connector = place.connector
    expected = connector.posts + target.posts * len(turns), connector.puts + target.puts * len(turns)
    load = await send_all(place.port, turns, connections)
    await connector.wait_for(*expected)
    last_at = connector.last_at
    await asyncio.sleep(_SETTLING_SECONDS)
    connector.refuse_surplus(*expected)
    return max(load.answered, last_at) - load.started, load


@contextmanager
def _running(server: Program, port: int, core: int | None) -> Iterator[Program]:
    """Start it on this core, wait until it listens, and stop it at the end. Raises ProgramError."""
    with _on_core(core):
        server.start()
    try:
        server.wait_until(lambda: not is_free(port), 60)
        yield server
    finally:
        server.stop()


@contextmanager
def _on_core(core: int | None) -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, on this core."""
    if core is None:
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _cores() -> tuple[int | None, int | None]:
    """A core for the server and one for the load; None, None where they cannot be told apart."""
    if not hasattr(os, "sched_getaffinity"):
        return None, None
    first, *others = sorted(os.sched_getaffinity(0))
    return (first, others[0]) if others else (None, None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
