"""Every combination that can matter of the facts of a share, against what is true of every decision."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from guidance.decide import decide
from guidance.decision import Decision
from guidance.paragraphs import paragraphs
from tests.guidance import enumerated
from tests.guidance.enumerated import TRUTHS, Facts
from tests.guidance.invariants import INVARIANTS

ENUMERATIONS = {
    "the exceptions": enumerated.the_exceptions,
    "the four told": enumerated.the_four_told,
    "need to know": enumerated.need_to_know,
    "who may disclose": enumerated.who_may_disclose,
    "someone else's text": enumerated.someone_elses_text,
    "pairs across rules": enumerated.pairs_across_rules,
    "situations together": enumerated.situations_together,
}
COUNTS = {
    "the exceptions": 3**8,
    "the four told": 3 * 3 * 4**4,
    "need to know": 2 * 4**3 * 3 * 3 * 3,
    "who may disclose": 6 * 3 * 4,
    "someone else's text": 3 * 3 * 5 * 3 * 3,
    "pairs across rules": 6 * (40 * 21 + 40 * 7 + 40 * 14 + 21 * 7 + 21 * 14 + 7 * 14),
    "situations together": 3**5 * 2 * 4 * 5 * 4,
}


@cache
def decided(name: str) -> tuple[tuple[Facts, Decision], ...]:
    """Every case of an enumeration with its decision."""
    return tuple((facts, decide("share", facts)) for facts in ENUMERATIONS[name]())


@pytest.fixture(scope="module", autouse=True)
def let_go_afterwards() -> Iterator[None]:
    """The decisions are kept for this module only."""
    yield
    decided.cache_clear()
    _outstanding_of.cache_clear()


def every_case() -> Iterator[tuple[Facts, Decision]]:
    for name in ENUMERATIONS:
        yield from decided(name)


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_the_number_of_cases_is_known(name: str) -> None:
    assert len(decided(name)) == COUNTS[name]


def test_the_number_of_all_cases_is_known() -> None:
    assert sum(len(decided(name)) for name in ENUMERATIONS) == 64_992


@pytest.mark.parametrize("invariant", INVARIANTS.values(), ids=INVARIANTS.keys())
def test_in_every_case(invariant: Any) -> None:
    assert next((facts for facts, decision in every_case() if not invariant(facts, decision)), None) is None


def test_every_reason_is_a_paragraph_with_words() -> None:
    reasons = {reason for _, decision in every_case() for reason in decision.reasons}
    assert {reason.ref for reason in reasons} <= paragraphs().keys()
    assert all(reason.text for reason in reasons)


def test_every_case_has_its_reasons() -> None:
    assert all(decision.reasons for _, decision in every_case())


def test_both_answers_are_reached_in_every_enumeration() -> None:
    answers = {name: {decision.may_go_ahead_now for _, decision in decided(name)} for name in ENUMERATIONS}
    assert answers == {name: {True, False} for name in ENUMERATIONS}


def test_every_obstacle_that_a_share_can_meet_is_reached() -> None:
    met = {name for _, decision in every_case() for name in decision.outstanding_before_go_ahead}
    assert met == {
        "inform_parents_first",
        "refer",
        "cut_down",
        "do_not_share",
        "establish_need_to_know",
        "author_written_consent",
        "discuss_with_author",
        "legal_advice",
        "take_to_supervisor",
    }


def test_not_sure_goes_ahead_only_where_yes_and_no_both_would() -> None:
    bolder = [
        (facts, name)
        for facts, decision in every_case()
        if decision.may_go_ahead_now
        for name in TRUTHS & facts.keys()
        if facts[name] == "unsure" and not _goes_either_way(facts, name)
    ]
    assert bolder == []


def test_not_sure_what_parents_were_told_counts_as_not_told() -> None:
    unlike = [
        facts
        for facts, decision in decided("the four told")
        if "unsure" in facts.get("parents_told_items", {}).values()
        and decide("share", _unsure_items_as(facts, False)) != decision
    ]
    assert unlike == []


def test_not_sure_of_a_limb_adds_to_what_no_would_leave_outstanding() -> None:
    fewer = [
        (facts, limb)
        for facts, decision in decided("the exceptions")
        for limb in enumerated.LIMBS
        if facts[limb] == "unsure"
        and not _outstanding(facts | {limb: False}) <= set(decision.outstanding_before_go_ahead)
    ]
    assert fewer == []


def _goes_either_way(facts: Facts, name: str) -> bool:
    return all(decide("share", facts | {name: value}).may_go_ahead_now for value in (True, False))


def _unsure_items_as(facts: Facts, value: object) -> Facts:
    items = {item: value if said == "unsure" else said for item, said in facts["parents_told_items"].items()}
    return facts | {"parents_told_items": items}


@cache
def _outstanding_of(facts: tuple[tuple[str, object], ...]) -> frozenset[str]:
    return frozenset(decide("share", dict(facts)).outstanding_before_go_ahead)


def _outstanding(facts: Facts) -> frozenset[str]:
    return _outstanding_of(tuple(sorted(facts.items())))
