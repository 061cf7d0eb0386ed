"""Each paragraph that can be acted on is a reason on some facts, and no reason once one of them is otherwise."""

from typing import Any

import pytest

from guidance.decide import decide
from tests.guidance.facts_given import CRIME, NEEDED

Facts = dict[str, Any]

CHECKS: Facts = {
    "safeguarding_concerns": True,
    "telling_parents_may_put_child_at_further_risk": False,
    "telling_parents_may_interfere_with_criminal_investigation": False,
    "telling_parents_may_cause_undue_delay_in_safeguarding": False,
}
REQUEST: Facts = {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": True}
RECEIVED: Facts = {
    "name_noted": True,
    "details_noted": True,
    "restriction_stated": True,
    "restriction_noted": True,
    "wants_to_pass_on_the_written_document": False,
}
REPORT: Facts = {
    "audience": ["parents"],
    "author_written_consent": "yes",
    "author_refused": False,
    "consent_covers_this_audience": True,
    "consent_given_by_author": True,
    "discussed_with_author": True,
    "lawfulness_unclear": False,
    "legal_advice_obtained": False,
    "document_contains_unshareable_information": True,
    "redaction_done_by": "none",
    "legal_services_redaction_done": False,
    "child_on_care_order": True,
}
BITES: tuple[tuple[str, str, str, Facts, Facts], ...] = (
    *(("3.7", "needed", "share", NEEDED, {"information_necessary": other}) for other in ("partly", "no", "unsure")),
    ("3.7", "needed", "share", NEEDED, {"recipient_needs_to_know": "unsure"}),
    ("2.4", "plain_request", "gather", REQUEST, {"safeguarding_concerns": True} | CHECKS),
    ("5.1", "basis", "gather", CHECKS, REQUEST),
    ("5.2", "told_of_checks", "gather", CHECKS | {"parents_already_told": True}, {"parents_already_told": False}),
    ("5.2", "tell_before_checks", "gather", CHECKS, {"parents_already_told": True}),
    *(
        (ref, words, "gather", CHECKS | {fact: True}, {fact: False})
        for ref, words, fact in (
            ("5.2(a)", "further_risk", "telling_parents_may_put_child_at_further_risk"),
            ("5.2(b)", "criminal_investigation", "telling_parents_may_interfere_with_criminal_investigation"),
            ("5.2(c)", "undue_delay", "telling_parents_may_cause_undue_delay_in_safeguarding"),
        )
    ),
    ("3.13", "reply_recorded", "gather", CHECKS | {"reply_received": True}, {"reply_received": False}),
    ("3.13", "note_the_name", "receive", RECEIVED | {"name_noted": False}, {"name_noted": True}),
    ("3.13", "note_the_details", "receive", RECEIVED | {"details_noted": False}, {"details_noted": True}),
    ("3.13", "restriction_honoured", "receive", RECEIVED, {"restriction_stated": False}),
    ("4.4", "redact", "document", REPORT, {"redaction_done_by": "worker and manager"}),
    ("4.4", "redact", "document", REPORT, {"document_contains_unshareable_information": False}),
    ("4.5", "legal_services_redact", "document", REPORT, {"legal_services_redaction_done": True}),
    ("4.5", "legal_services_redact", "document", REPORT, {"child_on_care_order": False}),
)
POINTS = (
    ("3.3(a)", "legal_basis_and_may_be_without_consent"),
    ("3.3(b)", "in_what_circumstances"),
    ("3.3(c)", "will_gather_from_other_services"),
    ("3.5", "consent_not_required"),
    ("3.5(a)", "will_inform_beforehand_what"),
    ("3.5(b)", "will_inform_beforehand_why"),
    ("3.5(c)", "will_inform_beforehand_used_for"),
    ("3.5(d)", "will_inform_beforehand_to_whom"),
    ("3.5", "parents_understand"),
    ("3.6", "privacy_notice"),
)


def weighed(flow: str, facts: Facts) -> set[tuple[str, str]]:
    """(ref, name of the sentence) of each reason."""
    decision = decide(flow, facts)
    return set(zip((reason.ref for reason in decision.reasons), decision.weighed, strict=True))


@pytest.mark.parametrize(("ref", "words", "flow", "facts", "otherwise"), BITES)
def test_a_paragraph_is_a_reason_only_while_its_facts_hold(
    ref: str, words: str, flow: str, facts: Facts, otherwise: Facts
) -> None:
    assert (ref, words) in weighed(flow, facts)
    assert (ref, words) not in weighed(flow, facts | otherwise)


@pytest.mark.parametrize(("ref", "point"), POINTS)
@pytest.mark.parametrize("said", [False, "unsure"])
def test_a_point_of_the_first_conversation_is_still_to_be_said_until_it_has_been(
    ref: str, point: str, said: object
) -> None:
    covered = {point: True for _, point in POINTS}
    assert (ref, point) in weighed("first_contact", {"covered": covered | {point: said}})
    assert (ref, point) not in weighed("first_contact", {"covered": covered})


@pytest.mark.parametrize("special", [True, "unsure"])
def test_special_kinds_of_information_are_sensitive_under_2_3(special: object) -> None:
    """2.3  They are always sensitive, so the family is told afterwards."""
    facts = NEEDED | CRIME | {"sensitive": False}
    assert decide("share", facts | {"special_category": special}).tell_family_afterwards_or_when_safe
    assert not decide("share", facts | {"special_category": False}).tell_family_afterwards_or_when_safe
