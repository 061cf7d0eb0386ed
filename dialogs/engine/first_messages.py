"""How a first message asks for a flow: its bare names, and the phrases people say."""

from dataclasses import dataclass
from enum import IntEnum

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


@dataclass(frozen=True, slots=True)
class FirstMessage:
    """How a first message asks for a flow.

    `names`: the bare words that start it at any moment, as a pattern. `starts`: what people say who want it. `place`:
    its position among flows that fit alike, the surest first.
    """

    names: str = "(?!)"
    starts: tuple[Start, ...] = ()
    place: int = 100
