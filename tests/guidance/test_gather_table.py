"""Asking other agencies, case by case. Every expectation was written by hand from the guidance."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from tests.guidance.facts_given import (
    ALL_FOUR,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    ITEMS,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    items,
)
from tests.guidance.table import BEFORE, DONE, EXCEPTION, GO, RECEIVED, SHARED, SUPERVISOR, WAIT, Case, decided, named

Facts = dict[str, Any]
TOLD: Facts = {"parents_already_told": True}
CHECKS: Facts = {"safeguarding_concerns": True}
"""A concern, and nothing else said."""
NO_GROUND: Facts = {
    "telling_parents_may_put_child_at_further_risk": False,
    "telling_parents_may_interfere_with_criminal_investigation": False,
    "telling_parents_may_cause_undue_delay_in_safeguarding": False,
}
UNTOLD: Facts = CHECKS | NO_GROUND
RISK: Facts = {"telling_parents_may_put_child_at_further_risk": True}
INVESTIGATION: Facts = {"telling_parents_may_interfere_with_criminal_investigation": True}
DELAY: Facts = {"telling_parents_may_cause_undue_delay_in_safeguarding": True}
REQUEST: Facts = {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": True}
NEITHER: Facts = {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": False}
TOO_MUCH: Facts = {"request_gives_agencies_more_than_they_need": True}
NO_BASIS = "no_basis_for_network_checks"
FIRST = "inform_parents_first"

BASIS = (
    Case("a concern, told", CHECKS | TOLD, GO, "", DONE, note=SHARED),
    Case(
        "a concern, told, no assessment",
        CHECKS | TOLD | {"carrying_out_assessment_or_enquiry": False},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
    Case("an assessment and no concern, told", REQUEST | TOLD, GO, "", DONE, note=SHARED),
    Case("neither", NEITHER, WAIT, NO_BASIS, None, None),
    Case("neither, though told", NEITHER | TOLD, WAIT, NO_BASIS, None, None),
    Case(
        "neither, and everything else amiss: it stands alone",
        NEITHER | NOT_THEIRS | TOO_MUCH | RISK | CRIME | {"sensitive": True},
        WAIT,
        NO_BASIS,
        None,
        None,
    ),
    Case(
        "not sure of a concern, no assessment",
        NEITHER | {"safeguarding_concerns": "unsure"},
        WAIT,
        "take_to_supervisor",
        None,
        None,
    ),
    Case(
        "no concern, not sure of an assessment",
        NEITHER | {"carrying_out_assessment_or_enquiry": "unsure"},
        WAIT,
        NO_BASIS,
        None,
        None,
    ),
    Case(
        "not sure of a concern, an assessment, told",
        REQUEST | TOLD | {"safeguarding_concerns": "unsure"},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
)
TELLING = (
    Case(
        "told, objecting",
        CHECKS | TOLD | {"parents_attitude": "objects", "parents_consent": "refused"},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
    Case("told each of the four", CHECKS | ALL_FOUR, GO, "", DONE, note=SHARED),
    *(
        Case(f"told all but {item}", UNTOLD | TOLD | items(**{item: False}), WAIT, FIRST, BEFORE, note=SHARED)
        for item in ITEMS
    ),
    Case("not sure they were told", UNTOLD | {"parents_already_told": "unsure"}, WAIT, FIRST, BEFORE, note=SHARED),
    Case("untold, no exception", UNTOLD, WAIT, FIRST, BEFORE, note=SHARED),
    Case("untold, refusing", UNTOLD | {"parents_consent": "refused"}, WAIT, FIRST, BEFORE, note=SHARED),
    Case("further risk, with no harm suffered", UNTOLD | RISK, GO, "", EXCEPTION, "further_risk", note=SHARED),
    Case("a criminal investigation", UNTOLD | INVESTIGATION, GO, "", EXCEPTION, "criminal_investigation", note=SHARED),
    Case("undue delay", UNTOLD | DELAY, GO, "", EXCEPTION, "undue_delay", note=SHARED),
    Case(
        "all three",
        UNTOLD | DELAY | INVESTIGATION | RISK,
        GO,
        "",
        EXCEPTION,
        "further_risk criminal_investigation undue_delay",
        note=SHARED,
    ),
    Case("told, and an exception holds", UNTOLD | TOLD | RISK, GO, "", DONE, "further_risk", note=SHARED),
    Case(
        "the exceptions of sharing do not count",
        UNTOLD | HARMED | CONCERN | CRIME | COURT | NOT_PRACTICABLE,
        WAIT,
        FIRST,
        BEFORE,
        note=SHARED,
    ),
    *(
        Case(f"not sure: {limb}", UNTOLD | {limb: "unsure"}, WAIT, asked, told, note=SHARED)
        for limb, asked, told in (
            ("telling_parents_may_put_child_at_further_risk", "take_to_supervisor", "take to supervisor"),
            ("telling_parents_may_interfere_with_criminal_investigation", "take_to_supervisor", "take to supervisor"),
            ("telling_parents_may_cause_undue_delay_in_safeguarding", f"{FIRST} take_to_supervisor", BEFORE),
        )
    ),
    Case(
        "not sure of one, another holds",
        UNTOLD | RISK | {"telling_parents_may_cause_undue_delay_in_safeguarding": "unsure"},
        GO,
        "",
        EXCEPTION,
        "further_risk",
        note=SHARED,
    ),
    Case(
        "not sure of one, but told",
        UNTOLD | TOLD | {"telling_parents_may_put_child_at_further_risk": "unsure"},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
)
PLAIN_REQUEST = (
    Case("untold", REQUEST, WAIT, FIRST, BEFORE, note=SHARED),
    Case("the exceptions of checks do not count", REQUEST | DELAY | INVESTIGATION, WAIT, FIRST, BEFORE, note=SHARED),
    Case("harm and concern", REQUEST | HARMED | CONCERN, GO, "", EXCEPTION, "harm", note=SHARED),
    Case("crime", REQUEST | CRIME, GO, "", EXCEPTION, "crime", note=SHARED),
    Case("not practicable", REQUEST | NOT_PRACTICABLE, GO, "", EXCEPTION, "not_practicable", note=SHARED),
    Case("a court order", REQUEST | COURT, GO, "", EXCEPTION, "court_order", note=SHARED),
    Case("risk with no harm known", REQUEST | CONCERN, WAIT, "take_to_supervisor", SUPERVISOR, note=SHARED),
    Case("harm with no risk", REQUEST | HARMED, WAIT, FIRST, BEFORE, note=SHARED),
    Case(
        "not sure of crime",
        REQUEST | {"telling_parents_may_prejudice_crime_investigation": "unsure"},
        WAIT,
        "take_to_supervisor",
        "take to supervisor",
        note=SHARED,
    ),
    Case(
        "not sure whether it is one, on an exception of sharing",
        REQUEST | CRIME | {"safeguarding_concerns": "unsure"},
        WAIT,
        "take_to_supervisor",
        EXCEPTION,
        "crime",
        note=SHARED,
    ),
    *(
        Case(
            f"not sure whether it is one, {fact} {said}",
            REQUEST | {"safeguarding_concerns": "unsure", fact: said},
            WAIT,
            "take_to_supervisor",
            "take to supervisor",
            note=SHARED,
        )
        for said in (True, "unsure")
        for fact in (
            "telling_parents_may_put_child_at_further_risk",
            "telling_parents_may_interfere_with_criminal_investigation",
        )
    ),
    Case(
        "not sure whether it is one, and it would cause delay",
        REQUEST | {"safeguarding_concerns": "unsure"} | DELAY,
        WAIT,
        FIRST,
        BEFORE,
        note=SHARED,
    ),
    Case(
        "not sure whether it is one, untold",
        REQUEST | {"safeguarding_concerns": "unsure"},
        WAIT,
        FIRST,
        BEFORE,
        note=SHARED,
    ),
)
REQUEST_AND_REPLY = (
    Case("it says too much", CHECKS | TOLD | TOO_MUCH, WAIT, "cut_down", DONE, flags="cut", note=SHARED),
    Case("it says too much, untold", UNTOLD | TOO_MUCH, WAIT, f"{FIRST} cut_down", BEFORE, flags="cut", note=SHARED),
    Case(
        "it says too much, on an exception",
        UNTOLD | TOO_MUCH | RISK,
        WAIT,
        "cut_down",
        EXCEPTION,
        "further_risk",
        "cut",
        SHARED,
    ),
    Case(
        "not sure it says too much",
        CHECKS | TOLD | {"request_gives_agencies_more_than_they_need": "unsure"},
        WAIT,
        "establish_need_to_know",
        DONE,
        note=SHARED,
    ),
    Case("a reply", CHECKS | TOLD | {"reply_received": True}, GO, "", DONE, note=f"{SHARED} {RECEIVED}"),
    Case(
        "a reply with a limit",
        CHECKS | TOLD | {"reply_received": True, "restriction_on_reply": True},
        GO,
        "",
        DONE,
        note=f"{SHARED} {RECEIVED}",
    ),
    Case(
        "a reply where there was no basis",
        NEITHER | {"reply_received": True},
        WAIT,
        NO_BASIS,
        None,
        None,
        note=RECEIVED,
    ),
    Case("the agencies named", CHECKS | TOLD | {"agencies_to_be_checked": ["GP", "school"]}, GO, "", DONE, note=SHARED),
)
WHO = (
    Case(
        "the supervisor",
        CHECKS | TOLD | {"worker_role": "supervisor of the allocated social worker"},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
    Case("someone else", CHECKS | TOLD | NOT_THEIRS, WAIT, "refer", DONE, flags="refer", note=SHARED),
    Case(
        "authorised",
        CHECKS | TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True},
        GO,
        "",
        DONE,
        note=SHARED,
    ),
    Case("someone else, untold", UNTOLD | NOT_THEIRS, WAIT, f"{FIRST} refer", BEFORE, flags="refer", note=SHARED),
    Case(
        "someone else, on an exception",
        UNTOLD | NOT_THEIRS | RISK,
        WAIT,
        "refer",
        EXCEPTION,
        "further_risk",
        "refer",
        SHARED,
    ),
)
SENSITIVE = (
    Case(
        "sensitive, on an exception",
        UNTOLD | RISK | {"sensitive": True},
        GO,
        "",
        EXCEPTION,
        "further_risk",
        "tell_later",
        SHARED,
    ),
    Case(
        "special, on an exception",
        UNTOLD | DELAY | {"special_category": True},
        GO,
        "",
        EXCEPTION,
        "undue_delay",
        "tell_later",
        SHARED,
    ),
    Case(
        "special, plain request by order",
        REQUEST | COURT | {"special_category": True},
        GO,
        "",
        EXCEPTION,
        "court_order",
        "tell_later",
        SHARED,
    ),
    Case("sensitive, told", CHECKS | TOLD | {"sensitive": True}, GO, "", DONE, note=SHARED),
    Case("sensitive, untold, no exception", UNTOLD | {"sensitive": True}, WAIT, FIRST, BEFORE, note=SHARED),
)
CASES = named(
    basis=BASIS,
    telling=TELLING,
    plain=PLAIN_REQUEST,
    request=REQUEST_AND_REPLY,
    who=WHO,
    sensitive=SENSITIVE,
)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    assert decided("gather", case) == case


MISSING: dict[str, tuple[Facts, str]] = {
    "whether there is a concern": ({}, "safeguarding_concerns: missing"),
    "whether there is an assessment": ({"safeguarding_concerns": False}, "carrying_out_assessment_or_enquiry: missing"),
    "... with a concern that is not sure": (
        {"safeguarding_concerns": "unsure"},
        "carrying_out_assessment_or_enquiry: missing",
    ),
    "the exceptions, untold": (CHECKS, "; ".join(f"{limb}: missing" for limb in NO_GROUND)),
    "the third exception": (
        {name: value for name, value in UNTOLD.items() if "delay" not in name},
        "telling_parents_may_cause_undue_delay_in_safeguarding: missing",
    ),
}


@pytest.mark.parametrize(("facts", "said"), MISSING.values(), ids=MISSING.keys())
def test_what_can_matter_is_asked_for_by_name(facts: Facts, said: str) -> None:
    with pytest.raises(FactsError) as refused:
        decide("gather", facts)
    assert str(refused.value) == said


@pytest.mark.parametrize("facts", [CHECKS | TOLD, CHECKS | RISK, REQUEST, REQUEST | TOLD], ids=str)
def test_what_cannot_matter_is_not_asked_for(facts: Facts) -> None:
    assert decide("gather", facts).flow == "gather"


REFS: dict[str, tuple[Facts, str]] = {
    "checks, told": (CHECKS | TOLD, "5.1 5.2 3.10 3.8 3.11"),
    "checks, untold": (UNTOLD, "5.1 5.2 3.10 3.8 3.11"),
    "checks, further risk": (UNTOLD | RISK, "5.1 5.2(a) 3.10 3.8 3.11"),
    "checks, investigation": (UNTOLD | INVESTIGATION, "5.1 5.2(b) 3.10 3.8 3.11"),
    "checks, delay": (UNTOLD | DELAY, "5.1 5.2(c) 3.10 3.8 3.11"),
    "a request, told": (REQUEST | TOLD, "2.4 3.5 3.10 3.8 3.11"),
    "a request, untold": (REQUEST, "2.4 3.2 3.10 3.8 3.11"),
    "a request, crime": (REQUEST | CRIME, "2.4 3.9(b) 3.10 3.8 3.11"),
    "neither": (NEITHER, "5.1 3.8"),
    "a request that says too much": (CHECKS | TOLD | TOO_MUCH, "5.1 3.7 5.2 3.10 3.8 3.11"),
    "a reply with a limit": (
        CHECKS | TOLD | {"reply_received": True, "restriction_on_reply": True},
        "5.1 5.2 3.10 3.8 3.11 3.13 3.13",
    ),
    "sensitive, further risk": (UNTOLD | RISK | {"sensitive": True}, "5.1 5.2(a) 3.10 3.8 3.11 3.12"),
}


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_the_reasons_are_the_paragraphs_that_were_weighed(facts: Facts, refs: str) -> None:
    assert [reason.ref for reason in decide("gather", facts).reasons] == refs.split()


def test_further_risk_is_said_to_ask_less_than_sharing_does() -> None:
    assert any("stricter" in reason.text for reason in decide("gather", UNTOLD | RISK).reasons)
