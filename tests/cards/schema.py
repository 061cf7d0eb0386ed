"""The official Adaptive Card schema, and what it holds against a card."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources

from jsonschema_rs import Draft6Validator, ValidationError, ValidationErrorKind

from tests.cards.walking import Json


@cache
def _validator() -> Draft6Validator:
    text = resources.files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8-sig")
    return Draft6Validator(json.loads(text))


def faults_of(card: Json) -> list[str]:
    """What the schema holds against a card: one line a fault, with its place."""
    return [line for error in _validator().iter_errors(card) for line in _deepest(error)]


def _deepest(error: ValidationError) -> Iterator[str]:
    """The schema answers with one "matches none of these": what is at fault is at the ends of its branches."""
    if not isinstance(error.kind, ValidationErrorKind.AnyOf):
        yield f"{error.instance_path}: {error.message[:200]}"
        return
    branches = [inner for branch in error.kind.context for inner in branch]
    farthest = max(len(inner.instance_path) for inner in branches)
    for inner in branches:
        if len(inner.instance_path) == farthest:
            yield from _deepest(inner)
