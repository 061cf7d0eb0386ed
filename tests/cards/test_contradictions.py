"""No two texts of a state say what may not stand together: the answer, notes, letters, requests, follow-ups."""

from itertools import combinations

import pytest

from tests.cards.contradicting.enumerated import MODELS
from tests.cards.contradicting.pairwise import SOAK, covering, rows_of
from tests.cards.contradicting.statements import Example, Line, Pair, State, Table, report
from tests.cards.contradictions import TABLE, looked_through

BY_NAME = {pair.name: pair for pair in TABLE}


def found_in(pair: Pair, said: tuple[Example, ...]) -> int:
    """In how many states the pair stands: one, in which this is said and its marks hold, or none."""
    marks = frozenset(mark for mark in pair.where if not mark.startswith("not "))
    table = Table([pair])
    table.look_at(State("made up", marks, tuple(Line(kind, "a text", text) for kind, text in said)))
    return table.found[pair.name].count


@pytest.mark.parametrize("name", BY_NAME)
def test_the_pair_catches_what_it_is_for(name: str) -> None:
    assert found_in(BY_NAME[name], BY_NAME[name].caught) == 1


@pytest.mark.parametrize("name", BY_NAME)
def test_the_pair_leaves_alone_what_is_just_beside_it(name: str) -> None:
    assert found_in(BY_NAME[name], BY_NAME[name].near) == 0


@pytest.mark.parametrize("pair", [pair for pair in TABLE if pair.where], ids=lambda pair: pair.name)
def test_a_pair_with_a_condition_is_not_found_where_that_is_not_so(pair: Pair) -> None:
    table = Table([pair])
    table.look_at(State("made up", frozenset(), tuple(Line(kind, "a text", text) for kind, text in pair.caught)))
    assert table.found[pair.name].count == 0 or all(mark.startswith("not ") for mark in pair.where)


@pytest.mark.parametrize("name", [name for name in MODELS if name != SOAK])
def test_every_two_answers_of_a_model_stand_together_somewhere(name: str) -> None:
    rows, model = list(covering(MODELS[name])), MODELS[name]
    for one, other in combinations(model, 2):
        together = {(row[one], row[other]) for row in rows}
        assert together == {(first, second) for first in model[one] for second in model[other]}, (one, other)


def test_the_rows_are_the_same_each_time() -> None:
    assert {name: list(rows_of(name, MODELS[name])) for name in MODELS if name != SOAK} == {
        name: list(rows_of(name, MODELS[name])) for name in MODELS if name != SOAK
    }


def test_over_two_thousand_states_are_looked_at() -> None:
    assert looked_through()[0] > 2000


@pytest.mark.parametrize("name", BY_NAME)
def test_no_state_says_both(name: str) -> None:
    found = looked_through()[1][name]
    assert not found.count, f"\n{report(BY_NAME[name], found)}"
