"""Refs of paragraphs as they are cited in texts."""

import re
from functools import cache

from guidance.paragraphs import paragraphs


@cache
def _pattern(ref: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.]){re.escape(ref)}(?!\d|\.\d|\([a-d]\))")


def cites(text: str, ref: str) -> bool:
    """Whether a text names this very paragraph: "3.9" is not cited by "3.9(a)", nor "3.1" by "3.12"."""
    return ref in text and _pattern(ref).search(text) is not None


def family(ref: str) -> frozenset[str]:
    """Return the paragraph with its parts: 3.5 with 3.5(a) to 3.5(d)."""
    return frozenset(other for other in paragraphs() if other == ref or other.startswith(f"{ref}("))
