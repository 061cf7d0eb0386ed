"""What a first message says: each fact is right or left open. What a go-ahead rests on is never filled in."""

from pathlib import Path

import pytest

from dialogs.engine.answers import Json
from dialogs.first_message import said_at_first
from dialogs.flows.registry import FLOWS
from dialogs.screens import Aside
from dialogs.understanding.facts_said import FactsSaid, asked_all_the_same, facts_said
from tests.dialogs.desks import Worker

LIST = ("audience",)


def row(line: str) -> tuple[str, dict[str, Json]]:
    slots, text = line.split("\t")
    said: dict[str, Json] = {}
    for part in [] if slots == "-" else slots.split(";"):
        name, _, value = part.partition("=")
        words: list[Json] = list(value.split())
        said[name] = words if name in LIST else (value or True)
    return text, said


LINES = (Path(__file__).parent / "facts_said.tsv").read_text(encoding="utf-8").splitlines()
SENTENCES = [row(line) for line in LINES]
OWN_WORDS = ("document", "author")
ONLY_SEEN = ("lines",)
"""The topic is in the input of its card, and is no answer until the worker sends that card."""


def same(value: Json) -> Json:
    return value.lower() if isinstance(value, str) else value


def wrong_in(text: str, said: dict[str, Json]) -> dict[str, Json]:
    found = facts_said(text).slots()
    return {name: value for name, value in found.items() if name not in said or same(value) != same(said[name])}


def test_the_table_is_long_and_half_of_it_is_traps() -> None:
    traps = [text for text, said in SENTENCES if not said]
    assert len(SENTENCES) >= 300
    assert len(traps) >= 0.45 * len(SENTENCES)
    assert len({text for text, _ in SENTENCES}) == len(SENTENCES)


def test_each_fact_is_right_or_left_open() -> None:
    assert {text: wrong for text, said in SENTENCES if (wrong := wrong_in(text, said))} == {}


def test_most_of_what_is_surely_said_is_read() -> None:
    wanted = [(text, name) for text, said in SENTENCES for name in said]
    missed = [(text, name) for text, name in wanted if name not in facts_said(text).slots()]
    assert len(missed) <= 0.1 * len(wanted), missed


@pytest.mark.parametrize("flow", FLOWS)
def test_what_is_filled_in_is_a_whole_answer_of_the_flow_and_never_what_a_go_ahead_rests_on(flow: str) -> None:
    questions = {question.name: question for question in FLOWS[flow].questions()}
    for text, _ in SENTENCES:
        filled = said_at_first(flow, text)
        assert set(filled) <= {
            *ONLY_SEEN,
            "recipient",
            "recipient_named",
            "document",
            "audience",
            "part_in_case",
            "child",
        }
        assert filled.get("part_in_case") != "authorised"
        assert all(questions[name].settled(filled[name], {}) for name in filled if name not in ONLY_SEEN)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("mum knows, can I tell the school", ("told",)),
        ("dad hit him, can I tell the police", ("harm",)),
        ("telling mum would put her at further risk, tell the GP", ("grounds",)),
        ("my manager said I can tell the school", ("authorised",)),
        ("the author agreed in writing, send it to school", ("agreed",)),
        ("the school needs to know", ("need",)),
        ("tell the school about asthma", ()),
        ("tell the school about the violence at home", ()),
    ],
)
def test_what_a_go_ahead_may_rest_on_is_named_and_filled_in_nowhere(text: str, names: tuple[str, ...]) -> None:
    assert asked_all_the_same(text) == names
    worker = Worker()
    worker.says(text)
    if worker.current:
        assert set(worker.matter.values) <= {"recipient", "document", "audience", "part_in_case", "child"}


def test_a_first_card_stays_open_so_that_what_was_filled_in_is_seen() -> None:
    for text, _ in SENTENCES:
        worker = Worker()
        worker.says(text)
        if worker.current and worker.matter.answers.by_name:
            assert worker.matter.position.step is worker.matter.flow.steps[0]
            assert not worker.matter.values.keys() & set(ONLY_SEEN)


@pytest.mark.parametrize(
    ("text", "notices"),
    [
        ("mum has refused, can I tell the school", ["said_refused"]),
        ("police asked us not to tell the parents, can I ring the GP", ["said_police_asked"]),
        ("the judge has ordered us to disclose the file, can I share it", ["said_court_order"]),
        ("mum knows, can I tell the school", ["said_asked"]),
        ("can I tell the school", []),
    ],
)
def test_what_answers_no_question_is_said_back(text: str, notices: list[str]) -> None:
    asides = Worker().says(text).shown.asides
    assert [aside.name for aside in asides if isinstance(aside, Aside)] == notices


def test_nothing_said_is_nothing_filled_in() -> None:
    assert facts_said("") == FactsSaid()
    assert FactsSaid().slots() == {}


@pytest.mark.parametrize(
    "part", ["tell ", "share with the police and ", "mum refused to ", "court ordered us to ", "P "]
)
def test_the_longest_message_is_read_in_little_work(part: str) -> None:
    """Patterns that run over a text for each of its words would take minutes here."""
    assert not facts_said((part * 1500)[:1500]).document


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("tell the childminder about his dad", "childminder"),
        ("can I ring his epilepsy nurse", "epilepsy nurse"),
        ("tell the riding stables manager about his arm", "riding stables manager"),
        ("tell the library's safeguarding officer about his arm", "library's safeguarding officer"),
        ("tell Amir swim coach about his arm", None),
        ("tell Kelly's swim coach about his arm", "swim coach"),
        ("tell the GP about the optician", None),
        ("tell the optician, or the dentist", None),
    ],
)
def test_somebody_on_no_list_is_named_as_they_were_said(text: str, who: str | None) -> None:
    assert said_at_first("share", text).get("recipient_named") == who
