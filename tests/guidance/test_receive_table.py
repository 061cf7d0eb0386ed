"""Information received, case by case. Every expectation was written by hand from the guidance."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from tests.guidance.facts_given import CRIME, NOT_THEIRS

Facts = dict[str, Any]
NAME, DETAILS, LIMITS = (
    "professional_name",
    "details_of_information",
    "restrictions_on_further_disclosure_or_use",
)
NOTED: Facts = {
    "name_noted": True,
    "details_noted": True,
    "restriction_stated": False,
    "wants_to_pass_on_the_written_document": False,
}
LIMITED: Facts = NOTED | {"restriction_stated": True, "restriction_noted": True}
PASSED_ON: Facts = {"wants_to_pass_on_the_written_document": True}

RECORDS: dict[str, tuple[Facts, tuple[str, ...]]] = {
    "all noted, no limit set": (NOTED, ()),
    "all noted, the limit too": (LIMITED, ()),
    "only the agency is named": (NOTED | {"name_noted": False}, (NAME,)),
    "not sure of the name": (NOTED | {"name_noted": "unsure"}, (NAME,)),
    "no details": (NOTED | {"details_noted": False}, (DETAILS,)),
    "a limit that was not noted": (LIMITED | {"restriction_noted": False}, (LIMITS,)),
    "not sure that the limit was noted": (LIMITED | {"restriction_noted": "unsure"}, (LIMITS,)),
    "perhaps a limit, not noted": (LIMITED | {"restriction_stated": "unsure", "restriction_noted": False}, (LIMITS,)),
    "no limit, none noted": (NOTED | {"restriction_noted": False}, ()),
    "nothing noted": (
        LIMITED | {"name_noted": False, "details_noted": False, "restriction_noted": False},
        (NAME, DETAILS, LIMITS),
    ),
    "what sharing asks about does not matter": (NOTED | CRIME | NOT_THEIRS | {"sensitive": True}, ()),
}


@pytest.mark.parametrize(("facts", "lacks"), RECORDS.values(), ids=RECORDS.keys())
def test_what_is_missing_from_the_record_is_named(facts: Facts, lacks: tuple[str, ...]) -> None:
    assert decide("receive", facts).missing_from_record == lacks


@pytest.mark.parametrize("facts", [facts for facts, _ in RECORDS.values()], ids=RECORDS.keys())
def test_without_passing_on_going_ahead_is_no_question(facts: Facts) -> None:
    decision = decide("receive", facts)
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (None, ())
    assert (decision.inform_parents, decision.exception_grounds) == (None, None)


@pytest.mark.parametrize("wanted", [True, "unsure"])
@pytest.mark.parametrize("facts", [NOTED, LIMITED], ids=["no limit", "a limit"])
def test_passing_the_document_on_waits_for_its_author(facts: Facts, wanted: object) -> None:
    decision = decide("receive", facts | {"wants_to_pass_on_the_written_document": wanted})
    assert decision.may_go_ahead_now is False
    assert decision.outstanding_before_go_ahead == ("author_written_consent", "discuss_with_author")
    assert (decision.author_written_consent_needed, decision.discuss_with_author_agency) == (True, True)
    assert decision.missing_from_record == ()


def test_the_note_holds_the_three_and_it_is_recorded() -> None:
    decision = decide("receive", NOTED)
    assert decision.details_in_case_note == (NAME, DETAILS, LIMITS)
    assert decision.record_on_mosaic is True


REFS: dict[str, tuple[Facts, list[str]]] = {
    "all noted": (NOTED, ["3.13", "3.8"]),
    "a limit, noted": (LIMITED, ["3.13", "3.13", "3.8"]),
    "nothing noted": (
        LIMITED | {"name_noted": False, "details_noted": False, "restriction_noted": False},
        ["3.13", "3.13", "3.13", "3.13", "3.8"],
    ),
    "passed on": (NOTED | PASSED_ON, ["3.13", "4.1", "4.2", "3.8"]),
}


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_the_reasons_are_the_paragraphs_that_were_weighed(facts: Facts, refs: list[str]) -> None:
    assert [reason.ref for reason in decide("receive", facts).reasons] == refs


MISSING: dict[str, tuple[Facts, str]] = {
    "everything": (
        {},
        "name_noted: missing; details_noted: missing; restriction_stated: missing;"
        " wants_to_pass_on_the_written_document: missing",
    ),
    "whether the limit was noted": (NOTED | {"restriction_stated": True}, "restriction_noted: missing"),
    "... where there may be one": (NOTED | {"restriction_stated": "unsure"}, "restriction_noted: missing"),
}


@pytest.mark.parametrize(("facts", "said"), MISSING.values(), ids=MISSING.keys())
def test_what_can_matter_is_asked_for_by_name(facts: Facts, said: str) -> None:
    with pytest.raises(FactsError) as refused:
        decide("receive", facts)
    assert str(refused.value) == said


def test_a_limit_that_is_noted_needs_no_more() -> None:
    noted = {name: value for name, value in LIMITED.items() if name != "restriction_stated"}
    assert decide("receive", noted).missing_from_record == ()
