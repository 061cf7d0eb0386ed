"""From the answers to the facts of 3.13: nothing counts as noted that was not."""

from typing import Any

import pytest

from dialogs.engine.answers import Json
from dialogs.flows.receive.flow import FLOW as RECEIVE
from dialogs.flows.receive.flow import facts
from guidance.decide import decide
from guidance.decision import Decision
from guidance.replay_code import decode, encode
from tests.cards.matters import Given
from tests.cards.of_receive import LIMITED, NO_NAME, TO_PASS_ON, WHOLE
from tests.phrases import phrases


def fact(name: str, **said: Json) -> Any:
    return facts({**WHOLE, **said})[1][name]


def decided(given: Given) -> Decision:
    return decide(*RECEIVE.facts(given))


@pytest.mark.parametrize(
    "who", ["R.L.", "r.l.", "RL", "R", "Ms Lane", "R.L., health visitor", "R.L. at the school", "the GP, A.B."]
)
def test_a_person_is_a_name(who: str) -> None:
    assert fact("name_noted", from_whom=who) is True


@pytest.mark.parametrize(
    "who",
    (
        *phrases("""
        ? | school | the school | The School Nurse | police | a GP | DSL | health visitor | the duty social worker
        CAMHS | not known | not known yet | don't know | dunno | not sure | unknown | anonymous | no name given
        someone | a caller | TBC
    """),
        "",
        " ",
    ),
)
def test_an_agency_a_job_or_nobody_is_no_name(who: str) -> None:
    assert fact("name_noted", from_whom=who) is False


def test_the_job_by_itself_is_no_name() -> None:
    assert fact("name_noted", from_whom="", from_job="R.L., health visitor") is False


@pytest.mark.parametrize(("said", "noted"), [("P coughs", True), ("", False)])
def test_what_they_said_is_noted_when_it_is(said: str, noted: bool) -> None:
    assert fact("details_noted", they_said=said) is noted


@pytest.mark.parametrize(
    ("chosen", "written", "stated", "noted"),
    [
        ("none", "", False, False),
        ("yes", "", True, False),
        ("yes", "don't tell D", True, True),
        ("unsure", "", "unsure", False),
        ("unsure", "she said to keep it close", True, True),
        ("none", "don't tell D", True, True),
        ("none", "none", False, False),
        ("none", "N/A", False, False),
        ("none", "no restrictions stated", False, False),
        ("yes", "none", True, False),
        ("unsure", "no", "unsure", False),
    ],
)
def test_a_limit_is_what_was_said_of_it(chosen: str, written: str, stated: object, noted: bool) -> None:
    said: Given = {"limit": chosen, "limit_says": written}
    assert fact("restriction_stated", **said) == stated
    assert fact("restriction_noted", **said) is noted


@pytest.mark.parametrize(
    ("came_with", "goes_on"), [("none", False), ("keep", False), ("pass_on", True), ("unsure", "unsure")]
)
def test_a_document_goes_on_when_it_is_said_to(came_with: str, goes_on: object) -> None:
    assert fact("wants_to_pass_on_the_written_document", came_with=came_with) == goes_on


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (WHOLE, ()),
        (LIMITED, ()),
        ({**LIMITED, "limit_says": ""}, ("restrictions_on_further_disclosure_or_use",)),
        ({**WHOLE, "from_whom": "the school"}, ("professional_name",)),
        (
            NO_NAME,
            ("professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use"),
        ),
    ],
)
def test_what_is_missing_is_named(given: Given, missing: tuple[str, ...]) -> None:
    assert decided(given).missing_from_record == missing


def test_a_document_waits_for_its_author() -> None:
    decision = decided(TO_PASS_ON)
    assert decision.may_go_ahead_now is False
    assert set(decision.outstanding_before_go_ahead) == {"author_written_consent", "discuss_with_author"}
    assert decided(WHOLE).may_go_ahead_now is None


@pytest.mark.parametrize("given", [WHOLE, LIMITED, TO_PASS_ON, NO_NAME])
def test_the_code_brings_the_same_decision_back(given: Given) -> None:
    code = decode(encode(*facts(given)))
    assert decide(code.flow, code.facts) == decided(given)
