"""The official Adaptive Card schema, asked part by part so that its answer names the part at fault."""

import json
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import ValidationError

from tests.cards.walking import Json

FREE = ("text", "label", "title", "value", "placeholder", "tooltip", "fallbackText", "verb", "id", "url")
"""Keys that take any text: what stands in them makes no difference to the schema."""


@cache
def _validator() -> Draft6Validator:
    text = resources.files("adaptive_cards").joinpath("schemas/schema-1.5.json").read_text("utf-8-sig")
    return Draft6Validator(json.loads(text))


def faults_of(card: Json) -> list[str]:
    """What the schema holds against a card: one line a fault, with its place."""
    body, actions = card["body"], card.get("actions", [])
    shell = {**card, "body": [], "actions": []}
    parts = [shell, *({**shell, "body": [part]} for part in body), *({**shell, "actions": [one]} for one in actions)]
    return [fault for part in parts for fault in _faults_of_shape(json.dumps(_shape(part)))]


def _shape(part: Any, key: str = "") -> Any:
    """The part with its free texts made alike, so that one shape is checked once."""
    if isinstance(part, dict):
        return {name: _shape(value, name) for name, value in part.items() if name != "data"}
    if isinstance(part, list | tuple):
        return [_shape(one, key) for one in part]
    return "x" if key in FREE and isinstance(part, str) else part


@cache
def _faults_of_shape(shape: str) -> tuple[str, ...]:
    return tuple(line for error in _validator().iter_errors(json.loads(shape)) for line in _deepest(error))


def _deepest(error: ValidationError) -> Iterator[str]:
    """The schema answers with one "matches none of these": what is at fault stands at the ends of its branches."""
    branches = error.context or []
    if not branches:
        yield f"{error.json_path}: {error.message[:200]}"
    farthest = max((len(branch.absolute_path) for branch in branches), default=0)
    for branch in branches:
        if len(branch.absolute_path) == farthest:
            yield from _deepest(branch)
