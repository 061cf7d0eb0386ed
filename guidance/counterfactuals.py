"""Which facts are turned over to see what would change an answer, and to which of their values."""

from collections.abc import Mapping

from guidance.fact_values import values_of
from guidance.facts import DocumentFacts, Facts, GatherFacts, RecipientFacts, ShareFacts, ToldItems

Flips = tuple[tuple[str, tuple[object, ...]], ...]

ALL_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, True)
NONE_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, False)


def both(model: type[Facts], *facts: str) -> Flips:
    """Return these facts, each with yes and no."""
    return tuple(flip for fact in facts for flip in only(model, fact, True, False))


def only(model: type[Facts], fact: str, *values: object) -> Flips:
    """Return a fact with these of its values alone. Raises ValueError for a value that it may not take."""
    wrong = [value for value in values if value not in values_of(model, fact)]
    if wrong:
        raise ValueError(f"{fact} is never {wrong[0]!r}")
    return ((fact, values),)


TOLD: Flips = (("parents_told_items", (ALL_TOLD, NONE_TOLD)), *both(Facts, "only_one_parent_told"))
NEED: Flips = (
    *only(RecipientFacts, "recipient_needs_to_know", "yes", "no"),
    *only(RecipientFacts, "information_relevant", "yes"),
    *only(RecipientFacts, "information_necessary", "yes"),
    *only(RecipientFacts, "information_proportionate", "yes", "partly"),
    *only(RecipientFacts, "recipient_is_professional", True),
)
LIMBS: Flips = both(
    Facts,
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
)
WHO: Flips = (*only(Facts, "authorised_by_allocated_or_supervisor", True), *both(Facts, "is_social_work_staff"))
PACK: Flips = (
    *both(ShareFacts, "third_party_document_included"),
    *only(ShareFacts, "author_written_consent", "yes", "no"),
    *both(ShareFacts, "discussed_with_author", "lawfulness_unclear"),
)
CHECKS: Flips = both(
    GatherFacts,
    "safeguarding_concerns",
    "carrying_out_assessment_or_enquiry",
    "request_gives_agencies_more_than_they_need",
    "telling_parents_may_put_child_at_further_risk",
    "telling_parents_may_interfere_with_criminal_investigation",
    "telling_parents_may_cause_undue_delay_in_safeguarding",
)
DOCUMENT: Flips = (
    *both(DocumentFacts, "third_party_document_included"),
    ("author_agrees", (True,)),
    ("author_refuses", (True,)),
    *only(DocumentFacts, "consent_covers_this_audience", False),
    *only(DocumentFacts, "consent_given_by_author", False),
    *both(DocumentFacts, "discussed_with_author", "lawfulness_unclear"),
    *only(DocumentFacts, "legal_advice_obtained", True),
    *both(DocumentFacts, "document_contains_unshareable_information"),
    *only(DocumentFacts, "redaction_done_by", "worker and manager"),
    *both(DocumentFacts, "child_on_care_order"),
    *only(DocumentFacts, "legal_services_redaction_done", True),
)
SHARING: Flips = (*TOLD, *NEED, *LIMBS, *WHO, *PACK)
"""Each fact of sharing with the values it is flipped to, in the guidance's order."""

TOGETHER: Mapping[str, Mapping[str, object]] = {
    "author_agrees": {
        "author_written_consent": "yes",
        "author_refused": False,
        "consent_covers_this_audience": True,
        "consent_given_by_author": True,
    },
    "author_refuses": {"author_written_consent": "no", "author_refused": True},
}
"""What is only true together is turned over together, under a name of its own."""
