"""From the worker's answers to the facts that `guidance.decide` weighs. Nothing is filled in that was not said."""

from collections.abc import Mapping
from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.lines import lines_of
from dialogs.flows.gather.replies import limits, replied
from dialogs.flows.share.conditions import each_told_since, one_told_since, ticked, told_since
from dialogs.flows.share.facts import SPECIAL_CATEGORY, role_facts, telling_facts

TRUTH: Mapping[object, object] = {"yes": True, "no": False, "unsure": "unsure"}
GROUNDS = {
    "further_risk": "telling_parents_may_put_child_at_further_risk",
    "investigation": "telling_parents_may_interfere_with_criminal_investigation",
    "delay": "telling_parents_may_cause_undue_delay_in_safeguarding",
}
"""5.2  The fact that each ground stands for."""
OF_REQUEST = ("reasons", "harm_suffered", "real_concern", "court_covers")


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the facts."""
    came = {"reply_received": replied(values), "restriction_on_reply": limits(values)}
    return "gather", asked(values) | came


def asked(values: Values, *, at_first: bool = False) -> dict[str, Any]:
    """The facts that the answers up to the answer hold. `at_first`: whatever the parents have been told since."""
    told = {} if at_first else _told_since(values)
    why = {} if told.get("parents_already_told") else values  # once they know, no reason not to tell them counts
    return {
        **role_facts(values),
        **_basis(values),
        **_request(values),
        **_told(values),
        **_check_grounds(why),
        **_request_grounds(why),
        **told,
    }


def _basis(values: Values) -> dict[str, Any]:
    """5.1, 2.4  Why now."""
    why = values.get("why_now")
    if why == "unsure":
        under_way = TRUTH[values.get("assessment", "unsure")]
        return {"safeguarding_concerns": "unsure", "carrying_out_assessment_or_enquiry": under_way}
    if why == "concern":
        return {"safeguarding_concerns": True}
    return {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": why == "assessment"}


def _request(values: Values) -> dict[str, Any]:
    """3.7, 2.3  Who is asked what, and whether asking tells too much."""
    kinds = set(ticked(values, "kinds"))
    return {
        "agencies_to_be_checked": [text for _, text in lines_of(values, "agencies")],
        "request_gives_agencies_more_than_they_need": TRUTH[values.get("more_than_needed", "unsure")],
        "special_category": bool(kinds & SPECIAL_CATEGORY),
        "sensitive": "other_sensitive" in kinds,
    }


def _told(values: Values) -> dict[str, Any]:
    """5.2  Whether the parents know, each of them; not sure is not told."""
    answer = values.get("told_of_checks")
    said = {"yes": True, "unsure": "unsure"}.get(str(answer), False)
    return {"parents_already_told": said, **({"only_one_parent_told": True} if answer == "one_only" else {})}


def _told_since(values: Values) -> dict[str, Any]:
    """5.2  What the parents know where they, or one of them, were told after the first answer."""
    if not told_since(values):
        return {}
    if each_told_since(values):
        return {"parents_already_told": True, "only_one_parent_told": False}
    only_one = one_told_since(values) or values.get("told_of_checks") == "one_only"
    return {"parents_already_told": False, **({"only_one_parent_told": True} if only_one else {})}


def _check_grounds(values: Values) -> dict[str, Any]:
    """5.2  What telling them first would do to the child, to an investigation, or to keeping the child safe."""
    if values.get("told_of_checks") not in ("reason", "unsure"):
        return dict.fromkeys(GROUNDS.values(), False)
    if values.get("why_now") == "unsure":
        return _feared(values)
    ticks = set(ticked(values, "check_grounds")) if values.get("why_now") == "concern" else set()
    otherwise = "unsure" if "unsure" in ticks else False
    grounds: dict[str, Any] = {fact: True if tick in ticks else otherwise for tick, fact in GROUNDS.items()}
    return {**grounds, "court_order": True} if "court" in ticks else grounds


def _feared(values: Values) -> dict[str, Any]:
    """5.2(a), (b)  The same fears as 3.9 asks about: they count if there is a concern after all."""
    said = telling_facts(_of_request(values))
    return {
        GROUNDS["further_risk"]: said["real_concern_that_telling_parents_risks_further_harm"],
        GROUNDS["investigation"]: said["telling_parents_may_prejudice_crime_investigation"],
        GROUNDS["delay"]: False,
    }


def _of_request(values: Values) -> dict[str, Any]:
    return {**{name: values[name] for name in OF_REQUEST if name in values}, "told_items": ["none"]}


def _request_grounds(values: Values) -> dict[str, Any]:
    """3.9  What holds instead where it is a plain request."""
    if values.get("why_now") == "concern" or values.get("told_of_checks") not in ("reason", "unsure"):
        return {}
    said = telling_facts(_of_request(values))
    return {name: value for name, value in said.items() if name != "parents_told_items"}
