"""When each action, text and transition of a document is offered, on its answers and its decision."""

from dialogs.engine.answers import Values
from dialogs.flows.document import conditions as when
from dialogs.flows.document.to_do import to_do
from dialogs.flows.telling import unsafe_to_tell, untold
from guidance.decision import Decision


def may_go(_: Values, decision: Decision) -> bool:
    """4.1 to 4.5  Nothing is missing any more: until then "I've given it" stays shut."""
    return decision.may_go_ahead_now is True


def waits(_: Values, decision: Decision) -> bool:
    """Something is still missing, or it may not go at all."""
    return decision.may_go_ahead_now is not True


def may_never(decision: Decision) -> bool:
    """3.7, 4.1  It is not only early: the author has refused, or it is not needed."""
    return "do_not_share" in decision.outstanding_before_go_ahead


FOR_THE_AUTHOR = {"discuss_with_author", "author_written_consent", "quoted_agreement"}
FOR_LEGAL_SERVICES = {"legal_advice", "redaction_legal_services", "ask_legal_services", "court_case"}


def author_to_be_asked(values: Values, decision: Decision) -> bool:
    """4.1, 4.2  The talk, or an agreement in writing, is still to come."""
    return bool(FOR_THE_AUTHOR & set(to_do(values, decision)))


def for_legal_services(values: Values, decision: Decision) -> bool:
    """4.3, 4.5  A Care Order, an interim one, a court case, or a doubt that no advice has settled."""
    return bool(FOR_LEGAL_SERVICES & set(to_do(values, decision)))


def someone_waits(values: Values, decision: Decision) -> bool:
    """Someone asked for it and has to wait: it is not settled that it never goes."""
    open_still = not may_never(decision) or "ordered_without_need" in decision.weighed
    return when.sent_out(values) and waits(values, decision) and open_still


def at_any_time(_: Values, __: Decision) -> bool:
    """Can always be taken."""
    return True


def shown_actions(_: Values, decision: Decision) -> tuple[str, ...]:
    """The actions that an answer shows, the likeliest first."""
    if may_go(_, decision):
        return ("given", "not_given")
    if not untold(decision):
        return ("not_given",)
    return ("not_given", "they_know") if unsafe_to_tell(decision) else ("they_know", "not_given")
