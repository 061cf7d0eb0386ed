"""The cases of a first conversation with parents."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, across, every
from guidance.enumeration.facts_of_rules import LIMBS, SENSITIVE, WHO
from guidance.fact_values import every_value, parts_of
from guidance.facts import Covered, FirstContactFacts

COVERED: Values = every_value(FirstContactFacts, *parts_of(FirstContactFacts, "covered"), or_not_given=True)
BYSTANDERS: Values = {"parents_already_told": TRUTH, **LIMBS, **SENSITIVE, **WHO}
"""Facts of every flow that 3.3 to 3.6 do not ask about."""
ALL_SAID: Facts = {"covered": dict.fromkeys(Covered.model_fields, True)}
NOTHING_SAID: Facts = {"covered": {}}
BACKGROUNDS: Several = (ALL_SAID, NOTHING_SAID)


def said_or_not() -> Iterator[Facts]:
    """3.3 to 3.6  Every combination of points said and not said."""
    return every(dict.fromkeys(COVERED, (True, False)), {})


def two_points() -> Iterator[Facts]:
    """3.3 to 3.6  Every two points with all values of both, the others all said or none."""
    for one, other in combinations(COVERED, 2):
        yield from every({one: COVERED[one], other: COVERED[other]}, *BACKGROUNDS)


def what_is_not_asked() -> Iterator[Facts]:
    """3.3 to 3.6  Every point with every fact that does not matter to it."""
    return across(COVERED, BYSTANDERS, BACKGROUNDS)


ENUMERATIONS: Mapping[str, Enumeration] = {
    "said or not": said_or_not,
    "two points": two_points,
    "what is not asked": what_is_not_asked,
}
