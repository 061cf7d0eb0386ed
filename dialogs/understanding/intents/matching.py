"""Which flow a text asks for."""

import re
from collections.abc import Iterable
from functools import cache

from dialogs.flows.registry import FLOWS
from dialogs.text import clauses
from dialogs.understanding.intents.intent import FlowNames
from dialogs.understanding.intents.patterns import FLOW_NAMES, INTENTS

NEW = "(?:(?:new|start|start an?|start a new|another) )?"


def match_flows(text: str) -> tuple[str, ...]:
    """Return the flows that a first message fits best, in the table's order; none, or several in doubt."""
    name = flow_named(text)
    if name:
        return (name,)
    fitting = [start for start in INTENTS if start.fits(text)]
    best = max((start.fit for start in fitting), default=None)
    return tuple(dict.fromkeys(start.flow for start in fitting if start.fit is best))


def startable(flows: Iterable[str]) -> tuple[str, ...]:
    """Return those of these flows that can be started."""
    return tuple(flow for flow in flows if flow in FLOWS)


def flow_named(text: str) -> str | None:
    """Return the flow of which this text is the name, with or without "new" before it; None for any other text."""
    said = clauses.normalise(text).strip(" .!?\"'")
    return next((one.flow for one in FLOW_NAMES if re.fullmatch(f"{NEW}(?:{one.names})", said, re.IGNORECASE)), None)


@cache
def flow_names(flow: str) -> FlowNames:
    """Return the names of a flow. Raises KeyError for a flow without any."""
    return {one.flow: one for one in FLOW_NAMES}[flow]
