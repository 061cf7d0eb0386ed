"""Which facts, flipped, would bring another answer: network checks, documents, who may disclose, received."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from guidance.counterfactuals import ALL_TOLD, NONE_TOLD, TOGETHER
from guidance.decide import decide
from guidance.enumeration.situations import (
    ASSESSMENT,
    CARE_ORDER,
    CONCERNS,
    CRIME,
    HOLDS_SOMETHING,
    INTO_PROCEEDINGS,
    NOT_THEIRS,
    TO_BOTH,
    TO_PARENTS,
    TO_PROFESSIONALS,
    TOLD,
)
from guidance.rulebook import FLOWS
from guidance.what_would_change import Change, what_would_change
from tests.guidance.sampling import VALUES, any_facts, sampled

Facts = dict[str, Any]
TOLD_OF: Facts = {"parents_already_told": True}
RISK: Facts = {"telling_parents_may_put_child_at_further_risk": True}
NOT_ASKED: Facts = {"author_written_consent": "not asked", "discussed_with_author": False}
REFUSED: Facts = {"author_written_consent": "no", "author_refused": True}
OURS: Facts = {"third_party_document_included": False}
RECEIVED: Facts = {
    "name_noted": True,
    "details_noted": True,
    "restriction_stated": False,
    "wants_to_pass_on_the_written_document": False,
}
HOLDS = CARE_ORDER | HOLDS_SOMETHING


def changes(flow: str, facts: Facts) -> tuple[Change, ...]:
    return what_would_change(flow, facts, decide(flow, facts))


BRINGS: dict[str, tuple[str, Facts, str, object, str]] = {
    "checks: told": ("gather", CONCERNS, "parents_told_items", ALL_TOLD, ""),
    "checks: not told": ("gather", CONCERNS | TOLD_OF, "parents_told_items", NONE_TOLD, "inform_parents_first"),
    "checks: further risk": ("gather", CONCERNS, "telling_parents_may_put_child_at_further_risk", True, ""),
    "checks: no further risk": (
        "gather",
        CONCERNS | RISK,
        "telling_parents_may_put_child_at_further_risk",
        False,
        "inform_parents_first",
    ),
    "checks: no concern": ("gather", CONCERNS, "safeguarding_concerns", False, "no_basis_for_network_checks"),
    "checks, told, nothing else said: no concern": (
        "gather",
        {"safeguarding_concerns": True} | TOLD_OF,
        "safeguarding_concerns",
        False,
        "no_basis_for_network_checks",
    ),
    "a request: a concern": ("gather", ASSESSMENT | CRIME, "safeguarding_concerns", True, "inform_parents_first"),
    "a request: no assessment": (
        "gather",
        ASSESSMENT,
        "carrying_out_assessment_or_enquiry",
        False,
        "no_basis_for_network_checks",
    ),
    "a request: crime": ("gather", ASSESSMENT, "telling_parents_may_prejudice_crime_investigation", True, ""),
    "checks: too much": (
        "gather",
        CONCERNS | TOLD_OF,
        "request_gives_agencies_more_than_they_need",
        True,
        "cut_down",
    ),
    "checks: authorised": (
        "gather",
        CONCERNS | TOLD_OF | NOT_THEIRS,
        "authorised_by_allocated_or_supervisor",
        True,
        "",
    ),
    "not asked: the author agrees": (
        "document",
        TO_PARENTS | NOT_ASKED,
        "author_agrees",
        True,
        "discuss_with_author",
    ),
    "a consent for others: the author agrees": (
        "document",
        TO_PARENTS | {"consent_covers_this_audience": False},
        "author_agrees",
        True,
        "",
    ),
    "refused: the author agrees": ("document", TO_PARENTS | REFUSED, "author_agrees", True, ""),
    "agreed: the author refuses": (
        "document",
        TO_PARENTS,
        "author_refuses",
        True,
        "do_not_share author_written_consent",
    ),
    "agreed: for others": (
        "document",
        TO_PARENTS,
        "consent_covers_this_audience",
        False,
        "author_written_consent",
    ),
    "agreed: by others": ("document", TO_PARENTS, "consent_given_by_author", False, "author_written_consent"),
    "agreed: unclear": ("document", TO_PARENTS, "lawfulness_unclear", True, "legal_advice"),
    "unclear: advice": ("document", TO_PARENTS | {"lawfulness_unclear": True}, "legal_advice_obtained", True, ""),
    "clean: it holds something": (
        "document",
        TO_PARENTS,
        "document_contains_unshareable_information",
        True,
        "redaction_worker_and_manager",
    ),
    "clean: it holds something, on a Care Order": (
        "document",
        TO_PARENTS | CARE_ORDER,
        "document_contains_unshareable_information",
        True,
        "redaction_worker_and_manager redaction_legal_services",
    ),
    "holds: redacted by both": (
        "document",
        TO_PARENTS | HOLDS,
        "redaction_done_by",
        "worker and manager",
        "redaction_legal_services",
    ),
    "holds: by Legal Services": (
        "document",
        TO_PARENTS | HOLDS,
        "legal_services_redaction_done",
        True,
        "redaction_worker_and_manager",
    ),
    "holds: no Care Order": (
        "document",
        TO_PARENTS | HOLDS,
        "child_on_care_order",
        False,
        "redaction_worker_and_manager",
    ),
    "professionals: not told": (
        "document",
        TO_PROFESSIONALS,
        "parents_told_items",
        NONE_TOLD,
        "inform_parents_first",
    ),
    "both: crime": ("document", TO_BOTH, "telling_parents_may_prejudice_crime_investigation", True, ""),
    "both: not needed": ("document", TO_BOTH, "recipient_needs_to_know", "no", "do_not_share"),
    "our own, nothing else said: someone else's": (
        "document",
        {"audience": ["parents"]} | OURS,
        "third_party_document_included",
        True,
        "author_written_consent discuss_with_author",
    ),
    "someone else's: our own": (
        "document",
        INTO_PROCEEDINGS | NOT_ASKED,
        "third_party_document_included",
        False,
        "",
    ),
    "theirs: the summary rules it out": ("authority", TOLD, "case_summary_says", "may not be disclosed", "cut_down"),
    "ruled out: the summary allows it": (
        "authority",
        TOLD | {"case_summary_says": "may not be disclosed"},
        "case_summary_says",
        "may be disclosed",
        "",
    ),
    "theirs: no social work staff": ("authority", TOLD, "is_social_work_staff", False, "refer"),
    "referred: authorised": (
        "authority",
        TOLD | NOT_THEIRS,
        "authorised_by_allocated_or_supervisor",
        True,
        "",
    ),
    "received: passed on": (
        "receive",
        RECEIVED,
        "wants_to_pass_on_the_written_document",
        True,
        "author_written_consent discuss_with_author",
    ),
}


@pytest.mark.parametrize(("flow", "facts", "fact", "value", "outstanding"), BRINGS.values(), ids=BRINGS.keys())
def test_the_flip_is_named_with_what_it_brings(
    flow: str, facts: Facts, fact: str, value: object, outstanding: str
) -> None:
    brought = {
        " ".join(change.decision.outstanding_before_go_ahead)
        for change in changes(flow, facts)
        if (change.fact, change.value) == (fact, value)
    }
    assert brought == {outstanding}


BRINGS_NOTHING: dict[str, tuple[str, Facts, str]] = {
    "checks: the exceptions of sharing": ("gather", CONCERNS, "court_order"),
    "a request: the exceptions of checks": ("gather", ASSESSMENT, "telling_parents_may_put_child_at_further_risk"),
    "checks: an assessment": ("gather", CONCERNS, "carrying_out_assessment_or_enquiry"),
    "parents: need to know": ("document", TO_PARENTS, "recipient_needs_to_know"),
    "parents: telling": ("document", TO_PARENTS, "parents_told_items"),
    "proceedings: what it holds": ("document", INTO_PROCEEDINGS, "document_contains_unshareable_information"),
    "clean: a Care Order": ("document", TO_PARENTS, "child_on_care_order"),
    "our own: its author": ("document", {"audience": ["parents"]} | OURS, "author_refuses"),
    "not asked: for others": ("document", TO_PARENTS | NOT_ASKED, "consent_covers_this_audience"),
}


@pytest.mark.parametrize(("flow", "facts", "fact"), BRINGS_NOTHING.values(), ids=BRINGS_NOTHING.keys())
def test_a_flip_that_brings_the_same_answer_is_not_named(flow: str, facts: Facts, fact: str) -> None:
    assert [change for change in changes(flow, facts) if change.fact == fact] == []


@pytest.mark.parametrize("facts", [{}, TOLD | {"third_party_document_included": True}], ids=["alone", "half a share"])
def test_an_entry_in_the_case_summary_has_nothing_that_would_change_its_answer(facts: Facts) -> None:
    assert changes("authority", facts | {"note_drafted": {}}) == ()


def test_a_first_conversation_has_nothing_that_would_change_its_answer() -> None:
    assert changes("first_contact", {"covered": {}}) == ()


@pytest.mark.parametrize("flow", FLOWS)
@given(data=some.data())
@settings(max_examples=40)
def test_whatever_can_be_decided_can_be_flipped_and_brings_another_answer(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    now = sampled(flow, facts)
    for change in what_would_change(flow, facts, now):
        assert (change.decision.may_go_ahead_now, change.decision.outstanding_before_go_ahead) != (
            now.may_go_ahead_now,
            now.outstanding_before_go_ahead,
        )


@pytest.mark.parametrize("flow", [flow for flow, known in FLOWS.items() if known.unspoken])
@given(data=some.data())
@settings(max_examples=40)
def test_how_the_unspoken_counts_changes_no_answer_by_itself(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    needed = {
        name: value
        for name, value in facts.items()
        if name not in FLOWS[flow].unspoken or not _decidable(flow, _less(facts, name))
    }
    for whole in (facts, needed):
        if "note_drafted" not in whole and _decidable(flow, whole):
            now, counted = sampled(flow, whole), decide(flow, {**FLOWS[flow].unspoken, **whole})
            assert counted.outstanding_before_go_ahead == now.outstanding_before_go_ahead


def _decidable(flow: str, facts: Facts) -> bool:
    known = FLOWS[flow]
    return all(
        facts.get(name) is not None for name in known.required(known.facts.model_validate(_own(known.facts, facts)))
    )


def _own(model: Any, facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if name in model.model_fields}


def _less(facts: Facts, name: str) -> Facts:
    return {fact: value for fact, value in facts.items() if fact != name}


NEVER_DECIDING = {
    "sensitive",
    "special_category",
    "recipient_in_professional_network",
    "reply_received",
    "restriction_on_reply",
    "in_proceedings",
    "audience",
    "note_drafted",
}
BY_ANOTHER_NAME = {"parents_already_told", "worker_role"}


@pytest.mark.parametrize("flow", ["share", "gather", "document", "authority"])
def test_every_fact_that_can_change_an_answer_is_flipped(flow: str) -> None:
    flipped = {name for fact, _ in FLOWS[flow].flips for name in TOGETHER.get(fact, {fact: True})}
    deciding = {name.partition(".")[0] for name in VALUES[flow]}
    assert deciding - NEVER_DECIDING - BY_ANOTHER_NAME == flipped
