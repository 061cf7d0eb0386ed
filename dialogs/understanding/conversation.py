"""What is open while a message is typed: the matter, and what is being asked."""

from datetime import datetime
from functools import cached_property

from msgspec import Struct

from dialogs.engine.flow import Position
from dialogs.engine.lines import EachLineWords, Lines
from dialogs.engine.matter import ASKED, Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Question, Words


class Conversation(Struct, frozen=True, dict=True):
    """What is open while a message is typed.

    `matter`: the one that is open. `before`: the question that was asked just before. `one_question`: asked by itself,
    wherever the matter stands.
    """

    now: datetime
    matter: Matter | None = None
    before: str = ""
    one_question: Question | None = None

    @property
    def is_new(self) -> bool:
        """Whether nothing is open, or what is finished."""
        return self.matter is None or self.matter.phase is Phase.COPIED

    @cached_property
    def standing(self) -> Position | None:
        """What is being asked; None where nothing is."""
        if self.matter is None:
            return None
        if self.one_question:
            question = self.one_question
            steps = self.matter.flow.every_step()
            step = next(step for step in steps if question in [ask.question for ask in step.asks])
            return Position(step, (question,), (question,))
        standing = self.matter.position
        return standing if self.matter.phase in ASKED and standing.step else None

    @property
    def question(self) -> Question | None:
        """The question that is asked first."""
        return self.standing.open_questions[0] if self.standing else None

    @property
    def takes_any_text(self) -> bool:
        """Whether the question would take whatever is typed, as a person's own words."""
        return is_free_text(self.question)

    @property
    def answered(self) -> tuple[Question, ...]:
        """The questions that have an answer; where one question is asked by itself, those before it in its flow."""
        if self.matter is None:
            return ()
        every = self.matter.flow.questions()
        if self.one_question:
            return tuple(every[: every.index(self.one_question)])
        return tuple(question for question in every if question.name in self.matter.values)


def is_free_text(question: Question | None) -> bool:
    """Whether the question is answered in a person's own words."""
    if isinstance(question, OfLine):
        return isinstance(question.inner, Words)
    return isinstance(question, Words | Lines | EachLineWords)
