"""One matter: a worker's question about one child, its answers, and what has become of it.

Every change gives a new matter with the next revision; a card carries the revision it was drawn from.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cached_property, wraps
from itertools import starmap
from typing import Any, TypeVar

from msgspec import Struct, convert
from msgspec.json import Decoder
from msgspec.structs import asdict, astuple, replace

from dialogs.engine.answers import DISAGREED, NOTHING, Answer, Answers, Json, Values
from dialogs.engine.children import Reference
from dialogs.engine.flow import LOOKING, Flow, GeneratedText, OutcomeAction, Position, Transition, replay
from dialogs.engine.follow_up_kinds import NewFollowUp
from dialogs.engine.letter_review import LOOK, PUT_OTHERWISE
from dialogs.engine.questions import Question
from guidance.decide import decide
from guidance.decision import Decision
from guidance.paragraphs import VERSION

MOST_NOTICED = 400
"""Digests that are kept; of more, the oldest are looked at again."""


class Noticed(Struct, frozen=True):
    """`looked`: texts that were looked at, and shown if anything was found in them. `kept`: those that the worker
    chose to keep. `standing`: those that the last notice is about, and `at` the matter's revision when it was shown.
    """

    looked: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    at: int = 0

    def with_looked(self, digests: Iterable[str]) -> "Noticed":
        """Return the same with these texts among those that were checked."""
        return replace(self, looked=tuple(dict.fromkeys((*self.looked, *digests)))[-MOST_NOTICED:])

    def with_kept(self) -> "Noticed":
        """Return the same with what the notice is about kept, and without the notice."""
        return replace(self, kept=tuple(dict.fromkeys((*self.kept, *self.standing)))[-MOST_NOTICED:], standing=())

    def carried(self) -> "Noticed":
        """For another matter that takes texts from this one."""
        return replace(self, standing=(), at=0)


NOT_NOTICED = Noticed()


T = TypeVar("T")
YOUR_CALL = "your_call"
"""An answer that no draft is made from: that the worker was asked for their own call before the answer."""


NOT_DRAFTED = frozenset({YOUR_CALL, LOOKING, LOOK, PUT_OTHERWISE})
"""Answers that no note is made from."""


class Phase(StrEnum):
    """How far a matter has come; worked out from its answers, never stored."""

    ASKING = "asking"
    ANSWER = "answer"
    CLOSING = "closing"
    NOTE = "note"
    COPIED = "copied"


def of_the_answers(work_out: "Callable[[Matter], T]") -> "Callable[[Matter], T]":
    """Return the function that works this out once, however many copies of a matter hold the same answers.

    It may rest on the flow, the answers and the version of the guidance, and on nothing else.
    """

    @wraps(work_out)
    def known(matter: "Matter") -> T:
        derived = matter.answers.derived
        key = (work_out, matter.flow, matter.guidance_version, DISAGREED in matter.values)
        if key not in derived:
            derived[key] = work_out(matter)
        found: T = derived[key]
        return found

    return known


class Matter(Struct, frozen=True, dict=True):
    """One matter of one worker.

    `begun_at` and `copied_at` are local wall time; once `copied_at` is set the text has been erased. `came_from`: the
    id of the matter that this one goes on from. `group`: shared by the matters about the same thing, one for each
    recipient. `carried_from` and `carried_on`: the matter, and the day, that answers here were taken from; `told_back`
    are those of them that are only said back. `offered_by`: the initials of who offers it to a colleague, while it is
    offered; `handed_over`: "2026-03-11 K.O." for each time that it was taken over. `seen`: what supervisors said of
    it, as JSON. `practice`: the id of the scenario, where it is no real matter at all. `noticed`: what was
    looked at for what says who a person is. `answered`: it has had an answer, also while one of its answers is changed.
    """

    id: str
    flow: Flow
    guidance_version: str
    answers: Answers = NOTHING
    revision: int = 1
    danger: bool = False
    on_phone: bool = False
    note_edited: str = ""
    note_edited_for: str = ""
    additions: tuple[str, ...] = ()
    copied_at: str = ""
    begun_at: str = ""
    came_from: str = ""
    seen: tuple[dict[str, Any], ...] = ()
    group: str = ""
    carried_from: str = ""
    carried_on: str = ""
    told_back: Values = {}
    offered_by: str = ""
    handed_over: tuple[str, ...] = ()
    practice: str = ""
    noticed: Noticed = NOT_NOTICED
    answered: bool = False

    @cached_property
    def values(self) -> dict[str, Json]:
        """The current answers, and whether a supervisor did not agree before it was closed."""
        current = self.answers.values
        for row in self.seen:
            if row["state"] == "not_agreed" and row.get("before_close", True) and row["on"] == self.decided_from:
                return {**current, DISAGREED: True}
        return current

    @cached_property
    @of_the_answers
    def before_answer(self) -> Position:
        """Where the questions up to the answer stop."""
        left_out: AbstractSet[str] = frozenset()
        if "outcome" in self.values and self.guidance_version != VERSION:
            # Questions that came with a later version of the guidance, once the matter was closed without them.
            left_out = {
                ask.question.name for card in self.flow.steps for ask in card.asks
            } - self.answers.by_name.keys()
        return replay(self.flow, self.values, left_out=left_out)

    @cached_property
    @of_the_answers
    def after_answer(self) -> Position:
        """Where the questions that close the matter stop."""
        return replay(self.flow, self.values, steps=self.flow.closing)

    @cached_property
    @of_the_answers
    def letter_review(self) -> Position:
        """Where the look at what would go into a text to use stops; no step while no text was asked for."""
        return replay(self.flow, self.values, steps=self.flow.looks) if LOOKING in self.values else NOWHERE

    @property
    def position(self) -> Position:
        """Where the questions stop: before the answer, or after it while it is being closed or words are looked at."""
        if self.before_answer.step:
            return self.before_answer
        if self.letter_review.step:
            return self.letter_review
        closing = not self.values.keys().isdisjoint(self.flow.marks)
        return self.after_answer if closing else self.before_answer

    @cached_property
    def phase(self) -> Phase:
        if self.copied_at:
            return Phase.COPIED
        if self.before_answer.step:
            return Phase.ASKING
        if self.after_answer.step or self.letter_review.step:
            return Phase.CLOSING
        return Phase.NOTE if self.flow.note_at_once or self.values.get("outcome") else Phase.ANSWER

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was ever answered or said of it, so that there is nothing to keep."""
        return not (self.answers.by_name or self.danger or self.came_from or self.copied_at)

    @property
    def is_outdated(self) -> bool:
        """Whether it was begun under another version of the guidance, and its answer is still open."""
        return self.guidance_version != VERSION and self.phase not in (Phase.NOTE, Phase.COPIED)

    @of_the_answers
    def decision(self) -> Decision:
        """What the guidance says on these answers. Raises FactsError while answers it needs are missing."""
        return decide(*self.facts())

    @of_the_answers
    def facts(self) -> tuple[str, Mapping[str, Any]]:
        """Return the flow and the facts of these answers, as `guidance.decide` takes them."""
        return self.flow.facts(self.values)

    def follow_ups(self) -> tuple[NewFollowUp, ...] | None:
        """Return what its close leaves to be done: nothing once the close is undone, None where nothing changes."""
        if self.phase is Phase.NOTE:
            return self.flow.follow_ups(self.values, self.decision())
        undone = "outcome" not in self.values and not self.copied_at
        ever_closed = not self.flow.asked_after_answer.isdisjoint(self.answers.by_name)
        return () if undone and ever_closed else None

    def changed(self, **fields: Any) -> "Matter":
        """This matter with these fields changed, one revision on."""
        answered = self.answered or self.phase is not Phase.ASKING
        return replace(self, revision=self.revision + 1, answered=answered, **fields)

    def hold(self, values: Values) -> "Matter":
        """Return the matter with these answers current; those that they invalidate are to be given again."""
        return self.changed(answers=self.answers.hold(values, self.flow.invalidated(self.answers, values)))

    def keep_drafts(self, values: Values) -> "Matter":
        """Return the matter with what was typed but not sent on; it is the same revision where that changes nothing."""
        answers = self.answers.keep_drafts(values)
        return self if answers == self.answers else self.changed(answers=answers)

    def as_last_given(self, *questions: str) -> "Matter":
        """Return the matter with these questions answered as they last were, where that was a whole answer."""
        given = self.answers.ever_given
        asked = self.flow.by_name
        whole = [name for name in questions if name in asked and _is_whole(asked[name], given.get(name), given)]
        return replace(self, answers=self.answers.hold_again(whole))

    def reopen(self, *questions: str) -> "Matter":
        """Return the matter with these questions to be answered again."""
        return self.changed(answers=self.answers.reopen(questions))

    @property
    def drafted_from(self) -> str:
        """A digest of the current answers: an edited note is of the same draft only while this is the same."""
        told = {name: value for name, value in self.answers.values.items() if name not in NOT_DRAFTED}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @cached_property
    def decided_from(self) -> str:
        """A digest of the answers up to the answer: agreement to it counts while these are the same."""
        names = {ask.question.name for card in self.flow.steps for ask in card.asks}
        told = {name: value for name, value in self.answers.values.items() if name in names}
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Return what is stored of it, besides its id, flow, revision and guidance version."""
        stored = asdict(self)
        for name in STORED_BESIDE:
            del stored[name]
        stored["answers"] = dict(zip(self.answers.by_name, map(astuple, self.answers.by_name.values()), strict=True))
        stored["noticed"] = asdict(self.noticed)
        return stored


STORED_BESIDE = ("id", "flow", "guidance_version", "revision")
"""Fields of a matter that have a place of their own where it is stored."""
Decoder(Noticed)  # now: where two threads look at a class for the first time, msgspec crashes

NOWHERE = Position(None)


def _is_whole(question: Question, value: Json, values: Values) -> bool:
    return question.accepts(value) if isinstance(question, Reference) else question.settled(value, values)


def from_json(matter_id: str, flow: Flow, revision: int, guidance_version: str, stored: Mapping[str, Any]) -> Matter:
    """Return the matter that `to_json` stored. While it is open, all verdicts on it were given before its close."""
    given = {**stored}
    for name in given.keys() - Matter.__struct_fields__:
        del given[name]
    for name in ("additions", "seen", "handed_over"):
        given[name] = tuple(given.get(name, ()))
    given["answers"] = Answers(dict(zip(stored["answers"], starmap(Answer, stored["answers"].values()), strict=True)))
    given["noticed"] = convert(stored.get("noticed", {}), Noticed)
    if given["seen"]:
        _, closed = stored["answers"].get("outcome", (None, False))
        given["seen"] = tuple(
            [{**row, "before_close": not closed or row.get("before_close", False)} for row in given["seen"]]
        )
    return Matter(id=matter_id, flow=flow, revision=revision, guidance_version=guidance_version, **given)


ASKED = frozenset({Phase.ASKING, Phase.CLOSING})
OPEN = frozenset(Phase) - {Phase.COPIED}
DECIDED = frozenset({Phase.ANSWER, Phase.NOTE})
PHASES: Mapping[str, frozenset[Phase]] = {
    "next": ASKED,
    "carry_on": frozenset(Phase),
    "show_answer": DECIDED,
    "copied": frozenset({Phase.NOTE}),
    "addition": frozenset({Phase.COPIED}),
    "hand_on": DECIDED | {Phase.COPIED},
    "go_back_to": frozenset(Phase),
    "another": DECIDED,
    "again": frozenset({Phase.NOTE, Phase.COPIED}),
}
"""How far a matter must have come for a press to mean anything; those not named here fit until it is copied."""


IN_PRACTICE = frozenset({"next", "back", "stop", "change"})
"""All that practice has in common with real work: nothing of it is copied, closed, handed over or asked of anyone."""


def offers(matter: Matter, verb: str) -> bool:
    """Whether this press means anything in the matter's current phase."""
    if matter.practice and verb not in IN_PRACTICE:
        return False
    way, draft = matter.flow.actions_by_name.get(verb), matter.flow.texts_by_verb.get(verb)
    if way:
        return takes(matter, way)
    if draft:
        return matter.phase in DECIDED and of_use(matter, draft)
    if verb in ("another", "again"):
        carried = matter.flow.another if verb == "another" else matter.flow.again
        return carried is not None and matter.phase in PHASES[verb] and carried.offered(matter.values)
    return not verb.startswith("words_") and matter.phase in PHASES.get(verb, OPEN)


def takes(matter: Matter, way: OutcomeAction) -> bool:
    """Whether this way on can be taken now."""
    fitting = DECIDED if way.in_note else frozenset({Phase.ANSWER})
    return matter.phase in fitting and way.offered(matter.values, matter.decision())


def of_use(matter: Matter, text: GeneratedText | Transition) -> bool:
    """Whether this text to use, or this other flow, is of use with the current answers."""
    return text.offered(matter.values, matter.decision())


def goes_on(matter: Matter) -> tuple[Transition, ...]:
    """Return the flows that this matter can go on in now."""
    if matter.practice or matter.phase not in PHASES["hand_on"]:
        return ()
    copied = matter.phase is Phase.COPIED
    return tuple(other for other in matter.flow.transitions if other.once_copied is copied and of_use(matter, other))
