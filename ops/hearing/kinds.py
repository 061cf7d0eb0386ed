"""Learn from guidance/asked/typed.tsv what a message in a form is: `python -m ops.hearing.kinds` writes the weights.

The same examples give the same bytes. `--held-out` writes nothing and reports instead, with each situation left out in
turn, how much that is no answer would be stored as one, and how much that is one is kept.
"""

import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dialogs.engine.lines import EachLine
from dialogs.engine.questions import Choice
from dialogs.flows.registry import FLOWS
from dialogs.understanding.asked.pieces import DATA
from dialogs.understanding.kinds import CLASSES, KINDS, NAME, as_seen, box_of
from dialogs.understanding.question_form import is_asked
from ops.hearing import questions
from ops.hearing.questions import Matrix, held_out_shares, interval, learn
from ops.hearing.urgent import ORDINARY, read_examples

TYPED = DATA / "typed.tsv"
OPEN_BOXES = ("lines", "purpose", "name", "because", "choice")
"""Where a message that says nothing of where it was typed may have been; not where others' words are asked for."""
TOLD_IN = ("lines", "because", "purpose")
"""Where what has happened in a family is told."""
CHOICES = DATA / "choices.tsv"
NOTHING, ANY = "-", "any"
"""The value of what answers nothing, and the question of what says yes, no or not sure to any."""
BANK_PART, ODD_PART, CALM_PART = 2, 8, 3
"""One in so many of the question bank, of the choices in odd words, and of what is calm though full of the words of
danger, is learned from as well."""
FOLDS = 5
NEEDED = (0.2, 0.3, 0.4, 0.5, 0.6)


@dataclass(frozen=True, slots=True)
class Example:
    """A message, what it is, where it was typed and what it is about. `own`: it was written for this.

    `kind`: of CLASSES.
    """

    text: str
    kind: str
    box: str
    situation: str
    own: bool


def read_typed() -> list[Example]:
    """What was written to be told apart, in its order."""
    lines = TYPED.read_text("utf-8").splitlines()[1:]
    return [
        Example(
            text, kind, _box(text) if box == "any" else box, _situation(kind, text if of == "single" else of), own=True
        )
        for text, kind, box, of, _ in (line.split("\t") for line in lines)
    ]


def _situation(kind: str, of: str) -> str:
    return f"{kind.partition(':')[0]} {of}"


def read_all() -> list[Example]:
    """Every example: these, what ordinary.tsv has of forms, and a part of the question bank."""
    found = read_typed()
    for line in ORDINARY.read_text("utf-8").splitlines()[1:]:
        text, of = line.split("\t")
        match of.split():
            case ["form", kind, _, question] if kind in KINDS:
                found.append(Example(text, kind, box_of(question, is_free=True), text, own=False))
            case ["kept", _, question]:
                found.append(Example(text, "answer", box_of(question, is_free=True), text, own=False))
    for choice in read_choices():
        if choice.value != NOTHING and not _spread(choice.text) % ODD_PART:
            situation = f"{choice.question} {choice.value}"
            found.append(Example(choice.text, "answer", "choice", situation, own=False))
    for calm in read_examples():
        if not calm.urgent and not is_asked(calm.text) and not _spread(calm.text) % CALM_PART:
            box = TOLD_IN[_spread(calm.text) // CALM_PART % len(TOLD_IN)]
            found.append(Example(calm.text, "answer", box, calm.situation, own=False))
    for one in questions.read_examples():
        told = one.voice == questions.STORY and not is_asked(one.text)  # what a box for own words is told as well
        if one.kind != "adversarial" and not told and not _spread(one.text) % BANK_PART:
            found.append(Example(one.text, "question", _box(one.text), one.situation, own=False))
    return found


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was typed at this question, and the value that it means."""

    question: str
    value: str
    text: str


def read_choices() -> list[Chosen]:
    """Every answer to a choice, and what answers nothing."""
    found: dict[Chosen, None] = {}
    for line in CHOICES.read_text("utf-8").splitlines():
        question, value, texts = line.split("\t")
        for name, meant in answered_plainly(value) if question == ANY else [(question.partition("@")[0], value)]:
            found |= dict.fromkeys(Chosen(name, meant, text) for text in texts.split("|") if text)
    return [*found]


def answered_plainly(word: str) -> Sequence[tuple[str, str]]:
    """Each question that a "yes", "no" or "not sure" answers, with what it means there; nothing where none does."""
    asked = (one for flow in FLOWS.values() for one in flow.questions() if isinstance(one, Choice | EachLine))
    means = {one.name: one.plain_words.get(word, NOTHING if not one.plain_words else "") for one in asked}
    return [(name, value) for name, value in means.items() if value]


def _spread(text: str) -> int:
    return zlib.crc32(text.encode())


def _box(text: str) -> str:
    return OPEN_BOXES[_spread(text) % len(OPEN_BOXES)]


def targets_of(examples: Sequence[Example]) -> Matrix:
    """1 for each example's class, 0 for the others."""
    return np.eye(len(CLASSES))[[CLASSES.index(one.kind) for one in examples]]


def build() -> None:
    """Write the weights."""
    examples = read_all()
    learn([as_seen(one.text, one.box) for one in examples], targets_of(examples), CLASSES, NAME)


def report() -> None:
    """Print what weights that never saw the situation would do, by how likely an answer has to be."""
    examples = read_all()
    read = [as_seen(one.text, one.box) for one in examples]
    shares = held_out_shares(read, targets_of(examples), (one.situation for one in examples), FOLDS)[:, 0]
    found = [(share, one.kind) for share, one in zip(shares, examples, strict=True) if one.own]
    for needed in NEEDED:
        print(f"answer from {needed}")
        for kind in KINDS:
            taken = [share >= needed for share, of in found if of.partition(":")[0] == kind]
            print(f"    {kind} taken as an answer: {interval(sum(taken), len(taken))}")


if __name__ == "__main__":
    if "--held-out" in sys.argv:
        report()
    else:
        build()
