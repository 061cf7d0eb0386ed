"""When each action and text of network checks is offered, on their answers and their decision."""

from dialogs.engine.answers import Values
from dialogs.flows.gather.conditions import sent
from dialogs.flows.telling import unsafe_to_tell
from guidance.decision import Decision


def someone_to_ask(values: Values, _: Decision) -> bool:
    """Whether there is anyone to ask, and something to ask them."""
    return "agencies" in values


def basis(_: Values, decision: Decision) -> bool:
    """5.1, 2.4  Whether there is a basis for asking, so that the requests are of use."""
    return "no_basis_for_network_checks" not in decision.outstanding_before_go_ahead


def can_reply(values: Values, _: Decision) -> bool:
    """3.13  Whether the requests went, so that a reply can come."""
    return sent(values)


def at_any_time(_: Values, __: Decision) -> bool:
    """Can always be taken."""
    return True


def requests_of_use(values: Values, decision: Decision) -> bool:
    """5.1, 2.4  Whether there is someone to ask, and a basis for asking."""
    return someone_to_ask(values, decision) and basis(values, decision)


def shown_actions(values: Values, decision: Decision) -> tuple[str, ...]:
    """The actions that an answer shows, the likeliest first."""
    if "agencies" not in values:
        return ("not_sent",)
    if decision.may_go_ahead_now:
        return ("sent", "not_sent")
    if unsafe_to_tell(decision):
        return ("not_sent", "sent", "they_know")
    return ("they_know", "not_sent", "sent") if decision.inform_parents == "before" else ("not_sent", "sent")
