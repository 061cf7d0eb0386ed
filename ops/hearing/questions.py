"""Build the question model from guidance/asked/questions.tsv: the same bytes from the same examples, every time.

`--held-out` writes nothing and reports instead, with each situation left out in turn, how well it reads questions that
stand alone and those with which something is told.
"""

import csv
import math
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from dialogs.understanding.asked.asking import FEWEST_REFS, Asked, asked_of, family, tells_something
from dialogs.understanding.asked.features import features
from dialogs.understanding.asked.model import CLASSES, Known, Regression, Vocabulary
from dialogs.understanding.asked.pieces import DATA, Lookup
from dialogs.understanding.asked.words import Words, words_of_question

QUESTIONS = DATA / "questions.tsv"
SMOOTHING = 0.25
"""Holds the weights small: the higher, the less is made of a single example."""
BEST_SHARE = 0.7
"""What the best paragraph of an example gets; those that are right as well share the rest."""
ROUNDS = 100
PARTS = 3
"""How many parts the situations are left out in, to see how well it reads what it has not seen."""
CONSTANT = 0.2
"""The size of the feature that every text has: a larger one would make each step of the fitting smaller."""
STORY = "story"
"""The voice of the examples that tell what has happened."""
FEWEST = {"w": 2, "c": 3, "k": 2, "q": 2}
"""What fewer examples have is left out, block by block."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the table."""

    text: str
    kind: str
    refs: tuple[str, ...]
    flow: str
    gap: str
    situation: str
    voice: str

    def targets(self) -> dict[str, float]:
        """The classes that are right, with their shares."""
        if self.kind == "covered":
            first, *others = self.refs
            rest = {ref: (1 - BEST_SHARE) / len(others) for ref in others}
            return {first: BEST_SHARE if others else 1.0, **rest}
        return {f"gap:{self.gap}" if self.kind == "gap" else self.kind: 1.0}


def read_examples() -> list[Example]:
    """Every example, in the file's order."""
    with QUESTIONS.open(encoding="utf-8", newline="") as opened:
        rows = csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)  # the names of the columns, in the order of Example
        return [
            Example(text, kind, tuple(filter(None, refs.split(","))), flow, gap, situation, voice)
            for text, kind, refs, flow, gap, situation, voice in rows
        ]


def vocabulary_of(read: Iterable[Words], fewest: Mapping[str, int] = FEWEST) -> tuple[list[str], Vocabulary]:
    """The features worth a weight, in alphabetical order, and each one's rarity."""
    seen: Counter[str] = Counter()
    total = 0
    for words in read:
        total += 1
        seen.update(name for counted in features(words).values() for name in counted)
    kept = sorted(name for name, count in seen.items() if count >= fewest[name[0]])
    rarity = np.array([math.log((1 + total) / (1 + seen[name])) + 1 for name in kept], np.float16)
    return kept, Vocabulary(Lookup(kept), rarity.astype(np.float64))


@dataclass(frozen=True, slots=True)
class Table:
    """What the model sees of many texts, a row for each: how much of each feature it has, and its meaning.

    `features`: which features of the vocabulary, of `size` in all, any of the texts has; the columns of `amounts`.
    """

    amounts: "csr_array[np.float64]"
    meanings: Matrix
    features: NDArray[np.intp]
    size: int

    @classmethod
    def of(cls, vocabulary: Vocabulary, read: Sequence[Words]) -> "Table":
        """The table of these texts."""
        weighed = [vocabulary.weigh(words) for words in read]
        starts = np.cumsum([0, *(len(rows) for rows, _ in weighed)])
        rows, amounts = (np.concatenate(part) for part in zip(*weighed, strict=True))
        seen, columns = np.unique(rows, return_inverse=True)
        meanings = np.array([vocabulary.meaning(words) for words in read])
        return cls(csr_array((amounts, columns, starts)), meanings, seen, len(vocabulary.names))

    def only(self, kept: NDArray[np.bool_]) -> "Table":
        """These texts alone."""
        return replace(self, amounts=self.amounts[kept], meanings=self.meanings[kept])

    def scores(self, weights: Matrix) -> Matrix:
        """What weights of features and meanings say of each text."""
        return np.asarray(self.amounts @ weights[self.features] + self.meanings @ weights[self.size :])

    def alike(self, part: Matrix) -> Matrix:
        """How alike each text is to all those that have a part, seen from the middle of all texts."""
        part = part - part.mean(axis=0)
        scores = self.amounts @ (self.amounts.T @ part) + self.meanings @ (self.meanings.T @ part)
        return np.asarray(scores - scores.mean(axis=0))

    def weights(self, part: Matrix, base: Matrix) -> Matrix:
        """The weights of the features, of the meanings, and of no feature at all."""
        part = part - part.mean(axis=0)
        features_ = np.zeros((self.size, part.shape[1]))
        features_[self.features] = self.amounts.T @ part
        weights = np.vstack([features_, self.meanings.T @ part])
        return np.vstack([weights, base - self.scores(weights).mean(axis=0)])


