"""The built model: a softmax regression over paragraphs, gaps and "none of these", read from guidance/asked."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.features import features
from dialogs.understanding.asked.pieces import DATA, pieces
from dialogs.understanding.asked.words import Words, words_of

FEATURES = DATA / "features.txt"
RARITY = DATA / "rarity.npy"
WEIGHTS = DATA / "weights.npy"
CLASSES = DATA / "classes.txt"
SHARES = {"w": 1.5, "c": 1.2, "k": 0.9}
"""How much each block of features counts."""
MEANING = 0.9
"""How much the words' vectors count."""
COMMON = 2.5
"""A word's part in the vector: its rarity less this, and never under a tenth."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`rows`: where each feature's weights stand. `rarity`: in how few of the examples it is."""

    rows: dict[str, int]
    rarity: NDArray[np.float64]

    def weigh(self, words: Words) -> tuple[list[int], list[float]]:
        """The rows of a message's features, and how much of each there is."""
        rows: list[int] = []
        amounts: list[float] = []
        for block, counted in features(words).items():
            known = [(self.rows[name], count) for name, count in _named(block, counted) if name in self.rows]
            found = [row for row, _ in known]
            amount = [(1 + math.log(count)) * float(self.rarity[row]) for row, count in known]
            length = math.sqrt(sum(part * part for part in amount))
            rows += found
            amounts += [SHARES[block] * part / length for part in amount]
        return rows, amounts

    def meaning(self, words: Words) -> NDArray[np.float64]:
        """Where a message's words lie together; rare words count for more."""
        rarity = [self.rarity[self.rows[name]] if (name := f"w\t{stem}") in self.rows else 7.0 for stem in words.stems]
        return MEANING * pieces().vector(list(words.plain), [max(float(rare) - COMMON, 0.1) for rare in rarity])


def _named(block: str, counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return [(f"{block}\t{name}", count) for name, count in counted.items()]


@dataclass(frozen=True, slots=True)
class Model:
    """`weights`: a row for each feature, then for each part of the vector, then one for no feature at all.

    `flows`: the flow that a question about each paragraph mostly leads to. `companions`: the paragraphs that answer
    most of the questions about it as well.
    """

    vocabulary: Vocabulary
    flows: dict[str, str]
    companions: dict[str, frozenset[str]]
    weights: NDArray[np.float32]

    def shares(self, text: str) -> dict[str, float]:
        """How likely each class is; the shares make one."""
        words = words_of(text)
        rows, amounts = self.vocabulary.weigh(words)
        size = len(self.vocabulary.rows)
        scores = np.array(amounts) @ self.weights[rows] if rows else np.zeros(len(self.flows))
        scores = scores + self.vocabulary.meaning(words) @ self.weights[size:-1] + self.weights[-1]
        raised = np.exp(scores - scores.max())
        return dict(zip(self.flows, (raised / raised.sum()).tolist(), strict=True))


def read_lines(written: str) -> list[str]:
    """The lines of a file that was written with one name a line."""
    return written.split("\n")[:-1]


@cache
def model() -> Model:
    """The one model, read once."""
    names = read_lines(FEATURES.read_text("utf-8"))
    vocabulary = Vocabulary({name: row for row, name in enumerate(names)}, np.load(RARITY).astype(np.float64))
    classes = [line.split("\t") for line in read_lines(CLASSES.read_text("utf-8"))]
    flows = {name: flow for name, flow, _ in classes}
    companions = {name: frozenset(filter(None, also.split(","))) for name, _, also in classes}
    return Model(vocabulary, flows, companions, np.load(WEIGHTS).astype(np.float32))
