"""The result of "It can't wait": never a go-ahead where the rules, or a supervisor, say no."""

from enum import StrEnum

from dialogs.approvals.request import CHECK_ALONE, RequestKind, RequestState, ReviewStatus
from dialogs.engine.matter import Matter, Phase
from guidance.decision import Decision


class CannotWait(StrEnum):
    """The result of "It can't wait".

    GO_AHEAD: a request to be looked at afterwards. NO_NEED: one was made, and nothing has to wait for it. INSTEAD: no,
    and what can be done now instead. DONE: it went already. NOTHING: nothing waits. CLOSED: a no, closed already.
    """

    GO_AHEAD = "go_ahead"
    NO_NEED = "no_need"
    INSTEAD = "instead"
    DONE = "done"
    NOTHING = "nothing"
    CLOSED = "closed"


def decide_cannot_wait(matter: Matter, decision: Decision, looked_at: ReviewStatus) -> CannotWait:
    """Return the result of "It can't wait" on this answer and its review status."""
    request = looked_at.request
    if RequestKind.DEPARTURE in (looked_at.kind, request.kind if request else None):
        return CannotWait.DONE
    if decision.may_go_ahead_now is None:  # nothing is to go anywhere
        return CannotWait.NOTHING
    if not decision.may_go_ahead_now or (request and request.state is RequestState.NOT_AGREED):
        return CannotWait.INSTEAD if matter.phase is Phase.ANSWER else CannotWait.CLOSED
    if looked_at.kind in CHECK_ALONE:
        return CannotWait.GO_AHEAD
    return CannotWait.NO_NEED if request and request.is_open else CannotWait.NOTHING


def offers_instead(decision: Decision) -> bool:
    """4.1 to 4.5  Whether a document is not complete but may become so: there is no quick way for it."""
    waits = decision.flow == "document" and decision.may_go_ahead_now is not True
    never = "do_not_share" in decision.outstanding_before_go_ahead and "ordered_without_need" not in decision.weighed
    return waits and not never
