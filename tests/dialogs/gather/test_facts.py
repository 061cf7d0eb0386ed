"""For each answer to network checks, the facts that are decided on. Where asking ends early, nothing could differ."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from dialogs.engine.flow import replay
from dialogs.flows.gather.conditions import no_basis
from dialogs.flows.gather.facts import facts
from dialogs.flows.gather.flow import FLOW as GATHER
from guidance.decide import decide
from guidance.decision import Decision
from guidance.facts import SUPERVISOR
from tests.cards.matters import Given, lines
from tests.cards.of_gather import CHECKS, GATHER_STATES, NOTES, REPLIED, REQUEST, SENT
from tests.dialogs.journeys import some_matters

RISK = "telling_parents_may_put_child_at_further_risk"
INVESTIGATION = "telling_parents_may_interfere_with_criminal_investigation"
DELAY = "telling_parents_may_cause_undue_delay_in_safeguarding"
CHECKS_UNTOLD: Given = {**CHECKS, "told_of_checks": "reason"}

TABLE: tuple[tuple[str, Given, dict[str, Any]], ...] = (
    ("a concern", {**CHECKS}, {"safeguarding_concerns": True}),
    (
        "an assessment",
        {**CHECKS, "why_now": "assessment"},
        {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": True},
    ),
    (
        "neither",
        {**CHECKS, "why_now": "neither"},
        {"safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": False},
    ),
    (
        "not sure, and an assessment",
        {**CHECKS, "why_now": "unsure", "assessment": "yes"},
        {"safeguarding_concerns": "unsure", "carrying_out_assessment_or_enquiry": True},
    ),
    (
        "not sure of either",
        {**CHECKS, "why_now": "unsure", "assessment": "unsure"},
        {"safeguarding_concerns": "unsure", "carrying_out_assessment_or_enquiry": "unsure"},
    ),
    ("too much", {**CHECKS, "more_than_needed": "yes"}, {"request_gives_agencies_more_than_they_need": True}),
    ("not too much", CHECKS, {"request_gives_agencies_more_than_they_need": False}),
    (
        "not sure if too much",
        {**CHECKS, "more_than_needed": "unsure"},
        {"request_gives_agencies_more_than_they_need": "unsure"},
    ),
    ("told", {**CHECKS, "told_of_checks": "yes"}, {"parents_already_told": True}),
    ("will tell first", {**CHECKS, "told_of_checks": "tell_first"}, {"parents_already_told": False, RISK: False}),
    ("not sure if told", {**CHECKS, "told_of_checks": "unsure"}, {"parents_already_told": "unsure"}),
    (
        "one ground",
        {**CHECKS_UNTOLD, "check_grounds": ["delay"]},
        {RISK: False, INVESTIGATION: False, DELAY: True},
    ),
    (
        "they would object",
        {**CHECKS_UNTOLD, "check_grounds": ["object"]},
        {RISK: False, INVESTIGATION: False, DELAY: False},
    ),
    (
        "a ground, and not sure of more",
        {**CHECKS_UNTOLD, "check_grounds": ["investigation", "unsure"]},
        {RISK: "unsure", INVESTIGATION: True, DELAY: "unsure"},
    ),
    (
        "a ground of checks says nothing of a plain request",
        {**REQUEST, "check_grounds": ["further_risk"], "reasons": ["habit"]},
        {RISK: False, "child_has_suffered_harm": False, "telling_not_reasonably_practicable": False},
    ),
    (
        "harm in a plain request",
        {**REQUEST, "reasons": ["risk"], "harm_suffered": "yes", "real_concern": "unsure"},
        {"child_has_suffered_harm": True, "real_concern_that_telling_parents_risks_further_harm": "unsure"},
    ),
    ("a part of an order", {**REQUEST, "reasons": ["court"], "court_covers": "part"}, {"court_order": False}),
    (
        "the supervisor",
        {**CHECKS, "part_in_case": "supervisor"},
        {"worker_role": SUPERVISOR},
    ),
    ("authorised", {**CHECKS, "part_in_case": "authorised"}, {"authorised_by_allocated_or_supervisor": True}),
    ("health", {**CHECKS, "kinds": ["health"]}, {"special_category": True, "sensitive": False}),
    ("marked sensitive", {**CHECKS, "kinds": ["other_sensitive"]}, {"special_category": False, "sensitive": True}),
    ("no reply", {**CHECKS, **SENT}, {"reply_received": False, "restriction_on_reply": False}),
    ("a reply with a limit", {**CHECKS, **SENT, **REPLIED}, {"reply_received": True, "restriction_on_reply": True}),
    ("a reply without one", {**CHECKS, **REPLIED, "reply_limit": {"L1": ""}}, {"restriction_on_reply": False}),
    ("who said nothing", {**CHECKS, **REPLIED, "reply_said": {"L1": ""}}, {"reply_received": False}),
    ("a line that is gone", {**CHECKS, **REPLIED, "agencies": lines()}, {"reply_received": False}),
)


@pytest.mark.parametrize(("given", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_answer_gives_its_facts(given: Given, expected: dict[str, Any]) -> None:
    flow, said = facts(given)
    assert flow == "gather"
    assert {name: said.get(name) for name in expected} == expected


def test_the_agencies_are_those_asked() -> None:
    assert facts(CHECKS)[1]["agencies_to_be_checked"][0] == "GP: any injuries seen since June"


def test_every_way_to_the_answer_can_be_decided() -> None:
    decided = {one.decision().outstanding_before_go_ahead for one in some_matters(150, GATHER) if not one.position.step}
    assert len(decided) > 8


@pytest.mark.parametrize("name", NOTES)
def test_a_reply_changes_nothing_that_stands_in_the_way(name: str) -> None:
    one = GATHER_STATES.matter(NOTES[name])
    before = decide(*facts({**one.values, "reply_who": {}, "reply_said": {}}))
    assert before.outstanding_before_go_ahead == one.decision().outstanding_before_go_ahead


LEFT: tuple[tuple[Given, ...], ...] = (
    ({}, {"agencies": lines("GP: any injuries")}),
    tuple({"more_than_needed": said} for said in ("yes", "no", "unsure")),
    tuple({"told_of_checks": said} for said in ("yes", "tell_first", "reason", "unsure")),
    ({"check_grounds": ["further_risk"]}, {"check_grounds": ["unsure"]}, {"check_grounds": ["object"]}),
    (
        {"reasons": ["crime"]},
        {"reasons": ["unsure"], "harm_suffered": "unsure", "real_concern": "unsure"},
        {"reasons": ["risk"], "harm_suffered": "no", "real_concern": "yes"},
    ),
    ({"kinds": ["health"]}, {"kinds": ["none"]}),
)


def completions(early: Given) -> Iterator[Given]:
    """These answers with every answer that is left to give."""
    for parts in product(*LEFT):
        yield {**{name: value for part in parts for name, value in part.items()}, **early}


def weighed(decision: Decision) -> tuple[object, ...]:
    return decision.may_go_ahead_now, decision.outstanding_before_go_ahead, decision.inform_parents


@pytest.mark.parametrize("part", ["allocated", "supervisor", "authorised", "none", "unsure"])
@pytest.mark.parametrize(
    "why",
    [{"why_now": "neither"}, {"why_now": "unsure", "assessment": "no"}, {"why_now": "unsure", "assessment": "unsure"}],
    ids=str,
)
def test_without_a_basis_nothing_left_can_change_the_answer(part: str, why: Given) -> None:
    early: Given = {"child": "R", "part_in_case": part, **why}
    assert no_basis(early)
    assert replay(GATHER, early).step is None
    now = decide(*facts(early))
    unsure = why["why_now"] == "unsure"
    assert now.outstanding_before_go_ahead == ("take_to_supervisor" if unsure else "no_basis_for_network_checks",)
    assert {weighed(decide(*facts(whole))) for whole in completions(early)} == {weighed(now)}


def test_with_a_basis_it_is_always_asked_on() -> None:
    for why in ({"why_now": "concern"}, {"why_now": "assessment"}, {"why_now": "unsure", "assessment": "yes"}):
        early: Given = {"child": "R", "part_in_case": "none", **why}
        card = replay(GATHER, early).step
        assert card and card.name == "agencies"
