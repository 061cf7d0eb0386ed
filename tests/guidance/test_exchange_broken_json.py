"""Input that is not the JSON of a case: refused in one line, never with a traceback."""

import json
import sys
from collections import Counter

import pytest

from guidance.json_api import ExchangeError, exchange
from tests.guidance.facts_given import TOLD

FACTS = json.dumps(TOLD)[1:-1]
OPEN = '{"flow": "share", "facts": {' + FACTS + ", "


def refusal(text: str) -> str:
    with pytest.raises(ExchangeError) as refused:
        exchange(text)
    said = str(refused.value)
    assert len(said.splitlines()) == 1
    return said


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "{", "}", "share", "{'flow': 'share'}", '{"flow": "share",}', "[1, 2", "\x00", '{"flow": share}'],
)
def test_what_is_not_json_is_refused(text: str) -> None:
    assert refusal(text).startswith("the input is not JSON: ")


def test_two_objects_one_after_the_other_are_not_json() -> None:
    assert refusal(OPEN + '"sensitive": true}}' * 2).startswith("the input is not JSON: ")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"flow":', "}")], ids=["arrays", "objects"])
def test_what_is_nested_too_deeply_is_refused(opening: str, closing: str) -> None:
    assert refusal(opening * 100_000 + "1" + closing * 100_000) == "the input is nested too deeply"
    assert refusal(opening * 1_500 + "1" + closing * 1_500)  # from Python 3.13 on this can be read, and is no case


def test_a_fact_that_is_nested_is_refused_by_name() -> None:
    assert refusal(OPEN + '"sensitive": ' + "[" * 500 + "]" * 500 + "}}").startswith("sensitive: ")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (OPEN + '"sensitive": true, "sensitive": false}}', "sensitive"),
        (OPEN + '"parents_told_items": {"why": true, "why": false}}}', "why"),
        ('{"flow": "share", "flow": "authority", "facts": {}}', "flow"),
    ],
)
def test_a_key_given_twice_is_refused_by_name(text: str, name: str) -> None:
    assert refusal(text) == f"{name}: given twice"


@pytest.mark.parametrize("number", ["1e400", "-1e400", "9" * 400, "NaN", "Infinity", "-Infinity", "-0", "1.0"])
def test_a_number_is_no_truth_however_large(number: str) -> None:
    assert refusal(OPEN + f'"sensitive": {number}' + "}}").startswith("sensitive: ")


def test_a_number_too_large_to_read_is_refused() -> None:
    refusal(OPEN + '"sensitive": ' + "9" * 10_000 + "}}")


@pytest.mark.parametrize("ending", ["\\n", "\\r", "\\u2028", "\\u0085"])
def test_the_name_of_an_unknown_fact_cannot_break_the_line(ending: str) -> None:
    assert "unknown fact" in refusal(OPEN + f'"one{ending}two": true' + "}}")
    assert "unknown fact" in refusal(OPEN + f'"parents_told_items": {{"one{ending}two": true}}' + "}}")


def test_a_name_given_twice_cannot_break_the_line() -> None:
    assert "given twice" in refusal('{"one\\ntwo": 1, "one\\ntwo": 2}')


@pytest.mark.parametrize(
    "text",
    ["😀 the GP", "\u202eevil", "<b>GP</b>", "{{ 7*7 }}", "**GP**", "x" * 100_000, "\\u0000", "\\ud800"],
    ids=["emoji", "right to left", "HTML", "template", "Markdown", "very long", "nothing", "half a character"],
)
def test_any_text_will_do_for_a_recipient(text: str) -> None:
    assert exchange(OPEN + f'"recipient": "{text}"' + "}}") == exchange(OPEN + '"recipient": ""}}')


def test_a_great_many_unknown_facts_are_refused_by_a_few_calls_for_each() -> None:
    many = ", ".join(f'"fact_{number}": true' for number in range(20_000))
    calls = Counter[str]()
    sys.setprofile(lambda _frame, event, _given: calls.update([event]))
    try:
        assert "fact_19999: unknown fact" in refusal(OPEN + many + "}}")
    finally:
        sys.setprofile(None)
    assert calls["call"] + calls["c_call"] < 20 * 20_000
