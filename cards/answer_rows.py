"""The worker's answers as rows to read: one for each question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import Struct

from cards.elements import OwnWords
from cards.labels import label_of, option_label, option_labels
from cards.times import format_date_time, format_day
from cards.words import render_text
from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild, children_of
from dialogs.engine.each_parent import EachParent
from dialogs.engine.first_or_why import FirstOrWhy
from dialogs.engine.lines import EachLine, EachLineWords, Lines, lines_of
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.engine.who_was_told import EVERYONE


class AnswerRow(Struct, frozen=True):
    """One answer: the question's name and label, and the answer as lines of text."""

    question: str
    label: OwnWords
    said: tuple[str, ...]


def rows_of(matter: Matter, questions: tuple[Question, ...]) -> list[AnswerRow]:
    """Return a row for each of these questions whose answer is not empty."""
    values = matter.values
    rows = [
        AnswerRow(q.name, label_of(q, matter), answer_lines(q, values[q.name], matter))
        for q in questions
        if q.name in values
    ]
    return [row for row in rows if row.said]


@dataclass(frozen=True, slots=True)
class SaidAnswers:
    """The answers of a matter by the names of their questions, for a template: `{{ said.used_for }}`.

    Each is in the words that were chosen or typed; empty where there is no answer.
    """

    matter: Matter

    def __getitem__(self, name: str) -> str:
        asked = self.matter.flow.by_name.get(name)
        return "; ".join(line for row in rows_of(self.matter, (asked,)) for line in row.said) if asked else ""


def answer_lines(question: Question, value: Json, matter: Matter) -> tuple[str, ...]:
    """Return an answer in the words in which it was chosen or typed."""
    say = _LINES_OF.get(type(question))
    if say:
        return say(question, value, matter)
    return (str(value),) if value else ()


def _choice(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    return (option_label(matter, question.name, value),)


def _ticks(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    return tuple(option_labels(matter, question.name, value))


def _lines(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    return tuple(f"{number}. {row['text']}" for number, row in enumerate(value, start=1))


def _each_line(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    asked, number = [line for line in question.which(matter.values) if line in value], _numbers(question, matter)
    return tuple([f"{number[line]}. {option_label(matter, question.name, value[line])}" for line in asked])


def _each_line_words(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    asked, number = question.which(matter.values), _numbers(question, matter)
    return tuple([f"{number[line]}. {value[line]}" for line in asked if value.get(line)])


def _of_line(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    said = question.of_line(value, matter.values)
    return answer_lines(question.inner, said, matter) if said else ()


def _each_child(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    asked = [child for child in children_of(matter.values) if child in value]
    said = {child: option_label(matter, question.name, value[child]) for child in asked}
    return tuple(f"{child}: {option}" if len(asked) > 1 else option for child, option in said.items())


def _first_or_why(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    yes = value == [question.yes]
    said = _ticks(question, value, matter)
    return said if yes else (render_text(f"questions.{question.name}.first.no"), *said)


def _each_parent(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    """Return "T: told; D: not told yet", without a name if it is about all of them together."""
    found = []
    for parent in question.asked(matter.values):
        if parent in value:
            named = parent != EVERYONE
            key = f"questions.{question.name}.{'options' if named else 'of_everyone'}.{value[parent]}"
            option = render_text(key)
            found.append(f"{parent}: {option[:1].lower()}{option[1:]}" if named else str(option))
    return tuple(found)


def _moment(question: Any, value: Any, matter: Matter) -> tuple[str, ...]:
    return (format_day(value) if question.future else format_date_time(value),)


def _numbers(question: EachLine | EachLineWords, matter: Matter) -> dict[str, int]:
    """Return the numbers from 1 under which a question shows its lines, by the id of the line."""
    return {line: number for number, (line, _) in enumerate(question.of(matter.values), start=1)}


def line_number(matter: Matter, line: str) -> int:
    """Return the number from 1 under which a line of the matter is shown."""
    return [known for known, _ in lines_of(matter.values, "lines")].index(line) + 1


_LINES_OF: Mapping[type, Callable[[Any, Any, Matter], tuple[str, ...]]] = {
    Choice: _choice,
    FirstOrWhy: _first_or_why,
    EachParent: _each_parent,
    Ticks: _ticks,
    Lines: _lines,
    EachLine: _each_line,
    EachLineWords: _each_line_words,
    OfLine: _of_line,
    EachChild: _each_child,
    Moment: _moment,
}
