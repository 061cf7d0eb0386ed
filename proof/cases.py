"""The cases that versions are compared over and coverage is counted on.

A sample, the same every time, of the facts that a replay code can hold.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from guidance.decide import FLOWS, FactsError, decide, on_one_line
from guidance.replay_digits import DIGITS, NOT_GIVEN
from proof.diff.process import Case

A_FLOW = 2_000


def every_case(only: str | None = None) -> Iterator[Case]:
    """Each flow's cases, flow by flow, or those of one; all of them can be decided on. Raises FactsError."""
    if only is not None and only not in FLOWS:
        raise FactsError(f"flow: unknown flow {on_one_line(only)}; known: {', '.join(FLOWS)}")
    return ((flow, facts) for flow in FLOWS if only in (None, flow) for facts in _sample(flow))


def _sample(flow: str) -> Iterator[dict[str, Any]]:
    lot, found = Random(flow), 0  # noqa: S311  a sample that is the same every time, not a secret
    while found < A_FLOW:
        facts = _drawn(flow, lot)
        try:
            decide(flow, facts)
        except FactsError:
            continue
        found += 1
        yield facts


def _drawn(flow: str, lot: Random) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for name, values in DIGITS[flow]:
        value, (outer, _, inner) = lot.choice(values), name.partition(".")
        if value is NOT_GIVEN:
            continue
        if inner:
            facts.setdefault(outer, {})[inner] = isinstance(value, bool) and value
        else:
            facts[outer] = list(value) if isinstance(value, tuple) else value
    return facts
