"""The examples of what is urgent: what is built from them, and how much is found of situations that were left out."""

from pathlib import Path

import pytest

from dialogs.understanding.danger_signs import KNOWN_WORDS
from dialogs.understanding.urgency import WEIGHTS
from ops.hearing import urgent

FOUND = 0.92
FALSE_ALARMS = 0.17
"""Of calm examples that are all full of the words of danger."""


def test_the_same_examples_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = WEIGHTS.read_bytes()
    assert urgent.known_words(urgent.read_examples()) == KNOWN_WORDS.read_text("utf-8")
    monkeypatch.setattr(urgent, "WEIGHTS", tmp_path / "weights.bin")
    urgent.build()
    assert (tmp_path / "weights.bin").read_bytes() == kept


def test_there_are_enough_examples_of_many_situations() -> None:
    examples = urgent.read_examples()
    found = [example for example in examples if example.urgent]
    assert len(found) >= 900
    assert len(examples) - len(found) >= 900
    assert len({example.situation for example in found}) >= 150
    assert len({example.text.lower() for example in examples}) == len(examples)


def test_most_of_what_is_urgent_is_found_in_situations_that_were_left_out() -> None:
    examples = urgent.read_examples()
    scores = urgent.held_out_scores(examples)
    found = [score > 0 for score, example in zip(scores, examples, strict=True) if example.urgent]
    alarms = [score > 0 for score, example in zip(scores, examples, strict=True) if not example.urgent]
    assert sum(found) / len(found) > FOUND
    assert sum(alarms) / len(alarms) < FALSE_ALARMS
