"""The decision's next steps, on the answer and in the note, in the words of each flow."""

from collections.abc import Iterable
from typing import Any

from cards.elements import OwnWords, Run
from cards.people import Council
from cards.words import key_for_flow, render_paragraphs, render_text
from guidance.decision import Decision

AT_THE_END = frozenset({"go_ahead", "summary_entry", "record", "tell_family_afterwards"})
"""Steps that a flow says in its own way, once nothing stands in the way."""


def render_first_steps(flow: str, decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """Return each step before going ahead, in the order of doing."""
    return render_steps(flow, steps_before_going_ahead(decision), values)


def render_steps(flow: str, steps: Iterable[str], values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """Return these steps in the words of the flow."""
    return [runs for step in steps for runs in render_paragraphs(key_for_flow(flow, f"steps.{step}"), **values)]


def steps_before_going_ahead(decision: Decision) -> tuple[str, ...]:
    """Return the names of the steps that come before going ahead."""
    return tuple(one.step for one in decision.next_steps if one.step not in AT_THE_END)


def render_noted_steps(flow: str, decision: Decision, values: dict[str, Any]) -> list[OwnWords]:
    """Return the steps before going ahead as the note says them, in the worker's voice."""
    steps = steps_before_going_ahead(decision)
    return [render_text(key_for_flow(flow, f"note.next.{step}"), **values) for step in steps]


def contacts_of(council: Council) -> dict[str, str]:
    """Return the people whom steps name, as far as the council has set them."""
    return {"supervisor": council.supervisor, "legal": council.legal, "governance": council.governance}
