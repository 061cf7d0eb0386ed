"""The cases that versions are compared over and coverage is counted on: those that the guidance enumerates."""

from collections.abc import Iterator
from typing import Any

from guidance.decide import FactsError, on_one_line
from guidance.enumeration import cases
from guidance.rulebook import FLOWS

Case = tuple[str, dict[str, Any]]
"""A flow's name and its facts."""


def every_case(only: str | None = None) -> Iterator[Case]:
    """Yield the cases of every flow, or of one; all of them can be decided. Raises FactsError for an unknown flow."""
    if only is not None and only not in FLOWS:
        raise FactsError(f"flow: unknown flow {on_one_line(only)}; known: {', '.join(FLOWS)}")
    return ((flow, facts) for flow in FLOWS if only in (None, flow) for facts in cases(flow))
