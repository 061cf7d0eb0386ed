"""Taking answers: what a card sent, and what a person typed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from msgspec import Struct

from dialogs.engine.answers import Json, Values
from dialogs.engine.children import EachChild, Reference
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.flow import Position, answered
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import NOW, Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Fault, Question, Words
from dialogs.engine.size_limits import exceeds_limit
from dialogs.text.clauses import clauses, numbers_alone, plain_answer, without_emoji

OWN_WORDS = (Words, Lines, EachLineWords)
"""Questions that a person answers in their own words, which are kept as they were typed."""
WHOLE_TEXT = (Words, Lines, EachLine, EachLineWords, OfLine, EachChild, Moment)
"""Questions that a typed text answers as a whole, so that nothing else is read out of it."""


class Filled(Struct, frozen=True):
    """The matter with what could be taken, the names of it, and what could not.

    `odd`: it was said in odd words. `doubtful`: they most likely mean it, and may mean something else.
    """

    matter: Matter
    understood: tuple[str, ...] = ()
    faults: Mapping[str, Fault] = {}
    odd: bool = False
    doubtful: bool = False


def fill_in(
    matter: Matter, standing: Position, inputs: Mapping[str, str], shown: Collection[str], now: datetime
) -> Filled:
    """Take a card's inputs for the questions it showed.

    What is missing or cannot be taken is a fault; what was typed there stays as a draft.
    """
    held: dict[str, Json] = {}
    faults: dict[str, Fault] = {}
    known = {**matter.answers.ever_given, NOW: now.strftime("%Y-%m-%dT%H:%M")}
    current = {**matter.values}
    for question in standing.questions:
        name = question.name
        if name not in shown and question not in standing.open_questions:
            continue
        try:
            value = question.read_inputs(inputs, known)
        except Fault as fault:
            faults[name] = fault
            continue
        if value is None or not question.settled(value, current):
            faults[name] = Fault(name, "missing")
        if value is not None and exceeds_limit(matter.flow, name, {**current, name: value}):
            faults[name] = Fault(name, "too_much")
        elif value is not None:
            held[name] = current[name] = value
    if not faults:
        return Filled(matter.hold(held), tuple(held))
    faulty = [question for question in standing.questions if question.name in faults]
    drafts = {q.name: typed for q in faulty if (typed := _as_typed(q, inputs, known)) is not None}
    return Filled(matter.hold(held).keep_drafts(drafts), tuple(held), faults)


def _as_typed(question: Question, inputs: Mapping[str, str], before: Values) -> Json:
    """Return the text of a question's input; for a question about each line, of each line's input."""
    name = question.name
    if isinstance(question, OfLine):
        return question.with_line(inputs[name], before) if name in inputs else None
    if isinstance(question, FirstOrWhy):
        return question.as_typed(inputs)
    if isinstance(question, Moment):
        return {**question.as_typed(inputs, before)}
    lines = {key.removeprefix(f"{name}__"): typed for key, typed in inputs.items() if key.startswith(f"{name}__L")}
    return inputs.get(name, dict(lines) or None)


def drafts_of(questions: Iterable[Question], inputs: Mapping[str, str], values: Values) -> dict[str, Json]:
    """Return what was filled in so far, for a press that is not "Next": nothing is lost, nothing is an answer yet."""
    found: dict[str, Json] = {}
    for question in questions:
        if not any(name == question.name or name.startswith(f"{question.name}__") for name in inputs):
            continue
        try:
            value = question.read_inputs(inputs, values)
        except Fault:
            value = _as_typed(question, inputs, values)
        if value not in (None, "", {}):
            found[question.name] = value
    return found


def type_in(matter: Matter, standing: Position, text: str, now: datetime) -> Filled:
    """Take a typed sentence: the question asked first, and any other of the card that it answers in so many words."""
    first, *others = standing.open_questions
    text = text if isinstance(first, OWN_WORDS) else without_emoji(text)
    known = matter.answers.ever_given if isinstance(first, Lines) else matter.values
    values = {**known, NOW: now.strftime("%Y-%m-%dT%H:%M")}
    held: dict[str, Json] = {}
    rest = text
    fault: Fault | None = None
    try:
        said = first.read_text(text, values, first=True)
    except Fault as found:
        said, fault = None, found
    if said is not None:
        held[first.name], rest = said.value, said.rest
    if fault and isinstance(first, Reference):
        held |= _with_reference(first, others, text, values)
    elif not isinstance(first, WHOLE_TEXT):
        held |= _also_said(others, text, rest if said else "", values)
    heavy = next((name for name in held if exceeds_limit(matter.flow, name, {**matter.values, **held})), "")
    if heavy:
        return Filled(matter, (), {heavy: Fault(heavy, "too_much")})
    if held:
        return Filled(matter.hold(held), tuple(held))
    return Filled(matter, (), {first.name: fault or Fault(first.name, "not_understood")})


def _with_reference(first: Reference, others: list[Question], text: str, values: Values) -> dict[str, Json]:
    """Return the answers in a text that names the child among other facts: "P, my case, the school nurse"."""
    try:
        child, rest = first.among(text)
    except Fault:
        child, rest = "", text
    found = _also_said(others, rest, "", values)
    following = others[0] if child and others else None
    in_words = not numbers_alone(rest) and not any(map(plain_answer, clauses(rest)))
    if isinstance(following, Choice) and following.name not in found and in_words:
        said = following.read_text(rest, values, first=True)
        found |= {following.name: said.value} if said else {}
    return {first.name: child, **found} if child and found else found


def _also_said(others: list[Question], text: str, rest: str, values: Values) -> dict[str, Json]:
    found: dict[str, Json] = {}
    for question in others:
        said = question.read_text(text, values, first=False)
        if said is not None:
            found[question.name] = said.value
    following = next((question for question in others if not answered(question, values)), None)
    if isinstance(following, Words) and following.takes_rest and len(rest.split()) > 1:
        found[following.name] = rest
    return found
