"""The built model: a softmax regression over paragraphs, gaps and "none of these", read from guidance/asked."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.features import WORDS, features
from dialogs.understanding.asked.pieces import DATA, Lookup, pieces, read_lines, read_mapped
from dialogs.understanding.asked.words import Words, words_of, words_of_question

CLASSES = DATA / "classes.txt"
SHARES = {"w": 1.5, "c": 1.2, "k": 0.9, "q": 1.0}
"""How much each block of features counts."""
MEANING = 0.9
"""How much the words' vectors count."""
RARITY_OF_UNKNOWN = 7.0
SHORTEST_WORD, FEWEST_WORDS = 3, 3
"""Letters of a word, and how many such words, that say whether a text is in words that were learned."""
COMMON = 2.5
"""A word's part in the vector: its rarity less this, and never under a tenth."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`names`: where each feature's weights stand. `rarity`: in how few of the examples it is."""

    names: Lookup
    rarity: NDArray[np.float64]

    def weigh(self, words: Words) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """The rows of a message's features, and how much of each there is."""
        blocks = features(words)
        names = [*chain.from_iterable(blocks.values())]
        counts = chain.from_iterable(counted.values() for counted in blocks.values())
        rows = self.names.rows(names)
        amounts = self.rarity[rows] * [1 + math.log(count) if count > 1 else 1.0 for count in counts]
        amounts[rows < 0] = 0.0
        begin = 0
        for block, counted in blocks.items():
            part = amounts[begin : begin + len(counted)]
            length = math.sqrt(sum((part * part).tolist())) or 1.0  # in order: the build is the same everywhere
            part *= SHARES[block]
            part /= length
            begin += len(counted)
        known = amounts.nonzero()[0]
        return rows[known], amounts[known]

    def meaning(self, words: Words) -> NDArray[np.float64]:
        """Where a message's words lie together; rare words count for more."""
        rows = self.names.rows([f"{WORDS}\t{stem}" for stem in words.stems])
        rarity = np.where(rows >= 0, self.rarity[rows], RARITY_OF_UNKNOWN)
        return MEANING * pieces().vector(words.plain, np.maximum(rarity - COMMON, 0.1).tolist())


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
        if len(rows):
            scores = scores + amounts @ self.weights[:, among][rows]
        raised = np.exp(scores - scores.max())
        return dict(zip(self.classes[among], (raised / raised.sum()).tolist(), strict=True))

    @cached_property
    def _of_meaning(self) -> NDArray[np.float64]:
        return self.weights[len(self.vocabulary.names) :].astype(np.float64)

    def save(self, name: str, features: Iterable[str]) -> None:
        """Write it, and the names of the features in order, as three files whose names begin like this."""
        (DATA / f"{name}features.txt").write_text("".join(f"{one}\n" for one in features), "utf-8")
        np.save(DATA / f"{name}rarity.npy", self.vocabulary.rarity.astype(np.float16))
        np.save(DATA / f"{name}weights.npy", self.weights.astype(np.float16))


def read_regression(name: str, classes: tuple[str, ...]) -> Regression:
    """The regression whose files begin like this."""
    rarity = np.load(DATA / f"{name}rarity.npy").astype(np.float64)
    vocabulary = Vocabulary(Lookup(read_lines(DATA / f"{name}features.txt")), rarity)
    return Regression(vocabulary, classes, read_mapped(DATA / f"{name}weights.npy"))


@dataclass(frozen=True, slots=True)
class Known:
    """What the examples tell of a paragraph, a gap or "none of these".

    `flow`: the one that a question about it mostly leads to. `companions`: the paragraphs that answer most of the
    questions about it as well. `common`: its part of all examples.
    """

    flow: str
    companions: frozenset[str]
    common: float


@dataclass(frozen=True, slots=True)
class Model:
    """The paragraphs, gaps and "none of these" that a question can be about."""

    regression: Regression
    known: Mapping[str, Known]

    def shares(self, text: str) -> dict[str, float]:
        """How likely each is; the shares make one."""
        return self.regression.shares(words_of_question(text))

    def knows_nothing_of(self, text: str) -> bool:
        """Whether it has three words or more and none of them was learned: another language, or keys at random."""
        stems = [f"{WORDS}\t{stem}" for stem in words_of(text).stems if len(stem) >= SHORTEST_WORD]
        return len(stems) >= FEWEST_WORDS and bool((self.regression.vocabulary.names.rows(stems) < 0).all())


@cache
def model() -> Model:
    """The one model, read once."""
    classes = [line.split("\t") for line in read_lines(CLASSES)]
    known = {
        name: Known(flow, frozenset(filter(None, also.split(","))), float(common))
        for name, flow, also, common in classes
    }
    return Model(read_regression("", tuple(known)), known)
