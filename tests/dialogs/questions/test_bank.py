"""The examples that the question model is built from, and that what is built is what they give."""

import csv
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from dialogs.understanding.asked import model, pieces
from dialogs.understanding.asked.refused import is_refused
from guidance.paragraphs import paragraphs
from ops.hearing import choices, kinds, questions
from ops.hearing.questions import Example, read_examples
from tests.unchanged import check_once

FLOWS = {"share", "gather", "document", "receive", "first_contact", "authority", "none"}


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return read_examples()


def test_there_are_enough_examples_over_enough_situations(examples: list[Example]) -> None:
    assert len(examples) >= 4500
    assert len({example.situation for example in examples}) >= 3500


def test_no_example_is_there_twice(examples: list[Example]) -> None:
    assert [text for text, count in Counter(example.text.lower() for example in examples).items() if count > 1] == []


def test_each_example_has_what_its_kind_asks_for(examples: list[Example]) -> None:
    gaps = tomllib.loads((pieces.DATA / "gaps.toml").read_text("utf-8"))
    for example in examples:
        assert example.text and example.situation and example.voice, example
        assert example.flow in FLOWS, example
        assert bool(example.refs) == (example.kind == "covered"), example
        assert set(example.refs) <= set(paragraphs()), example
        assert (example.gap in gaps) == (example.kind == "gap"), example
        assert example.kind in {"covered", "gap", "neither", "adversarial"}, example


def test_every_paragraph_and_gap_is_asked_about(examples: list[Example]) -> None:
    best = Counter(example.refs[0] for example in examples if example.refs)
    assert [ref for ref in paragraphs() if best[ref] < 5] == []
    gaps = Counter(example.gap for example in examples if example.gap)
    assert [gap for gap in tomllib.loads((pieces.DATA / "gaps.toml").read_text("utf-8")) if gaps[gap] < 8] == []


def test_what_the_guidance_does_not_answer_weighs_as_much_as_what_it_does(examples: list[Example]) -> None:
    kinds = Counter(example.kind for example in examples)
    assert sum(kinds.values()) - kinds["covered"] >= 0.9 * kinds["covered"]


def test_no_pattern_refuses_a_question_that_the_guidance_answers_or_is_known_not_to(examples: list[Example]) -> None:
    asked = [example.text for example in examples if example.kind in {"covered", "gap"}]
    assert [text for text in asked if is_refused(text)] == []


def test_the_table_is_read_as_it_is_written() -> None:
    with questions.QUESTIONS.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert {len(row) for row in rows} == {7}


@pytest.mark.long
def test_the_same_examples_build_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    def same_bytes() -> None:
        monkeypatch.setattr(model, "DATA", tmp_path)
        for names_classes in (questions, choices):
            monkeypatch.setattr(names_classes, "CLASSES", tmp_path / names_classes.CLASSES.name)
        for built in (questions, kinds, choices):
            built.build()
        for path in tmp_path.iterdir():
            assert path.read_bytes() == (pieces.DATA / path.name).read_bytes(), f"{path.name}: build it anew"
        assert len(list(tmp_path.iterdir())) == 11

    check_once(pytestconfig, same_bytes, "ops.hearing.choices", "ops.hearing.kinds")
