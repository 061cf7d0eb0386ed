"""The values that a fact may take, read from the models in `guidance/facts.py`: declared there and nowhere else."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from guidance.facts import Facts

UNSURE = "unsure"
Values = dict[str, tuple[object, ...]]
"""Facts by name with their values; "outer.inner" is a fact inside another."""


@cache
def values_of(model: type[Facts], fact: str) -> tuple[object, ...]:
    """Return the values that a fact of this model may take: truths first, then "unsure" with them, then the others.

    Of a list of kinds, its kinds; of a free text, none. Raises KeyError for a fact that the model does not have.
    """
    values = tuple(dict.fromkeys(_values(_annotation(model, fact))))
    if bool not in {type(value) for value in values}:
        return values
    return tuple(sorted(values, key=lambda value: (type(value) is not bool, value != UNSURE)))


def every_value(model: type[Facts], *facts: str, or_not_given: bool = False) -> Values:
    """Return these facts with all their values, and None (not given) last where that is asked for."""
    return {fact: (*values_of(model, fact), *((None,) if or_not_given else ())) for fact in facts}


def parts_of(model: type[Facts], fact: str) -> tuple[str, ...]:
    """Return the names of the facts inside this one, such as "parents_told_items.why"; none where it holds none."""
    shape = _shape(model, fact)
    return tuple(f"{fact}.{part}" for part in shape.model_fields) if shape else ()


def _annotation(model: type[Facts], fact: str) -> Any:
    outer, _, inner = fact.partition(".")
    return _shape(model, outer).model_fields[inner].annotation if inner else model.model_fields[outer].annotation


def _shape(model: type[Facts], fact: str) -> Any:
    annotation = model.model_fields[fact].annotation
    return next((part for part in (annotation, *get_args(annotation)) if hasattr(part, "model_fields")), None)


def _values(annotation: Any) -> Iterator[object]:
    origin = get_origin(annotation)
    if annotation is bool:
        yield from (False, True)
    elif origin is Literal:
        yield from get_args(annotation)
    elif origin is Annotated:
        yield from _values(get_args(annotation)[0])
    elif origin in (Union, UnionType, list):
        for part in get_args(annotation):
            yield from _values(part)
