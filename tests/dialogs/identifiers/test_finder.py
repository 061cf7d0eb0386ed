"""What says who a person is, found in what people type: tables of positives and near misses, and random texts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.text.identifiers.finder import Identifier, find_identifiers
from tests.dialogs.identifiers.rows import LATER, LATER_NEGATIVES, NEGATIVES, POSITIVES

TODAY = date(2026, 3, 11)


def kinds_found(text: str, today: date, without: tuple[Identifier, ...] = ()) -> tuple[Identifier, ...]:
    """The kinds of identifier in the text, in their own order, each once."""
    return tuple(kind for kind, words in find_identifiers(text, today, without).items() if words)


def test_what_says_who_a_person_is_is_found_kind_by_kind() -> None:
    meant = {**POSITIVES, **LATER}
    assert {text: tuple(kind.value for kind in kinds_found(text, TODAY)) for text in meant} == meant


def test_near_misses_and_what_is_said_every_day_are_passed_over() -> None:
    found = {text: kinds_found(text, TODAY) for text in (*NEGATIVES, *LATER_NEGATIVES)}
    assert found
    assert {text: those for text, those in found.items() if those} == {}


def test_a_kind_that_is_asked_for_is_not_looked_for() -> None:
    text = "Jamie Smith, 943 476 5919"
    assert kinds_found(text, TODAY, (Identifier.FULL_NAME,)) == (Identifier.NHS_NUMBER,)


@pytest.mark.parametrize(("year", "found"), [(2024, True), (2025, False), (2026, False), (2027, False), (1899, False)])
def test_a_full_date_is_a_birthday_by_its_year(year: int, found: bool) -> None:
    for text in (f"on 3 May {year}", f"03/05/{year}", f"{year}-05-03", f"May 3, {year}"):
        assert bool(kinds_found(text, TODAY)) is found, text


def test_what_is_found_is_given_in_the_words_it_is_written_in() -> None:
    text = "Jamie Smith, dob 03/05/2014, NHS 943 476 5919, LS6 2AB, (0113) 496 0123, t@example.org"
    assert [words for found in find_identifiers(text, TODAY).values() for words in found] == [
        "Jamie Smith",
        "03/05/2014",
        "943 476 5919",
        "LS6 2AB",
        "0113) 496 0123",
        "t@example.org",
    ]


AROUND = st.text(st.characters(blacklist_categories=("Nd", "Nl", "No", "Cs")), max_size=60)
"""Anything but digits: a number that touches other digits is another number."""
DIGITS = st.lists(st.integers(0, 9), min_size=9, max_size=9).filter(lambda nine: nine[0] != 0)
APART = st.sampled_from([" ", "-", "", "\u00a0"])


def checked(nine: list[int]) -> str:
    """The nine digits with their check digit; "" where there is none."""
    last = -sum(digit * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return "" if last == 10 else "".join(map(str, [*nine, last]))


@given(AROUND, DIGITS, APART, AROUND)
def test_an_nhs_number_is_found_in_any_text(before: str, nine: list[int], apart: str, after: str) -> None:
    digits = checked(nine)
    if digits:
        number = apart.join((digits[:3], digits[3:6], digits[6:]))
        assert Identifier.NHS_NUMBER in kinds_found(f"{before} {number} {after}", TODAY)


@given(DIGITS, st.integers(1, 9))
def test_a_number_with_another_check_digit_is_none(nine: list[int], off: int) -> None:
    digits = checked(nine)
    if digits:
        wrong = digits[:9] + str((int(digits[9]) + off) % 10)
        assert Identifier.NHS_NUMBER not in kinds_found(f"number {wrong}", TODAY)


CODES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["LS6", "SW1A", "M1", "B33", "EC1A", "W1A", "CR2"]),
    st.sampled_from([" ", ""]),
    st.integers(0, 9),
    st.text("ABDEFGHJLNPQRSTUWXYZ", min_size=2, max_size=2),
)


@given(AROUND, CODES, AROUND)
def test_a_postcode_is_found_in_any_text(before: str, code: str, after: str) -> None:
    assert Identifier.POSTCODE in kinds_found(f"{before} {code} {after}", TODAY)


@given(AROUND, st.sampled_from(["07700 9", "+44 7700 9", "0113 496 ", "020 7946 0"]), st.data(), AROUND)
def test_a_telephone_number_is_found_in_any_text(before: str, opening: str, data: st.DataObject, after: str) -> None:
    missing = (13 if opening[0] == "+" else 11) - sum(character.isdigit() for character in opening)
    missing -= opening[0] == "+"
    rest = data.draw(st.text("0123456789", min_size=missing, max_size=missing))
    assert Identifier.TELEPHONE in kinds_found(f"{before} {opening}{rest} {after}", TODAY)


@given(AROUND, st.from_regex(r"[a-z]{1,8}(\.[a-z]{1,8})?@[a-z]{1,8}\.(org|co\.uk)", fullmatch=True), AROUND)
def test_an_email_address_is_found_in_any_text(before: str, address: str, after: str) -> None:
    assert Identifier.EMAIL in kinds_found(f"{before} {address} {after}", TODAY)


@given(st.text(max_size=1500))
def test_any_text_can_be_looked_at(text: str) -> None:
    for kind, found in find_identifiers(text, TODAY).items():
        assert kind is Identifier.FULL_NAME or all(words in text for words in found)


@given(st.text("PTRD pt.,;:'()/-0123456789\n", max_size=200))
def test_initials_alone_are_never_a_name(text: str) -> None:
    assert Identifier.FULL_NAME not in kinds_found(text, TODAY)
