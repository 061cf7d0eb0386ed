"""The cases that are compared and counted are those that the guidance enumerates, of every flow."""

from itertools import islice

import pytest

from guidance.decide import FactsError
from guidance.enumeration import cases
from guidance.rulebook import FLOWS
from proof.cases import every_case


@pytest.mark.parametrize("flow", FLOWS)
def test_the_cases_of_a_flow_are_those_enumerated(flow: str) -> None:
    assert list(islice(every_case(flow), 50)) == [(flow, facts) for facts in islice(cases(flow), 50)]


def test_every_flow_is_among_all_cases() -> None:
    assert {flow for flow, _ in every_case()} == set(FLOWS)


def test_a_flow_that_is_not_known_is_refused() -> None:
    with pytest.raises(FactsError, match="unknown flow"):
        every_case("nothing")
