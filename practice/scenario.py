"""A scenario as its file holds it. `docs/practice.md` explains every field to those who write one."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Difficulty = Literal["easy", "middle", "hard"]
Given = str | list[str] | dict[str, str]
"""An answer as it is written: one option, several, something for each line, or words."""


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LaterFacts(_Shape):
    """Facts that come to light once the card `after` has been answered."""

    after: Text
    text: Text


class Trap(_Shape):
    """A wrong turn that the story invites, and the feedback on it.

    `value`: one option, or all the ticks of it. `line`: which line, where the question is asked of each.
    """

    question: Text
    value: str | list[str]
    line: str = ""
    why_not: Text
    noticed: Text
    followed: Text
    next_time: Text
    refs: Annotated[list[str], Field(min_length=1)]


class NearMiss(_Shape):
    """The same story with one fact flipped, so that the decision is another."""

    story: Text
    answers: Annotated[dict[str, Given], Field(min_length=1)]


class ExpectedDecision(_Shape):
    """The decision that the writer expects, which must be the one that the rules compute."""

    may_go_ahead_now: Literal["true", "false", "null"] | None = None
    outstanding: list[str] | None = None
    conclusion: str | None = None


class Rehearsal(_Shape):
    """What a parent says, what a good reply does, and one such reply."""

    parent_says: Text
    does: Annotated[list[Text], Field(min_length=1)]
    model_reply: Text


class Scenario(_Shape):
    """One scenario. `answers` are what the story supports; the decision is computed from them."""

    id: Id
    flow: Text
    topic: Text
    difficulty: Difficulty
    story: Text
    document: str = ""
    voicemail: str = ""
    later: LaterFacts | None = None
    way: str = ""
    to_write: list[str] = []
    answers: Annotated[dict[str, Given], Field(min_length=1)]
    clues: dict[str, Text] = {}
    traps: Annotated[list[Trap], Field(min_length=1)]
    noticed: Annotated[dict[str, Text], Field(min_length=1)]
    model_words: str = ""
    near_miss: NearMiss | None = None
    check: ExpectedDecision | None = None
    rehearsal: Rehearsal | None = None

    @property
    def told(self) -> str:
        later = self.later.text if self.later else ""
        return "\n".join((self.story, self.document, self.voicemail, later))
