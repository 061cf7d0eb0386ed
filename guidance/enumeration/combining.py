"""How cases are made: every combination of some facts' values, laid over a background."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any

Values = Mapping[str, Sequence[object]]
"""Facts by name, each with its boundary values; None is a fact not given, "outer.inner" a fact inside another."""
Facts = dict[str, Any]
Several = tuple[Facts, ...]
Enumeration = Callable[[], Iterator[Facts]]

TRUTH = (False, True, "unsure")


def every(values: Values, *backgrounds: Facts) -> Iterator[Facts]:
    """Every combination of these values, over each background."""
    for background in backgrounds:
        for combination in product(*values.values()):
            yield laid(background, dict(zip(values, combination, strict=True)))


def pairs(rules: Sequence[Values], backgrounds: Several) -> Iterator[Facts]:
    """Every two facts of different rules, with all values of both, over each background."""
    for one, other in combinations(rules, 2):
        yield from across(one, other, backgrounds)


def across(one: Values, other: Values, backgrounds: Several) -> Iterator[Facts]:
    """Every fact of one rule with every fact of the other, with all values of both, over each background."""
    for first, second in product(one, other):
        yield from every({first: one[first], second: other[second]}, *backgrounds)


def laid(background: Facts, values: Mapping[str, object]) -> Facts:
    """These values over a background; "parents_told_items.why" goes inside; None is a fact not given."""
    facts = dict(background)
    for name, value in values.items():
        outer, _, inner = name.partition(".")
        if value is not None:
            facts[outer] = {**facts.get(outer, {}), inner: value} if inner else value
    return facts
