"""Conditions in words, from the docstrings of their predicates.

A docstring may open with its paragraphs and two spaces ("3.9  ..."). A function that makes predicates writes the name
of a parameter in braces ("the worker ticked {reasons}"), and what it was given is named there as people read it.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cards.pages.labels import value_label
from cards.words import render_text
from dialogs.engine.flow import Flow
from guidance.rule import always

Predicate = Callable[..., Any] | tuple[Callable[..., Any] | None, ...] | None
"""A condition, or several that all have to apply; None always applies."""


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence of a condition, its paragraphs, and what each place in braces is filled with."""

    sentence: str
    refs: str = ""
    places: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def render(self) -> str:
        """Return the sentence with its places filled, and its paragraphs in brackets behind it."""
        filled = {name: _either(values) for name, values in self.places}
        said = self.sentence.format_map(filled) if filled else self.sentence
        return f"{said} ({self.refs})" if self.refs else said


def describe(flow: Flow, predicate: Predicate, besides: Iterable[Predicate] = ()) -> str:
    """Return the condition as a sentence without its full stop; empty when it has no words or always applies.

    `besides`: what all of these conditions share is left out, since it is said elsewhere.
    """
    shared = _shared([_parts(flow, other) for other in besides])
    return _all_of(part for part in _parts(flow, predicate) if part not in shared)


def describe_shared(flow: Flow, predicates: Iterable[Predicate]) -> str:
    """Return what all of these conditions share; empty when they share nothing."""
    return _all_of(_shared([_parts(flow, predicate) for predicate in predicates]))


def describe_any(flow: Flow, predicates: Iterable[Predicate]) -> str:
    """Return one sentence that says when at least one of these conditions applies."""
    each = list(dict.fromkeys(_parts(flow, predicate) for predicate in predicates))
    shared = _shared(each)
    rests = [tuple(part for part in parts if part not in shared) for parts in each]
    if not all(rests):
        return _all_of(shared)
    apart = _merged(rests)
    if len(apart) == 1:
        return _all_of((*shared, *apart[0]))
    listed = f", {render_text('pages.or')} ".join(lowered(_all_of(parts)) for parts in apart)
    if shared:
        return f"{_all_of(shared)}, {render_text('pages.and_either')} {listed}"
    return f"{render_text('pages.either')} {listed}"


def lowered(sentence: str) -> str:
    """Return a sentence that goes on behind other words: its first letter small, unless it is a word in capitals."""
    first = sentence.partition(" ")[0]
    return sentence if first[1:2].isupper() or first == "I" else sentence[:1].lower() + sentence[1:]


def _parts(flow: Flow, predicate: Predicate) -> tuple[Part, ...]:
    """Return the sentences that must all be true, each once."""
    if predicate is None or predicate is always:
        return ()
    if isinstance(predicate, tuple):
        return tuple(dict.fromkeys(part for one in predicate for part in _parts(flow, one)))
    if predicate.__doc__:
        return (_read(predicate.__doc__),)
    maker = predicate.__globals__.get(predicate.__qualname__.partition(".")[0])
    if maker is None or not maker.__doc__ or "<locals>" not in predicate.__qualname__:
        return ()
    return (_made(flow, _read(maker.__doc__), inspect.getclosurevars(predicate).nonlocals),)


def _shared(each: list[tuple[Part, ...]]) -> tuple[Part, ...]:
    return tuple(part for part in each[0] if all(part in parts for parts in each)) if each else ()


def _made(flow: Flow, read: Part, given: Mapping[str, Any]) -> Part:
    """Fill the places of a docstring with what its function was given. Raises KeyError where nothing was."""
    places: list[tuple[str, tuple[str, ...]]] = []
    refs = read.refs
    for name in re.findall(r"{(\w+)}", read.sentence):
        value = given[name]
        if callable(value):
            (inner,) = _parts(flow, value)
            refs = inner.refs or refs
            places.append((name, (lowered(Part(inner.sentence, "", inner.places).render()),)))
        else:
            codes = value if isinstance(value, tuple) else (value,)
            places.append((name, tuple(value_label(flow, name, code) for code in codes)))
    return Part(read.sentence, refs, tuple(places))


def _read(docstring: str) -> Part:
    first = inspect.cleandoc(docstring).partition("\n\n")[0]
    refs, apart, sentence = first.partition("  ")
    if not apart:
        refs, sentence = "", first
    sentence = " ".join(sentence.split()).rstrip(".").removeprefix("Whether ")
    return Part(sentence[:1].upper() + sentence[1:], refs)


def _merged(conditions: list[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """Put single sentences that differ only in what fills them into one."""
    found: dict[object, tuple[Part, ...]] = {}
    for parts in conditions:
        key = parts[0].sentence if len(parts) == 1 else parts
        before = found.get(key)
        found[key] = (_joined(before[0], parts[0]),) if before else parts
    return list(found.values())


def _joined(one: Part, other: Part) -> Part:
    places = zip(one.places, other.places, strict=True)
    return Part(
        one.sentence,
        one.refs,
        tuple((name, tuple(dict.fromkeys((*values, *more)))) for (name, values), (_, more) in places),
    )


def _all_of(parts: Iterable[Part]) -> str:
    return f", {render_text('pages.and')} ".join(_continued(part.render() for part in parts))


def _continued(sentences: Iterable[str]) -> Iterator[str]:
    for number, sentence in enumerate(sentences):
        yield lowered(sentence) if number else sentence


def _either(values: tuple[str, ...]) -> str:
    *others, last = values
    return f"{', '.join(others)} {render_text('pages.or')} {last}" if others else last
