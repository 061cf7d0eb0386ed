"""Slips in words of the field are put right; every other word stays as it was typed."""

import pytest

from dialogs.text.spelling import as_meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CMAHS", "camhs"),
        ("the helth vistor", "the health visitor"),
        ("a scool techer", "a school teacher"),
        ("docter", "doctor"),
        ("polcie", "police"),
    ],
)
def test_one_slip_is_put_right(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant


@pytest.mark.parametrize("typed", ["schools", "refuse", "visits", "later", "Mia", "written by hand", "supervised"])
def test_a_word_that_is_one_stays(typed: str) -> None:
    assert as_meant(typed) == typed
