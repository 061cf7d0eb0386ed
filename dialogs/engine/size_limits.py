"""How much of a person's own words a matter can hold, so that every card made of them can be sent.

A message holds 28 KB with its card around the words. Plain text never comes near the limits here; hundreds of emoji in
one answer do. All weights are bytes as JSON.
"""

import json
from collections.abc import Iterable
from functools import cache

from dialogs.engine.answers import Json, Values
from dialogs.engine.flow import Flow, Step, questions_of
from dialogs.engine.lines import EachLineWords, Lines
from dialogs.engine.matter import Matter
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Question, Words

MOST_IN_ONE = 3_050
"""One answer: 1,500 characters weigh about 1,600 in plain English, twice that in other alphabets."""
MOST_OF_A_CHARACTER = 6
"""What one weighs at most, between the two quotation marks of its text."""
MOST_TOLD = 10_500
"""The words for the parents say twice what goes, why and what for."""

OWN_WORDS = (Words, Lines, EachLineWords, OfLine)


_AS_JSON = json.JSONEncoder(ensure_ascii=False).encode


def weight_of(*texts: str) -> int:
    """Bytes of these texts on the wire."""
    return sum([len(_AS_JSON(text).encode(errors="replace")) for text in texts])


def exceeds_limit(flow: Flow, name: str, values: Values) -> bool:
    """Whether the answer to the question `name` is more than a card can hold, by itself or with the others."""
    if not isinstance(flow.by_name.get(name), OWN_WORDS):
        return False
    before, after, looks = _in_own_words(flow)
    if _surely_fits([*before, *after, *looks], values):
        return False
    if any(question.name == name for question in looks):
        stands = [question for question in [*before, *looks] if question.name in {*flow.told, name}]
        return _weight([question for question in looks if question.name == name], values) > MOST_IN_ONE or (
            _weight(stands, values) > MOST_TOLD
        )
    closes = any(question.name == name for question in after)
    together = after if closes else before
    this = [question for question in together if question.name == name]
    by_itself = _weight(this, values)
    if not by_itself:
        return False
    one_by_one = any(isinstance(question, OfLine) for question in this)
    if closes and not one_by_one:
        together = [question for question in after if not isinstance(question, OfLine)]
    room = flow.room.after - (0 if one_by_one else flow.room.one_by_one) if closes else flow.room.before
    told = [question for question in before if question.name in flow.told] if name in flow.told else []
    return (
        by_itself > (room if one_by_one else MOST_IN_ONE)
        or _weight(together, values) > room
        or _weight(told, values) > MOST_TOLD
    )


def _surely_fits(questions: Iterable[Question], values: Values) -> bool:
    """Whether all of it together weighs less than one answer may, whatever it is written in."""
    letters = 0
    for question in questions:
        if question.name in values:
            letters += len(str(values[question.name])) + 1
    return MOST_OF_A_CHARACTER * letters <= MOST_IN_ONE


@cache
def _in_own_words(flow: Flow) -> tuple[list[Question], list[Question], list[Question]]:
    """Return the questions in a person's own words: before the answer, after it, and before a text to use."""

    def written(steps: tuple[Step, ...]) -> list[Question]:
        return [question for question in questions_of(steps) if isinstance(question, OWN_WORDS)]

    return written(flow.steps), written(flow.closing), written(flow.looks)


def text_size(matter: Matter) -> int:
    """Bytes of everything that a person wrote in a matter, half typed or not."""
    before, after, looks = _in_own_words(matter.flow)
    return _weight([*before, *after, *looks], matter.answers.ever_given)


def _weight(questions: Iterable[Question], values: Values) -> int:
    given = [values[question.name] for question in questions if question.name in values]
    return weight_of(*[text for value in given for text in _texts(value)])


def _texts(value: Json) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [str(text) for text in value.values()]
    return [str(row["text"]) for row in value if isinstance(row, dict)] if isinstance(value, list) else []
