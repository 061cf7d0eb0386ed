"""A flow: cards of questions in the guidance's order, replayed over the answers.

No place is ever stored. The runner reads from the top and stops at the first card with a question that applies and
has no standing answer; so going back, changing an answer and resuming later are all the same thing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dialogs.answers import Answers, Values
from dialogs.questions import Question


def always(_: Values) -> bool:
    """Applies whatever was answered."""
    return True


@dataclass(frozen=True, slots=True)
class Ask:
    """One question, and when it applies. `when` may read only answers of earlier cards."""

    question: Question
    when: Callable[[Values], bool] = always


@dataclass(frozen=True, slots=True)
class Card:
    """Questions that belong together and are answered at once."""

    name: str
    asks: tuple[Ask, ...]

    def asked(self, values: Values) -> tuple[Question, ...]:
        """The questions of this card that apply."""
        return tuple(ask.question for ask in self.asks if ask.when(values))


@dataclass(frozen=True, slots=True)
class Flow:
    """The cards up to the answer, and those that close the matter after it, in order.

    `ends_early`: nothing that is still to be asked can change the answer. `facts`: what `guidance.decide` is asked.
    `touched`: which standing answers are to be given again because of these newly given ones.
    """

    name: str
    cards: tuple[Card, ...]
    closing: tuple[Card, ...]
    ends_early: Callable[[Values], bool]
    facts: Callable[[Values], tuple[str, Mapping[str, Any]]]
    touched: Callable[[Answers, Values], tuple[str, ...]]

    def __post_init__(self) -> None:
        """Raises ValueError when two questions share a name."""
        names = [question.name for question in self.questions()]
        if len(names) != len(set(names)):
            raise ValueError(f"{self.name}: a question's name is used twice")

    def questions(self) -> Iterator[Question]:
        """Every question, in order."""
        return (ask.question for card in self.every_card() for ask in card.asks)

    def every_card(self) -> tuple[Card, ...]:
        """The cards up to the answer, then those after it."""
        return self.cards + self.closing


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a replay stops: the card to show (None at the answer), what it still asks, and the cards before it."""

    card: Card | None
    questions: tuple[Question, ...] = ()
    open_questions: tuple[Question, ...] = ()
    passed: tuple[Card, ...] = ()
    ahead: int = 0


def answered(question: Question, values: Values) -> bool:
    """Whether the question has a whole answer that stands."""
    return question.name in values and question.settled(values[question.name], values)


def replay(flow: Flow, values: Values) -> Standing:
    """Read the flow from the top over these answers, up to its answer."""
    return _read(flow.cards, values, flow.ends_early)


def replay_closing(flow: Flow, values: Values) -> Standing:
    """The same for the cards after the answer."""
    return _read(flow.closing, values, lambda _: False)


def _read(cards: tuple[Card, ...], values: Values, ends_early: Callable[[Values], bool]) -> Standing:
    passed: list[Card] = []
    for number, card in enumerate(cards):
        questions = card.asked(values)
        still_open = tuple(question for question in questions if not answered(question, values))
        if still_open and not ends_early(values):
            ahead = sum(1 for later in cards[number + 1 :] if later.asked(values))
            return Standing(card, questions, still_open, tuple(passed), ahead)
        if len(still_open) < len(questions):
            passed.append(card)
    return Standing(None, passed=tuple(passed))
