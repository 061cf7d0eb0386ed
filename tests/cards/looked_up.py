"""Which of our own words are looked up while something is made or drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from cards import words


@contextmanager
def looked_up() -> Iterator[set[str]]:
    """The keys of the words that are looked up meanwhile."""
    keys: set[str] = set()
    source = words.template_source

    def listening(key: str) -> Any:
        found = source(key)
        keys.add(key)
        return found

    with patch.object(words, "template_source", listening):
        yield keys
