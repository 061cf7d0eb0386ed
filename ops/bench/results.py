"""The results of the rounds: medians, ratios within each round, a table and JSON."""

import platform
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from ops.bench.load import CONNECTIONS
from ops.bench.targets import TARGETS

RATIOS = (
    ("typed", "stock", 20.0),
    ("execute", "stock", 20.0),
    ("typed", "durable", 0.7),
    ("execute", "durable", 0.7),
    ("typed", "raw-post-and-put", None),
    ("execute", "raw-put", None),
    ("typed-postgresql", "durable-postgresql", 0.7),
    ("execute-postgresql", "durable-postgresql", 0.7),
)
"""Which is set against which, and what is aimed at."""
READY_CPU_S = 1.5
MORE_THAN_STOCK_MIB = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """One round of one target: the server's processor time for one turn, and how soon turns were answered.

    `ready_cpu_s`: its processor time until it listened. `memory_mib`: its memory after the last turn.
    """

    turns: int
    seconds: float
    cpu_ms: float
    median_ms: float
    slowest_percent_ms: float
    ready_cpu_s: float = 0.0
    memory_mib: float = 0.0

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds


Rounds = Mapping[str, list[Measured]]


def summary(rounds: Rounds) -> dict[str, Any]:
    """Everything that was measured, ready for JSON."""
    return {
        "python": platform.python_version(),
        "machine": platform.platform(),
        "connections": CONNECTIONS,
        "targets": {name: _target(measured) for name, measured in rounds.items()},
        "ratios": [
            {"of": one, "to": other, "aim": aim, **ratios(rounds[one], rounds[other])}
            for one, other, aim in RATIOS
            if one in rounds and other in rounds
        ],
    }


def ratios(ones: list[Measured], others: list[Measured]) -> dict[str, float]:
    """How many turns one does for each of the other's, in the same time and in the same processor time.

    Medians over the rounds, each pair from the same round. The second hardly feels what else the machine does.
    """
    pairs = list(zip(ones, others, strict=True))
    return {
        "by_time": round(median(one.rate / other.rate for one, other in pairs), 2),
        "by_cpu": round(median(other.cpu_ms / one.cpu_ms if one.cpu_ms else 0.0 for one, other in pairs), 2),
    }


def _target(measured: list[Measured]) -> dict[str, Any]:
    rates = [round(one.rate, 1) for one in measured]
    return {
        "turns_per_second": {"median": median(rates), "lowest": min(rates), "highest": max(rates)},
        "cpu_ms_per_turn": round(median(one.cpu_ms for one in measured), 3),
        "answered_after_ms": {
            "median": round(median(one.median_ms for one in measured), 1),
            "slowest_percent": round(median(one.slowest_percent_ms for one in measured), 1),
        },
        "ready_cpu_s": round(median(one.ready_cpu_s for one in measured), 2),
        "memory_mib": round(median(one.memory_mib for one in measured), 1),
        "turns": measured[0].turns,
        "rounds": rates,
    }


def table(found: dict[str, Any]) -> str:
    """The summary as plain text."""
    heads = f"{'turns/s':>9}{'(range)':>16}{'CPU ms/turn':>13}{'answered ms':>13}{'p99 ms':>9}{'MiB':>7}"
    lines = [f"{'':36}{heads}"]
    for target in TARGETS:
        if target.name in found["targets"]:
            lines.append(_row(target.title, found["targets"][target.name]))
    lines.append(f"\n{'':40}{'by time':>9}{'by CPU':>9}{'aim':>9}")
    lines += [_ratio_row(entry) for entry in found["ratios"]]
    lines.append(f"\n{'goal':40}{'aim':>9}{'measured':>10}")
    lines += [_goal_row(*goal) for goal in goals(found)]
    return "\n".join(lines)


def _row(title: str, of: dict[str, Any]) -> str:
    rate, answered = of["turns_per_second"], of["answered_after_ms"]
    spread = f"{rate['lowest']:.0f}-{rate['highest']:.0f}"
    return (
        f"{title:36}{rate['median']:>9.0f}{spread:>16}{of['cpu_ms_per_turn']:>13.2f}"
        f"{answered['median']:>13.1f}{answered['slowest_percent']:>9.1f}"
        f"{of['memory_mib']:>7.0f}"
    )


def _ratio_row(entry: dict[str, Any]) -> str:
    aim = f"{entry['aim']:g}" if entry["aim"] else ""
    return f"{entry['of'] + ' / ' + entry['to']:40}{entry['by_time']:>9.2f}{entry['by_cpu']:>9.2f}{aim:>9}"


def goals(found: dict[str, Any]) -> list[tuple[str, float, float, float]]:
    """Each goal of what was measured: its name, what it allows at most, what was measured, and how far that is over.

    How far over: a factor for processor time, a difference for memory; 0 where the goal is met.
    """
    targets, listed = found["targets"], []
    for entry in found["ratios"]:
        if entry["aim"]:
            most = targets[entry["to"]]["cpu_ms_per_turn"] / entry["aim"]
            measured = targets[entry["of"]]["cpu_ms_per_turn"]
            listed.append((f"{entry['of']}: CPU ms, by {entry['to']}", most, measured, _factor(measured, most)))
    if "typed" in targets:
        ready = targets["typed"]["ready_cpu_s"]
        listed.append(("ready: CPU s", READY_CPU_S, ready, _factor(ready, READY_CPU_S)))
    if "typed" in targets and "stock" in targets:
        most, memory = targets["stock"]["memory_mib"] + MORE_THAN_STOCK_MIB, targets["typed"]["memory_mib"]
        listed.append(("memory: MiB, by stock", most, memory, max(memory - most, 0.0)))
    return listed


def _factor(measured: float, most: float) -> float:
    return measured / most if measured > most > 0 else 0.0


def _goal_row(name: str, most: float, measured: float, over: float) -> str:
    said = f"missed by {over:.0f} MiB" if name.startswith("memory") else f"missed by a factor of {over:.1f}"
    return f"{name:40}{most:>9.2f}{measured:>10.2f}  {said if over else 'met'}"


def chart(found: dict[str, Any]) -> str:
    """The CPU milliseconds of a turn of each target, as an SVG of bars."""
    shown = [
        (target.title, found["targets"][target.name]["cpu_ms_per_turn"])
        for target in TARGETS
        if target.name in found["targets"]
    ]
    scale = 420 / max(ms for _, ms in shown)
    bars = [
        f'<text x="280" y="{y + 14}" text-anchor="end">{title}</text>'
        f'<rect x="290" y="{y}" width="{max(ms * scale, 1):.0f}" height="18" fill="#4a6fa5"/>'
        f'<text x="{296 + ms * scale:.0f}" y="{y + 14}">{ms:.2f}</text>'
        for y, (title, ms) in zip(range(34, 10_000, 26), shown, strict=False)
    ]
    size = f'width="780" height="{46 + 26 * len(bars)}"'
    style = 'font-family="sans-serif" font-size="13"'
    heading = '<text x="290" y="20" font-weight="bold">CPU ms a turn</text>'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>', heading, *bars, "</svg>"]) + "\n"
