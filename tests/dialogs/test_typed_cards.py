"""A typed sentence on a card that asks several things: what of it is taken, and what is asked again."""

from collections.abc import Mapping

import pytest

from dialogs.engine.answers import Json
from dialogs.engine.filling import Filled, type_in
from dialogs.engine.matter import Matter
from dialogs.flows.registry import FLOWS
from tests.cards.matters import ASKED_UNTOLD, BEFORE, CASE, Given, lines, matter
from tests.dialogs.desks import NOW

CASE_ONLY: Given = {"child": "P"}
GROUNDS: Given = {**ASKED_UNTOLD, "reasons": ["risk"]}
COURT_TOO: Given = {**ASKED_UNTOLD, "reasons": ["risk", "court"]}
AUTHOR = BEFORE["author"]


def typed_into(given: Given, sentence: str) -> Filled:
    one = matter(given)
    return type_in(one, one.position, sentence, NOW)


def taken(before: Given, filled: Filled) -> dict[str, Json]:
    return {name: value for name, value in filled.matter.values.items() if name not in before}


@pytest.mark.parametrize(
    ("given", "sentence", "expected"),
    [
        ({}, "P", {"child": "P"}),
        (CASE_ONLY, "yes", {"part_in_case": "allocated"}),
        (
            CASE_ONLY,
            "yes, the school nurse, they need it",
            {"part_in_case": "allocated", "recipient": "school_nurse", "need_to_know": "yes"},
        ),
        (CASE_ONLY, "my case, GP", {"part_in_case": "allocated", "recipient": "gp"}),
        (CASE_ONLY, "it's the GP", {"recipient": "gp"}),
        (CASE_ONLY, "not my case but they need it", {"part_in_case": "none"}),
        (CASE_ONLY, "yes, the gp, they might need it", {"recipient": "gp"}),
        (CASE_ONLY, "the allocated worker is on leave, it's for the police", {"recipient": "police"}),
        (CASE_ONLY, "the manager said i can tell the police", {"recipient": "police"}),
        ({**CASE_ONLY, "part_in_case": "allocated"}, "the GP, needs it", {"recipient": "gp", "need_to_know": "yes"}),
        (AUTHOR, "not asked yet", {"author_agreed": "not_asked"}),
        (AUTHOR, "agreed in writing, we've talked", {"author_agreed": "written", "author_talk": "yes"}),
        (AUTHOR, "in writing, discussed it, no doubts", {"lawful_doubt": "no"}),
        (AUTHOR, "she said yes on the phone, haven't spoken since", {"author_agreed": "verbal", "author_talk": "no"}),
        (AUTHOR, "verbal, will be in writing next week", {"author_agreed": "verbal"}),
        (
            GROUNDS,
            "yes, B told me this morning",
            {"harm_suffered": "yes", "harm_known": "B told me this morning"},
        ),
        (GROUNDS, "not as far as we know", {"harm_suffered": "no"}),
        (GROUNDS, "not as far as we know, but i have a real concern", {"harm_suffered": "no"}),
        (COURT_TOO, "yes, he told me everything", {"harm_suffered": "yes", "harm_known": "he told me everything"}),
        (
            GROUNDS,
            "yes, her mental health nurse saw the bruise",
            {"harm_suffered": "yes", "harm_known": "her mental health nurse saw the bruise"},
        ),
        (GROUNDS, "yes, B told me, not sure when", {}),
    ],
)
def test_what_a_sentence_says_of_the_card_is_taken(given: Given, sentence: str, expected: Mapping[str, Json]) -> None:
    assert taken(given, typed_into(given, sentence)) == expected


@pytest.mark.parametrize(
    ("flow", "name", "sentence"),
    [
        ("share", "author_agreed", "they did, every one, in writing"),
        ("document", "author_agreed", "in writing"),
        ("document", "author_agreed", "everyone, by email"),
        ("document", "quoted_agreed", "all in writing"),
        ("share", "author_talk", "none"),
        ("share", "lawful_doubt", "none"),
        ("receive", "rung_back", "a letter, we keep it"),
        ("receive", "rung_back", "it came in writing"),
        ("receive", "limit", "none"),
        ("document", "doc_needed", "yes, everything"),
        ("share", "court_covers", "all of it"),
    ],
)
def test_what_is_said_of_one_question_answers_no_other_that_it_does_not_name(
    flow: str, name: str, sentence: str
) -> None:
    question = next(one for one in FLOWS[flow].questions() if one.name == name)
    assert question.read_text(sentence, {}, first=False) is None


