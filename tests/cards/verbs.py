"""Every press that there is, whatever the flow."""

from dialogs.flows import FLOWS
from dialogs.pressed import ANYWHERE, ON_A_MATTER
from practice import turns


def every_verb() -> frozenset[str]:
    """What every matter knows, and what each flow has of its own."""
    ways = {way.name for flow in FLOWS.values() for way in flow.ways}
    drafts = {draft.verb for flow in FLOWS.values() for draft in flow.drafts}
    return frozenset({*ANYWHERE, *ON_A_MATTER, *turns.ANYWHERE, *turns.ON_A_STORY, *ways, *drafts})
