"""From the worker's answers to the facts that `guidance.decide` weighs. Nothing is filled in that was not said."""

from collections.abc import Mapping
from typing import Any

from dialogs.engine.answers import Values
from dialogs.engine.lines import TESTS, Piece, Weight, pieces, test_of
from dialogs.flows.share import conditions as when
from guidance.facts import ALLOCATED, SUPERVISOR

SPECIAL_CATEGORY = {"ethnicity", "beliefs", "health", "sexuality", "genetic"}
TRUTH: Mapping[object, object] = {"yes": True, "no": False, "unsure": "unsure"}


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the facts: `authority` when it is not for this person to disclose (3.10)."""
    said = {
        **role_facts(values),
        **recipient_facts(values),
        **need_facts(values),
        **pack_facts(values),
        **telling_facts(values),
        **court_facts(values),
    }
    return ("authority" if when.not_theirs(values) else "share"), said


def role_facts(values: Values) -> dict[str, Any]:
    """3.10  Whose case it is; who is allocated or supervises is social work staff by that."""
    part = values.get("part_in_case")
    role = {"allocated": ALLOCATED, "supervisor": SUPERVISOR}.get(str(part), "neither")
    return {
        "worker_role": role,
        "authorised_by_allocated_or_supervisor": True if part == "authorised" else None,
        "is_social_work_staff": TRUTH[values.get("staff", "yes")] if when.authorised(values) else True,
    }


def recipient_facts(values: Values) -> dict[str, Any]:
    """3.7  Who is to be told, and whether they need it."""
    professional = values.get("recipient") != "not_professional"
    return {
        "recipient": str(values.get("recipient_named") or values.get("recipient") or ""),
        "recipient_is_professional": professional,
        "recipient_in_professional_network": professional,
        "recipient_needs_to_know": values.get("need_to_know", "unsure"),
    }


def need_facts(values: Values) -> dict[str, Any]:
    """3.7  What is decided is what is kept: pieces left out are cut already, pieces to trim are not yet."""
    weighed = pieces(values)
    relevant, necessary, proportionate = (_test(values, test, weighed) for test in TESTS)
    if proportionate == "yes" and any(piece.weight is Weight.TO_TRIM for piece in weighed):
        proportionate = "partly"
    kinds = set(when.ticked(values, "kinds"))
    return {
        "information_relevant": relevant,
        "information_necessary": necessary,
        "information_proportionate": proportionate,
        "special_category": bool(kinds & SPECIAL_CATEGORY),
        "sensitive": "other_sensitive" in kinds,
    }


def _test(values: Values, test: str, weighed: list[Piece]) -> str:
    if weighed and all(piece.weight is Weight.HELD_BACK for piece in weighed):
        return "no"
    if not weighed or any(piece.weight is Weight.NOT_WEIGHED for piece in weighed):
        return "unsure"
    unsettled = {piece.line for piece in weighed if piece.weight is Weight.UNSETTLED}
    return "unsure" if any(test_of(values, test, line) == "unsure" for line in unsettled) else "yes"


def pack_facts(values: Values) -> dict[str, Any]:
    """4.1  Agreement that is for someone else, or that came from someone else, is not in hand."""
    agreed = {"written": "yes", "verbal": "verbal only", "not_asked": "not asked"}.get(
        str(values.get("author_agreed")), "no"
    )
    if not when.someone_elses_words(values):
        return {"third_party_document_included": False}
    return {
        "third_party_document_included": TRUTH[values["someone_elses"]],
        "author_written_consent": agreed,
        "discussed_with_author": values.get("author_talk") == "yes",
        "lawfulness_unclear": values.get("lawful_doubt", "no") == "yes",
    }


def telling_facts(values: Values) -> dict[str, Any]:
    """3.5, 3.9  What the parents know, and the reasons against telling them first."""
    told = set(when.TOLD) if when.told_all_four(values) else _told_before(values)
    said: dict[str, Any] = {"parents_told_items": {item: item in told for item in when.TOLD}}
    if not when.not_told(values):
        return said
    said |= {"only_one_parent_told": True} if when.only_one_told(values) else {}
    if not when.why_untold(values):
        return said
    reasons = set(when.ticked(values, "reasons"))
    asked_harm = bool(reasons & {"risk", "unsure"})
    return said | {
        "child_has_suffered_harm": TRUTH[values.get("harm_suffered", "no")] if asked_harm else False,
        "real_concern_that_telling_parents_risks_further_harm": TRUTH[values.get("real_concern", "no")]
        if asked_harm
        else False,
        "telling_parents_may_prejudice_crime_investigation": _ground(reasons, "crime"),
        "telling_not_reasonably_practicable": _ground(reasons, "not_practicable"),
        "court_order": _court(reasons, values),
        "parents_attitude": "objecting or not engaging" if "attitude" in reasons else "",
    }


def _told_before(values: Values) -> set[str]:
    """3.5  What every one of them knew at the first answer."""
    told = set(when.ticked(values, "told_items"))
    by_the_way_on = when.told_since(values) and told == set(when.TOLD)  # as an older version kept it
    return set() if by_the_way_on else told


def court_facts(values: Values) -> dict[str, Any]:
    """3.9(d)  Whether a court has ordered what is not needed; nothing where that is not the question."""
    asked = when.flat_no(values) and "court_ordered" in values
    return {"court_order": TRUTH[values["court_ordered"]]} if asked else {}


def _ground(reasons: set[str], reason: str) -> object:
    if reason in reasons:
        return True
    return "unsure" if "unsure" in reasons else False


def _court(reasons: set[str], values: Values) -> object:
    """3.9(d)  True only when the order covers every piece kept."""
    if "court" not in reasons:
        return _ground(reasons, "court")
    return {"all": True, "part": False}.get(str(values.get("court_covers")), "unsure")
