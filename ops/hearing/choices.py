"""Learn from guidance/asked/choices.tsv which option odd words mean: `python -m ops.hearing.choices`.

The same examples give the same bytes.
"""

import zlib
from collections.abc import Sequence

import numpy as np

from dialogs.understanding.choices import CLASSES, NAME
from dialogs.understanding.kinds import as_seen
from ops.hearing.kinds import NOTHING, Chosen, read_choices, read_typed
from ops.hearing.questions import Matrix, learned

TYPED_PART = 6
"""One in so many messages that answer no choice is learned as answering nothing."""
NAMES_PEOPLE = ("recipient",) * 20
"""Where what is told of a family is most easily taken for a choice: it is full of people."""


def read_all() -> list[Chosen]:
    """These, and messages that are no answers at all, each at one of the questions."""
    found = read_choices()
    names = [*sorted({one.question for one in found}), *NAMES_PEOPLE]
    for one in read_typed():
        spread = zlib.crc32(one.text.encode())
        if (one.kind, one.box) != ("answer", "choice") and not spread % TYPED_PART:
            found.append(Chosen(names[spread // TYPED_PART % len(names)], NOTHING, one.text))
    return found


def _name(one: Chosen) -> str:
    return f"{one.question}={one.value}"


def targets_of(examples: Sequence[Chosen], classes: tuple[str, ...]) -> Matrix:
    """1 for each example's option, 0 for the others."""
    place = {name: at for at, name in enumerate(classes)}
    return np.eye(len(classes))[[place[_name(one)] for one in examples]]


def build() -> None:
    """Write the weights."""
    examples = read_all()
    classes = tuple(sorted({_name(one) for one in examples}))
    CLASSES.write_text("".join(f"{name}\n" for name in classes), "utf-8")
    learned([as_seen(one.text, one.question) for one in examples], targets_of(examples, classes), classes).save(NAME)


if __name__ == "__main__":
    build()
