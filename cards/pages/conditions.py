"""A condition in words: the docstring of the predicate, with what it was made from where it was made by another."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

Predicate = Callable[..., Any]


def in_words(predicate: Predicate) -> str:
    """The condition as a sentence without its full stop, its paragraphs in brackets behind it; empty when it has none.

    A predicate made by a function ("reason_given('risk')") is said in that function's words and what it was given.
    """
    if predicate.__doc__:
        return _said(predicate.__doc__)
    made_by = predicate.__globals__.get(predicate.__qualname__.partition(".")[0])
    if made_by is None or not made_by.__doc__ or "<locals>" not in predicate.__qualname__:
        return ""
    given = inspect.getclosurevars(predicate).nonlocals.values()
    with_what = ", ".join(part for value in given for part in _given(value))
    return f"{_said(made_by.__doc__)}: {with_what}" if with_what else _said(made_by.__doc__)


def _given(value: object) -> Iterator[str]:
    if callable(value):
        yield in_words(value)
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _given(part)
    else:
        yield str(value).replace("_", " ")


def _said(docstring: str) -> str:
    first = docstring.strip().partition("\n\n")[0]
    refs, apart, sentence = first.partition("  ")
    if not apart:
        refs, sentence = "", first
    sentence = " ".join(sentence.split()).rstrip(".")
    return f"{sentence} ({refs})" if refs else sentence
