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


@dataclass(frozen=True, slots=True)
class Measured:
    """One round of one target: the server's processor time for one turn, and how soon turns were answered."""

    turns: int
    seconds: float
    cpu_ms: float
    median_ms: float
    slowest_percent_ms: float

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
        "turns": measured[0].turns,
        "rounds": rates,
    }


def table(found: dict[str, Any]) -> str:
    """The summary as plain text."""
    lines = [f"{'':36}{'turns/s':>9}{'(range)':>16}{'CPU ms/turn':>13}{'answered ms':>13}{'p99 ms':>9}"]
    for target in TARGETS:
        if target.name in found["targets"]:
            lines.append(_row(target.title, found["targets"][target.name]))
    lines.append(f"\n{'':40}{'by time':>9}{'by CPU':>9}{'aim':>9}")
    lines += [_ratio_row(entry) for entry in found["ratios"]]
    return "\n".join(lines)


def _row(title: str, of: dict[str, Any]) -> str:
    rate, answered = of["turns_per_second"], of["answered_after_ms"]
    spread = f"{rate['lowest']:.0f}-{rate['highest']:.0f}"
    return (
        f"{title:36}{rate['median']:>9.0f}{spread:>16}{of['cpu_ms_per_turn']:>13.2f}"
        f"{answered['median']:>13.1f}{answered['slowest_percent']:>9.1f}"
    )


def _ratio_row(entry: dict[str, Any]) -> str:
    aim = f"{entry['aim']:g}" if entry["aim"] else ""
    return f"{entry['of'] + ' / ' + entry['to']:40}{entry['by_time']:>9.2f}{entry['by_cpu']:>9.2f}{aim:>9}"


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
