"""What is said back to a typed message above the card, which is shown again below it: nothing of it is taken yet."""

from dataclasses import dataclass

from dialogs.engine.answers import Json
from dialogs.engine.flow import Step
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import SaidBack
from dialogs.understanding.asked import Asked


def answered_steps(matter: Matter) -> tuple[Step, ...]:
    """Return the cards that were answered, also in part."""
    values = matter.values
    return tuple(step for step in matter.flow.steps if any(ask.question.name in values for ask in step.asks))


@dataclass(frozen=True, slots=True)
class ActFirst(SaidBack):
    """Somebody may be in danger: what to do first. `kept`: what was typed can be put on the card."""

    matter: Matter | None
    kept: bool

    name = "act_first"


@dataclass(frozen=True, slots=True)
class ChangeOffered(SaidBack):
    """An earlier answer would be changed to this. `happened`: because of something that has happened since."""

    matter: Matter
    question: str
    value: Json
    happened: bool = False

    name = "change_offered"


@dataclass(frozen=True, slots=True)
class WhichToChange(SaidBack):
    """An earlier answer is wrong, and it is not plain which: the cards that were answered, to open one."""

    matter: Matter

    @property
    def steps(self) -> tuple[Step, ...]:
        return answered_steps(self.matter)

    name = "which_to_change"


@dataclass(frozen=True, slots=True)
class MessageChanged(SaidBack):
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

    name = "message_changed"


@dataclass(frozen=True, slots=True)
class FeedbackAsked(SaidBack):
    """Why did it not help? `about`: what it is said of, as `feedback.py` names it; of an answer, of this matter."""

    about: str
    matter: Matter | None = None

    name = "feedback_asked"


@dataclass(frozen=True, slots=True)
class ProbablyMeant(SaidBack):
    """The options that an answer may have meant that was not taken; several in one value are parted by spaces."""

    matter: Matter
    question: str
    values: tuple[str, ...]

    name = "probably_meant"


@dataclass(frozen=True, slots=True)
class WayOffered(SaidBack):
    """Something has happened: the way on that it means, where there is one now.

    `keep`: it may be the answer. `put`: it may be one more line to share.
    """

    matter: Matter
    verb: str = ""
    about: str = ""
    keep: bool = False
    put: bool = False

    name = "way_offered"


@dataclass(frozen=True, slots=True)
class WaysMeant(SaidBack):
    """The ways on from an answer that a text may have meant that nothing took."""

    matter: Matter
    verbs: tuple[str, ...]

    name = "ways_meant"


@dataclass(frozen=True, slots=True)
class NewNeed(SaidBack):
    """It sounds like another need than the open one. `flow`: what it asks for, "" where that is not plain.

    `keep`: it may be the answer.
    """

    matter: Matter
    flow: str
    keep: bool

    name = "new_need"


@dataclass(frozen=True, slots=True)
class WhatItSays(SaidBack):
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

    name = "what_it_says"


@dataclass(frozen=True, slots=True)
class Kindly(SaidBack):
    """A word to what is neither an answer nor a question: "swearing", "language", "orders", "chat", "unplaced"."""

    talk: str
    matter: Matter | None
    keep: bool

    name = "kindly"
