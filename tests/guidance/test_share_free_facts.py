"""What cannot be enumerated of a share: free text, facts left out, any mixture of facts."""

from typing import Any

from hypothesis import given

from guidance.decide import decide
from guidance.enumeration.facts_of_rules import NEED, PACKED
from guidance.facts import ALLOCATED, SUPERVISOR
from tests.guidance.facts_given import ITEMS, NOT_THEIRS, TOLD
from tests.guidance.invariants.common import TESTS
from tests.guidance.sampling import TEXT, any_facts, sampled


@given(facts=any_facts("share"), role=TEXT.filter(lambda text: text not in (ALLOCATED, SUPERVISOR)))
def test_any_other_role_refers(facts: dict[str, Any], role: str) -> None:
    unauthorised = {"worker_role": role, "authorised_by_allocated_or_supervisor": None}
    assert "refer" in sampled("share", facts | unauthorised).outstanding_before_go_ahead


@given(facts=any_facts("share"))
def test_agreement_changes_nothing_but_who_may_disclose(facts: dict[str, Any]) -> None:
    refused = sampled("share", facts | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": False})
    agreed = sampled("share", facts | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True})
    assert {*agreed.outstanding_before_go_ahead, "refer"} == set(refused.outstanding_before_go_ahead)
    assert (agreed.exception_grounds, agreed.inform_parents) == (refused.exception_grounds, refused.inform_parents)


@given(facts=any_facts("share"))
def test_without_a_document_in_the_pack_the_rest_of_section_4_changes_nothing(facts: dict[str, Any]) -> None:
    without = facts | {"third_party_document_included": False}
    bare = {name: value for name, value in without.items() if name not in PACKED}
    assert sampled("share", without) == sampled("share", bare)


def test_the_facts_left_out_take_their_defaults() -> None:
    needed: dict[str, Any] = {name: "yes" for name in NEED if name in TESTS}
    spelt_out: dict[str, Any] = {
        "worker_role": ALLOCATED,
        "authorised_by_allocated_or_supervisor": None,
        "recipient_is_professional": True,
        "recipient_in_professional_network": True,
        "third_party_document_included": False,
        "discussed_with_author": False,
        "lawfulness_unclear": False,
        "sensitive": False,
        "special_category": False,
        "child_has_suffered_harm": False,
        "real_concern_that_telling_parents_risks_further_harm": False,
        "telling_parents_may_prejudice_crime_investigation": False,
        "telling_not_reasonably_practicable": False,
        "court_order": False,
        "parents_already_told": False,
        "parents_told_items": dict.fromkeys(ITEMS, False),
    }
    assert decide("share", needed) == decide("share", needed | spelt_out)


def test_items_not_given_are_equal_to_the_general_answer() -> None:
    assert decide("share", TOLD) == decide("share", TOLD | {"parents_told_items": dict.fromkeys(ITEMS, True)})
