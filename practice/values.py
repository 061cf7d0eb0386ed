"""From answers as a scenario's file writes them to the values that a flow keeps."""

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.engine.answers import Json
from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Question, Ticks
from practice.scenario import Given

CHOICE_QUESTIONS = (Choice, Ticks, EachLine)
"""The kinds of question that are answered by choosing; a trainee's own words are given by the story."""


def find_question(flow: Flow, name: str) -> Question | None:
    """The flow's question with this name, or None."""
    return next((question for question in flow.questions() if question.name == name), None)


def to_values(flow: Flow, answers: Mapping[str, Given]) -> dict[str, Json]:
    """The values of these answers; those of no question of the flow are left out."""
    ids = line_ids(flow, answers)
    found: dict[str, Json] = {}
    for name, given in answers.items():
        question = find_question(flow, name)
        if question:
            found[name] = to_value(question, given, ids)
    return found


def to_value(question: Question, given: Given, ids: Mapping[str, str]) -> Json:
    """One answer as the flow keeps it. `ids`: the id of each line by the name that the file gives it."""
    if isinstance(question, Lines):
        return _lines(given)
    if isinstance(question, EachLine | EachLineWords | OfLine):
        return {ids.get(line, line): said for line, said in given.items()} if isinstance(given, dict) else str(given)
    if isinstance(question, Ticks):
        return [given] if isinstance(given, str) else list(given)
    return given if isinstance(given, str) else str(given)


def _lines(given: Given) -> Json:
    texts: Sequence[Any] = (
        list(given.values()) if isinstance(given, dict) else [given] if isinstance(given, str) else given
    )
    return [{"id": f"L{number}", "text": text} for number, text in enumerate(texts, start=1) if text]


def line_ids(flow: Flow, answers: Mapping[str, Given]) -> dict[str, str]:
    """The id of each line, by the name that the file gives it."""
    tables = [answers[q.name] for q in flow.questions() if isinstance(q, Lines) and q.name in answers]
    return {
        name: f"L{number}" for table in tables if isinstance(table, dict) for number, name in enumerate(table, start=1)
    }


def accepts(question: Question, value: object) -> bool:
    """Whether a question takes this value."""
    offered = {option.value for option in getattr(question, "options", ())}
    if isinstance(question, EachLine):
        return isinstance(value, dict) and set(value.values()) <= offered
    if isinstance(question, Ticks):
        ticks = value if isinstance(value, list) else []
        return bool(ticks) and set(ticks) <= offered and not (len(ticks) > 1 and set(ticks) & set(question.alone))
    return not offered or value in offered


def rejection(question: Question) -> str:
    """What is said of a value that it does not take."""
    offered = ", ".join(option.value for option in getattr(question, "options", ()))
    return f"not one of {offered}" if offered else "not an answer that it takes"
