"""Small classifiers that guess an answer from a story's words, its length and its child's initial, and nothing else."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Numbers = NDArray[np.int64]
FOLDS, SHUFFLES = 10, 5


class Texts(NamedTuple):
    """How often each word is in each text; and how like each other two texts are, by count and by tf-idf."""

    counts: Table
    alike: Table
    alike_by_tf_idf: Table


class Asked(NamedTuple):
    """Which texts are learned from, what their answers are, and which texts are asked about."""

    learn: NDArray[np.bool_]
    answers: Numbers
    test: NDArray[np.bool_]


Guesser = Callable[[Texts, Asked], Table]
"""Returns, for each text that is asked about, a score of each answer."""


def guess(texts: Sequence[str], answers: Sequence[str], groups: Sequence[str]) -> tuple[dict[str, float], float]:
    """Return how often each guesser is right, and how often the commonest answer is, both in percent.

    Cross-validated, averaged over several shuffles; a group is learned from or asked about as a whole. Each guesser
    sees words, or words and pairs of words, and how often each is there or only whether; the best of the four counts.
    """
    answer = np.unique(np.array(answers), return_inverse=True)[1]
    group = np.unique(np.array(groups), return_inverse=True)[1]
    folds = [(np.random.default_rng(one).permutation(group.max() + 1) % FOLDS)[group] for one in range(SHUFFLES)]
    asked = [Asked(fold != one, answer[fold != one], fold == one) for fold in folds for one in range(FOLDS)]
    seen = [_texts(texts, pairs=pairs, once=once) for pairs in (False, True) for once in (False, True)]
    right = {name: max(_right(guesser, one, asked, answer) for one in seen) for name, guesser in GUESSERS.items()}
    return right, 100 * Counter(answers).most_common(1)[0][1] / len(answers)


def _right(guesser: Guesser, texts: Texts, asked: list[Asked], answer: Numbers) -> float:
    right = sum((guesser(texts, one).argmax(axis=1) == answer[one.test]).sum() for one in asked)
    return float(100 * right / (SHUFFLES * len(answer)))


def _texts(texts: Sequence[str], *, pairs: bool, once: bool) -> Texts:
    words = [re.findall(r"[a-z']+", text.lower()) for text in texts]
    bags = [Counter([*one, *(" ".join(two) for two in pairwise(one) if pairs)]) for one in words]
    vocabulary = sorted(set().union(*bags))
    counts = np.array([[bag[word] for word in vocabulary] for bag in bags], dtype=np.float64)
    if once:
        counts = np.minimum(counts, 1)
    weighed = counts * (np.log((1 + len(counts)) / (1 + (counts > 0).sum(axis=0))) + 1)
    weighed /= np.linalg.norm(weighed, axis=1, keepdims=True)
    return Texts(counts, counts @ counts.T, weighed @ weighed.T)


def _by_kind(asked: Asked) -> list[NDArray[np.bool_]]:
    return [asked.answers == kind for kind in range(asked.answers.max() + 1)]


def _naive_bayes(texts: Texts, asked: Asked) -> Table:
    known = texts.counts[asked.learn]
    totals = np.stack([known[kind].sum(axis=0) + 1 for kind in _by_kind(asked)])
    chances = np.log(totals / totals.sum(axis=1, keepdims=True))
    return np.asarray(texts.counts[asked.test] @ chances.T + _priors(asked))


def _naive_bayes_of_presence(texts: Texts, asked: Asked) -> Table:
    """Ask only whether a word is there, and weigh as well that one is not."""
    known, has = texts.counts[asked.learn] > 0, texts.counts[asked.test] > 0
    chance = np.stack([(known[kind].sum(axis=0) + 1) / (kind.sum() + 2) for kind in _by_kind(asked)])
    return np.asarray(has @ np.log(chance).T + ~has @ np.log(1 - chance).T + _priors(asked))


def _priors(asked: Asked) -> Table:
    return np.log([(kind.sum() + 1) / (len(kind) + 2) for kind in _by_kind(asked)])


def _logistic_regression(texts: Texts, asked: Asked) -> Table:
    return _regress(texts.alike, asked, strength=1)


def _logistic_regression_on_tf_idf(texts: Texts, asked: Asked) -> Table:
    return _regress(texts.alike_by_tf_idf, asked, strength=10)


def _regress(alike: Table, asked: Asked, strength: float) -> Table:
    """Score each answer against the rest, by Newton's way to the weights of the texts that are learned from."""
    alike = alike + 1
    known = alike[np.ix_(asked.learn, asked.learn)]
    weights = np.zeros((len(known), asked.answers.max() + 1))
    for column, kind in enumerate(_by_kind(asked)):
        for _ in range(NEWTON_STEPS):
            score = known @ weights[:, column]
            chance = 1 / (1 + np.exp(-score))
            slope = strength * chance * (1 - chance)
            wanted = slope * score + strength * (kind - chance)
            weights[:, column] = np.linalg.solve(np.eye(len(known)) + slope[:, None] * known, wanted)
    return np.asarray(alike[np.ix_(asked.test, asked.learn)] @ weights)


NEWTON_STEPS = 8


def _nearest(many: int) -> Guesser:
    def by_neighbours(texts: Texts, asked: Asked) -> Table:
        nearest = np.argsort(-texts.alike_by_tf_idf[np.ix_(asked.test, asked.learn)], axis=1)[:, :many]
        return np.stack([kind[nearest].sum(axis=1) for kind in _by_kind(asked)], axis=1).astype(np.float64)

    return by_neighbours


GUESSERS: dict[str, Guesser] = {
    "naive Bayes": _naive_bayes,
    "naive Bayes of presence": _naive_bayes_of_presence,
    "logistic regression": _logistic_regression,
    "logistic regression on tf-idf": _logistic_regression_on_tf_idf,
    "nearest story": _nearest(1),
    "three nearest stories": _nearest(3),
    "five nearest stories": _nearest(5),
}
