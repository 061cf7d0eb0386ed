"""One contender, measured once: a fresh server, a fresh connector, every turn counted by the calls that it left."""

import math
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.bench.calls import Calls, Counts, local_connector
from ops.bench.contenders import Contender, Place
from ops.bench.load import CONNECTIONS, Latency, Load, Run, wrk
from ops.bench.people import in_turns
from ops.bench.servers import cores, running
from ops.places import VAR
from ops.processes import ProgramError, free_port

LOG = VAR / "bench.log"
_SETTLING_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Measured:
    """One round of one contender. `cpu_ms` is the server's processor time for one turn."""

    turns: int
    seconds: float
    cpu_ms: float
    latency: Latency

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds


def measure(contender: Contender, people: int, load: Load = wrk) -> Measured:
    """Run this many people through one contender. Raises ProgramError when a turn or one of its calls is missing."""
    server_core, load_core = cores()
    VAR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=VAR) as folder, local_connector(load_core, LOG) as calls:
        place = Place(free_port(), Path(folder), LOG, calls)
        with running(contender.start(place), place.port, server_core) as server:
            lines = list(in_turns(contender.prepare(place, people)))
            file = place.folder / "turns"
            file.write_text("\n".join(lines), encoding="utf-8")
            before, used = calls.counts(), server.cpu_seconds()
            expected = before.after(len(lines), contender.posts, contender.puts)
            with load(place.port, file, min(CONNECTIONS, people), load_core) as run:
                seconds, latency = _timed(run, calls, expected)
            cpu = server.cpu_seconds() - used
        contender.check(place)
    return Measured(len(lines), seconds, cpu * 1000 / len(lines), latency)


def _timed(run: Run, calls: Calls, expected: Counts) -> tuple[float, Latency]:
    """From the first turn sent to the last turn answered or call arrived, in seconds; and how fast it was answered."""
    started, answered = run.started(), run.answered()
    last_at = calls.wait_for(expected).last_at
    latency = run.finish()
    time.sleep(_SETTLING_SECONDS)
    refuse_surplus(expected, calls.counts())
    return max(answered, last_at) - started, latency


def refuse_surplus(expected: Counts, counted: Counts) -> None:
    """Raises ProgramError when more calls arrived than the turns should leave."""
    if (counted.posts, counted.puts) != (expected.posts, expected.puts):
        raise ProgramError(
            f"Expected {expected.posts} POST and {expected.puts} PUT calls,"
            f" but {counted.posts} and {counted.puts} arrived."
        )


def people_for(measured: Measured, people: int, seconds: float) -> int:
    """How many people keep a contender busy for so long, as one measurement with `people` has shown."""
    return max(1, math.ceil(people * seconds / measured.seconds))


Rounds = Mapping[str, list[Measured]]
