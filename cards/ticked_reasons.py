"""What the worker ticked, beside an exception: the tick that gave it, and those that did not count."""

from collections.abc import Iterable
from typing import Any

from cards.elements import Run
from cards.labels import option_label
from cards.words import render_runs
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import ticked

NOT_REASONS = ("attitude", "habit", "object")
"""Ticks that may well be true, and are no reason in the guidance."""
SAID_ALREADY = ("no_exception", "tell_before_checks", "tell_before_request")
"""Reasons whose own words say what did not count."""
EXCEPTIONS = (
    "harm",
    "crime",
    "not_practicable",
    "court_order",
    "further_risk",
    "criminal_investigation",
    "undue_delay",
    "risk_no_harm_known",
    "unsure_of_a_ground",
)
"""Reasons that rest on a tick: the last of them also says which ticks did not count."""


def ticked_values(matter: Matter, question: str) -> dict[str, Any]:
    """Return `ticked`: the labels of what was ticked, by option, and `not_counted`: the ticks that are no reason."""
    said = {option: option_label(matter, question, option) for option in ticked(matter.values, question)}
    return {"ticked": said, "not_counted": [label for option, label in said.items() if option in NOT_REASONS]}


def uncounted_ticks(name: str, weighed: Iterable[str], values: dict[str, Any]) -> tuple[Run, ...]:
    """Return what the last exception says of the ticks that did not count; empty for any other reason."""
    rest_on_a_tick = [one for one in weighed if one in (*EXCEPTIONS, *SAID_ALREADY)]
    last = bool(rest_on_a_tick) and name == rest_on_a_tick[-1] and not set(rest_on_a_tick) & set(SAID_ALREADY)
    return render_runs("answer.did_not_count", **values) if last and values["not_counted"] else ()
