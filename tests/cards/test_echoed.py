"""An exception is said with the tick that gave it, and what was ticked beside it and does not count is said as well."""

from collections.abc import Callable
from itertools import combinations

import pytest

from cards.labels import option_label
from cards.reasons_section import reasons_of
from dialogs.engine.matter import Matter
from tests.cards import matters
from tests.cards.matters import Given, matter
from tests.cards.of_document import OF_DOCUMENT, TO_NURSE
from tests.cards.of_gather import AGENCIES, ASSESSMENT, CASE, GATHER_STATES

ANSWERED: Given = {
    "harm_suffered": "yes",
    "harm_known": "P said so.",
    "real_concern": "yes",
    "concern_because": "D said so.",
    "crime_because": "DC N. says so.",
    "not_practicable_because": "T is abroad.",
    "court_covers": "all",
    "kinds": ["none"],
}
TICKED_FOR = {
    "harm": "risk",
    "crime": "crime",
    "not_practicable": "not_practicable",
    "court_order": "court",
    "further_risk": "further_risk",
    "criminal_investigation": "investigation",
    "undue_delay": "delay",
}
"""The tick that each exception rests on."""
IDLE = {"attitude", "habit", "object"}
SHARE_TICKS = ("risk", "crime", "not_practicable", "court", "attitude", "habit")
CHECK_TICKS = ("further_risk", "investigation", "delay", "object")


def some_of(ticks: tuple[str, ...]) -> list[list[str]]:
    """Every choice of these ticks but none at all."""
    return [list(some) for count in range(1, len(ticks) + 1) for some in combinations(ticks, count)]


def sharing(ticks: list[str]) -> Matter:
    return matter(matters.ASKED_UNTOLD, {**ANSWERED, "reasons": [*ticks]})


def asking_plainly(ticks: list[str]) -> Matter:
    untold: Given = {"told_of_checks": "reason", **matters.FAMILY}
    return GATHER_STATES.matter(ASSESSMENT, AGENCIES, untold, {**ANSWERED, "reasons": [*ticks]})


def network_checks(ticks: list[str]) -> Matter:
    untold: Given = {"told_of_checks": "reason", "check_grounds": [*ticks], "grounds_because": "It is so."}
    return GATHER_STATES.matter(CASE, AGENCIES, untold, matters.FAMILY, {"kinds": ["none"]})


def of_a_document(ticks: list[str]) -> Matter:
    untold: Given = {**matters.UNTOLD, **matters.FAMILY, **ANSWERED, "reasons": [*ticks]}
    return OF_DOCUMENT.matter(TO_NURSE, untold)


CASES = [
    *((sharing, "reasons", ticks) for ticks in some_of(SHARE_TICKS)),
    *((asking_plainly, "reasons", ticks) for ticks in some_of(SHARE_TICKS)),
    *((of_a_document, "reasons", ticks) for ticks in some_of(SHARE_TICKS)),
    *((network_checks, "check_grounds", ticks) for ticks in some_of(CHECK_TICKS)),
]


def why(one: Matter) -> str:
    return "\n".join("".join(run.text for run in runs) for _, runs in reasons_of(one, one.decision()))


@pytest.mark.parametrize(("of", "question", "ticks"), CASES, ids=lambda part: getattr(part, "__name__", str(part)))
def test_each_exception_is_said_with_its_tick_and_what_did_not_count_once(
    of: Callable[[list[str]], Matter], question: str, ticks: list[str]
) -> None:
    one = of(ticks)
    said, grounds = why(one), one.decision().exception_grounds or ()
    labels = {tick: f'"{option_label(one, question, tick)}"' for tick in ticks}
    assert {TICKED_FOR[ground] for ground in grounds} == set(ticks) - IDLE
    for ground in grounds:
        assert f"You ticked {labels[TICKED_FOR[ground]]}" in said
    idle = [labels[tick] for tick in ticks if tick in IDLE]
    if grounds and idle:
        assert said.count(f"You also ticked {' and '.join(idle)}.") == 1
        assert ("That doesn't count." in said) == (len(idle) == 1)
    else:
        assert "You also ticked" not in said


def test_the_ticks_that_did_not_count_are_said_where_a_part_is_missing_too() -> None:
    risk_alone = matter(matters.ASKED_UNTOLD, matters.RISK_ONLY)
    assert "won't engage\". That doesn't count." in why(risk_alone)
