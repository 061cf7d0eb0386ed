"""Whether a message says that somebody is in danger now or about to be, in any words."""

import re
import zlib
from array import array
from functools import cache
from math import sqrt

from dialogs.understanding.danger_signs import DATA, features, signs_of

WEIGHTS = DATA / "urgent_weights.bin"
BUCKETS = 1 << 15
"""Features share these by their hash. The file holds one signed byte for each, with the scale and the start before."""

BUTTONS = re.compile(
    r"(?:the )?(?:(?:a |the )?child (?:is )?(?:now )?in (?:immediate )?danger|in danger(?: now)?|danger)"
    r"(?: now)?(?: act (?:0 st|now|first))?|act (?:0 st|now|first)|emergency|0|nine nine nine"
)
"""What stands on the red button and in the list of commands, in any spelling."""
LONG = 40
"""Words, from which on each sentence is read by itself as well: the rest would drown it."""
SENTENCE_END = re.compile(r"[.!?\n]+\s")
NUMBER = re.compile(r"\W*999\W*")


def is_urgent(text: str) -> bool:
    """Whether somebody is in danger now or about to be. Found too often rather than missed: a miss costs far more."""
    if is_button(text):
        return True
    if not any(letter.isalpha() for letter in text):
        return False
    parts = SENTENCE_END.split(text) if len(text.split()) > LONG else []
    return any(urgency(part) > 0 for part in (text, *parts))


def is_button(text: str) -> bool:
    """Whether these are the red button's words."""
    if NUMBER.fullmatch(text):
        return True
    words = [word for word in signs_of(text).words if word != "please"]
    return words != ["0"] and bool(BUTTONS.fullmatch(" ".join(words)))


def urgency(text: str) -> float:
    """How much speaks for danger: above nought it does."""
    start, weights = _weights()
    return start + sum(amount * weights[bucket] for bucket, amount in weighed(text).items())


def weighed(text: str) -> dict[int, float]:
    """How much of each bucket a message holds. Each group of features counts the same however many it has."""
    amounts: dict[int, float] = {}
    for names, share in features(signs_of(text)):
        distinct = dict.fromkeys(names)
        part = share / sqrt(len(distinct)) if distinct else 0.0
        for name in distinct:
            bucket = zlib.crc32(name.encode()) % BUCKETS
            amounts[bucket] = amounts.get(bucket, 0.0) + part
    return amounts


@cache
def _weights() -> tuple[float, list[float]]:
    raw = WEIGHTS.read_bytes()
    head, bytes_ = array("f"), array("b")
    head.frombytes(raw[:8])
    bytes_.frombytes(raw[8:])
    scale, start = head
    return start, [scale * byte for byte in bytes_]
