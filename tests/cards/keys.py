"""The keys of the words, and which of them were asked for while every state was drawn."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import cards
from cards import words

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


def sentences() -> Iterator[tuple[str, str]]:
    """Every piece of words with its key, paragraphs of a list one by one."""
    for key, value in every_key().items():
        for text in value if isinstance(value, list) else [value]:
            yield key, str(text)
