"""The keys of the words, and which of them were asked for while every state was drawn."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import cards
from cards import words
from tests.cards.drawn import as_sent
from tests.cards.of_approvals import every as every_approval
from tests.cards.states import BARE, CLOSED, FULL, every_state

FOLDER = Path(cards.__file__).parent


def leaves(table: Mapping[str, Any], under: str = "") -> Iterator[tuple[str, Any]]:
    """Every key with its words; a list of paragraphs is one key."""
    for name, value in table.items():
        key = f"{under}.{name}" if under else name
        if isinstance(value, Mapping):
            yield from leaves(value, key)
        else:
            yield key, value


@cache
def every_key() -> dict[str, Any]:
    """Every key of every file of words."""
    found: dict[str, Any] = {}
    for file in words.files():
        for key, value in leaves(tomllib.loads(file.read_text("utf-8"))):
            if key in found:
                raise ValueError(f"{key} stands twice")
            found[key] = value
    return found


@cache
def keys_asked_for() -> frozenset[str]:
    """The keys that are looked up while every state is drawn for both councils."""
    asked: set[str] = set()
    source = words.template_source

    def listening(key: str) -> Any:
        found = source(key)
        asked.add(key)
        return found

    with patch.object(words, "template_source", listening):
        for shown in every_state().values():
            as_sent(shown, FULL)
            as_sent(shown, BARE)
        for _, shown in every_approval():
            as_sent(shown, CLOSED)
    return frozenset(asked)


def sentences() -> Iterator[tuple[str, str]]:
    """Every piece of words with its key, paragraphs of a list one by one."""
    for key, value in every_key().items():
        for text in value if isinstance(value, list) else [value]:
            yield key, str(text)
