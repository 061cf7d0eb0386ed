"""The ways on from the answer of network checks, and the texts that it offers."""

from dialogs.engine.answers import Values
from dialogs.engine.flow import GeneratedText, OutcomeAction
from dialogs.flows.gather import typed
from dialogs.flows.gather.conditions import sent
from dialogs.flows.share.actions import THEY_KNOW, TOLD_NOW, WORDS_FOR_PARENTS, parents_to_be_told, parents_untold
from dialogs.flows.telling import unsafe_to_tell
from guidance.decision import Decision


def asked(values: Values, _: Decision) -> bool:
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


WAYS = (
    OutcomeAction("sent", "sent", {"outcome": "sent"}, asked, typed=typed.SENT),
    OutcomeAction("not_sent", "not_sent", {"outcome": "not_sent"}, at_any_time, typed=typed.NOT_SENT),
    # Once they have gone, "they know" would say that they were told first.
    OutcomeAction("they_know", "told_since", TOLD_NOW, parents_untold, in_note=False, typed=THEY_KNOW),
    OutcomeAction("reply", "reply", {"reply_of": ...}, can_reply, typed=typed.REPLY, each_of="agencies"),
)
DRAFTS = (
    GeneratedText("parents", parents_to_be_told, WORDS_FOR_PARENTS, looked_at=True),
    GeneratedText(
        "requests", lambda values, decision: asked(values, decision) and basis(values, decision), typed.REQUESTS
    ),
)


def shown_ways(values: Values, decision: Decision) -> tuple[str, ...]:
    """The ways on that an answer shows, the likeliest first."""
    if "agencies" not in values:
        return ("not_sent",)
    if decision.may_go_ahead_now:
        return ("sent", "not_sent")
    if unsafe_to_tell(decision):
        return ("not_sent", "sent", "they_know")
    return ("they_know", "not_sent", "sent") if decision.inform_parents == "before" else ("not_sent", "sent")
