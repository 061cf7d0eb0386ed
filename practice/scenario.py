"""A scenario as its file holds it. `docs/practice.md` explains every field to those who write one."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
LEVELS = ("1", "2", "3", "4")
AS_EDITORS_READ_THEM = {"type": ["string", "integer"], "enum": [*LEVELS, *map(int, LEVELS)]}
Level = Annotated[Literal["1", "2", "3", "4"], Field(json_schema_extra=AS_EDITORS_READ_THEM)]
"""Everyday answers; each ground and its look-alike; pairs that differ by one fact; whole cases over several days."""
Temptation = Literal["plausible", "idle"]
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


class _Played(_Shape):
    """What a story and a later day of a case have in common.

    `held_back`: of each line that is to be left out, whether a careful worker could think that it should go.
    """

    story: Text
    document: str = ""
    voicemail: str = ""
    way: str = ""
    to_write: list[str] = []
    answers: Annotated[dict[str, Given], Field(min_length=1)]
    held_back: dict[str, Temptation] = {}
    clues: dict[str, Text] = {}
    traps: Annotated[list[Trap], Field(min_length=1)]
    noticed: Annotated[dict[str, Text], Field(min_length=1)]
    model_words: str = ""
    check: ExpectedDecision | None = None
    rehearsal: Rehearsal | None = None


class LaterDay(_Played):
    """A later day of a case: how many days after the one before, what is new, and what is right then.

    `flow`: another one than the day before; its answers are then all here. Otherwise those that have changed.
    """

    after: Annotated[int, Field(ge=1, le=7)]
    flow: str = ""


class Scenario(_Played):
    """One scenario. `answers` are what the story supports; the decision is computed from them.

    `open`: why a careful practitioner could see it otherwise, where one could.
    """

    id: Id
    flow: Text
    topic: Text
    level: Level
    later: LaterFacts | None = None
    near_miss: NearMiss | None = None
    days: list[LaterDay] = []
    open: str = ""

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def told(self) -> str:
        later = self.later.text if self.later else ""
        return "\n".join((self.story, self.document, self.voicemail, later))
