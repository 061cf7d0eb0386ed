"""Answers in odd words, over every question that offers a choice: the right value or asked again, never a wrong one."""

from pathlib import Path

import pytest

from dialogs.engine.answers import Json, Values
from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine
from dialogs.engine.questions import Choice, Fault, Question, Ticks
from dialogs.flows.registry import FLOWS
from tests.cards.matters import WHAT
from tests.dialogs.sentences import AGAIN

Row = tuple[str, str, str]
LINES = (Path(__file__).parent / "odd_words.tsv").read_text(encoding="utf-8").splitlines()
ROWS: list[Row] = [
    (name, value, said) for name, value, texts in (line.split("\t") for line in LINES) for said in texts.split("|")
]
ANSWERS, TRAPS = [row for row in ROWS if row[1] != "-"], [row for row in ROWS if row[1] == "-"]
UNSURE_LINES: Values = {**WHAT, "weights": {"L1": "unsure", "L2": "unsure"}}


def asked(name: str) -> Question:
    """The question of this name; "name@flow" where two flows ask it in their own way."""
    name, _, flow = name.partition("@")
    flows: list[Flow] = [FLOWS[flow]] if flow else list(FLOWS.values())
    return next(question for one in flows for question in one.questions() if question.name == name)


def read(name: str, said: str) -> Json:
    question = asked(name)
    values: Values = UNSURE_LINES if isinstance(question, EachLine) and name != "weights" else WHAT
    try:
        found = question.read_text(said, values, first=True)
    except Fault:
        return AGAIN
    if found is None:
        return AGAIN
    value = found.value
    if isinstance(value, dict):
        value = value["L1"]
    return " ".join(map(str, value)) if isinstance(value, list) else value


def test_the_table_is_about_every_question_that_offers_a_choice() -> None:
    offered = {
        question.name
        for flow in FLOWS.values()
        for question in flow.questions()
        if isinstance(question, Choice | Ticks | EachLine)
    }
    assert offered - {name.partition("@")[0] for name, _, _ in ROWS} == {"covered_since", "parents_look"}
    assert len(ANSWERS) >= 400
    assert len(TRAPS) >= 200


@pytest.mark.parametrize(("name", "value", "said"), ROWS, ids=[f"{name}: {said}" for name, _, said in ROWS])
def test_no_answer_is_ever_read_wrongly(name: str, value: str, said: str) -> None:
    assert read(name, said) in ({AGAIN} if value == "-" else {AGAIN, value})


def test_nearly_all_genuine_answers_are_taken() -> None:
    missed = [(name, value, said) for name, value, said in ANSWERS if read(name, said) == AGAIN]
    assert len(missed) <= 0.05 * len(ANSWERS), missed
