"""Answers as a scenario's file writes them, turned into the values that a flow keeps."""

from collections.abc import Mapping

from dialogs.engine.answers import Json
from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Question, Ticks
from practice.scenario import Given

CHOICE_QUESTIONS = (Choice, Ticks, EachLine)
"""The kinds of question that are answered by choosing; a trainee's own words are given by the story."""


def find_question(flow: Flow, name: str) -> Question | None:
    return next((question for question in flow.questions() if question.name == name), None)


def to_values(flow: Flow, answers: Mapping[str, Given]) -> dict[str, Json]:
    """Return the values of these answers, without those to no question of the flow."""
    ids = line_ids(flow, answers)
    asked = ((find_question(flow, name), given) for name, given in answers.items())
    return {question.name: to_value(question, given, ids) for question, given in asked if question}


def to_value(question: Question, given: Given, ids: Mapping[str, str]) -> Json:
    """Return one answer as the flow keeps it. `ids`: as from `line_ids`."""
    if isinstance(question, Lines):
        texts = [given] if isinstance(given, str) else given.values() if isinstance(given, dict) else given
        return [{"id": f"L{number}", "text": text} for number, text in enumerate(texts, start=1) if text]
    if isinstance(question, EachLine | EachLineWords | OfLine) and isinstance(given, dict):
        return {ids.get(line, line): said for line, said in given.items()}
    if isinstance(question, Ticks):
        return [given] if isinstance(given, str) else list(given)
    return given if isinstance(given, str) else str(given)


def line_ids(flow: Flow, answers: Mapping[str, Given]) -> dict[str, str]:
    """Return the id of each line, by the name that the file gives it."""
    tables = [answers[q.name] for q in flow.questions() if isinstance(q, Lines) and q.name in answers]
    return {
        name: f"L{number}" for table in tables if isinstance(table, dict) for number, name in enumerate(table, start=1)
    }


def accepts(question: Question, value: object) -> bool:
    offered = {option.value for option in getattr(question, "options", ())}
    if isinstance(question, EachLine):
        return isinstance(value, dict) and set(value.values()) <= offered
    if isinstance(question, Ticks):
        ticks = value if isinstance(value, list) else []
        return bool(ticks) and set(ticks) <= offered and not (len(ticks) > 1 and set(ticks) & set(question.alone))
    return not offered or value in offered


def rejection(question: Question) -> str:
    """Say what is wrong with a value that the question does not accept."""
    offered = ", ".join(option.value for option in getattr(question, "options", ()))
    return f"not one of {offered}" if offered else "not an answer that it takes"
