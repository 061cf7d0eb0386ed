"""The table of statements that contradict each other, and where they are found.

Each pair is a statement and another one, or a statement and what is so in the state. The patterns go by meaning, a
sentence at a time: when words change, look at the statement beside the pair in `tests/cards/contradicting/of_*.py`.
"""

from tests.cards.contradicting import (
    of_flows,
    of_going,
    of_ledgers,
    of_not_sure,
    of_own_documents,
    of_requests,
    of_silence,
    of_telling,
    of_what_parents_know,
)
from tests.cards.contradicting.enumerated import every
from tests.cards.contradicting.statements import Found, Pair, Table

TABLE: tuple[Pair, ...] = (
    *of_telling.PAIRS,
    *of_silence.PAIRS,
    *of_what_parents_know.PAIRS,
    *of_going.PAIRS,
    *of_not_sure.PAIRS,
    *of_requests.PAIRS,
    *of_ledgers.PAIRS,
    *of_own_documents.PAIRS,
    *of_flows.PAIRS,
)


def looked_through() -> tuple[int, dict[str, Found]]:
    """How many states were looked at, and where each pair was found."""
    table, count = Table(TABLE), 0
    for state in every():
        table.look_at(state)
        count += 1
    return count, table.found
