"""Learn from guidance/asked/urgent.tsv what is urgent: `python -m ops.hearing.urgent` writes the weights anew.

The same examples and words give the same bytes. Everything ordinary is learned as calm too: the question bank, and
guidance/asked/ordinary.tsv. `--held-out` writes nothing and reports instead, with each situation left out in turn, how
much of what is urgent is found and how much of what is calm is taken for it.
"""

import math
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.asked.pieces import pieces
from dialogs.understanding.asked.words import words_of
from dialogs.understanding.danger_signs import (
    DATA,
    KNOWN_WORDS,
    MEANINGS,
    Signs,
    lexicon,
    meanings,
    mended,
    signs_of,
    tokens,
)
from dialogs.understanding.urgency import (
    BUCKETS,
    CLASSES,
    NEEDED,
    SECOND,
    WEIGHTS,
    is_button,
    meaning,
    second_counts,
    tells_nothing,
    weighed,
)
from ops.hearing import questions

EXAMPLES = DATA / "urgent.tsv"
ORDINARY = DATA / "ordinary.tsv"
IN_FORMS = (DATA / "typed.tsv", DATA / "choices.tsv")
CHOICES_PART = 6
"""One in so many answers to choices is learned from: all of them would drown what is urgent."""
MISSPELT = ("typos", "text_speak")
COMMON = 3
FIT = 2.0
"""How closely the examples are followed: the weights' own size counts for 1."""
URGENT_COUNTS, STORY_COUNTS = 1.75, 0.5
"""How much an urgent message counts, and a question that is told, full of the words of danger."""
STEPS = 40
MEMORY = 8
FOLDS = 5
GROUPS = (150, 500)
"""How many groups of like words there are, wide ones and narrow ones."""
GROUPING_ROUNDS = 12
SEEN = 2
"""In how many examples a word must be to help to make the groups; every other word goes to the group it is like."""
MARGINS = (-1.0, -0.5, 0.0, 0.5, 1.0)
"""How much more or less than what is needed the report counts with."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A message, whether it is urgent, what happens in it, how it is written and what it was written for."""

    text: str
    urgent: bool
    situation: str
    voice: str
    kind: str


def read_examples(path: Path = EXAMPLES) -> list[Example]:
    """What was written to be told apart, urgent and calm, in its order."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return [
        Example(text, label == "urgent", of, voice, label)
        for text, label, of, voice in (line.split("\t") for line in lines)
    ]


def read_ordinary() -> list[Example]:
    """What is typed every day and is never urgent: questions, answers in own words, corrections and news."""
    asked = [
        Example(one.text, urgent=False, situation=f"asked {one.situation}", voice=one.voice, kind="questions")
        for one in questions.read_examples()
    ]
    lines = ORDINARY.read_text("utf-8").splitlines()[1:]
    typed, choices = (path.read_text("utf-8").splitlines() for path in IN_FORMS)
    rows = [
        *(line.split("\t") for line in lines),
        *((text, f"{kind} {of}") for text, kind, _, of, _ in (line.split("\t") for line in typed[1:])),
        *((text, of) for text, of in _of_choices(choices) if not zlib.crc32(text.encode()) % CHOICES_PART),
    ]
    return asked + [
        Example(text, urgent=False, situation=f"typed {of}", voice="plain", kind="answers, corrections, news")
        for text, of in rows
    ]


def _of_choices(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for question, _, texts in (line.split("\t") for line in lines):
        yield from ((text, question) for text in texts.split("|"))


def read_all() -> list[Example]:
    """Every example, each text once: what was written to be told apart goes before what is ordinary."""
    kept: dict[str, Example] = {}
    for example in (*read_examples(), *read_ordinary()):
        kept.setdefault(example.text.lower(), example)
    return list(kept.values())


def build() -> None:
    """Write the known words, the groups of like words, and the weights of both readers."""
    KNOWN_WORDS.write_text(known_words(read_examples()), "utf-8")
    forget_words()
    examples = read_all()
    MEANINGS.write_text(like_words(examples), "utf-8")
    forget_words()
    matrix = Matrix.of([signs_of(one.text) for one in examples])
    WEIGHTS.write_bytes(packed(learn(matrix, urgent_of(examples), counts_of(examples))))
    questions.learn([words_of(one.text) for one in examples], targets_of(examples), CLASSES, SECOND)


def known_words(examples: Sequence[Example]) -> str:
    """The words that are rightly spelt in the examples, the common ones first, then an empty line and the rest."""
    spelling = lexicon().spelling
    counted = Counter(
        word
        for example in examples
        if example.voice not in MISSPELT
        for word in {word for token in tokens(example.text) for word in spelling.get(token, (token,))}
    )
    common = sorted(word for word, count in counted.items() if count >= COMMON)
    rare = sorted(word for word, count in counted.items() if count < COMMON)
    return "\n".join(common) + "\n\n" + "\n".join(rare) + "\n"


def forget_words() -> None:
    """Read the words anew at the next message."""
    lexicon.cache_clear()
    signs_of.cache_clear()
    mended.cache_clear()
    meanings.cache_clear()


def like_words(examples: Sequence[Example]) -> str:
    """Each word with the numbers of its groups: k-means on the words' vectors, from evenly spread beginnings."""
    counted = Counter(word for example in examples for word in signs_of(example.text).words)
    table = pieces().whole_words()
    names = [name for name in table if len(name) > 1]
    vectors = np.array([table[name] for name in names])
    vectors /= np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    seen = vectors[[at for at, name in enumerate(names) if counted[name] >= SEEN]]
    groups = [(vectors @ _middles(seen, many).T).argmax(axis=1) for many in GROUPS]
    return "".join(f"{name} {wide} {narrow}\n" for name, wide, narrow in zip(names, *groups, strict=True))


