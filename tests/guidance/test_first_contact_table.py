"""The first conversation with parents, point by point. Every expectation was written by hand from the guidance."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from tests.guidance.facts_given import CRIME, NOT_THEIRS

POINTS = {
    "legal_basis_and_may_be_without_consent": "3.3(a)",
    "consent_not_required": "3.5",
    "in_what_circumstances": "3.3(b)",
    "will_inform_beforehand_what": "3.5(a)",
    "will_inform_beforehand_why": "3.5(b)",
    "will_inform_beforehand_used_for": "3.5(c)",
    "will_inform_beforehand_to_whom": "3.5(d)",
    "will_gather_from_other_services": "3.3(c)",
    "privacy_notice": "3.6",
    "parents_understand": "3.5",
}
ALL: dict[str, Any] = dict.fromkeys(POINTS, True)


def missing(covered: dict[str, Any]) -> tuple[str, ...] | None:
    return decide("first_contact", {"covered": covered}).first_contact_missing


def test_nothing_is_missing_when_all_was_covered() -> None:
    assert missing(ALL) == ()


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("said", [False, "unsure", None], ids=str)
def test_a_point_that_was_not_surely_covered_is_missing(point: str, said: object) -> None:
    assert missing(ALL | {point: said}) == (point,)


@pytest.mark.parametrize("point", POINTS)
def test_a_point_that_is_not_given_is_missing(point: str) -> None:
    assert missing({name: True for name in POINTS if name != point}) == (point,)


def test_all_is_missing_when_nothing_was_covered_in_the_listed_order() -> None:
    assert missing({}) == tuple(POINTS)


@pytest.mark.parametrize("point", POINTS)
def test_a_missing_point_is_said_with_its_paragraph(point: str) -> None:
    decision = decide("first_contact", {"covered": ALL | {point: False}})
    assert [reason.ref for reason in decision.reasons] == [POINTS[point], "3.5", "3.8"]


@pytest.mark.parametrize("covered", [ALL, {}], ids=["all", "nothing"])
def test_going_ahead_is_no_question_and_consent_is_no_condition(covered: dict[str, Any]) -> None:
    decision = decide("first_contact", {"covered": covered})
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (None, ())
    assert (decision.inform_parents, decision.consent_required_from_parents) == (None, False)
    assert decision.record_on_mosaic is True


def test_what_sharing_asks_about_does_not_matter() -> None:
    facts = {"covered": ALL}
    assert decide("first_contact", facts | CRIME | NOT_THEIRS | {"parents_consent": "signed"}) == decide(
        "first_contact", facts
    )


@pytest.mark.parametrize("facts", [{}, {"covered": None}], ids=str)
def test_what_was_covered_is_asked_for(facts: dict[str, Any]) -> None:
    with pytest.raises(FactsError) as refused:
        decide("first_contact", facts)
    assert str(refused.value) == "covered: missing"


@pytest.mark.parametrize(
    ("covered", "said"),
    [
        ({"signed_consent": True}, "covered.signed_consent: unknown fact"),
        ({"privacy_notice": 1}, "covered.privacy_notice"),
    ],
    ids=["unknown", "wrong type"],
)
def test_a_fault_inside_is_named(covered: dict[str, Any], said: str) -> None:
    with pytest.raises(FactsError) as refused:
        decide("first_contact", {"covered": covered})
    assert str(refused.value).startswith(said)
