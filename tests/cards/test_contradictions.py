"""No two texts of a state contradict each other: the answer, notes, letters, requests, follow-ups."""

from itertools import combinations

import pytest

from tests.cards.contradicting.enumerated import MODELS
from tests.cards.contradicting.pairwise import SOAK, covering, rows_of
from tests.cards.contradicting.statements import Example, Found, Line, Pair, State, Table, report
from tests.cards.contradictions import TABLE, looked_through

BY_NAME = {pair.name: pair for pair in TABLE}


@pytest.fixture(scope="module")
def looked_at() -> tuple[int, dict[str, Found]]:
    """Every state, gone through once: a text that cannot be drawn is one error, not forty."""
    return looked_through()


def found_in(pair: Pair, said: tuple[Example, ...]) -> int:
    """In how many states the pair is found: one, in which this is said and its marks hold, or none."""
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


RIGHT: tuple[tuple[str, str, str], ...] = (
    ("telling is in doubt", "next", "Nobody is told until I have spoken to the duty manager."),
    ("telling is in doubt", "next", "Tell the parents only if we settle that it is safe enough to."),
    ("telling is in doubt", "first step", "Ring the duty manager now. Say what you know and what you are not sure of."),
    (
        "only not practicable, delay or court",
        "words for the one who gets it",
        "I haven't been able to reach P's parents yet. I'm still trying. If they ring or come to you, please tell them"
        " what you have been told, and ask them to ring me on [work number].",
    ),
    (
        "only not practicable, delay or court",
        "words for the one who gets it",
        "This is sent because a court ordered it on [date].",
    ),
    ("may not go", "request", "It can't wait? Act on the danger, share what we know ourselves, ring the duty team."),
    ("may not go", "words", "It can't go to you yet. I'll ring you by [date] to say where it stands."),
    ("may go", "headline", "Yes, once Legal Services have said that it can go."),
    ("harm yes or not sure", "step", "I'm not sure whether P has already been harmed: [what I have seen or heard]."),
    ("unsure of a safeguarding concern", "headline", "Not yet. Ask your supervisor."),
    (
        "unread for what can't go",
        "words",
        "There is a Care Order. I have not read it yet for what may not go. Should you see it before it goes, whatever"
        " I find?",
    ),
    (
        "ours, quoting no one",
        "step",
        "Section 4 is about other people's documents, so it doesn't stop this one. Read every page for what P's father"
        " can't have: an address, another person's health, who told us, other children. Take it out with your manager.",
    ),
    ("gone", "follow-up words", "On 9 March I asked some people who know R some questions. I asked the GP about R."),
    ("gone", "follow-up done", "The family was told that the agencies were asked."),
    ("", "management", "Request 4127, 11/03/2026 13:12. Agreed. My reason: Both parts rest on what B said"),
    ("", "channel", "Request 4127. For a supervisor to look at. Rests on 3.8."),
)
"""What is so, the kind of text, and right words: no pair may find fault with them."""


@pytest.mark.parametrize(("mark", "kind", "text"), RIGHT)
def test_right_words_are_left_alone(mark: str, kind: str, text: str) -> None:
    table = Table(TABLE)
    table.look_at(State("made up", frozenset({mark, "flow:gather"}), (Line(kind, "a text", text),)))
    assert [name for name, found in table.found.items() if found.count] == []


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


@pytest.mark.long
def test_over_two_thousand_states_are_looked_at(looked_at: tuple[int, dict[str, Found]]) -> None:
    assert looked_at[0] > 2000


@pytest.mark.long
@pytest.mark.parametrize("name", BY_NAME)
def test_no_state_says_both(name: str, looked_at: tuple[int, dict[str, Found]]) -> None:
    found = looked_at[1][name]
    if found.count:
        pytest.fail(report(BY_NAME[name], found), pytrace=False)
