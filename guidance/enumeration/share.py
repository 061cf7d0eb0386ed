"""The cases of a share: each rule over all its own facts, and facts of different rules in pairs."""

from collections.abc import Iterator, Mapping
from itertools import product

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, every, pairs
from guidance.enumeration.facts_of_rules import LIMBS, NEED, PACKED, SENSITIVE, TELLING, TOLD_ITEMS, WHO
from guidance.enumeration.situations import AGREED, CONCERN, CRIME, HARMED, NEEDED, NOT_THEIRS, PACK, TOLD

RULES: tuple[Values, ...] = (TELLING, NEED, WHO, PACKED)
BACKGROUNDS: Several = (
    TOLD | AGREED,
    NEEDED | PACK,
    NEEDED | AGREED | HARMED | CONCERN | {"sensitive": True},
    NEEDED | AGREED | CONCERN,
    NEEDED | AGREED | CRIME | {"information_relevant": "partly"},
    TOLD | PACK | NOT_THEIRS | {"information_necessary": "no"},
)
"""What stands beside a pair: all in order, nothing told, each way of going untold, cut down, nothing to be shared."""


def the_exceptions() -> Iterator[Facts]:
    """3.9, 3.12  Every value of every limb, told or not, and sensitive or not."""
    return every({"parents_already_told": TRUTH, **LIMBS, **SENSITIVE}, NEEDED)


def one_parent_of_two() -> Iterator[Facts]:
    """3.2, 3.9  Every value of whether only one of them was told, with every value of every limb."""
    return every({"parents_already_told": TRUTH, "only_one_parent_told": TRUTH, **LIMBS}, NEEDED)


def the_four_told() -> Iterator[Facts]:
    """3.5  Every value of the four and of what they inherit; with no ground, a ground, and risk with no harm known."""
    return every({"parents_already_told": TRUTH, **TOLD_ITEMS}, NEEDED, NEEDED | CRIME, NEEDED | CONCERN)


def need_to_know() -> Iterator[Facts]:
    """3.7, 3.11  Every value of the tests and of who the recipient is; told, and untold."""
    return every(NEED, TOLD, NEEDED)


def who_may_disclose() -> Iterator[Facts]:
    """3.10  Every role, authorised or not, on each background."""
    return every(WHO, *BACKGROUNDS)


def someone_elses_text() -> Iterator[Facts]:
    """4.1 to 4.3  Every value of what a pack brings; told, on a ground, and where nothing may be shared."""
    return every(PACKED, TOLD, NEEDED | HARMED | CONCERN, TOLD | {"information_relevant": "no"})


def pairs_across_rules() -> Iterator[Facts]:
    """Every two facts of different rules, with all values of both, on each background."""
    return pairs(RULES, BACKGROUNDS)


def situations_together() -> Iterator[Facts]:
    """Every value of every limb, with each situation that the other rules can bring, all at once."""
    told: Several = ({}, {"parents_already_told": True})
    needed: Several = (
        {},
        {"information_relevant": "partly"},
        {"recipient_needs_to_know": "unsure"},
        {"information_relevant": "no"},
    )
    packs: Several = (
        {},
        AGREED,
        PACK | {"discussed_with_author": True},
        AGREED | {"discussed_with_author": False},
        AGREED | {"lawfulness_unclear": True},
    )
    workers: Several = ({}, NOT_THEIRS)
    recipients: Several = ({}, {"recipient_is_professional": False})
    for parts in product(told, needed, packs, workers, recipients):
        yield from every(LIMBS, {name: value for part in (NEEDED, *parts) for name, value in part.items()})


ENUMERATIONS: Mapping[str, Enumeration] = {
    "the exceptions": the_exceptions,
    "one parent of two": one_parent_of_two,
    "the four told": the_four_told,
    "need to know": need_to_know,
    "who may disclose": who_may_disclose,
    "someone else's text": someone_elses_text,
    "pairs across rules": pairs_across_rules,
    "situations together": situations_together,
}
