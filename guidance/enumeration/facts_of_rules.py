"""Which facts belong to which rule of several flows, with their boundary values."""

from guidance.enumeration.combining import TRUTH, Values
from guidance.facts import ALLOCATED, SUPERVISOR, ToldItems

WEIGHED = ("yes", "partly", "no", "unsure")
LIMBS: Values = dict.fromkeys(
    (
        "child_has_suffered_harm",
        "real_concern_that_telling_parents_risks_further_harm",
        "telling_parents_may_prejudice_crime_investigation",
        "telling_not_reasonably_practicable",
        "court_order",
    ),
    TRUTH,
)
SENSITIVE: Values = {"sensitive": TRUTH, "special_category": TRUTH}
TOLD_ITEMS: Values = {f"parents_told_items.{item}": (*TRUTH, None) for item in ToldItems.model_fields}
TELLING: Values = {"parents_already_told": TRUTH, "only_one_parent_told": TRUTH, **TOLD_ITEMS, **LIMBS, **SENSITIVE}
NEED: Values = {
    "information_relevant": WEIGHED,
    "information_necessary": WEIGHED,
    "information_proportionate": WEIGHED,
    "recipient_needs_to_know": ("yes", "no", "unsure"),
    "recipient_is_professional": TRUTH,
    "recipient_in_professional_network": TRUTH,
}
WHO: Values = {
    "worker_role": (ALLOCATED, SUPERVISOR, "someone else"),
    "authorised_by_allocated_or_supervisor": (*TRUTH, None),
    "is_social_work_staff": TRUTH,
}
PACKED: Values = {
    "third_party_document_included": TRUTH,
    "author_written_consent": ("yes", "no", "verbal only", "not asked", "n/a"),
    "discussed_with_author": TRUTH,
    "lawfulness_unclear": TRUTH,
}