def targets_of(examples: list[Example], classes: tuple[str, ...]) -> Matrix:
    """The share of each class in each example."""
    place = {name: at for at, name in enumerate(classes)}
    wanted = np.zeros((len(examples), len(classes)))
    for row, example in enumerate(examples):
        for name, share in example.targets().items():
            wanted[row, place[name]] = share
    return wanted


def classes_of(examples: list[Example]) -> tuple[str, ...]:
    """Every class of the examples, by name."""
    return tuple(sorted({name for example in examples for name in example.targets()}))


def known_of(examples: list[Example], classes: tuple[str, ...]) -> dict[str, Known]:
    """What the examples tell of each class."""
    flows, companions, common = (
        _flows_of(examples),
        _companions_of(examples),
        targets_of(examples, classes).mean(axis=0),
    )
    return {
        name: Known(flows.get(name, "none"), companions.get(name, frozenset()), share)
        for name, share in zip(classes, common.tolist(), strict=True)
    }


def _flows_of(examples: list[Example]) -> dict[str, str]:
    """The flow that most questions about each paragraph have; where it is only right as well, that counts a fifth."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for at, ref in enumerate(example.refs):
            counts[ref][example.flow] += 1 if at else 5
    return {ref: counted.most_common(1)[0][0] for ref, counted in counts.items()}


def _companions_of(examples: list[Example]) -> dict[str, frozenset[str]]:
    """The paragraphs that answer at least half of the questions of which each one is the best answer."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        counts[example.refs[0] if example.refs else ""].update(example.refs)
    return {
        best: frozenset(ref for ref in also if 2 * also[ref] >= also[best] and ref != best)
        for best, also in counts.items()
    }


def fit(table: Table, wanted: Matrix, smoothing: float = SMOOTHING, rounds: int = ROUNDS) -> Matrix:
    """The weights of the softmax regression that fits these texts best.

    Nesterov's method from zeros with a fixed step: it has no random part, and does not magnify what another machine
    rounds otherwise.
    """
    bound = 0.5 * _largest_eigenvalue(table) + smoothing
    speed = (math.sqrt(bound / smoothing) - 1) / (math.sqrt(bound / smoothing) + 1)
    part = before = np.zeros_like(wanted)
    base = base_before = np.zeros(wanted.shape[1])
    for _ in range(rounds):
        ahead, base_ahead = part + speed * (part - before), base + speed * (base - base_before)
        miss = _raised(table.alike(ahead) + CONSTANT * base_ahead) - wanted
        before, base_before = part, base
        part = ahead - (miss + smoothing * ahead) / bound
        base = base_ahead - (CONSTANT * miss.sum(axis=0) + smoothing * base_ahead) / bound
    return table.weights(part, CONSTANT * base)


def _largest_eigenvalue(table: Table) -> float:
    vector = np.linspace(1, 2, len(table.meanings))[:, None]
    for _ in range(50):
        vector = table.alike(vector) + CONSTANT**2 * vector.sum()
        vector /= np.sqrt((vector * vector).sum())
    return 1.05 * float((vector * (table.alike(vector) + CONSTANT**2 * vector.sum())).sum())


