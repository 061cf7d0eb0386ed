"""Every press that there is, whatever the flow."""

from bot.approvals.presses import DOING as OF_REQUESTS
from bot.approvals.presses import TYPED
from bot.follow_ups.presses import DOING as OF_FOLLOW_UPS
from dialogs.flows import FLOWS
from dialogs.held_back import TO_A_HELD_PRESS
from dialogs.pressed import ANYWHERE, ON_A_MATTER
from practice import anywhere, on_a_story


def every_verb() -> frozenset[str]:
    """What every matter knows, what each flow has of its own, what belongs to requests and follow-ups, and the
    answers to a notice that holds one of them.

    The lists of requests are only ever typed.
    """
    ways = {way.name for flow in FLOWS.values() for way in flow.ways}
    drafts = {draft.verb for flow in FLOWS.values() for draft in flow.drafts}
    ours = {*ANYWHERE, *ON_A_MATTER, *anywhere.ANYWHERE, *on_a_story.ON_A_STORY, *OF_REQUESTS, *OF_FOLLOW_UPS}
    return frozenset({*ours, *ways, *drafts, *TO_A_HELD_PRESS}) - set(TYPED)
