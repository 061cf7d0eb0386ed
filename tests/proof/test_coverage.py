"""What each paragraph has: found where it is, counted, and said to be lacking where it is not there."""

import pytest

from guidance.paragraphs import paragraphs
from proof.coverage import as_table, coverage
from proof.coverage.references import cites, family
from proof.coverage.requirements import COLUMNS, EXEMPT, NOT_ACTED_ON, required_columns
from tests.guidance.facts_given import CRIME, NEEDED, TOLD

CASES = (("share", TOLD), ("share", NEEDED | CRIME), ("share", NEEDED))


@pytest.mark.parametrize(
    ("text", "ref", "cited"),
    [
        ("under 3.9, told", "3.9", True),
        ("(3.9)", "3.9", True),
        ("(3.9(a))", "3.9", False),
        ("(3.9(a))", "3.9(a)", True),
        ("3.9(a) to (d)", "3.9(b)", False),
        ("3.12", "3.1", False),
        ("13.1", "3.1", False),
        ("3.1.2", "3.1", False),
        ("3.1.", "3.1", True),
        ("3.9 (good practice)", "3.9", True),
    ],
)
def test_a_paragraph_is_cited_only_by_its_own_number(text: str, ref: str, cited: bool) -> None:
    assert cites(text, ref) is cited


def test_a_paragraph_has_its_parts_in_its_family() -> None:
    assert family("3.9") == {"3.9", "3.9(a)", "3.9(b)", "3.9(c)", "3.9(d)"}
    assert family("3.1") == {"3.1"}


def test_each_column_holds_what_rests_on_the_paragraph() -> None:
    has = {row.paragraph.ref: row.has for row in coverage(CASES).rows}
    assert "share.need_to_know" in has["3.7"]["questions"]
    assert {"share.told", "telling_parents.told"} <= set(has["3.5"]["rules"])
    assert {"why.told", "questions.told_items.label"} <= set(has["3.5"]["words"])
    assert "need_to_know" in has["3.7"]["glossary"]
    assert has["3.9(b)"]["journeys"] == {"share": 1}
    assert any(name.startswith("cards/test_note.py::") for name in has["3.11"]["tests"])


def test_the_parts_of_a_paragraph_count_for_it_and_not_the_other_way_round() -> None:
    has = {row.paragraph.ref: row.has for row in coverage(CASES).rows}
    assert "share.why" in has["3.5"]["questions"]
    assert "share.told_items" not in has["3.5(b)"]["questions"]


def test_every_paragraph_is_there_in_the_guidances_order() -> None:
    assert [row.paragraph.ref for row in coverage(()).rows] == list(paragraphs())


def test_without_journeys_every_paragraph_that_needs_one_lacks_it() -> None:
    found = coverage(())
    wanting = {ref for ref, paragraph in paragraphs().items() if "journeys" in required_columns(paragraph)}
    assert {ref for ref, lacks in found.lacking.items() if "journeys" in lacks} == wanting
    assert "3.8" in wanting


def test_background_needs_nothing_but_its_restatement() -> None:
    assert {required_columns(one) for one in paragraphs().values() if one.force == "background"} == {()}


def test_every_exception_is_of_a_paragraph_that_would_otherwise_be_acted_on() -> None:
    acted_on = {ref for ref, one in paragraphs().items() if one.force != "background"}
    assert set(NOT_ACTED_ON) <= acted_on
    assert {ref for ref, _ in EXEMPT} <= acted_on - set(NOT_ACTED_ON)
    assert {column for _, column in EXEMPT} <= set(COLUMNS)


def test_the_table_says_for_each_paragraph_what_it_lacks() -> None:
    found = coverage(CASES)
    lines = {line.split()[0]: line for line in as_table(found).splitlines()[2:-2]}
    assert list(lines) == list(paragraphs())
    for ref, lacks in found.lacking.items():
        assert lines[ref].endswith(", ".join(lacks))
    assert lines["1.1"].endswith("(not acted on)")
