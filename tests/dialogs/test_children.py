"""One or several children in a matter, never by name; and a choice for each of them."""

from collections.abc import Mapping
from datetime import datetime

import msgspec
import pytest

from cards.answer_rows import rows_of
from cards.elements import Part
from cards.inputs import inputs_of
from dialogs.engine.children import MOST_CHILDREN, EachChild, children_of
from dialogs.engine.flow import Ask, Flow, Step
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.flows.shared_questions import CHILD
from dialogs.text.option_matching import Option, strict_option
from guidance.paragraphs import VERSION

GIVEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "P": ("P", ("P",)),
    "p.": ("P", ("P",)),
    "P and R": ("P and R", ("P", "R")),
    "P & R": ("P and R", ("P", "R")),
    "p, r and 1234567": ("P, R and 1234567", ("P", "R", "1234567")),
    "P, R, and S": ("P, R and S", ("P", "R", "S")),
    "A.B. and AB-12345": ("A.B. and AB-12345", ("A.B.", "AB-12345")),
    "P\nR": ("P and R", ("P", "R")),
    "P and P": ("P", ("P",)),
    '"P"': ("P", ("P",)),
    "\u201cP\u201d and 'R'": ("P and R", ("P", "R")),
    "AB and A.B.": ("A.B.", ("A.B.",)),
    "\u00e9 and \u0141": ("\u00c9 and \u0141", ("\u00c9", "\u0141")),
    "\u015a.K. and \u0174.J.": ("\u015a.K. and \u0174.J.", ("\u015a.K.", "\u0174.J.")),
    "A, B, C, D, E and F": ("A, B, C, D, E and F", ("A", "B", "C", "D", "E", "F")),
}


@pytest.mark.parametrize(("typed", "kept", "children"), [(t, *rest) for t, rest in GIVEN.items()])
def test_references_are_kept_in_one_settled_form(typed: str, kept: str, children: tuple[str, ...]) -> None:
    assert CHILD.read_inputs({"child": typed}, {}) == kept
    said = CHILD.read_text(typed, {}, first=True)
    assert said is not None and said.value == kept
    assert children_of({"child": kept}) == children
    assert CHILD.read_inputs({"child": kept}, {}) == kept


@pytest.mark.parametrize("typed", ["it's P and R", "both P and R", "about P and R", "children are P and R"])
def test_a_lead_in_is_not_a_child(typed: str) -> None:
    said = CHILD.read_text(typed, {}, first=True)
    assert said is not None and said.value == "P and R"


@pytest.mark.parametrize(
    "typed", ["Mia", "P and Mia", "Mia and Tom", "P, R and his sister", "P R S T U", "yes", "no", "Si\u00e2n"]
)
def test_a_name_among_them_is_refused(typed: str) -> None:
    with pytest.raises(Fault, match="not_a_reference"):
        CHILD.read_inputs({"child": typed}, {})


def test_children_whose_initials_have_accents_have_inputs_of_their_own() -> None:
    assert len({STATUS.input_of(child) for child in ("\u00c9", "\u0141", "E")}) == 3


def test_six_are_taken_and_seven_are_not() -> None:
    with pytest.raises(Fault, match="too_many_children") as caught:
        CHILD.read_inputs({"child": "A, B, C, D, E, F and G"}, {})
    assert caught.value.details == {"count": "7", "most": str(MOST_CHILDREN)}


def test_before_they_are_given_there_are_none() -> None:
    assert children_of({}) == ()
    assert CHILD.read_inputs({"child": " "}, {}) is None


STATUS = EachChild(
    "legal_status",
    "4.4",
    (
        strict_option("care_order", "care order"),
        strict_option("supervision", "supervision order"),
        strict_option("none", "none|nothing"),
    ),
    plain_words={"no": "none"},
)
TWO = {"child": "P and R"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("P care order, R none", {"P": "care_order", "R": "none"}),
        ("P: care order; R: none", {"P": "care_order", "R": "none"}),
        ("R none and P is on a care order", {"P": "care_order", "R": "none"}),
        ("R care order", {"R": "care_order"}),
        ("P 1, R 3", {"P": "care_order", "R": "none"}),
        ("both none", {"P": "none", "R": "none"}),
        ("care order for both of them", {"P": "care_order", "R": "care_order"}),
        ("none", {"P": "none"}),
        ("care order", {"P": "care_order"}),
    ],
)
def test_a_typed_choice_goes_to_the_child_it_names_or_to_the_next(typed: str, said: object) -> None:
    found = STATUS.read_text(typed, TWO, first=True)
    assert (found.value if found else None) == said


