"""Rows of choices in which every two values of two variables appear together at least once: a small greedy covering.

The same rows every time. `SOAK` names one model whose every combination is wanted instead, for a long run.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, product

SOAK = ""
"""The name of one model (see `enumerated.py`); its whole product is then gone through, which may take hours."""

Model = Mapping[str, Sequence[Hashable]]
Row = dict[str, Hashable]
_Value = tuple[str, int]


def rows_of(name: str, model: Model) -> Iterator[Row]:
    """The rows of this model: every pair of values, or the whole product where it is the one to be soaked."""
    return every_row(model) if name == SOAK else covering(model)


def every_row(model: Model) -> Iterator[Row]:
    """Every combination."""
    return (dict(zip(model, values, strict=True)) for values in product(*model.values()))


def covering(model: Model) -> Iterator[Row]:
    """Rows until every two values of two variables have appeared together."""
    left = _pairs(model)
    while left:
        chosen = dict(min(left, key=sorted))
        for name in model:
            if name not in chosen:
                chosen[name] = _best(name, chosen, model, left)
        left -= {frozenset(pair) for pair in combinations(chosen.items(), 2)}
        yield {name: model[name][chosen[name]] for name in model}


def _pairs(model: Model) -> set[frozenset[_Value]]:
    values = {name: [(name, place) for place in range(len(options))] for name, options in model.items()}
    return {frozenset(pair) for one, other in combinations(values, 2) for pair in product(values[one], values[other])}


def _best(name: str, chosen: Mapping[str, int], model: Model, left: set[frozenset[_Value]]) -> int:
    """The value that brings the most new pairs with those chosen; the first of several."""

    def brings(place: int) -> int:
        return sum(frozenset({(name, place), other}) in left for other in chosen.items())

    return max(range(len(model[name])), key=lambda place: (brings(place), -place))
