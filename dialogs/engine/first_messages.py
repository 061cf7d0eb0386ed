"""How a first message asks for a flow: its bare names, the phrases people say, and what they say of its questions."""

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


@dataclass(frozen=True, slots=True)
class Start:
    """Phrases that ask for a flow, and words that rule it out."""

    fit: Fit
    phrases: tuple[str, ...]
    unless: str = "(?!)"

    def fits(self, text: str) -> bool:
        return says(text, either(*self.phrases)) and not says(text, self.unless)


def nothing_said(_: str) -> Values:
    return {}


def reads(*questions: Question) -> Callable[[str], Values]:
    """Return what reads a text for answers to these questions; what it does not say is asked."""

    def read(text: str) -> Values:
        found = {question.name: question.read_text(text, {}, first=False) for question in questions}
        return {name: said.value for name, said in found.items() if said is not None}

    return read


@dataclass(frozen=True, slots=True)
class FirstMessage:
    """How a first message asks for a flow.

    `names`: the bare words that start it at any moment, as a pattern. `starts`: what people say who want it. `said`:
    the answers that a message gives already. `place`: where it stands among flows that fit alike, the surest first.
    """

    names: str = "(?!)"
    starts: tuple[Start, ...] = ()
    said: Callable[[str], Values] = nothing_said
    place: int = 100