def _middles(vectors: Floats, many: int) -> Floats:
    """The middle of each group."""
    middles = vectors[np.linspace(0, len(vectors) - 1, many).astype(int)].copy()
    for _ in range(GROUPING_ROUNDS):
        nearest = (vectors @ middles.T).argmax(axis=1)
        middles = np.zeros_like(middles)
        np.add.at(middles, nearest, vectors)
        length = np.sqrt((middles * middles).sum(axis=1, keepdims=True))
        middles /= np.where(length == 0, 1, length)
    return np.asarray(middles)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The examples' buckets, one after another, and what each means. `starts` is where each example begins."""

    buckets: NDArray[np.int64]
    amounts: Floats
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]
    meanings: Floats

    @classmethod
    def of(cls, read: Sequence[Signs]) -> "Matrix":
        """What there is to weigh in these messages."""
        texts = [weighed(signs) for signs in read]
        sizes = [len(one) for one in texts]
        return cls(
            np.array([bucket for one in texts for bucket in one]),
            np.array([amount for one in texts for amount in one.values()]),
            np.cumsum([0, *sizes[:-1]]),
            np.repeat(np.arange(len(sizes)), sizes),
            np.array([meaning(signs) for signs in read]),
        )

    def only(self, kept: NDArray[np.bool_]) -> "Matrix":
        """These examples alone."""
        held = kept[self.rows]
        sizes = np.bincount(self.rows)[kept]
        return Matrix(
            self.buckets[held],
            self.amounts[held],
            np.cumsum([0, *sizes[:-1]]),
            np.repeat(np.arange(len(sizes)), sizes),
            self.meanings[kept],
        )

    def scores(self, weights: Floats) -> Floats:
        """What the weights say of each example."""
        sums: Floats = np.add.reduceat(weights[self.buckets] * self.amounts, self.starts)
        return sums + self.meanings @ weights[BUCKETS:-1] + float(weights[-1])

    def gradient(self, errors: Floats) -> Floats:
        """Which way each weight would have to go for these errors."""
        buckets = np.bincount(self.buckets, weights=self.amounts * errors[self.rows], minlength=BUCKETS)
        return np.concatenate((buckets, self.meanings.T @ errors, [errors.sum()]))


def urgent_of(examples: Sequence[Example]) -> Floats:
    """1 for each that is urgent, 0 for the others."""
    return np.array([float(example.urgent) for example in examples])


def targets_of(examples: Sequence[Example]) -> Floats:
    """1 for each example's class, 0 for the other, in the order of CLASSES."""
    urgent = urgent_of(examples)
    return np.column_stack((1 - urgent, urgent))


def counts_of(examples: Sequence[Example]) -> Floats:
    """How much each counts."""
    told = np.array([example.kind == "questions" and example.voice == questions.STORY for example in examples])
    return FIT * np.where(urgent_of(examples) > 0, URGENT_COUNTS, np.where(told, STORY_COUNTS, 1.0))


