"""Which facts belong to which rule of several flows, with every value that they may take."""

from guidance.enumeration.combining import Values
from guidance.fact_values import every_value, parts_of
from guidance.facts import ALLOCATED, SUPERVISOR, Facts, RecipientFacts, ShareFacts

LIMBS: Values = every_value(
    Facts,
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
)
SENSITIVE: Values = every_value(Facts, "sensitive", "special_category")
TOLD_ITEMS: Values = every_value(Facts, *parts_of(Facts, "parents_told_items"), or_not_given=True)
TELLING: Values = {
    **every_value(Facts, "parents_already_told", "only_one_parent_told"),
    **TOLD_ITEMS,
    **LIMBS,
    **SENSITIVE,
}
NEED: Values = every_value(
    RecipientFacts,
    "information_relevant",
    "information_necessary",
    "information_proportionate",
    "recipient_needs_to_know",
    "recipient_is_professional",
    "recipient_in_professional_network",
)
WHO: Values = {
    "worker_role": (ALLOCATED, SUPERVISOR, "someone else"),
    **every_value(Facts, "authorised_by_allocated_or_supervisor", or_not_given=True),
    **every_value(Facts, "is_social_work_staff"),
}
PACKED: Values = every_value(
    ShareFacts,
    "third_party_document_included",
    "author_written_consent",
    "discussed_with_author",
    "lawfulness_unclear",
)
