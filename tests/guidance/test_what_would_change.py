"""Which facts, flipped one at a time, would bring another answer."""

from typing import Any

import pytest
from hypothesis import given

from guidance.decide import decide
from guidance.enumeration.share import RULES
from guidance.rulebook import FLOWS
from guidance.what_would_change import Change, what_would_change
from tests.guidance.facts_given import (
    AGREED,
    ALL_FOUR,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    NEEDED,
    NOT_THEIRS,
    PACK,
    TOLD,
)
from tests.guidance.sampling import any_facts

NONE_TOLD = dict.fromkeys(("what", "why", "used_for", "to_whom"), False)


def changes(facts: dict[str, Any], flow: str = "share") -> tuple[Change, ...]:
    return what_would_change(flow, facts, decide(flow, facts))


def change_of(facts: dict[str, Any], fact: str, value: object) -> Change | None:
    return next((change for change in changes(facts) if (change.fact, change.value) == (fact, value)), None)


BRINGS: dict[str, tuple[dict[str, Any], str, object, str]] = {
    "untold: telling them": (NEEDED, "parents_told_items", ALL_FOUR["parents_told_items"], ""),
    "untold: crime": (NEEDED, "telling_parents_may_prejudice_crime_investigation", True, ""),
    "untold: not practicable": (NEEDED, "telling_not_reasonably_practicable", True, ""),
    "untold: an order": (NEEDED, "court_order", True, ""),
    "untold: concern": (NEEDED, "real_concern_that_telling_parents_risks_further_harm", True, "take_to_supervisor"),
    "told: not told": (TOLD, "parents_told_items", NONE_TOLD, "inform_parents_first"),
    "concern: harm": (NEEDED | CONCERN, "child_has_suffered_harm", True, ""),
    "harm and concern: no harm": (NEEDED | HARMED | CONCERN, "child_has_suffered_harm", False, "take_to_supervisor"),
    "harm and concern: no concern": (
        NEEDED | HARMED | CONCERN,
        "real_concern_that_telling_parents_risks_further_harm",
        False,
        "inform_parents_first",
    ),
    "crime: none": (
        NEEDED | CRIME,
        "telling_parents_may_prejudice_crime_investigation",
        False,
        "inform_parents_first",
    ),
    "court order: none": (NEEDED | COURT, "court_order", False, "inform_parents_first"),
    "not theirs: authorised": (TOLD | NOT_THEIRS, "authorised_by_allocated_or_supervisor", True, ""),
    "their own: someone else's report": (
        TOLD,
        "third_party_document_included",
        True,
        "author_written_consent discuss_with_author",
    ),
    "a report: taken out": (TOLD | PACK, "third_party_document_included", False, ""),
    "a report: agreed": (TOLD | PACK, "author_written_consent", "yes", "discuss_with_author"),
    "agreed, not talked over": (
        TOLD | AGREED | {"discussed_with_author": False},
        "discussed_with_author",
        True,
        "",
    ),
    "agreed: refused": (TOLD | AGREED, "author_written_consent", "no", "author_written_consent"),
    "agreed: lawfulness": (TOLD | AGREED, "lawfulness_unclear", True, "legal_advice"),
    "needed: not needed": (TOLD, "recipient_needs_to_know", "no", "do_not_share"),
    "out of proportion: in proportion": (
        TOLD | {"information_proportionate": "no"},
        "information_proportionate",
        "yes",
        "",
    ),
    "irrelevant: relevant": (TOLD | {"information_relevant": "no"}, "information_relevant", "yes", ""),
    "unnecessary: necessary": (TOLD | {"information_necessary": "no"}, "information_necessary", "yes", ""),
    "no professional: a professional": (
        TOLD | {"recipient_is_professional": False},
        "recipient_is_professional",
        True,
        "",
    ),
}


@pytest.mark.parametrize(("facts", "fact", "value", "outstanding"), BRINGS.values(), ids=BRINGS.keys())
def test_the_flip_is_named_with_what_it_brings(
    facts: dict[str, Any], fact: str, value: object, outstanding: str
) -> None:
    change = change_of(facts, fact, value)
    assert change is not None
    assert " ".join(change.decision.outstanding_before_go_ahead) == outstanding


BRINGS_NOTHING: dict[str, tuple[dict[str, Any], str]] = {
    "told: no ground matters": (TOLD, "court_order"),
    "one ground beside another": (NEEDED | CRIME | COURT, "court_order"),
    "no pack: its author": (TOLD, "author_written_consent"),
    "the allocated worker: authorised": (TOLD, "authorised_by_allocated_or_supervisor"),
    "nothing may be shared: telling": (NEEDED | {"information_relevant": "no"}, "parents_told_items"),
}


@pytest.mark.parametrize(("facts", "fact"), BRINGS_NOTHING.values(), ids=BRINGS_NOTHING.keys())
def test_a_flip_that_brings_the_same_answer_is_not_named(facts: dict[str, Any], fact: str) -> None:
    assert [change for change in changes(facts) if change.fact == fact] == []


@given(facts=any_facts("share"))
def test_whatever_can_be_decided_can_be_flipped(facts: dict[str, Any]) -> None:
    now = decide("share", facts)
    for change in what_would_change("share", facts, now):
        assert change.decision.outstanding_before_go_ahead != now.outstanding_before_go_ahead


def test_flipping_is_possible_where_the_author_was_not_asked_about_since_nothing_may_be_shared() -> None:
    facts = TOLD | {"third_party_document_included": True, "recipient_needs_to_know": "no"}
    assert changes(facts)[0].decision.outstanding_before_go_ahead != ("do_not_share",)


def test_what_the_case_summary_says_and_who_counts_as_staff_would_change_the_answer_to_a_caller() -> None:
    authorised = TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True}
    no_staff = changes(authorised | {"is_social_work_staff": False}, "authority")
    says_no = changes(authorised | {"case_summary_says": "may not be disclosed"}, "authority")
    found = [(one.fact, one.value, one.decision.may_go_ahead_now) for one in (*no_staff, *says_no)]
    assert ("is_social_work_staff", True, True) in found
    assert ("case_summary_says", "may be disclosed", True) in found


def test_flipping_is_possible_where_only_the_role_was_given() -> None:
    assert isinstance(changes(dict(NOT_THEIRS), "authority"), tuple)


def test_flipping_is_possible_where_the_authors_consent_is_null() -> None:
    assert isinstance(changes(TOLD | {"author_written_consent": None}), tuple)


def test_every_fact_that_can_change_an_answer_is_flipped() -> None:
    deciding = {name.partition(".")[0] for rule in RULES for name in rule}
    never_deciding = {"sensitive", "special_category", "recipient_in_professional_network"}
    told_and_role_by_another_name = {"parents_already_told", "worker_role"}
    flipped = {fact for fact, _ in FLOWS["share"].flips}
    assert deciding - never_deciding - told_and_role_by_another_name == flipped
