"""Intents: words that ask for a flow, and what they answer already."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from dialogs.engine.answers import Values
from dialogs.engine.questions import Question
from dialogs.text.clauses import says
from dialogs.text.patterns import either


class Fit(IntEnum):
    """How surely words ask for a flow: they may belong to it, they are its own, or they leave no doubt."""

    MAYBE = 1
    LIKELY = 2
    SURE = 3


def no_answers(_: str) -> Values:
    return {}


@dataclass(frozen=True, slots=True)
class Intent:
    """Words that ask for a flow, and those that rule it out."""

    flow: str
    fit: Fit
    phrases: tuple[str, ...]
    unless: str = "(?!)"

    def fits(self, text: str) -> bool:
        """Whether a text says one of these phrases, and nothing that rules them out."""
        return says(text, either(*self.phrases)) and not says(text, self.unless)


@dataclass(frozen=True, slots=True)
class FlowNames:
    """The names of a flow, which start it at any moment, and a reader of what a first message says to it."""

    flow: str
    names: str
    said: Callable[[str], Values] = no_answers


def read_answers(*questions: Question) -> Callable[[str], Values]:
    """Return a reader of these questions in a first message; what it does not find is asked."""

    def read(text: str) -> Values:
        found = {question.name: question.read_text(text, {}, first=False) for question in questions}
        return {name: said.value for name, said in found.items() if said is not None}

    return read
