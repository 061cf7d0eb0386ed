"""The steps that follow from what stands in the way, in the order in which a person would do them."""

from typing import Any

from cards import words
from cards.elements import Run
from cards.people import Council
from dialogs.telling import unsafe_to_tell
from guidance.decision import Decision, Outstanding

DOING_ORDER: tuple[Outstanding, ...] = (
    "no_basis_for_network_checks",
    "take_to_supervisor",
    "refer",
    "do_not_share",
    "establish_need_to_know",
    "cut_down",
    "discuss_with_author",
    "author_written_consent",
    "legal_advice",
    "redaction_worker_and_manager",
    "redaction_legal_services",
    "inform_parents_first",
)
"""The order in which a person would do them, which is not the order in which they are listed."""


def to_do_first(flow: str, decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    """A step or more for each thing that stands in the way, in the words of the flow."""
    said: list[tuple[Run, ...]] = []
    for obstacle in DOING_ORDER:
        if obstacle in decision.outstanding_before_go_ahead and not _put_off(obstacle, decision):
            for key in _keys(obstacle, decision):
                said += words.say_each(words.in_flow(flow, f"steps.{key}"), **values)
    return said


def _put_off(obstacle: Outstanding, decision: Decision) -> bool:
    """While telling is in doubt, "tell them first" is not said as a step: the supervisor is asked before."""
    return obstacle == "inform_parents_first" and unsafe_to_tell(decision)


def _keys(obstacle: Outstanding, decision: Decision) -> list[str]:
    if obstacle != "take_to_supervisor":
        return [obstacle]
    weighed = decision.weighed
    found = []
    if "risk_no_harm_known" in weighed:
        found.append("take_to_supervisor")
    elif "unsure_of_a_ground" in weighed:
        found.append("unsure_of_a_ground")
    return found + [
        name for name in ("unsure_which_rules", "no_professional", "unsure_of_care_order") if name in weighed
    ]


def whom_to_ask(council: Council) -> dict[str, str]:
    """Who is named in a step, where the council has set it."""
    return {"supervisor": council.supervisor, "legal": council.legal, "governance": council.governance}
