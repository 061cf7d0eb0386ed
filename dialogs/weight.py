"""How much of a person's own words a matter can hold, so that every card made of them can be sent.

A message holds 28 KB with its card around the words. Plain text never comes near the limits here; thousands of
emoji or quotation marks do. All weights are bytes as JSON.
"""

import json
from collections.abc import Iterable, Iterator

from dialogs.answers import Json, Values
from dialogs.flow import Flow
from dialogs.lines import EachLineWords, Lines
from dialogs.matter import Matter
from dialogs.questions import Question, Words

MOST_IN_ALL = 21_000
"""All of them stand in the case note, in one box."""
MOST_TOLD = 10_000
"""What goes, why and what for stand twice among the words for the parents."""
MOST_ON_A_CARD = 14_000

TOLD = frozenset({"lines", "shorter", "why", "used_for"})
OWN_WORDS = (Words, Lines, EachLineWords)


def weight_of(*texts: str) -> int:
    """Bytes of these texts on the wire."""
    return sum(len(json.dumps(text, ensure_ascii=False).encode(errors="replace")) for text in texts)


def too_heavy(flow: Flow, name: str, values: Values) -> bool:
    """Whether the answer to the question `name` makes `values` more than a card can hold."""
    questions = list(flow.questions())
    if not any(question.name == name and isinstance(question, OWN_WORDS) for question in questions):
        return False
    beside = next(c.asks for c in flow.every_card() if any(ask.question.name == name for ask in c.asks))
    return (
        _weight(questions, values) > MOST_IN_ALL
        or _weight((ask.question for ask in beside), values) > MOST_ON_A_CARD
        or (name in TOLD and _weight((q for q in questions if q.name in TOLD), values) > MOST_TOLD)
    )


def own_weight(matter: Matter) -> int:
    """Bytes of everything that a person wrote in a matter, half typed or not."""
    return _weight(matter.flow.questions(), matter.answers.ever_given)


def _weight(questions: Iterable[Question], values: Values) -> int:
    given = (values.get(question.name) for question in questions if isinstance(question, OWN_WORDS))
    return weight_of(*(text for value in given for text in _texts(value)))


def _texts(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    if isinstance(value, dict):
        yield from (str(text) for text in value.values())
    if isinstance(value, list):
        yield from (str(row["text"]) for row in value if isinstance(row, dict))
