"""A flow: steps of questions in the guidance's order, replayed over the answers.

No place is ever stored. The runner reads from the top and stops at the first step with a question that applies and
has no current answer; so going back, changing an answer and resuming later are all the same thing.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import methodcaller
from typing import Any

from msgspec import Struct

from dialogs.engine.answers import Answers, Values
from dialogs.engine.first_messages import FirstMessage
from dialogs.engine.follow_up_kinds import NewFollowUp
from dialogs.engine.questions import Question, Words
from guidance.decision import Decision


def nothing_invalidated(_: Answers, __: Values) -> tuple[str, ...]:
    """No answer rests on another."""
    return ()


def nothing_left(_: Values, __: Decision) -> tuple[NewFollowUp, ...]:
    """Nothing is left to be done after the close."""
    return ()


Condition = Callable[[Values], bool]


class Ask(Struct, frozen=True):
    """One line of a flow: the paragraph (none for a question of the product's own), the question, and when it applies.

    `when` may read only answers of earlier steps, and its own; without it the question applies whatever was answered.
    Raises ValueError where the question has another paragraph than the line says.
    """

    ref: str
    question: Question
    when: Condition | None = None

    def __post_init__(self) -> None:
        if self.ref != self.question.ref:
            raise ValueError(f"{self.question.name} is asked by {self.question.ref or 'no paragraph'}, not {self.ref}")


@dataclass(frozen=True, slots=True)
class Step:
    """Questions that belong together and are answered at once. `when`: the step is asked only where this applies."""

    name: str
    asks: tuple[Ask, ...]
    when: Condition | None = None

    def asked(self, values: Values) -> tuple[Question, ...]:
        """The questions of this step that apply. A condition that several in a row share is read once."""
        if self.when and not self.when(values):
            return ()
        questions: list[Question] = []
        read: Condition | None = None
        applies = True
        for ask in self.asks:
            if ask.when is not read:
                read = ask.when
                applies = read is None or read(values)
            if applies:
                questions.append(ask.question)
        return tuple(questions)


def only_when(applies: Condition, step: Step) -> Step:
    """Return a step that is asked only when this applies."""
    return Step(step.name, step.asks, applies)


def questions_of(steps: Iterable[Step]) -> list[Question]:
    """Return the questions of these steps, in order, whether or not they apply."""
    return [ask.question for step in steps for ask in step.asks]


Offered = Callable[[Values, Decision], bool]
"""Whether something is of use on these answers and this decision."""


@dataclass(frozen=True, slots=True)
class OutcomeAction:
    """What can be done from the answer, such as "I've shared it".

    `says`: the answers that its button holds; the first of them marks that it was taken. `step`: the one after the
    answer whose questions it asks. `in_note`: it can be taken from the note as well. `typed`: the words that mean it.
    `each_of`: its button is beside each of these lines, and an answer given as `...` is the id of that line.
    """

    name: str
    step: str
    says: Mapping[str, Any]
    offered: Offered
    in_note: bool = True
    typed: str = "(?!)"
    each_of: str = ""

    @property
    def mark(self) -> str:
        """The answer that says it was taken."""
        return next(iter(self.says))


@dataclass(frozen=True, slots=True)
class GeneratedText:
    """A text to use, such as the words for the parents: when it is of use, and the typed words that ask for it.

    `looked_at`: what would go into it is looked at first, on the steps that the flow has for that.
    """

    name: str
    offered: Offered
    typed: str = "(?!)"
    looked_at: bool = False

    @property
    def verb(self) -> str:
        return f"words_{self.name}"


@dataclass(frozen=True, slots=True)
class Transition:
    """Another flow that can go on from here: which one, when it is offered, and the answers that it starts with.

    `brings_back`: what its answers say here, once the worker comes back from it. `once_copied`: it goes on from here
    only once the note has been copied, with what is kept then.
    """

    to: str
    offered: Offered
    carries: Callable[[Values], Values]
    brings_back: Callable[[Values], Values] = lambda _: {}
    once_copied: bool = False


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """How much of a person's own words a flow takes, in bytes as JSON: up to the answer, and after it.

    The case note has all of them in one box. `one_by_one`: how much of what comes after the answer is kept for
    what is said of one line after another, such as the replies of agencies.
    """

    before: int = 16_800
    after: int = 7_500
    one_by_one: int = 0


@dataclass(frozen=True, slots=True)
class CopiedAnswers:
    """What a further matter of the same flow takes from an earlier one; all else is asked afresh.

    `offered`: whether one can be begun, on the current answers. `held`: answers that are taken over. `filled_in`:
    answers that are put into their inputs, to be confirmed. `told_back`: answers that are only said back and are to be
    chosen again, since a go-ahead may rest on them.
    """

    offered: Condition
    held: tuple[str, ...]
    filled_in: tuple[str, ...]
    told_back: tuple[str, ...] = ()


class Flow(Struct, frozen=True, eq=False, dict=True):
    """One flow, declared as `FLOW` in its `flow.py`: the steps up to the answer and those after it, in order.

    `ends_early`: nothing that is still to be asked can change the answer. `facts`: what `guidance.decide` is asked.
    `invalidated`: which other answers are to be given again because of newly given ones. `actions`: what can be done
    from the answer. `shown_actions`: which of them an answer shows, in order. `note_at_once`: the questions lead to
    the note, with no answer between. `dated`: the answer that dates the note. `kept`: the answers that stay once the
    note has been copied. `told`: the answers that are also among the words for the parents. `decided_by`: whose rules
    decide it, where they go by another name. `room`: how much can be written. `another`: what a matter about someone
    else as well takes from this one, `again`: what the same once more takes; None where there is no such thing.
    `personal`: the answers that are this worker's own, which a colleague who takes the matter over is asked afresh.
    `follow_ups`: what a close leaves to be done. `looks`: the steps that look at what would go into a text to use.
    `first_message`: how it is asked for. `they`: the one whom it is about telling, asking or answering, by name.
    `ours_alone`: it is about a document that we wrote, and nothing in it is anyone else's.
    """

    name: str
    steps: tuple[Step, ...]
    closing: tuple[Step, ...]
    facts: Callable[[Values], tuple[str, Mapping[str, Any]]]
    ends_early: Condition | None = None
    invalidated: Callable[[Answers, Values], Iterable[str]] = nothing_invalidated
    actions: tuple[OutcomeAction, ...] = ()
    shown_actions: Callable[[Values, Decision], tuple[str, ...]] = lambda _, __: ()
    texts: tuple[GeneratedText, ...] = ()
    transitions: tuple[Transition, ...] = ()
    note_at_once: bool = False
    dated: str = ""
    kept: tuple[str, ...] = ("child",)
    told: frozenset[str] = frozenset()
    follow_ups: Callable[[Values, Decision], tuple[NewFollowUp, ...]] = nothing_left
    decided_by: str = ""
    room: SizeLimit = SizeLimit()
    another: CopiedAnswers | None = None
    again: CopiedAnswers | None = None
    personal: tuple[str, ...] = ("part_in_case", "staff")
    looks: tuple[Step, ...] = ()
    first_message: FirstMessage = FirstMessage()
    they: Callable[[Values], object] = methodcaller("get", "recipient")
    ours_alone: Condition | None = None

    def __post_init__(self) -> None:
        """Raises ValueError when two questions share a name, or an action asks a step that there is not."""
        names = [question.name for question in self.questions()]
        if len(names) != len(set(names)):
            raise ValueError(f"{self.name}: a question's name is used twice")
        missing = {action.step for action in self.actions} - {step.name for step in self.closing}
        if missing:
            raise ValueError(f"{self.name}: no step {', '.join(sorted(missing))}")

    def questions(self) -> list[Question]:
        return questions_of(self.every_step())

    @cached_property
    def by_name(self) -> Mapping[str, Question]:
        return {question.name: question for question in self.questions()}

    @cached_property
    def asked_after_answer(self) -> frozenset[str]:
        """The names of the questions after the answer."""
        return frozenset(question.name for question in questions_of(self.closing))

    def every_step(self) -> tuple[Step, ...]:
        """The steps up to the answer, those after it, and those before a text to use."""
        return self.steps + self.closing + self.looks

    @property
    def rules(self) -> str:
        """The name of the rules that decide it."""
        return self.decided_by or self.name

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """The answers that say that an action was taken, the latest first: in the order in which they are undone."""
        order = [step.name for step in self.closing]
        latest = sorted(self.actions, key=lambda action: order.index(action.step), reverse=True)
        return tuple(dict.fromkeys([action.mark for action in latest]))

    @cached_property
    def actions_by_name(self) -> Mapping[str, OutcomeAction]:
        """What can be done from the answer, by the verb of its button."""
        return {action.name: action for action in self.actions}

    @cached_property
    def texts_by_verb(self) -> Mapping[str, GeneratedText]:
        """The texts to use, each by the press that asks for it."""
        return {text.verb: text for text in self.texts}


class Position(Struct, frozen=True):
    """Where a replay stops: the step to show (None at the answer), what it still asks, and the steps before it."""

    step: Step | None
    questions: tuple[Question, ...] = ()
    open_questions: tuple[Question, ...] = ()
    passed: tuple[Step, ...] = ()


def answered(question: Question, values: Values) -> bool:
    """Whether the question has a whole, current answer, or one beside it leaves nothing to say."""
    if question.name in values:
        return question.settled(values[question.name], values)
    return isinstance(question, Words) and bool(question.unless) and question.unless.items() <= values.items()


LOOKING = "looking"
"""The answer that says which text to use was asked for, while it is looked at what would go into it."""


def replay(
    flow: Flow, values: Values, *, steps: tuple[Step, ...] | None = None, left_out: Container[str] = ()
) -> Position:
    """Read the flow from the top over these answers, up to its answer, and return where it stops.

    `steps`: only these of its steps are read, such as those after the answer. `left_out`: questions that are not asked.
    """
    ends_early = flow.ends_early if steps is None else None
    passed: list[Step] = []
    for step in flow.steps if steps is None else steps:
        questions, still_open = step.asked(values), []
        if left_out:
            questions = tuple([question for question in questions if question.name not in left_out])
        for question in questions:
            if not answered(question, values):
                still_open.append(question)
        if still_open and not (ends_early and ends_early(values)):
            return Position(step, questions, tuple(still_open), tuple(passed))
        if len(still_open) < len(questions):
            passed.append(step)
    return Position(None, passed=tuple(passed))
