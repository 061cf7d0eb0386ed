"""The answers on which a team wants a second pair of eyes. Each kind can be switched off in the settings."""

from collections.abc import Set as AbstractSet

from dialogs.approvals.request import RequestKind
from dialogs.engine.matter import Matter, Phase
from guidance.decision import Decision

SETTLED = frozenset({Phase.ANSWER, Phase.CLOSING, Phase.NOTE})
REFS = {
    "harm": "3.9(a)",
    "crime": "3.9(b)",
    "not_practicable": "3.9(c)",
    "court_order": "3.9(d)",
    "further_risk": "5.2(a)",
    "criminal_investigation": "5.2(b)",
    "undue_delay": "5.2(c)",
}
"""The paragraph of each exception."""
FIXED = {RequestKind.AUTHORISE: "3.10", RequestKind.REDACTION: "4.4", RequestKind.DEPARTURE: "3.8"}
"""The paragraph of the kinds that rest on none."""


OF_THE_GUIDANCE = (RequestKind.AUTHORISE, RequestKind.REDACTION)
"""3.10, 4.4  The kinds that the guidance itself asks for."""


def guidance_ref(kind: RequestKind) -> str:
    """Return the paragraph that asks for this check; empty for the team's own."""
    return FIXED[kind] if kind in OF_THE_GUIDANCE else ""


def review_required(matter: Matter, decision: Decision, wanted: AbstractSet[RequestKind]) -> RequestKind | None:
    """Return the kind of request that this answer is for: the first that the team wants, or None."""
    if matter.phase not in SETTLED:
        return None
    fitting = (
        (RequestKind.DEPARTURE, _is_departure(matter, decision)),
        (RequestKind.REDACTION, _redacted_by_worker_alone(matter, decision)),
        (RequestKind.AUTHORISE, _could_be_authorised(matter, decision)),
        (RequestKind.CHECKS_UNTOLD, decision.flow == "gather" and _goes_untold(decision)),
        (RequestKind.UNTOLD, decision.flow != "gather" and _goes_untold(decision)),
    )
    return next((kind for kind, fits in fitting if fits and kind in wanted), None)


def paragraph_for(kind: RequestKind, decision: Decision) -> str:
    """Return the paragraph that the channel's card names."""
    grounds = decision.exception_grounds or ()
    return FIXED.get(kind) or (REFS[grounds[0]] if grounds else "3.9")


def _goes_untold(decision: Decision) -> bool:
    """3.9, 5.2  The guidance allows it, without the parents being told first."""
    return decision.may_go_ahead_now is True and decision.inform_parents == "exception: not before"


def _could_be_authorised(matter: Matter, decision: Decision) -> bool:
    """3.10  Not theirs to disclose, unless the allocated worker or the supervisor authorises them, as staff."""
    return "refer" in decision.outstanding_before_go_ahead and matter.values.get("staff") != "no"


def _redacted_by_worker_alone(matter: Matter, decision: Decision) -> bool:
    """4.4  The worker has taken out what cannot go, and the manager has not."""
    mine = matter.facts()[1].get("redaction_done_by") == "worker only"
    return mine and "redaction_worker_and_manager" in decision.outstanding_before_go_ahead


def _is_departure(matter: Matter, decision: Decision) -> bool:
    """Whether the worker decided against the answer, for a reason of their own."""
    return decision.may_go_ahead_now is False and bool(matter.values.get("departed_because"))
