"""Which flow a text asks for.

Plain patterns and no more, each in the folder of its flow: what they do not know is not guessed at, and what fits two
flows alike is asked.
"""

from dialogs.flows.registry import FLOWS
from dialogs.text import clauses
from dialogs.understanding.document_said import audience_said
from dialogs.understanding.recipient_said import recipient_said

NEW = "(?:(?:new|start|start an?|start a new|another) )?"


def match_flows(text: str) -> tuple[str, ...]:
    """Return the flows that a first message fits best, by name, the surest first; none, or more than one in doubt."""
    name = flow_named(text)
    if name:
        return (name,)
    flows = sorted(FLOWS.values(), key=lambda flow: flow.first_message.place)
    fitting = [(start.fit, flow.name) for flow in flows for start in flow.first_message.starts if start.fits(text)]
    if not fitting:
        return ("document",) if audience_said(text) else ("share",) if recipient_said(text) else ()
    best = max(fit for fit, _ in fitting)
    return tuple(dict.fromkeys(flow for fit, flow in fitting if fit is best))


def flow_named(text: str) -> str | None:
    """Return the flow of which this text is the name, with or without "new" before it; None for any other text."""
    said = clauses.normalise(text).strip(" .!?\"'")
    return clauses.which_whole(said, {name: f"{NEW}(?:{flow.first_message.names})" for name, flow in FLOWS.items()})
