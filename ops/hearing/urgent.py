"""Learn from guidance/asked/urgent.tsv what is urgent: `python -m ops.hearing.urgent` writes the weights anew.

The same examples and words give the same bytes. `--held-out` writes nothing and reports instead, with each situation
left out in turn, how much of what is urgent is found and how much of what is calm is taken for it.
"""

import math
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dialogs.understanding.danger_signs import DATA, KNOWN_WORDS, lexicon, mended, tokens
from dialogs.understanding.urgency import BUCKETS, WEIGHTS, is_button, weighed

EXAMPLES = DATA / "urgent.tsv"
MISSPELT = ("typos", "text_speak")
COMMON = 3
FIT = 2.0
"""How closely the examples are followed: the weights' own size counts for 1."""
URGENT_COUNTS = 1.5
STEPS = 40
MEMORY = 8
THRESHOLD = -1.0
FOLDS = 5

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """A message, whether it is urgent, what happens in it and how it is written."""

    text: str
    urgent: bool
    situation: str
    voice: str


def read_examples(path: Path = EXAMPLES) -> list[Example]:
    """The examples, in their order."""
    lines = path.read_text("utf-8").splitlines()[1:]
    return [Example(text, label == "urgent", f"{label} {of}", voice) for text, label, of, voice in map(_cells, lines)]


def _cells(line: str) -> tuple[str, str, str, str]:
    text, label, situation, voice = line.split("\t")
    return text, label, situation, voice


def build() -> None:
    """Write the known words and the weights."""
    examples = read_examples()
    KNOWN_WORDS.write_text(known_words(examples), "utf-8")
    forget_words()
    WEIGHTS.write_bytes(packed(learn(examples)))


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
    mended.cache_clear()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The examples' buckets, one after another: `starts` is where each example begins."""

    buckets: NDArray[np.int64]
    amounts: Floats
    starts: NDArray[np.int64]
    rows: NDArray[np.int64]

    @classmethod
    def of(cls, weighed_texts: Sequence[dict[int, float]]) -> "Matrix":
        """The buckets of these messages."""
        sizes = [len(one) for one in weighed_texts]
        return cls(
            np.array([bucket for one in weighed_texts for bucket in one]),
            np.array([amount for one in weighed_texts for amount in one.values()]),
            np.cumsum([0, *sizes[:-1]]),
            np.repeat(np.arange(len(sizes)), sizes),
        )

    def scores(self, weights: Floats) -> Floats:
        """What the weights say of each example."""
        sums: Floats = np.add.reduceat(weights[self.buckets] * self.amounts, self.starts)
        return sums + float(weights[-1])

    def gradient(self, errors: Floats) -> Floats:
        """Which way each weight would have to go for these errors."""
        return np.append(
            np.bincount(self.buckets, weights=self.amounts * errors[self.rows], minlength=BUCKETS), errors.sum()
        )


def learn(examples: Sequence[Example], texts: Sequence[dict[int, float]] | None = None) -> Floats:
    """Logistic regression: a weight for each bucket and the start, last. From nought, with no chance in it."""
    matrix = Matrix.of(texts if texts is not None else [weighed(example.text) for example in examples])
    urgent = np.array([float(example.urgent) for example in examples])
    counts = FIT * np.where(urgent > 0, URGENT_COUNTS, 1.0)
    penalised = np.append(np.ones(BUCKETS), 0.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix.scores(weights)
        share = 1 / (1 + np.exp(-scores))
        fit = (counts * (np.logaddexp(0, scores) - urgent * scores)).sum()
        held = penalised * weights
        return float(fit + (held * weights).sum() / 2), matrix.gradient(counts * (share - urgent)) + held

    weights = np.zeros(BUCKETS + 1)
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
    """The weights as signed bytes, after their scale and the start, from which the threshold is taken."""
    scale = float(f"{np.abs(weights[:-1]).max() / 127:.2g}")
    start = round(float(weights[-1]) - THRESHOLD, 2)
    rounded = np.clip(np.round(weights[:-1] / scale), -127, 127).astype(np.int8)
    return array("f", [scale, start]).tobytes() + rounded.tobytes()


def held_out_scores(examples: Sequence[Example]) -> list[float]:
    """Each example's score by weights that never saw its situation, over the threshold."""
    texts = [weighed(example.text) for example in examples]
    folds = [zlib.crc32(example.situation.encode()) % FOLDS for example in examples]
    scores = [0.0] * len(examples)
    for fold in range(FOLDS):
        seen = [at for at, of in enumerate(folds) if of != fold]
        weights = learn([examples[at] for at in seen], [texts[at] for at in seen])
        for at, of in enumerate(folds):
            if of == fold:
                score = sum(amount * weights[bucket] for bucket, amount in texts[at].items()) + weights[-1]
                scores[at] = 99.0 if is_button(examples[at].text) else float(score) - THRESHOLD
    return scores


def interval(found: int, of: int) -> str:
    """A share with its 95% interval (Wilson)."""
    share, z = found / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{found} of {of}, {share:.1%} ({middle - half:.1%} to {middle + half:.1%})"


def report(*, errors: bool) -> None:
    """Print what was found by weights that never saw the situation."""
    examples = read_examples()
    scores = held_out_scores(examples)
    urgent = [score for score, example in zip(scores, examples, strict=True) if example.urgent]
    calm = [score for score, example in zip(scores, examples, strict=True) if not example.urgent]
    for threshold in (-2.0, -1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5):
        print(
            f"{threshold + THRESHOLD:5.2f}: found {interval(sum(score > threshold for score in urgent), len(urgent))};"
            f" false alarms {interval(sum(score > threshold for score in calm), len(calm))}"
        )
    if errors:
        for score, example in sorted(zip(scores, examples, strict=True), key=lambda pair: pair[0]):
            if (score > 0) != example.urgent:
                print(f"{score:6.2f} {example.situation[:28]:28} {example.text}")


if __name__ == "__main__":
    if "--held-out" in sys.argv:
        report(errors="--errors" in sys.argv)
    else:
        build()
