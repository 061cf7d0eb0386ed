"""Learn from guidance/asked/choices.tsv which option odd words mean: `python -m ops.hearing.choices`.

The same examples give the same bytes.
"""

import zlib
from collections.abc import Sequence

import numpy as np

from dialogs.understanding.asked.model import Regression
from dialogs.understanding.choices import CLASSES, NAME, as_typed
from ops.hearing.kinds import NOTHING, Chosen, read_choices, read_typed
from ops.hearing.questions import Matrix, Table, fit, vocabulary_of

NAMES_PEOPLE = ("recipient",) * 2
"""Where what is told of a family is most easily taken for a choice: it is full of people."""


FEWEST = {"w": 6, "c": 40, "k": 6}
"""What fewer examples have, of all questions together, is left out, block by block."""
SMOOTHING = 0.1
"""Holds the weights small, less than elsewhere: a question has few examples."""


def read_all() -> list[Chosen]:
    """These, and messages that are no answers at all, each at one of the questions."""
    found = read_choices()
    names = [*sorted({one.question for one in found}), *NAMES_PEOPLE]
    for one in read_typed():
        spread = zlib.crc32(one.text.encode())
        if (one.kind, one.box) != ("answer", "choice"):
            found.append(Chosen(names[spread % len(names)], NOTHING, one.text))
    return found


def by_question(examples: Sequence[Chosen]) -> dict[str, list[Chosen]]:
    """The examples of each question, by its name."""
    found: dict[str, list[Chosen]] = {name: [] for name in sorted({one.question for one in examples})}
    for one in examples:
        found[one.question].append(one)
    return found


def values_of(examples: Sequence[Chosen]) -> tuple[str, ...]:
    """What the examples of one question mean, in order."""
    return tuple(sorted({one.value for one in examples}))


def targets_of(examples: Sequence[Chosen]) -> Matrix:
    """1 for each example's option, 0 for the others of its question."""
    place = {value: at for at, value in enumerate(values_of(examples))}
    return np.eye(len(place))[[place[one.value] for one in examples]]


def build() -> None:
    """Write the weights: each question's are learned from its own examples alone."""
    asked = by_question(read_all())
    read = {name: [as_typed(one.text) for one in examples] for name, examples in asked.items()}
    names, vocabulary = vocabulary_of((words for each in read.values() for words in each), FEWEST)
    weights = []
    for name, examples in asked.items():
        weights.append(fit(Table.of(vocabulary, read[name]), targets_of(examples), SMOOTHING))
    classes = tuple(f"{name}={value}" for name, examples in asked.items() for value in values_of(examples))
    CLASSES.write_text("".join(f"{name}\n" for name in classes), "utf-8")
    Regression(vocabulary, classes, np.hstack(weights)).save(NAME, names)


if __name__ == "__main__":
    build()
