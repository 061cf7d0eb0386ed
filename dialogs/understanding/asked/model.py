"""The built model: a softmax regression over paragraphs, gaps and "none of these", read from guidance/asked."""

import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.features import features
from dialogs.understanding.asked.pieces import DATA, pieces, read_mapped
from dialogs.understanding.asked.words import Words, words_of

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
    rarity: Sequence[float]

    def weigh(self, words: Words) -> tuple[list[int], list[float]]:
        """The rows of a message's features, and how much of each there is."""
        rows: list[int] = []
        amounts: list[float] = []
        for block, counted in features(words).items():
            known = [(row, n) for name, n in counted.items() if (row := self.rows.get(name)) is not None]
            found = [row for row, _ in known]
            amount = [self.rarity[row] * (1 + math.log(count) if count > 1 else 1.0) for row, count in known]
            length = math.sqrt(sum(part * part for part in amount))
            rows += found
            amounts += [SHARES[block] * part / length for part in amount]
        return rows, amounts

    def meaning(self, words: Words) -> NDArray[np.float64]:
        """Where a message's words lie together; rare words count for more."""
        rarity = [self.rarity[self.rows[name]] if (name := f"w\t{stem}") in self.rows else 7.0 for stem in words.stems]
        return MEANING * pieces().vector(list(words.plain), [max(rare - COMMON, 0.1) for rare in rarity])


@dataclass(frozen=True)
class Regression:
    """A softmax regression. `weights`: a row for each feature, then for each part of the vector, then one for no
    feature at all; a column for each class."""

    vocabulary: Vocabulary
    classes: tuple[str, ...]
    weights: NDArray[np.floating[Any]]

    def shares(self, words: Words, among: slice = slice(None)) -> dict[str, float]:
        """How likely each class is, of all or of some that stand together; the shares make one."""
        rows, amounts = self.vocabulary.weigh(words)
        of_meaning = self._of_meaning[:, among]
        scores = self.vocabulary.meaning(words) @ of_meaning[:-1] + of_meaning[-1]
        if rows:
            scores = scores + np.array(amounts) @ self.weights[:, among][rows]
        raised = np.exp(scores - scores.max())
        return dict(zip(self.classes[among], (raised / raised.sum()).tolist(), strict=True))

    @cached_property
    def _of_meaning(self) -> NDArray[np.float64]:
        return self.weights[len(self.vocabulary.rows) :].astype(np.float64)

    def save(self, name: str) -> None:
        """Write it as three files whose names begin like this."""
        (DATA / f"{name}features.txt").write_text("".join(f"{one}\n" for one in self.vocabulary.rows), "utf-8")
        np.save(DATA / f"{name}rarity.npy", np.array(self.vocabulary.rarity, np.float16))
        np.save(DATA / f"{name}weights.npy", self.weights.astype(np.float16))


def read_regression(name: str, classes: tuple[str, ...]) -> Regression:
    """The regression whose files begin like this."""
    names = read_lines((DATA / f"{name}features.txt").read_text("utf-8"))
    rarity = np.load(DATA / f"{name}rarity.npy").astype(np.float64)
    vocabulary = Vocabulary({one: row for row, one in enumerate(names)}, array("d", rarity.tobytes()))
    return Regression(vocabulary, classes, read_mapped(DATA / f"{name}weights.npy"))


@dataclass(frozen=True, slots=True)
class Model:
    """The paragraphs, gaps and "none of these" that a question can be about.

    `flows`: the flow that a question about each paragraph mostly leads to. `companions`: the paragraphs that answer
    most of the questions about it as well.
    """

    regression: Regression
    flows: dict[str, str]
    companions: dict[str, frozenset[str]]

    def shares(self, text: str) -> dict[str, float]:
        """How likely each is; the shares make one."""
        return self.regression.shares(words_of(text))


def read_lines(written: str) -> list[str]:
    """The lines of a file that was written with one name a line."""
    return written.split("\n")[:-1]


@cache
def model() -> Model:
    """The one model, read once."""
    classes = [line.split("\t") for line in read_lines(CLASSES.read_text("utf-8"))]
    flows = {name: flow for name, flow, _ in classes}
    companions = {name: frozenset(filter(None, also.split(","))) for name, _, also in classes}
    return Model(read_regression("", tuple(flows)), flows, companions)
