"""The cases that are compared and counted: of every flow, decidable, and the same every time."""

from itertools import islice

import pytest

from guidance.decide import FLOWS, FactsError, decide
from proof.cases import every_case


@pytest.mark.parametrize("flow", FLOWS)
def test_every_flow_has_cases_that_can_be_decided_on(flow: str) -> None:
    first = list(islice(every_case(flow), 50))
    assert {name for name, _ in first} == {flow}
    assert {decide(*case).flow for case in first} == {flow}


@pytest.mark.parametrize("flow", FLOWS)
def test_the_cases_are_the_same_every_time(flow: str) -> None:
    assert list(islice(every_case(flow), 50)) == list(islice(every_case(flow), 50))


def test_a_flow_that_is_not_known_is_refused() -> None:
    with pytest.raises(FactsError, match="unknown flow"):
        every_case("nothing")
