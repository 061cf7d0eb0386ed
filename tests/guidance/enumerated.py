"""The cases of a share that are enumerated: each rule over all its own facts, and facts of different rules in pairs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

from guidance.facts import ALLOCATED, SUPERVISOR
from tests.guidance.facts_given import AGREED, CONCERN, CRIME, HARMED, ITEMS, NEEDED, NOT_THEIRS, PACK, TOLD

Values = Mapping[str, Sequence[object]]
Facts = dict[str, Any]
Several = tuple[Facts, ...]

TRUTH = (False, True, "unsure")
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
TOLD_ITEMS: Values = {f"parents_told_items.{item}": (*TRUTH, None) for item in ITEMS}
TELLING: Values = {"parents_already_told": TRUTH, **TOLD_ITEMS, **LIMBS, **SENSITIVE}
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
}
PACKED: Values = {
    "third_party_document_included": TRUTH,
    "author_written_consent": ("yes", "no", "verbal only", "not asked", "n/a"),
    "discussed_with_author": TRUTH,
    "lawfulness_unclear": TRUTH,
}
RULES: tuple[Values, ...] = (TELLING, NEED, WHO, PACKED)
TRUTHS = frozenset(name for rule in RULES for name, values in rule.items() if values[:3] == TRUTH)
"""The facts of a share that are true, false or unsure."""

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
    return _every({"parents_already_told": TRUTH, **LIMBS, **SENSITIVE}, NEEDED)


def the_four_told() -> Iterator[Facts]:
    """3.5  Every value of the four and of what they inherit; with no ground, a ground, and risk with no harm known."""
    for background in (NEEDED, NEEDED | CRIME, NEEDED | CONCERN):
        yield from _every({"parents_already_told": TRUTH, **TOLD_ITEMS}, background)


def need_to_know() -> Iterator[Facts]:
    """3.7, 3.11  Every value of the tests and of who the recipient is; told, and untold."""
    for background in (TOLD, NEEDED):
        yield from _every(NEED, background)


def who_may_disclose() -> Iterator[Facts]:
    """3.10  Every role, authorised or not, on each background."""
    for background in BACKGROUNDS:
        yield from _every(WHO, background)


def someone_elses_text() -> Iterator[Facts]:
    """4.1 to 4.3  Every value of what a pack brings; told, on a ground, and where nothing may be shared."""
    for background in (TOLD, NEEDED | HARMED | CONCERN, TOLD | {"information_relevant": "no"}):
        yield from _every(PACKED, background)


def pairs_across_rules() -> Iterator[Facts]:
    """Every two facts of different rules, with all values of both, on each background."""
    for one, other in combinations(RULES, 2):
        for first, second in product(one, other):
            for background in BACKGROUNDS:
                yield from _every({first: one[first], second: other[second]}, background)


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
        background = {name: value for part in (NEEDED, *parts) for name, value in part.items()}
        yield from _every(LIMBS, background)


def _every(values: Values, background: Facts) -> Iterator[Facts]:
    for combination in product(*values.values()):
        yield _laid(background, dict(zip(values, combination, strict=True)))


def _laid(background: Facts, values: Mapping[str, object]) -> Facts:
    """These values over a background; "parents_told_items.why" goes inside; None is a fact not given."""
    facts = dict(background)
    told: Facts = {}
    for name, value in values.items():
        outer, _, inner = name.partition(".")
        if value is not None:
            (told if inner else facts)[inner or outer] = value
    return facts | {"parents_told_items": told} if told else facts