def held_out_shares(read: Sequence[Words], wanted: Matrix, situations: Iterable[str], parts: int) -> Matrix:
    """The share of each class in each text, by weights that never saw a text of its situation."""
    table = Table.of(vocabulary_of(read)[1], read)
    part_of = np.array([zlib.crc32(situation.encode()) % parts for situation in situations])
    shares = np.zeros_like(wanted)
    for part in range(parts):
        weights = fit(table.only(part_of != part), wanted[part_of != part])
        shares[part_of == part] = _raised(table.only(part_of == part).scores(weights[:-1]) + weights[-1])
    return shares


def _raised(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def learn(read: Sequence[Words], wanted: Matrix, classes: tuple[str, ...], name: str) -> None:
    """Write the regression that fits these texts best, as files whose names begin like this."""
    names, vocabulary = vocabulary_of(read)
    Regression(vocabulary, classes, fit(Table.of(vocabulary, read), wanted)).save(name, names)


def build() -> None:
    """Write the model's four files."""
    examples = read_examples()
    classes = classes_of(examples)
    learn([words_of_question(example.text) for example in examples], targets_of(examples, classes), classes, "")
    lines = (
        f"{name}\t{known.flow}\t{','.join(sorted(known.companions))}\t{known.common:.5f}\n"
        for name, known in known_of(examples, classes).items()
    )
    CLASSES.write_text("".join(lines), "utf-8")


def interval(found: int, of: int) -> str:
    """A share with its 95% interval (Wilson)."""
    share, z = found / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{found} of {of}, {share:.1%} ({middle - half:.1%} to {middle + half:.1%})"


def report() -> None:
    """Print how well weights that never saw the situation read it; a parent or a paragraph that is right too counts."""
    examples = read_examples()
    read, classes = [words_of_question(example.text) for example in examples], classes_of(examples)
    known = known_of(examples, classes)
    shares = held_out_shares(read, targets_of(examples, classes), (one.situation for one in examples), PARTS)
    told = [tells_something(one.text) for one in examples]
    asked = [
        asked_of(dict(zip(classes, row, strict=True)), known, told=tells)
        for row, tells in zip(shares.tolist(), told, strict=True)
    ]
    for tells in (False, True):
        print("told with it" if tells else "alone")
        pairs = [
            pair for pair, one_tells in zip(zip(examples, asked, strict=True), told, strict=True) if one_tells == tells
        ]
        _report(
            [pair for pair in pairs if pair[0].refs], [pair for pair in pairs if pair[0].kind in ("gap", "neither")]
        )


def _report(covered: list[tuple[Example, Asked]], uncovered: list[tuple[Example, Asked]]) -> None:
    right = [{*one.refs, *map(family, one.refs)} for one, _ in covered]
    found = [one for _, one in covered]
    answered = [(one, ok) for one, ok in zip(found, right, strict=True) if one.covered]
    for name, count, of in (
        ("best right, of what is answered", sum(one.refs[0] in ok for one, ok in answered), len(answered)),
        ("among three", sum(bool(ok & {*one.refs[:FEWEST_REFS]}) for one, ok in answered), len(answered)),
        ("covered refused", sum(not one.covered for one in found), len(found)),
        ("uncovered refused", sum(not one.covered for _, one in uncovered), len(uncovered)),
        ("flow", sum((one.flow or "none") == of.flow for of, one in covered if one.covered), len(answered)),
        ("sure", sum(one.sure == "sure" for one in found), len(found)),
        ("sure and wrong", sum(one.sure == "sure" and one.refs[0] not in ok for one, ok in answered), len(answered)),
        ("uncovered shown as sure", sum(one.sure == "sure" for _, one in uncovered), len(uncovered)),
    ):
        print(f"    {name}: {interval(count, of)}")


if __name__ == "__main__":
    if "--held-out" in sys.argv:
        report()
    else:
        build()
