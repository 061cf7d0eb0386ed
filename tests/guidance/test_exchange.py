"""Decisions as JSON: what is read, what is written, and what is refused in one line that names the fault."""

import json
from typing import Any

import pytest

from guidance.decide import decide
from guidance.json_api import ExchangeError, exchange
from tests.guidance.facts_given import NEEDED, PACK, TOLD
from tests.phrases import phrases

TRUTHS = phrases("""
    authorised_by_allocated_or_supervisor | sensitive | special_category | child_has_suffered_harm
    real_concern_that_telling_parents_risks_further_harm | telling_parents_may_prejudice_crime_investigation
    telling_not_reasonably_practicable | court_order | parents_already_told | recipient_is_professional
    recipient_in_professional_network | third_party_document_included | discussed_with_author | lawfulness_unclear
""")
TEXTS = ("worker_role", "parents_attitude", "parents_consent", "recipient")
WEIGHED = ("information_relevant", "information_necessary", "information_proportionate", "recipient_needs_to_know")
NOT_TRUTHS: tuple[object, ...] = (0, 1, 1.0, "true", "yes", "Unsure", "", [], [True], {})
NOT_TEXTS: tuple[object, ...] = (None, 0, True, [], {})
NOT_WEIGHED: tuple[object, ...] = (True, False, "Yes", "YES", "maybe", "yes ", "", 1, ["yes"])
OF_OTHER_FLOWS = phrases("""
    case_summary_says | note_drafted | safeguarding_concerns | carrying_out_assessment_or_enquiry
    telling_parents_may_put_child_at_further_risk | telling_parents_may_interfere_with_criminal_investigation
    telling_parents_may_cause_undue_delay_in_safeguarding | agencies_to_be_checked
    request_gives_agencies_more_than_they_need | reply_received | restriction_on_reply | document | author_agency
    audience | author_refused | consent_covers_this_audience | consent_given_by_author | legal_advice_obtained
    document_contains_unshareable_information | redaction_done_by | legal_services_redaction_done
    child_on_care_order | in_proceedings | name_noted | details_noted | restriction_stated | restriction_noted
    wants_to_pass_on_the_written_document | covered
""")


def case(facts: object, flow: object = "share") -> dict[str, object]:
    return {"flow": flow, "facts": facts}


def asked(given: object) -> Any:
    return json.loads(exchange(json.dumps(given)))


def refusal(text: str) -> str:
    """What is said when this is refused: one line."""
    with pytest.raises(ExchangeError) as refused:
        exchange(text)
    said = str(refused.value)
    assert len(said.splitlines()) == 1
    return said


def refusal_of(given: object) -> str:
    return refusal(json.dumps(given))


def test_an_object_brings_a_decision() -> None:
    assert asked(case(TOLD)) == decide("share", TOLD).model_dump(mode="json")


def test_the_words_of_a_decision_are_those_agreed() -> None:
    assert (
        asked(case(NEEDED | {"court_order": True})).items()
        >= {
            "may_go_ahead_now": True,
            "outstanding_before_go_ahead": [],
            "inform_parents": "exception: not before",
            "exception_grounds": ["court_order"],
            "author_written_consent_needed": False,
            "discuss_with_author_agency": False,
            "legal_advice_needed": False,
            "redaction_needed_by_worker_and_manager": False,
            "legal_services_redaction_needed": False,
            "must_cut_down_or_not_share": False,
            "must_refer_to_allocated_worker_or_supervisor": False,
            "record_on_mosaic": True,
            "details_in_case_note": ["information_shared", "recipient"],
            "tell_family_afterwards_or_when_safe": False,
            "consent_required_from_parents": False,
        }.items()
    )


def test_a_reason_is_a_ref_and_a_text() -> None:
    assert all(reason.keys() == {"ref", "text"} for reason in asked(case(TOLD))["reasons"])


def test_no_grounds_is_null_where_nothing_may_be_shared() -> None:
    decision = asked(case(TOLD | {"information_relevant": "no"}))
    assert (decision["exception_grounds"], decision["inform_parents"]) == (None, None)


def test_an_array_brings_decisions_in_its_order() -> None:
    decisions = asked([case(NEEDED), case(TOLD), case(NEEDED)])
    assert [decision["may_go_ahead_now"] for decision in decisions] == [False, True, False]


def test_an_empty_array_brings_an_empty_array() -> None:
    assert asked([]) == []


@pytest.mark.parametrize("fact", OF_OTHER_FLOWS)
def test_a_fact_of_another_flow_is_ignored_whatever_it_holds(fact: str) -> None:
    assert asked(case(TOLD | {fact: {"any": ["thing"]}})) == asked(case(TOLD))


@pytest.mark.parametrize("fact", WEIGHED)
@pytest.mark.parametrize("left", ["left out", "null"])
def test_a_missing_test_of_need_is_named(fact: str, left: str) -> None:
    without = {name: value for name, value in TOLD.items() if name != fact}
    assert refusal_of(case(without if left == "left out" else without | {fact: None})) == f"{fact}: missing"


@pytest.mark.parametrize("included", [True, "unsure"])
def test_the_authors_consent_is_required_with_a_document_in_the_pack(included: object) -> None:
    assert refusal_of(case(TOLD | {"third_party_document_included": included})) == "author_written_consent: missing"


def test_the_authors_consent_is_not_required_where_nothing_may_be_shared() -> None:
    facts = TOLD | {"third_party_document_included": True, "information_relevant": "no"}
    assert asked(case(facts))["outstanding_before_go_ahead"] == ["do_not_share"]


