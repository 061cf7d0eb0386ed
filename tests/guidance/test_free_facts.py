"""What cannot be enumerated: any mixture of a flow's facts, facts left out, free text."""

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from guidance.decide import FactsError, decide, read_facts
from guidance.decision import Decision
from guidance.rulebook import FLOWS
from tests.guidance.invariants import INVARIANTS
from tests.guidance.invariants.common import TESTS
from tests.guidance.invariants.gather import OF_CHECKS
from tests.guidance.sampling import (
    FREE,
    TEXT,
    VALUES,
    any_facts,
    any_part_of_facts,
    sampled,
    sampled_since,
    sampled_so_far,
    without_default,
)

pytestmark = pytest.mark.long

Facts = dict[str, Any]
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS)
WITH_MORE_TO_ASK = pytest.mark.parametrize("flow", ["gather", "document", "receive"])
ALWAYS_ASKED = {*TESTS, "audience", "safeguarding_concerns"}
"""What a flow begins with; and the tests of 3.7, asked for together even where one of them already says no."""


@EVERY_FLOW
@given(data=some.data())
@settings(max_examples=300)
def test_every_invariant_holds_of_any_facts(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    decision = sampled(flow, facts)
    given_facts = _without_nulls(facts)
    assert [sentence for sentence, holds in INVARIANTS[flow].items() if not holds(given_facts, decision)] == []


@EVERY_FLOW
@given(data=some.data())
def test_free_text_never_changes_a_decision(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    said = data.draw(_free_texts(flow))
    assert sampled(flow, facts | said) == decide(flow, facts)


@EVERY_FLOW
@given(data=some.data())
def test_the_same_facts_bring_the_same_decision_in_any_order_and_are_left_as_they_were(
    flow: str, data: some.DataObject
) -> None:
    facts = data.draw(any_facts(flow))
    before = copy.deepcopy(facts)
    assert sampled(flow, facts) == decide(flow, dict(reversed(list(facts.items()))))
    assert facts == before


@EVERY_FLOW
@given(data=some.data())
def test_what_is_asked_for_is_enough_and_is_asked_for_only_without_a_default(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_part_of_facts(flow))
    asked: set[str] = set()
    while missing := _missing(flow, facts):
        asked |= set(missing)
        facts |= {name: data.draw(_some_value(flow, name)) for name in missing}
    assert sampled(flow, facts).flow == flow
    assert asked <= without_default(flow)


@WITH_MORE_TO_ASK
@given(data=some.data())
@settings(max_examples=40)
def test_a_fact_is_asked_for_only_where_it_can_matter(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    asked = [name for name in sorted(without_default(flow) - ALWAYS_ASKED) if _missing(flow, _less(facts, name))]
    assume(asked)
    name = data.draw(some.sampled_from(asked))
    facts = _less(facts, name)
    brought = {
        _told_apart(decision) for value in VALUES[flow][name] for decision in _completed(flow, facts, name, value)
    }
    assert len(brought) > 1


@WITH_MORE_TO_ASK
@given(data=some.data())
def test_a_fact_that_is_not_asked_for_leaves_the_answer_as_it_is(flow: str, data: some.DataObject) -> None:
    facts = data.draw(any_facts(flow))
    spare = [name for name in sorted(without_default(flow)) if not _missing(flow, _less(facts, name))]
    spare = sorted(set(spare) - {"author_refused"} - _left_unsaid(flow, facts))
    assume(spare)
    name = data.draw(some.sampled_from(spare))
    decision, bare = sampled(flow, facts), decide(flow, _less(facts, name))
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (
        bare.may_go_ahead_now,
        bare.outstanding_before_go_ahead,
    )


def _left_unsaid(flow: str, facts: Facts) -> set[str]:
    """Facts that are not asked for and count as "no" while nobody speaks of them.

    What our own document holds, since section 4 does not ask; and what 5.2 would fear, while no concern is certain.
    """
    if flow == "document" and facts.get("third_party_document_included") is False:
        return {"document_contains_unshareable_information", "redaction_done_by"}
    return set(OF_CHECKS) if flow == "gather" and facts.get("safeguarding_concerns") == "unsure" else set()


def test_sampled_cases_are_counted() -> None:
    before = sampled_so_far()
    sampled("first_contact", {"covered": {}})
    assert sampled_since(before) == {"first_contact": 1}


@cache
def _free_texts(flow: str) -> some.SearchStrategy[Facts]:
    return some.fixed_dictionaries(dict.fromkeys(FREE[flow], TEXT))


def _missing(flow: str, facts: Mapping[str, object]) -> list[str]:
    try:
        read_facts(FLOWS[flow], facts)
    except FactsError as error:
        return [fault.removesuffix(": missing") for fault in str(error).split("; ")]
    return []


@cache
def _some_value(flow: str, name: str) -> some.SearchStrategy[object]:
    return some.just({}) if name == "covered" else some.sampled_from(list(VALUES[flow][name]))


def _less(facts: Facts, name: str) -> Facts:
    return {fact: value for fact, value in facts.items() if fact != name}


def _completed(flow: str, facts: Facts, name: str, value: object) -> list[Decision]:
    """The decisions with this value; what it makes matter in turn takes each of its values."""
    found: list[Decision] = []
    waiting = [facts | {name: value}]
    while waiting:
        tried = waiting.pop()
        missing = _missing(flow, tried)
        if missing:
            waiting += [tried | {missing[0]: other} for other in VALUES[flow][missing[0]]]
        else:
            found.append(sampled(flow, tried))
    return found


def _told_apart(decision: Decision) -> str:
    return decision.model_dump_json(exclude={"reasons", "weighed"})


def _without_nulls(facts: Facts) -> Facts:
    """The facts that were given: null is a fact not given."""
    return {
        name: {part: said for part, said in value.items() if said is not None} if isinstance(value, dict) else value
        for name, value in facts.items()
        if value is not None
    }