@pytest.mark.parametrize(
    ("flow", "name", "sentence", "value"),
    [
        ("document", "author_agreed", "they all agreed, the author agreed in writing", "written"),
        ("receive", "rung_back", "a letter, not rung", "not_yet"),
        ("share", "lawful_doubt", "in writing, no doubts", "no"),
    ],
)
def test_one_that_is_named_is_answered_beside_another(flow: str, name: str, sentence: str, value: str) -> None:
    question = next(one for one in FLOWS[flow].questions() if one.name == name)
    said = question.read_text(sentence, {}, first=False)
    assert (said and said.value) == value


@pytest.mark.parametrize(
    ("given", "sentence", "question", "code"),
    [
        ({}, "Mia", "child", "not_a_reference"),
        (CASE_ONLY, "hmm", "part_in_case", "not_understood"),
        (CASE, "yes", "lines", "own_words"),
        (CASE, "2", "lines", "own_words"),
        (CASE, "dunno", "lines", "own_words"),
        (CASE, "x" * 1501, "lines", "too_long"),
        (CASE, "x" * 301, "lines", "line_too_long"),
        (CASE, "\n".join(f"line {n}" for n in range(11)), "lines", "too_many_lines"),
        ({**CASE, "lines": lines("a")}, "y", "why", "own_words"),
        ({**CASE, "lines": lines("a")}, "x" * 1501, "why", "too_long"),
        ({**ASKED_UNTOLD, "outcome": "shared", "reasons": ["tell_first"]}, "later", "shared_when", "not_a_time"),
    ],
)
def test_what_cannot_be_taken_is_asked_again_with_the_reason(
    given: Given, sentence: str, question: str, code: str
) -> None:
    filled = typed_into(given, sentence)
    assert {name: fault.code for name, fault in filled.faults.items()} == {question: code}
    assert filled.matter.values == matter(given).values


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("P has missed two check-ups", ["P has missed two check-ups"]),
        ("missed two check-ups; coughs at night", ["missed two check-ups", "coughs at night"]),
        ("- one thing\n- another thing\n\n", ["one thing", "another thing"]),
        ("1. one thing\n2) another thing", ["one thing", "another thing"]),
        ("same thing\nsame thing", ["same thing"]),
        ("the GP, the school and yes they need it", ["the GP, the school and yes they need it"]),
        ("no\nyes", ["no", "yes"]),
    ],
)
def test_lines_are_typed_one_a_line_or_parted_by_semicolons(typed: str, kept: list[str]) -> None:
    assert texts(typed_into(CASE, typed).matter) == kept


def texts(one: Matter) -> list[str]:
    rows = one.values["lines"]
    assert isinstance(rows, list)
    return [str(row["text"]) for row in rows if isinstance(row, dict)]


@pytest.mark.parametrize("typed", ["skip", "none", "nothing", "no", "-", "n/a"])
def test_an_optional_question_is_passed_over_in_a_word(typed: str) -> None:
    given: Given = {**GROUNDS, "harm_suffered": "yes"}
    assert taken(given, typed_into(given, typed)) == {"harm_known": ""}


def test_own_words_are_kept_as_typed_with_their_newlines_quotes_and_braces() -> None:
    typed = 'B said: "it\u2019ll be worse".\n\n{{ 7 * 7 }} **not bold** <b>'
    given: Given = {**GROUNDS, "harm_suffered": "yes", "harm_known": "a mark", "real_concern": "yes"}
    assert typed_into(given, typed).matter.values["concern_because"] == typed


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        ("3 yes, 4 no", "yes", "no"),
        ("4 not sure and 3 yes", "yes", "unsure"),
        ("yes to both", "yes", "yes"),
        ("no", "no", None),
        ("1 yes, 2 no", None, None),
    ],
)
def test_a_list_goes_by_the_number_that_each_line_is_shown_under(typed: str, first: str, second: str) -> None:
    given: Given = {**BEFORE["closer_look"], "shorter": {"L2": ""}}
    said = typed_into(given, typed).matter.values.get("line_relevant", {})
    assert isinstance(said, dict)
    assert (said.get("L3"), said.get("L4")) == (first, second)


@pytest.mark.parametrize("typed", ["skip", "Not yet."])
def test_a_line_to_shorten_can_be_left_for_now(typed: str) -> None:
    filled = typed_into(BEFORE["closer_look"], typed)
    assert filled.matter.values["shorter"] == {"L2": ""}
