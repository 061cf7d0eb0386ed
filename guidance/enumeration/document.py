"""The cases of a document: who it is for, the author's agreement, what must come out, need and telling."""

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, every, pairs
from guidance.enumeration.facts_of_rules import LIMBS, NEED, PACKED, TELLING, TOLD_ITEMS, WHO
from guidance.enumeration.situations import (
    CARE_ORDER,
    CONCERN,
    CRIME,
    HOLDS_SOMETHING,
    INTO_PROCEEDINGS,
    NEEDED,
    NOT_THEIRS,
    REPORT,
    TO_BOTH,
    TO_PARENTS,
    TO_PROFESSIONALS,
    TOLD,
)
from guidance.fact_values import every_value, values_of
from guidance.facts import DocumentFacts

KINDS = values_of(DocumentFacts, "audience")
AUDIENCE: Values = {"audience": [list(some) for size in (1, 2, 3) for some in combinations(KINDS, size)]}
AGREEMENT: Values = {
    **PACKED,
    **every_value(
        DocumentFacts,
        "author_refused",
        "consent_covers_this_audience",
        "consent_given_by_author",
        "legal_advice_obtained",
    ),
}
REDACTION: Values = every_value(
    DocumentFacts,
    "document_contains_unshareable_information",
    "redaction_done_by",
    "child_on_care_order",
    "legal_services_redaction_done",
)
RULES: tuple[Values, ...] = (AUDIENCE, AGREEMENT, REDACTION, NEED, TELLING, WHO)
BACKGROUNDS: Several = (
    TO_PROFESSIONALS,
    TO_BOTH | CRIME | HOLDS_SOMETHING | CARE_ORDER | {"sensitive": True},
    TO_PARENTS | NEEDED | {"author_written_consent": "no"},
    TO_BOTH | CONCERN | NOT_THEIRS | {"lawfulness_unclear": True},
    INTO_PROCEEDINGS | TOLD | HOLDS_SOMETHING,
)
"""What stands beside a pair: all in order, on a ground with much to take out, not agreed, much outstanding."""


def the_authors_agreement() -> Iterator[Facts]:
    """4.1 to 4.3  Every value of the author's consent and refusal, the talk, lawfulness and the advice."""
    return every(AGREEMENT, TO_PARENTS)


def what_must_come_out() -> Iterator[Facts]:
    """4.4, 4.5  Every value of what it holds, who redacted it and the order, for every audience."""
    return every({**AUDIENCE, "third_party_document_included": TRUTH, **REDACTION}, TO_PROFESSIONALS)


def need_to_know() -> Iterator[Facts]:
    """3.7, 3.11  Every value of the tests and of who the recipient is, for professionals."""
    return every(NEED, TO_PROFESSIONALS)


def the_exceptions() -> Iterator[Facts]:
    """3.9, 3.12  Every value of every limb, told or not, sensitive or not, where it goes to professionals."""
    return every({"parents_already_told": TRUTH, **LIMBS, "sensitive": TRUTH}, TO_BOTH)


def the_exceptions_elsewhere() -> Iterator[Facts]:
    """3.9  Every value of every limb, where it goes to no professional."""
    return every(LIMBS, TO_PARENTS, INTO_PROCEEDINGS)


def the_four_told() -> Iterator[Facts]:
    """3.5  Every value of the four and of what they inherit."""
    return every({"parents_already_told": TRUTH, **TOLD_ITEMS}, TO_BOTH)


def who_may_disclose() -> Iterator[Facts]:
    """3.10  Every role, authorised or not, on each background."""
    return every(WHO, *BACKGROUNDS)


def pairs_across_rules() -> Iterator[Facts]:
    """Every two facts of different rules, with all values of both, on each background."""
    return pairs(RULES, tuple({**NEEDED, **background} for background in BACKGROUNDS))


def situations_together() -> Iterator[Facts]:
    """Every audience and each situation that the other rules can bring, all at once."""
    told: Several = ({}, {"parents_already_told": True})
    limbs: Several = ({}, CONCERN, CRIME, {"child_has_suffered_harm": "unsure"})
    agreements: Several = (
        {},
        {"author_written_consent": "not asked", "discussed_with_author": False},
        {"author_written_consent": "no", "author_refused": True},
        {"lawfulness_unclear": True},
        {"third_party_document_included": False},
    )
    contents: Several = (
        {},
        HOLDS_SOMETHING,
        HOLDS_SOMETHING | CARE_ORDER | {"redaction_done_by": "worker and manager"},
        {"document_contains_unshareable_information": "not known yet"},
    )
    needed: Several = ({}, *({"information_necessary": said} for said in ("partly", "no", "unsure")))
    for parts in product(told, limbs, agreements, contents, needed, ({}, NOT_THEIRS)):
        yield from every(AUDIENCE, {name: value for part in (NEEDED, REPORT, *parts) for name, value in part.items()})


ENUMERATIONS: Mapping[str, Enumeration] = {
    "the author's agreement": the_authors_agreement,
    "what must come out": what_must_come_out,
    "need to know": need_to_know,
    "the exceptions": the_exceptions,
    "the exceptions elsewhere": the_exceptions_elsewhere,
    "the four told": the_four_told,
    "who may disclose": who_may_disclose,
    "pairs across rules": pairs_across_rules,
    "situations together": situations_together,
}
