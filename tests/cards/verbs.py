"""Every press that there is, whatever the flow."""

from bot.approvals.actions import HANDLERS as OF_REQUESTS
from bot.follow_ups.actions import HANDLERS as OF_FOLLOW_UPS
from dialogs.card_actions import ANYWHERE, ON_A_MATTER
from dialogs.flows.registry import FLOWS
from dialogs.identifier_notice import TO_A_HELD_PRESS
from dialogs.said_back_actions import SAID_BACK
from practice import home_actions, play_actions


def every_verb() -> frozenset[str]:
    """What every matter knows, what each flow has of its own, what belongs to requests and follow-ups, and the
    answers to a notice that holds one of them.
    """
    ways = {way.name for flow in FLOWS.values() for way in flow.actions}
    drafts = {draft.verb for flow in FLOWS.values() for draft in flow.texts}
    ours = {
        *ANYWHERE,
        *ON_A_MATTER,
        *home_actions.HOME_ACTIONS,
        *play_actions.PLAY_ACTIONS,
        *OF_REQUESTS,
        *OF_FOLLOW_UPS,
        *SAID_BACK,
    }
    return frozenset({*ours, "no_help", "feedback", *ways, *drafts, *TO_A_HELD_PRESS})
