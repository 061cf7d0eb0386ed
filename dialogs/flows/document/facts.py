"""From the worker's answers to the facts that `guidance.decide` weighs. Nothing is filled in that was not said."""

from collections.abc import Mapping
from typing import Any

from dialogs.engine.answers import Values
from dialogs.flows.document import conditions as when
from dialogs.flows.share.conditions import ticked
from dialogs.flows.share.facts import SPECIAL_CATEGORY, TRUTH, role_facts, telling_facts

NEEDED: Mapping[str, tuple[str, str, str]] = {
    "all": ("yes", "yes", "yes"),
    "part": ("yes", "yes", "partly"),
    "none": ("yes", "no", "yes"),
}
"""3.7  Relevant, necessary and proportionate, by how much of the document they need."""
HOLDS: Mapping[str, object] = {"no": False, "yes": True, "not_read": "not known yet"}
ORDER: Mapping[str, object] = {"care_order": True, "interim": "interim", "unsure": "unsure"}
TAKEN_OUT_BY: Mapping[tuple[bool, bool], str] = {
    (False, False): "none",
    (True, False): "worker only",
    (False, True): "manager only",
    (True, True): "worker and manager",
}
"""4.4  By whether the worker has, and the manager has."""
IN_COURT: Mapping[str, object] = {"yes": True, "no": False}


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """The flow to decide by, and the facts."""
    said: dict[str, Any] = {
        **role_facts(values),
        "document": str(values.get("document", "")),
        "author_agency": str(values.get("author_service", "")),
        "audience": list(ticked(values, "audience")),
        "third_party_document_included": third_party(values),
        **reading_facts(values),
    }
    if when.for_professionals(values):
        said |= {**need_facts(values), **telling_facts(values), **court_facts(values)}
    if when.someone_elses(values):
        said |= {**author_facts(values), **order_facts(values)}
    return "document", said


def third_party(values: Values) -> object:
    """4.1  True where someone else wrote it or is quoted; unsure where that is not certain."""
    if when.ours_alone(values):
        return False
    certain = values.get("whose_words") == "someone_else" or when.quotes_others(values)
    return True if certain else "unsure"


def author_facts(values: Values) -> dict[str, Any]:
    """4.1 to 4.3  One list says whose agreement it is, in what form and for whom; those it quotes give theirs."""
    agreed = str(values.get("author_agreed", "not_asked"))
    written = agreed in ("written", "written_other", "forwarded")
    form = {"verbal": "verbal only", "not_asked": "not asked"}.get(agreed, "yes" if written else "no")
    return {
        "author_written_consent": form,
        "author_refused": agreed == "refused",
        "consent_covers_this_audience": agreed != "written_other" and quoted_agree(values),
        "consent_given_by_author": agreed != "forwarded",
        "discussed_with_author": values.get("author_talk") == "yes",
        "lawfulness_unclear": values.get("lawful_doubt") in ("yes", "advised"),
        "legal_advice_obtained": values.get("lawful_doubt") == "advised",
    }


def quoted_agree(values: Values) -> bool:
    """4.1  Everyone whom it quotes has agreed, or it quotes no one; not read for that yet is not agreed."""
    if when.quotes_beside_the_author(values):
        return values.get("quoted_agreed") == "all"
    return values.get("quotes") != "not_read"


def order_facts(values: Values) -> dict[str, Any]:
    """4.5  The child's own legal status."""
    return {
        "child_on_care_order": _order(values),
        "in_proceedings": IN_COURT.get(str(values.get("court_case")), "unsure"),
    }


def reading_facts(values: Values) -> dict[str, Any]:
    """3.1, 4.4, 4.5  What it holds, and who has taken that out; of our own, nothing where that was never asked."""
    if not when.to_be_read(values) or (when.ours_alone(values) and "unshareable" not in values):
        return {}
    hands = set(ticked(values, "taken_out_by"))
    return {
        "document_contains_unshareable_information": HOLDS.get(str(values.get("unshareable")), "unsure"),
        "redaction_done_by": TAKEN_OUT_BY["me" in hands, "manager" in hands],
        "legal_services_redaction_done": "legal" in hands,
    }


def _order(values: Values) -> object:
    if "legal_status" not in values:
        return "unsure"
    return ORDER.get(str(values["legal_status"]), False)


def court_facts(values: Values) -> dict[str, Any]:
    """3.9(d)  Whether a court has ordered what is not needed; nothing where that is not the question."""
    asked = when.not_needed(values) and not when.refused(values) and "court_ordered" in values
    return {"court_order": TRUTH[values["court_ordered"]]} if asked else {}


def need_facts(values: Values) -> dict[str, Any]:
    """3.7  Whether the professional needs it, and how much of it."""
    professional = values.get("recipient") != "not_professional"
    tests = NEEDED.get(str(values.get("doc_needed")), ("unsure", "unsure", "unsure"))
    kinds = set(ticked(values, "kinds"))
    return {
        "recipient": str(values.get("who_exactly", "")),
        "recipient_is_professional": professional,
        "recipient_in_professional_network": professional,
        "recipient_needs_to_know": values.get("need_to_know", "unsure"),
        "information_relevant": tests[0],
        "information_necessary": tests[1],
        "information_proportionate": tests[2],
        "special_category": bool(kinds & SPECIAL_CATEGORY),
        "sensitive": "other_sensitive" in kinds,
    }


def found_out(values: Values) -> Values:
    """4.1 to 4.3  What the sharing that it was opened from hears: agreement for this audience, the talk, lawfulness.

    "In writing" only where the author gave it, for professionals, and so did everyone whom the document quotes.
    """
    if not when.someone_elses(values) or not when.for_professionals(values):
        return {}
    return {
        "author_agreed": _agreed_in_form(values),
        "author_talk": values.get("author_talk"),
        "lawful_doubt": {"advised": "no"}.get(str(values.get("lawful_doubt")), values.get("lawful_doubt")),
    }


def _agreed_in_form(values: Values) -> str | None:
    agreed = values.get("author_agreed")
    if agreed == "written" and not quoted_agree(values):
        return "unsure"
    return None if agreed is None else str(agreed)
