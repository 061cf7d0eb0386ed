"""Asking other agencies, case by case. Every expectation was written by hand from the guidance."""

import pytest

from guidance.decide import FactsError, decide
from tests.guidance import facts_given
from tests.guidance.facts_given import CRIME
from tests.guidance.table import Case, Facts, assert_decided, cases_of

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

CASES = cases_of(
    """
[basis]
a concern, told | CHECKS, TOLD | go | done | - | - | shared
a concern, told, no assessment | CHECKS, TOLD, carrying_out_assessment_or_enquiry=false | go | done | - | - | shared
an assessment and no concern, told | REQUEST, TOLD | go | done | - | - | shared
neither | NEITHER | no_basis_for_network_checks | - | unweighed
neither, though told | NEITHER, TOLD | no_basis_for_network_checks | - | unweighed
neither, and everything else amiss: it stands alone | NEITHER, NOT_THEIRS, TOO_MUCH, RISK, CRIME, sensitive=true |
    no_basis_for_network_checks | - | unweighed
not sure of a concern, no assessment | NEITHER, safeguarding_concerns=unsure | take_to_supervisor | - | unweighed
no concern, not sure of an assessment | NEITHER, carrying_out_assessment_or_enquiry=unsure |
    no_basis_for_network_checks | - | unweighed
not sure of a concern, an assessment, told | REQUEST, TOLD, safeguarding_concerns=unsure | go | done | - | - | shared
[telling]
told, objecting | CHECKS, TOLD, parents_attitude=objects, parents_consent=refused | go | done | - | - | shared
told each of the four | CHECKS, ALL_FOUR | go | done | - | - | shared
told all but what | UNTOLD, TOLD, told what=false | inform_parents_first | before | - | - | shared
told all but why | UNTOLD, TOLD, told why=false | inform_parents_first | before | - | - | shared
told all but used_for | UNTOLD, TOLD, told used_for=false | inform_parents_first | before | - | - | shared
told all but to_whom | UNTOLD, TOLD, told to_whom=false | inform_parents_first | before | - | - | shared
not sure they were told | UNTOLD, parents_already_told=unsure | inform_parents_first | before | - | - | shared
untold, no exception | UNTOLD | inform_parents_first | before | - | - | shared
untold, refusing | UNTOLD, parents_consent=refused | inform_parents_first | before | - | - | shared
further risk, with no harm suffered | UNTOLD, RISK | go | exception | further_risk | - | shared
a criminal investigation | UNTOLD, INVESTIGATION | go | exception | criminal_investigation | - | shared
undue delay | UNTOLD, DELAY | go | exception | undue_delay | - | shared
all three | UNTOLD, DELAY, INVESTIGATION, RISK | go | exception | further_risk criminal_investigation undue_delay |
    - | shared
told, and an exception holds | UNTOLD, TOLD, RISK | go | done | further_risk | - | shared
the exceptions of sharing do not count | UNTOLD, HARMED, CONCERN, CRIME, COURT, NOT_PRACTICABLE |
    inform_parents_first | before | - | - | shared
not sure: telling_parents_may_put_child_at_further_risk | UNTOLD,
    telling_parents_may_put_child_at_further_risk=unsure | take_to_supervisor | supervisor | - | - | shared
not sure: telling_parents_may_interfere_with_criminal_investigation | UNTOLD,
    telling_parents_may_interfere_with_criminal_investigation=unsure | take_to_supervisor | supervisor | - | - |
    shared
not sure: telling_parents_may_cause_undue_delay_in_safeguarding | UNTOLD,
    telling_parents_may_cause_undue_delay_in_safeguarding=unsure | inform_parents_first take_to_supervisor | before |
    - | - | shared
not sure of one, another holds | UNTOLD, RISK, telling_parents_may_cause_undue_delay_in_safeguarding=unsure | go |
    exception | further_risk | - | shared
not sure of one, but told | UNTOLD, TOLD, telling_parents_may_put_child_at_further_risk=unsure | go | done | - | - |
    shared
[plain]
untold | REQUEST | inform_parents_first | before | - | - | shared
the exceptions of checks do not count | REQUEST, DELAY, INVESTIGATION | inform_parents_first | before | - | - | shared
harm and concern | REQUEST, HARMED, CONCERN | go | exception | harm | - | shared
crime | REQUEST, CRIME | go | exception | crime | - | shared
not practicable | REQUEST, NOT_PRACTICABLE | go | exception | not_practicable | - | shared
a court order | REQUEST, COURT | go | exception | court_order | - | shared
risk with no harm known | REQUEST, CONCERN | take_to_supervisor | supervisor | - | - | shared
harm with no risk | REQUEST, HARMED | inform_parents_first | before | - | - | shared
not sure of crime | REQUEST, telling_parents_may_prejudice_crime_investigation=unsure | take_to_supervisor |
    supervisor | - | - | shared
not sure whether it is one, on an exception of sharing | REQUEST, CRIME, safeguarding_concerns=unsure |
    take_to_supervisor | exception | crime | - | shared
not sure whether it is one, telling_parents_may_put_child_at_further_risk True | REQUEST,
    safeguarding_concerns=unsure, telling_parents_may_put_child_at_further_risk=true | take_to_supervisor |
    supervisor | - | - | shared
not sure whether it is one, telling_parents_may_interfere_with_criminal_investigation True | REQUEST,
    safeguarding_concerns=unsure, telling_parents_may_interfere_with_criminal_investigation=true |
    take_to_supervisor | supervisor | - | - | shared
not sure whether it is one, telling_parents_may_put_child_at_further_risk unsure | REQUEST,
    safeguarding_concerns=unsure, telling_parents_may_put_child_at_further_risk=unsure | take_to_supervisor |
    supervisor | - | - | shared
not sure whether it is one, telling_parents_may_interfere_with_criminal_investigation unsure | REQUEST,
    safeguarding_concerns=unsure, telling_parents_may_interfere_with_criminal_investigation=unsure |
    take_to_supervisor | supervisor | - | - | shared
not sure whether it is one, and it would cause delay | REQUEST, safeguarding_concerns=unsure, DELAY |
    inform_parents_first | before | - | - | shared
not sure whether it is one, untold | REQUEST, safeguarding_concerns=unsure | inform_parents_first | before | - | - |
    shared
[request]
it says too much | CHECKS, TOLD, TOO_MUCH | cut_down | done | - | cut | shared
it says too much, untold | UNTOLD, TOO_MUCH | inform_parents_first cut_down | before | - | cut | shared
it says too much, on an exception | UNTOLD, TOO_MUCH, RISK | cut_down | exception | further_risk | cut | shared
not sure it says too much | CHECKS, TOLD, request_gives_agencies_more_than_they_need=unsure | establish_need_to_know |
    done | - | - | shared
a reply | CHECKS, TOLD, reply_received=true | go | done | - | - | shared received
a reply with a limit | CHECKS, TOLD, reply_received=true, restriction_on_reply=true | go | done | - | - |
    shared received
a reply where there was no basis | NEITHER, reply_received=true | no_basis_for_network_checks | - | unweighed | - |
    received
the agencies named | CHECKS, TOLD, agencies_to_be_checked=GP+school | go | done | - | - | shared
[who]
the supervisor | CHECKS, TOLD, worker_role=supervisor of the allocated social worker | go | done | - | - | shared
someone else | CHECKS, TOLD, NOT_THEIRS | refer | done | - | refer | shared
authorised | CHECKS, TOLD, NOT_THEIRS, authorised_by_allocated_or_supervisor=true | go | done | - | - | shared
someone else, untold | UNTOLD, NOT_THEIRS | inform_parents_first refer | before | - | refer | shared
someone else, on an exception | UNTOLD, NOT_THEIRS, RISK | refer | exception | further_risk | refer | shared
[sensitive]
sensitive, on an exception | UNTOLD, RISK, sensitive=true | go | exception | further_risk | tell_later | shared
special, on an exception | UNTOLD, DELAY, special_category=true | go | exception | undue_delay | tell_later | shared
special, plain request by order | REQUEST, COURT, special_category=true | go | exception | court_order | tell_later |
    shared
sensitive, told | CHECKS, TOLD, sensitive=true | go | done | - | - | shared
sensitive, untold, no exception | UNTOLD, sensitive=true | inform_parents_first | before | - | - | shared
""",
    {**vars(facts_given), **globals()},
)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    assert_decided("gather", case)


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
