"""What cannot be enumerated: free text, facts left out, any mixture of facts."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from guidance.decide import decide
from guidance.facts import ALLOCATED, SUPERVISOR
from tests.guidance.enumerated import NEED, PACKED, RULES, TRUTH
from tests.guidance.facts_given import ITEMS, NOT_THEIRS, TOLD
from tests.guidance.invariants import INVARIANTS, TESTS

REQUIRED = {*TESTS, "author_written_consent"}
TEXT = some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
FREE_TEXT = ("parents_attitude", "parents_consent", "recipient")


def any_facts() -> some.SearchStrategy[dict[str, Any]]:
    """Facts that can be decided on: any value, any that have a default left out, any free text."""
    values = {name: some.sampled_from(list(may_be)) for rule in RULES for name, may_be in rule.items()}
    values = {name: chosen for name, chosen in values.items() if "." not in name}
    values["worker_role"] = some.sampled_from([ALLOCATED, SUPERVISOR, ""]) | TEXT
    values["parents_told_items"] = some.dictionaries(some.sampled_from(ITEMS), some.sampled_from([*TRUTH, None]))
    values |= dict.fromkeys(FREE_TEXT, TEXT)
    required = {name: chosen for name, chosen in values.items() if name in REQUIRED}
    optional = {name: chosen for name, chosen in values.items() if name not in REQUIRED}
    return some.fixed_dictionaries(required, optional=optional)


@given(facts=any_facts())
def test_every_invariant_holds_of_any_facts(facts: dict[str, Any]) -> None:
    if None in facts.get("parents_told_items", {}).values():
        given_items = {item: said for item, said in facts["parents_told_items"].items() if said is not None}
        read = facts | {"parents_told_items": given_items}
    else:
        read = facts
    decision = decide("share", facts)
    assert [name for name, holds in INVARIANTS.items() if not holds(read, decision)] == []


@given(facts=any_facts(), attitude=TEXT, consent=TEXT, recipient=TEXT)
def test_what_parents_feel_or_agree_to_and_the_recipients_name_never_change_a_decision(
    facts: dict[str, Any], attitude: str, consent: str, recipient: str
) -> None:
    said = {"parents_attitude": attitude, "parents_consent": consent, "recipient": recipient}
    assert decide("share", facts | said) == decide("share", facts)


@given(facts=any_facts())
def test_the_same_facts_bring_the_same_decision_in_any_order_and_are_left_as_they_were(facts: dict[str, Any]) -> None:
    before = copy.deepcopy(facts)
    assert decide("share", facts) == decide("share", dict(reversed(list(facts.items()))))
    assert facts == before


@given(facts=any_facts(), role=TEXT.filter(lambda text: text not in (ALLOCATED, SUPERVISOR)))
def test_any_other_role_refers(facts: dict[str, Any], role: str) -> None:
    unauthorised = {"worker_role": role, "authorised_by_allocated_or_supervisor": None}
    assert "refer" in decide("share", facts | unauthorised).outstanding_before_go_ahead


@given(facts=any_facts())
def test_agreement_changes_nothing_but_who_may_disclose(facts: dict[str, Any]) -> None:
    refused = decide("share", facts | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": False})
    agreed = decide("share", facts | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True})
    assert {*agreed.outstanding_before_go_ahead, "refer"} == set(refused.outstanding_before_go_ahead)
    assert (agreed.exception_grounds, agreed.inform_parents) == (refused.exception_grounds, refused.inform_parents)


@given(facts=any_facts())
def test_without_a_document_in_the_pack_the_rest_of_section_4_changes_nothing(facts: dict[str, Any]) -> None:
    without = facts | {"third_party_document_included": False}
    bare = {name: value for name, value in without.items() if name not in PACKED}
    assert decide("share", without) == decide("share", bare)


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
