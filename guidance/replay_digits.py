"""Which facts a replay code holds, and the digit that stands for each of their values.

Facts that can change a decision, and no others. A flow's list of facts is only ever added to at its end, and a fact's
values only ever at their end in a new make of code; the first value is always "not given".
"""

from functools import cache
from itertools import combinations

from guidance.fact_values import parts_of, values_of
from guidance.facts import ALLOCATED, SUPERVISOR, Facts

NOT_GIVEN = None
Digit = tuple[str, tuple[object, ...]]

EVERY_FLOW: tuple[str, ...] = (
    "worker_role",
    "authorised_by_allocated_or_supervisor",
    "sensitive",
    "special_category",
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
    "parents_already_told",
    *parts_of(Facts, "parents_told_items"),
)
RECIPIENT: tuple[str, ...] = (
    "recipient_is_professional",
    "recipient_in_professional_network",
    "recipient_needs_to_know",
    "information_relevant",
    "information_necessary",
    "information_proportionate",
)
PACK: tuple[str, ...] = (
    "third_party_document_included",
    "author_written_consent",
    "discussed_with_author",
    "lawfulness_unclear",
)
SINCE_2026_12: tuple[str, ...] = ("is_social_work_staff", "only_one_parent_told")
"""Facts that came later: at the end, so that older codes read as they were."""


@cache
def digits(model: type[Facts], facts: tuple[str, ...]) -> tuple[Digit, ...]:
    """Return these facts of a flow's model, each with the values that its digit can stand for."""
    return tuple((fact, (NOT_GIVEN, *_values(model, fact))) for fact in facts)


def _values(model: type[Facts], fact: str) -> tuple[object, ...]:
    """The values of a fact that stand for themselves; roles and kinds, which are free or many at once, have codes."""
    if fact == "worker_role":
        return (ALLOCATED, SUPERVISOR, "neither")
    if fact == "recipient_needs_to_know":  # "partly" has a digit in every code of this make
        return values_of(model, "information_relevant")
    values = values_of(model, fact)
    if fact == "audience":
        return tuple(some for size in range(1, len(values) + 1) for some in combinations(values, size))
    return values
