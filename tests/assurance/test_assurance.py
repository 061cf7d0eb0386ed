"""The assurance pages say what the code and the tests are now."""

import pytest

from tests import assurance


def test_the_pages_are_those_that_would_be_written_now() -> None:
    assert assurance.stale() == [], "write them again: make assurance"


def test_a_page_cannot_name_a_test_that_is_not_there() -> None:
    with pytest.raises(assurance.NoSuchTest):
        assurance.named_test("tests/scenarios/test_danger.py::test_that_nobody_wrote")


def test_every_hazard_has_a_control_with_its_test() -> None:
    page = assurance.pages()["hazard-log.md"]
    rows = [line for line in page.splitlines() if line.startswith("| H")]
    assert len(rows) >= 10
    assert [row for row in rows if "](../../tests/" not in row] == []