@pytest.mark.parametrize(
    "typed", ["P care order, R maybe", "P care order, none", "S none", "P", "P and R", "a care order?"]
)
def test_what_is_not_wholly_understood_is_asked_again(typed: str) -> None:
    assert STATUS.read_text(typed, TWO, first=True) is None


def test_all_at_once_where_the_option_has_words_for_it() -> None:
    loose = EachChild("s", "", (Option("none", "none"), Option("care_order", "care order")))
    found = loose.read_text("none for both", TWO, first=True)
    assert found is not None and found.value == {"P": "none", "R": "none"}


def test_an_article_is_not_taken_for_the_child_called_a() -> None:
    loose = EachChild("s", "", (Option("none", "none"), Option("care_order", "care order")))
    found = loose.read_text("a care order", {"child": "B and A", "s": {}}, first=True)
    assert found is not None and found.value == {"B": "care_order"}
    named = loose.read_text("A: care order", {"child": "B and A"}, first=True)
    assert named is not None and named.value == {"A": "care_order"}


def test_it_is_settled_when_every_child_has_one() -> None:
    assert not STATUS.settled({"P": "none"}, TWO)
    assert STATUS.settled({"P": "none", "R": "care_order"}, TWO)
    assert not STATUS.settled({"P": "none", "R": "gone"}, TWO)
    assert not STATUS.settled({}, {})


def test_an_input_names_its_child_so_that_the_order_of_children_does_not_matter() -> None:
    filled = {"legal_status__P": "care_order", "legal_status__AB": "none"}
    assert STATUS.read_inputs(filled, {"child": "P and A.B."}) == {"P": "care_order", "A.B.": "none"}
    assert STATUS.read_inputs(filled, {"child": "A.B. and P"}) == {"P": "care_order", "A.B.": "none"}
    assert STATUS.read_inputs(filled, {"child": "R"}) is None


def test_a_value_that_is_not_offered_is_refused() -> None:
    with pytest.raises(Fault, match="not_offered"):
        STATUS.read_inputs({"legal_status__P": "adopted"}, TWO)


CONTACT_LIKE = EachChild("need_to_know", "3.7", (Option("yes"), Option("no"), Option("unsure")))
"""Drawn with words that there are: those of a question of the sharing flow."""
FLOW = Flow("share", (Step("you_and_them", (Ask("", CHILD), Ask("3.7", CONTACT_LIKE))),), (), lambda _: ("share", {}))
NOW = datetime(2026, 3, 11, 13, 40)  # noqa: DTZ001  local wall time


def test_each_child_has_an_input_of_its_own_filled_with_what_was_chosen() -> None:
    one = Matter("m", FLOW, VERSION).hold({"child": "P and A.B.", "need_to_know": {"P": "yes"}})
    drawn = [msgspec.to_builtins(part) for part in _inputs(one)]
    assert [(box["id"], box.get("value")) for box in drawn] == [("need_to_know__P", "yes"), ("need_to_know__AB", None)]


def _inputs(one: Matter) -> list[Part]:
    return inputs_of(CONTACT_LIKE, one, NOW, numbered=False)


def test_what_was_chosen_is_said_back_under_each_reference() -> None:
    one = Matter("m", FLOW, VERSION).hold({"child": "P and R", "need_to_know": {"P": "yes", "R": "no"}})
    (row,) = rows_of(one, (CONTACT_LIKE,))
    assert row.said == ("P: Yes", "R: No")
    single = Matter("m", FLOW, VERSION).hold({"child": "P", "need_to_know": {"P": "yes"}})
    assert rows_of(single, (CONTACT_LIKE,))[0].said == ("Yes",)


@pytest.mark.parametrize("typed", ["R not P", "it's R not P", "R, not P", "R and not P", "1234567 not 7654321"])
def test_of_two_of_which_one_is_denied_the_other_is_taken(typed: str) -> None:
    said = CHILD.read_text(typed, {}, first=True)
    assert said is not None
    assert said.value in ("R", "1234567")