@pytest.mark.parametrize("fact", ["sensitiv", "Sensitive", "danger_now", "parents_told_items.why", "ключ"])
def test_an_unknown_fact_is_named(fact: str) -> None:
    assert refusal_of(case(TOLD | {fact: True})) == f"{fact}: unknown fact"


@pytest.mark.parametrize(("fact", "shown"), [("", "''"), ("a\nb", "'a\\nb'"), ("x" * 61, f"'{'x' * 60}'")])
def test_an_unknown_fact_without_a_plain_name_is_quoted_on_one_line(fact: str, shown: str) -> None:
    assert refusal_of(case(TOLD | {fact: True})) == f"{shown}: unknown fact"


@pytest.mark.parametrize("value", NOT_TRUTHS, ids=repr)
@pytest.mark.parametrize("fact", TRUTHS)
def test_what_is_not_true_false_or_unsure_is_refused_by_name(fact: str, value: object) -> None:
    assert refusal_of(case(TOLD | PACK | {fact: value})).startswith(f"{fact}: ")


@pytest.mark.parametrize("fact", [fact for fact in TRUTHS if fact != "authorised_by_allocated_or_supervisor"])
def test_null_is_not_true_false_or_unsure(fact: str) -> None:
    assert refusal_of(case(TOLD | PACK | {fact: None})).startswith(f"{fact}: ")


def test_authorised_may_be_null() -> None:
    assert asked(case(TOLD | {"authorised_by_allocated_or_supervisor": None})) == asked(case(TOLD))


@pytest.mark.parametrize("value", NOT_TEXTS, ids=repr)
@pytest.mark.parametrize("fact", TEXTS)
def test_what_is_not_text_is_refused_by_name(fact: str, value: object) -> None:
    assert refusal_of(case(TOLD | {fact: value})).startswith(f"{fact}: ")


@pytest.mark.parametrize("value", NOT_WEIGHED, ids=repr)
@pytest.mark.parametrize("fact", [*WEIGHED, "author_written_consent"])
def test_a_value_out_of_its_list_is_refused_by_name(fact: str, value: object) -> None:
    assert refusal_of(case(TOLD | PACK | {fact: value})).startswith(f"{fact}: ")


def test_need_to_know_is_never_partly() -> None:
    assert refusal_of(case(TOLD | {"recipient_needs_to_know": "partly"})).startswith("recipient_needs_to_know: ")


@pytest.mark.parametrize("value", [None, True, "all", [], ["what"]], ids=repr)
def test_the_four_told_are_an_object(value: object) -> None:
    assert refusal_of(case(TOLD | {"parents_told_items": value})).startswith("parents_told_items: ")


@pytest.mark.parametrize("value", [1, "true", [], {}], ids=repr)
def test_one_of_the_four_of_a_wrong_type_is_named(value: object) -> None:
    said = refusal_of(case(TOLD | {"parents_told_items": {"why": value}}))
    assert said.startswith("parents_told_items.why: ")


def test_a_fifth_of_the_four_is_named() -> None:
    said = refusal_of(case(TOLD | {"parents_told_items": {"when": True}}))
    assert said == "parents_told_items.when: unknown fact"


def test_every_fault_of_a_case_is_named_in_the_one_line() -> None:
    said = refusal_of(case({"sensitive": 1, "court_order": "no", "sensitiv": True}))
    assert all(f"{fact}: " in said for fact in ("sensitive", "court_order", "sensitiv"))


def test_what_was_given_is_not_repeated() -> None:
    assert "Maya" not in refusal_of(case(TOLD | {"sensitive": "Maya told me", "recipient": ["Maya"]}))


@pytest.mark.parametrize("fault", [{"sensitive": 1}, {"sensitiv": True}, {"information_relevant": None}])
def test_a_fault_in_an_array_is_named_with_its_index(fault: dict[str, object]) -> None:
    given = [case(TOLD), case(TOLD), case(TOLD | fault), case({})]
    assert refusal_of(given).startswith(f"[2] {next(iter(fault))}: ")


@pytest.mark.parametrize("flow", ["", "Share", "sharing", "share ", "__class__"])
def test_an_unknown_flow_is_refused(flow: str) -> None:
    assert refusal_of(case(TOLD, flow)).startswith("flow: unknown flow ")


@pytest.mark.parametrize("flow", [None, 1, True, [], ["share"], {}], ids=repr)
def test_a_flow_is_a_text(flow: object) -> None:
    assert refusal_of(case(TOLD, flow)).startswith("flow: ")


@pytest.mark.parametrize("facts", [None, 1, True, "facts", [], [["sensitive", True]]], ids=repr)
def test_facts_are_an_object(facts: object) -> None:
    assert refusal_of(case(facts)).startswith("facts: ")


@pytest.mark.parametrize("given", [{}, {"facts": TOLD}, {"flow": "share"}], ids=["neither", "no flow", "no facts"])
def test_a_case_without_a_flow_or_facts_is_refused(given: object) -> None:
    assert ": missing" in refusal_of(given)


@pytest.mark.parametrize("given", [None, True, 1, 1.5, "share"], ids=repr)
def test_a_case_is_an_object(given: object) -> None:
    assert "a case is an object" in refusal_of(given)
    assert refusal_of([case(TOLD), given]).startswith("[1] ")


def test_an_array_in_an_array_is_no_case() -> None:
    assert refusal_of([[case(TOLD)]]).startswith("[0] ")
