"""Whether a message says that somebody is in danger now or about to be, in any words.

Two readers are heard: one of the signs of danger in each clause and its tense, and one that reads words and what they
stand for as a question is read. They err on other messages.
"""

import math
import re
from array import array
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.model import Regression, read_regression
from dialogs.understanding.asked.pieces import pieces
from dialogs.understanding.asked.words import words_of
from dialogs.understanding.danger_signs import DATA, HAZARDS, Signs, features, signs_of

WEIGHTS = DATA / "urgent_weights.bin"
BUCKETS = 1 << 17
"""Features share these by their hash. The file holds one signed byte for each and for each number of the meaning, and
before them the scale of the ones, the scale of the others, and the start."""
MEANING = 1.0
"""How much the words' vectors count."""
HEAD = 12
CLASSES = ("calm", "urgent")
SECOND = "danger_"
"""How the names of the second reader's files begin."""
SECOND_COUNTS = 0.4
LEAST = 1e-9
"""The smallest share that counts."""
HOPELESS = -6.0
"""What the first reader says of most messages: the second could hardly make up for it, and is not heard."""

NEEDED = -2.1
"""The score from which on a message is urgent."""
FEWEST = 3

BUTTONS = re.compile(
    r"(?:the )?(?:(?:a |the )?child (?:is )?(?:now )?in (?:immediate )?danger|in danger(?: now)?|danger)"
    r"(?: now)?(?: act (?:0 st|now|first))?|act (?:0 st|now|first)|emergency|0|nine nine nine"
)
"""What stands on the red button and in the list of commands, in any spelling."""
LONGEST_BUTTON = 60
LONG = 40
"""Words, from which on each sentence is read by itself as well: the rest would drown it."""
SENTENCE_END = re.compile(r"[.!?\n]+\s")
NUMBER = re.compile(
    r"\W*(?:(?:please|quick|now|get|call|ring|dial|need|want|someone|somebody|i|we|me)\W+)*999"
    r"(?:\W+(?:please|now|quick|pls|plz|here|asap))*\W*",
    re.IGNORECASE,
)
"""The number, alone or asked for."""


@lru_cache(maxsize=64)  # a turn asks twice: before it begins, which needs no database, and in its one pass
def is_urgent(text: str) -> bool:
    """Whether somebody is in danger now or about to be. Found too often rather than missed: a miss costs far more."""
    signs = signs_of(text)
    if is_button(text, signs):
        return True
    if not any(letter.isalpha() for letter in text):
        return False
    lines = text.splitlines()
    if len(lines) > 1:  # a list: what its lines have in common is no sign
        return any(map(is_urgent, lines))
    parts = SENTENCE_END.split(text) if len(text.split()) > LONG else []
    return any(urgency(part) > 0 for part in (text, *parts))


def is_button(text: str, signs: Signs) -> bool:
    """Whether these are the red button's words or its number."""
    if NUMBER.fullmatch(text):
        return True
    if len(text) > LONGEST_BUTTON:
        return False
    words = [word for word in signs.words if word != "please"]
    return words != ["0"] and bool(BUTTONS.fullmatch(" ".join(words)))


def urgency(text: str) -> float:
    """How much speaks for danger, over what is needed: above nought it is urgent."""
    signs = signs_of(text)
    if tells_nothing(signs):
        return -1.0
    by_signs = _by_signs(signs)
    if by_signs < HOPELESS:
        return by_signs - NEEDED
    return by_signs + second_counts(_second().shares(words_of(text))["urgent"]) - NEEDED


def second_counts(urgent: float) -> float:
    """What the second reader's share for danger adds."""
    return SECOND_COUNTS * math.log(max(urgent, LEAST) / max(1 - urgent, LEAST))


def _by_signs(signs: Signs) -> float:
    model = _model()
    score = 0.0
    for names, share in features(signs):
        distinct = set(names)
        if distinct:
            score += (
                share
                / math.sqrt(len(distinct))
                * sum([model.weights[crc32(name.encode()) % BUCKETS] for name in distinct])
            )
    return model.start + model.scale * score + float(meaning(signs) @ model.meaning)


def tells_nothing(signs: Signs) -> bool:
    """Whether this is a word or two that name no danger, such as "purple"."""
    return len(signs.words) < FEWEST and HAZARDS.isdisjoint(signs.found)


def meaning(signs: Signs) -> NDArray[np.float64]:
    """Where a message's words lie together."""
    words = [word for word in signs.words if word not in ("?", "0")]
    return MEANING * pieces().vector(words, [1.0] * len(words))


def weighed(signs: Signs) -> dict[int, float]:
    """How much of each bucket a message holds. Each group of features counts the same however many it has."""
    amounts: dict[int, float] = {}
    for names, share in features(signs):
        distinct = dict.fromkeys(names)
        part = share / math.sqrt(len(distinct)) if distinct else 0.0
        for name in distinct:
            bucket = crc32(name.encode()) % BUCKETS
            amounts[bucket] = amounts.get(bucket, 0.0) + part
    return amounts


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: of each bucket, to be multiplied by `scale`. `meaning`: of each number of the meaning."""

    start: float
    scale: float
    weights: "array[int]"
    meaning: NDArray[np.float64]


@cache
def _model() -> Model:
    raw = WEIGHTS.read_bytes()
    head, weights = array("f"), array("b")
    head.frombytes(raw[:HEAD])
    weights.frombytes(raw[HEAD:])
    scale, meaning_scale, start = head
    return Model(start, scale, weights[:BUCKETS], meaning_scale * np.array(weights[BUCKETS:], np.float64))


@cache
def _second() -> Regression:
    return read_regression(SECOND, CLASSES)
