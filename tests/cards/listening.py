"""Which words are looked up while something is drawn or made."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from cards import words


@contextmanager
def keys_looked_up() -> Iterator[set[str]]:
    """The keys that are looked up inside the block."""
    asked: set[str] = set()
    source = words.template_source

    def listening(key: str) -> Any:
        found = source(key)
        asked.add(key)
        return found

    with patch.object(words, "template_source", listening):
        yield asked
