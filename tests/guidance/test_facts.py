"""The facts of every flow: what they may be, which of another flow are let be, and what is refused by name."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from guidance.enumeration import cases
from guidance.rulebook import FLOWS, known_facts
from tests.guidance.sampling import VALUES

TO_START_FROM: dict[str, dict[str, Any]] = {flow: next(cases(flow)) for flow in FLOWS}
OWN = [(flow, fact) for flow in FLOWS for fact in FLOWS[flow].facts.model_fields]
FOREIGN = [(flow, fact) for flow in FLOWS for fact in sorted(known_facts() - FLOWS[flow].facts.model_fields.keys())]
TRUTHS = [(flow, fact) for flow, fact in OWN if tuple(VALUES[flow].get(fact, ()))[:3] == (False, True, "unsure")]


@pytest.mark.parametrize(("flow", "fact"), OWN)
def test_what_a_fact_cannot_be_is_refused_by_name(flow: str, fact: str) -> None:
    with pytest.raises(FactsError) as refused:
        decide(flow, TO_START_FROM[flow] | {fact: 3.5})
    assert str(refused.value).startswith(f"{fact}: ")


@pytest.mark.parametrize(("flow", "fact"), FOREIGN)
def test_a_fact_that_only_another_flow_knows_is_ignored(flow: str, fact: str) -> None:
    facts = TO_START_FROM[flow]
    assert decide(flow, facts | {fact: {"any": ["thing"]}}) == decide(flow, facts)


@pytest.mark.parametrize("flow", FLOWS)
def test_a_fact_that_no_flow_knows_is_named(flow: str) -> None:
    with pytest.raises(FactsError, match="danger_now: unknown fact"):
        decide(flow, TO_START_FROM[flow] | {"danger_now": True})


@pytest.mark.parametrize(("flow", "fact"), TRUTHS)
def test_what_is_true_or_false_may_be_unsure_and_is_no_number_and_no_word(flow: str, fact: str) -> None:
    facts = TO_START_FROM[flow]
    assert FLOWS[flow].facts.model_validate(facts | {fact: "unsure"})
    for wrong in ("yes", "true", 1, 0):
        with pytest.raises(FactsError) as refused:
            decide(flow, facts | {fact: wrong})
        assert str(refused.value).startswith(f"{fact}: ")


@pytest.mark.parametrize("value", ["GP", [1], [None], {}, None], ids=str)
def test_the_agencies_are_a_list_of_texts(value: object) -> None:
    with pytest.raises(FactsError) as refused:
        decide("gather", TO_START_FROM["gather"] | {"agencies_to_be_checked": value})
    assert str(refused.value).startswith("agencies_to_be_checked")


@pytest.mark.parametrize(
    ("flow", "fact", "value"),
    [
        ("document", "redaction_done_by", "both"),
        ("document", "child_on_care_order", "Interim"),
        ("document", "document_contains_unshareable_information", "not known"),
        ("document", "author_written_consent", True),
        ("authority", "case_summary_says", "no"),
        ("authority", "note_drafted", "yes"),
        ("first_contact", "covered", ["privacy_notice"]),
    ],
)
def test_a_value_out_of_its_list_is_refused_by_name(flow: str, fact: str, value: object) -> None:
    with pytest.raises(FactsError) as refused:
        decide(flow, TO_START_FROM[flow] | {fact: value})
    assert str(refused.value).startswith(f"{fact}: ")