def learn(matrix: Matrix, urgent: Floats, counts: Floats) -> Floats:
    """Logistic regression: a weight for each bucket and each number of the meaning, and the start, last.

    From nought, with no chance in it.
    """
    size = BUCKETS + matrix.meanings.shape[1] + 1
    penalised = np.append(np.ones(size - 1), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix.scores(weights)
        share = 1 / (1 + np.exp(-scores))
        fit = (counts * (np.logaddexp(0, scores) - urgent * scores)).sum()
        held = penalised * weights
        return float(fit + (held * weights).sum() / 2), matrix.gradient(counts * (share - urgent)) + held

    weights = np.zeros(size)
    value, slope = loss(weights)
    past: list[tuple[Floats, Floats]] = []
    for _ in range(STEPS):
        step = _downhill(slope, past)
        length, down = 1.0, float((slope * step).sum())
        while True:
            moved = weights + length * step
            new_value, new_slope = loss(moved)
            if new_value <= value + 1e-4 * length * down or length < 1e-8:
                break
            length /= 2
        past = [*past[1 - MEMORY :], (moved - weights, new_slope - slope)]
        weights, value, slope = moved, new_value, new_slope
    return weights


def _downhill(slope: Floats, past: Sequence[tuple[Floats, Floats]]) -> Floats:
    """The way down of L-BFGS."""
    if not past:
        return -slope / max(1.0, math.sqrt((slope * slope).sum()))
    way, shares = slope.copy(), []
    for moved, turned in reversed(past):
        share = (moved * way).sum() / (moved * turned).sum()
        shares.append(share)
        way -= share * turned
    moved, turned = past[-1]
    way *= (moved * turned).sum() / (turned * turned).sum()
    for (moved, turned), share in zip(past, reversed(shares), strict=True):
        way += moved * (share - (turned * way).sum() / (moved * turned).sum())
    return -way


def packed(weights: Floats) -> bytes:
    """The weights as signed bytes, after the scales of both parts and the start."""
    parts = (weights[:BUCKETS], weights[BUCKETS:-1])
    scales = [float(f"{np.abs(part).max() / 127:.2g}") for part in parts]
    rounded = [
        np.clip(np.round(part / scale), -127, 127).astype(np.int8).tobytes()
        for part, scale in zip(parts, scales, strict=True)
    ]
    return array("f", [*scales, round(float(weights[-1]), 2)]).tobytes() + b"".join(rounded)


def held_out_scores(examples: Sequence[Example]) -> list[float]:
    """How far each example is over what is needed, by weights that never saw its situation."""
    read = [signs_of(example.text) for example in examples]
    matrix, urgent, counts = Matrix.of(read), urgent_of(examples), counts_of(examples)
    words, situations = [words_of(example.text) for example in examples], (example.situation for example in examples)
    second = questions.held_out_shares(words, targets_of(examples), situations, FOLDS)[:, 1]
    folds = np.array([zlib.crc32(example.situation.encode()) % FOLDS for example in examples])
    scores = np.zeros(len(examples))
    for fold in range(FOLDS):
        weights = learn(matrix.only(folds != fold), urgent[folds != fold], counts[folds != fold])
        scores[folds == fold] = matrix.only(folds == fold).scores(weights)
    return [
        99.0
        if is_button(example.text, signs)
        else -99.0
        if tells_nothing(signs)
        else float(score) + second_counts(share) - NEEDED
        for score, share, example, signs in zip(scores, second.tolist(), examples, read, strict=True)
    ]


def report(*, errors: bool) -> None:
    """Print what was found by weights that never saw the situation."""
    examples = read_all()
    scores = held_out_scores(examples)
    for margin in MARGINS:
        print(f"{margin:+.2f}")
        for kind in dict.fromkeys(example.kind for example in examples):
            taken = [score > margin for score, one in zip(scores, examples, strict=True) if one.kind == kind]
            print(f"    {kind}: {questions.interval(sum(taken), len(taken))}")
    if errors:
        for score, example in sorted(zip(scores, examples, strict=True), key=lambda pair: pair[0]):
            if (score > 0) != example.urgent:
                print(f"{score:6.2f} {example.situation[:28]:28} {example.text}")


if __name__ == "__main__":
    if "--held-out" in sys.argv:
        report(errors="--errors" in sys.argv)
    else:
        build()
