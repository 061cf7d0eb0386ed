"""What is said back to a typed message above the card, which is shown again below it: nothing of it is taken yet."""

from dialogs.engine.answers import Json
from dialogs.engine.flow import Step
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import SaidBack
from dialogs.understanding.asked import Asked


def answered_steps(matter: Matter) -> tuple[Step, ...]:
    """Return the cards that were answered, also in part."""
    values = matter.values
    return tuple(step for step in matter.flow.steps if any(ask.question.name in values for ask in step.asks))


class ActFirst(SaidBack, frozen=True):
    """Somebody may be in danger: what to do first. `kept`: what was typed can be put on the card."""

    matter: Matter | None
    kept: bool


class ChangeOffered(SaidBack, frozen=True):
    """An earlier answer would be changed to this. `happened`: because of something that has happened since."""

    matter: Matter
    question: str
    value: Json
    happened: bool = False


class WhichToChange(SaidBack, frozen=True):
    """An earlier answer is wrong, and it is not plain which: the cards that were answered, to open one."""

    matter: Matter

    @property
    def steps(self) -> tuple[Step, ...]:
        return answered_steps(self.matter)


class MessageChanged(SaidBack, frozen=True):
    """A message in the chat was edited, deleted or restored (`how`), which changes nothing that was taken from it.

    `step`: the card that it answered, "" where that is not known.
    """

    how: str
    matter: Matter | None = None
    step: str = ""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The cards on which what was taken can be changed."""
        if self.matter is None or self.matter.phase is Phase.COPIED:
            return ()
        known = tuple(one for one in self.matter.flow.every_step() if one.name == self.step)
        return known or answered_steps(self.matter)


class FeedbackAsked(SaidBack, frozen=True):
    """Why did it not help? `about`: what it is said of, as `feedback.py` names it; of an answer, of this matter."""

    about: str
    matter: Matter | None = None


class ProbablyMeant(SaidBack, frozen=True):
    """The options that an answer may have meant that was not taken; several in one value are parted by spaces."""

    matter: Matter
    question: str
    values: tuple[str, ...]


class WayOffered(SaidBack, frozen=True):
    """Something has happened: the way on that it means, where there is one now.

    `keep`: it may be the answer. `put`: it may be one more line to share.
    """

    matter: Matter
    verb: str = ""
    about: str = ""
    keep: bool = False
    put: bool = False


class WaysMeant(SaidBack, frozen=True):
    """The ways on from an answer that a text may have meant that nothing took."""

    matter: Matter
    verbs: tuple[str, ...]


class NewNeed(SaidBack, frozen=True):
    """It sounds like another need than the open one. `flow`: what it asks for, "" where that is not plain.

    `keep`: it may be the answer.
    """

    matter: Matter
    flow: str
    keep: bool


class WhatItSays(SaidBack, frozen=True):
    """What the guidance says to a question: the paragraph, a few to choose from, or that it says nothing.

    `points`: what is always so. `keep`: it may have been meant as the answer. `person`: it has been tried twice, so a
    person is named. `only_points`: no more is said, above a card that was begun.
    """

    asked: Asked
    matter: Matter | None = None
    points: tuple[str, ...] = ()
    keep: bool = False
    person: bool = False
    only_points: bool = False


class Kindly(SaidBack, frozen=True):
    """A word to what is no answer: "swearing", "language", "orders", "chat", "unplaced"; or to "what's that mean"."""

    talk: str
    matter: Matter | None
    keep: bool
