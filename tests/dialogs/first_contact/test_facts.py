"""From the ticks to what has been covered (3.3 to 3.6): only what was ticked counts."""

import pytest

from dialogs.engine.answers import Json
from dialogs.flows.first_contact.conditions import POINTS
from dialogs.flows.first_contact.flow import FLOW as FIRST_CONTACT
from guidance.decide import decide
from guidance.facts import Covered
from guidance.replay_code import decode, encode
from tests.cards.matters import Given
from tests.cards.of_first_contact import AGAIN, MISSING, TALKED, TWO_LEFT, VISIT


def missing(given: Given) -> tuple[str, ...] | None:
    return decide(*FIRST_CONTACT.facts(given)).first_contact_missing


def test_the_points_are_the_ten_of_the_guidance_in_its_order() -> None:
    assert tuple(Covered.model_fields) == POINTS


def test_before_the_visit_every_point_is_still_to_be_said() -> None:
    assert missing(VISIT) == POINTS


def test_what_an_earlier_visit_got_to_need_not_be_said_again() -> None:
    assert missing({**VISIT, "covered": MISSING["covered"]}) == TWO_LEFT


def test_ticks_of_a_later_visit_that_was_taken_back_do_not_count() -> None:
    assert missing({**MISSING, "covered_since": list(TWO_LEFT)}) == TWO_LEFT


@pytest.mark.parametrize("point", POINTS)
def test_a_point_is_missing_exactly_when_it_was_not_ticked(point: str) -> None:
    others: Json = [other for other in POINTS if other != point]
    assert missing({**TALKED, "covered": others}) == (point,)
    assert missing({**TALKED, "covered": [point]}) == tuple(other for other in POINTS if other != point)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        (TALKED, ()),
        ({**TALKED, "covered": ["none"]}, POINTS),
        (MISSING, TWO_LEFT),
        (AGAIN, ("parents_understand",)),
        ({**AGAIN, "covered_since": list(TWO_LEFT)}, ()),
        ({**AGAIN, "covered_since": ["none"]}, TWO_LEFT),
    ],
)
def test_what_is_left_is_what_no_visit_got_to(given: Given, left: tuple[str, ...]) -> None:
    assert missing(given) == left


def test_it_is_no_matter_of_going_ahead_and_no_consent_is_a_condition() -> None:
    for given in (VISIT, MISSING, TALKED):
        decision = decide(*FIRST_CONTACT.facts(given))
        assert decision.may_go_ahead_now is None
        assert decision.consent_required_from_parents is False
        assert "no_signed_consent" in decision.weighed


@pytest.mark.parametrize("given", [VISIT, TALKED, MISSING, AGAIN])
def test_the_code_brings_the_same_decision_back(given: Given) -> None:
    code = decode(encode(*FIRST_CONTACT.facts(given)))
    assert decide(code.flow, code.facts) == decide(*FIRST_CONTACT.facts(given))
