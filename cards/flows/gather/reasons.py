"""What the reasons of network checks are filled in with, and where two paragraphs pull apart in them."""

from typing import Any

from cards.people import label_values
from cards.ticked_reasons import ticked_values
from dialogs.engine.matter import Matter
from dialogs.flows.gather import conditions as when
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

OF_REQUESTS = {"harm", "crime", "not_practicable", "tell_before_request", "unsure_of_a_ground"}
"""Reasons that rest on 3.9, which speaks of seeking consent."""


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    """The values of the sentences under `why` and `changes`."""
    said = matter.values
    question = "reasons" if when.request_untold(said) else "check_grounds"
    reasons = ticked(said, question) if when.may_not_tell(said) else ()
    return {
        **label_values(matter),
        **ticked_values(matter, question),
        "part": said.get("part_in_case"),
        "attitude": "attitude" in reasons or "object" in reasons,
        "habit": "habit" in reasons,
        "not_sure": when.not_sure_of_concern(said),
        "asked": "agencies" in said,
    }


def tensions(matter: Matter, decision: Decision) -> list[str]:
    """The names of the tensions, with the reading taken."""
    weighed = set(decision.weighed)
    found = []
    if "further_risk" in weighed:
        found.append("checks_risk")
    if "risk_no_harm_known" in weighed:
        found.append("request_risk")
    if "tell_afterwards" in weighed:
        found.append("tell_later")
    if "plain_request" in weighed and weighed & OF_REQUESTS and when.request_untold(matter.values):
        found.append("consent_wording")
    return found
