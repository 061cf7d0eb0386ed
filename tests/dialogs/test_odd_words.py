"""Answers in odd words, over every question that offers a choice: the right value or asked again, never a wrong one."""

from functools import cache
from pathlib import Path

from cards.answer_rows import option_label
from dialogs.engine.answers import Json
from dialogs.engine.flow import Flow
from dialogs.engine.lines import EachLine
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Choice, Fault, Question, Ticks
from dialogs.flows.registry import FLOWS
from dialogs.understanding.choices import answers_nothing, option_meant
from dialogs.understanding.hearing import FEWEST_TOLD
from guidance.paragraphs import VERSION
from tests.cards.matters import WHAT
from tests.dialogs.sentences import AGAIN

Row = tuple[str, str, str]
LINES = (Path(__file__).parents[2] / "guidance" / "asked" / "choices.tsv").read_text(encoding="utf-8").splitlines()
ROWS: list[Row] = [
    (name, value, said) for name, value, texts in (line.split("\t") for line in LINES) for said in texts.split("|")
]
ANSWERS, TRAPS = [row for row in ROWS if row[1] != "-"], [row for row in ROWS if row[1] == "-"]


@cache
def asked(name: str) -> Question:
    """The question of this name; "name@flow" where two flows ask it in their own way."""
    name, _, flow = name.partition("@")
    flows: list[Flow] = [FLOWS[flow]] if flow else list(FLOWS.values())
    return next(question for one in flows for question in one.questions() if question.name == name)


def read(name: str, said: str) -> Json:
    question = asked(name)
    if isinstance(question, EachLine):
        plain, odd = question.plain_words, question.odd
        question = Choice(question.name, question.ref, question.options, plain_words=plain, odd=odd, by_place=False)
    if name == "recipient" and len(said.split()) >= FEWEST_TOLD and answers_nothing(name, said):
        return AGAIN
    try:
        found = question.read_text(said, WHAT, first=True)
    except Fault:
        return AGAIN
    value = found.value if found else option_meant(question, said) or AGAIN
    return " ".join(map(str, value)) if isinstance(value, list) else value


def test_the_table_is_about_every_question_that_offers_a_choice() -> None:
    offered = {
        question.name
        for flow in FLOWS.values()
        for question in flow.questions()
        if isinstance(question, Choice | Ticks | EachLine)
    }
    assert offered - {name.partition("@")[0] for name, _, _ in ROWS} == {"covered_since", "parents_look"}
    assert len(ANSWERS) >= 1_700
    assert len(TRAPS) >= 480


def test_no_answer_is_ever_read_wrongly() -> None:
    took = [(*row, read(row[0], row[2])) for row in ROWS]
    assert [one for one in took if one[3] not in (AGAIN, one[1])] == []


def test_nearly_all_genuine_answers_are_taken() -> None:
    missed = [(name, value, said) for name, value, said in ANSWERS if read(name, said) == AGAIN]
    assert len(missed) <= 0.05 * len(ANSWERS), missed


def offered() -> list[tuple[str, str, str]]:
    """Each option of each flow: the question as "name@flow", the value, and what stands on the card for it."""
    found: list[tuple[str, str, str]] = []
    for flow in FLOWS.values():
        one = Matter("m", flow, VERSION).hold({"child": "P"})
        for question in flow.questions():
            if isinstance(question, Choice | Ticks | EachLine):
                name, values = question.name, [option.value for option in question.options]
                found += [(f"{name}@{flow.name}", value, option_label(one, name, value)) for value in values]
    return found


def test_every_option_can_be_typed_as_it_stands() -> None:
    typed = [
        (name, value, text)
        for name, value, label in offered()
        for text in (label, label.lower(), label.upper(), f"{label}.", label.replace("'", "\u2019"))
    ]
    assert len(typed) > 2_000
    assert [one for one in typed if read(one[0], one[2]) != one[1]] == []
