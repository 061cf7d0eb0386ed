"""3.7  Each piece of information weighed: what is kept, what is held back, what is still to be settled."""

from enum import StrEnum

from msgspec import Struct

from dialogs.engine.answers import Json, Values
from dialogs.engine.lines import lines_of


class Weight(StrEnum):
    """The result of weighing a piece."""

    KEPT = "kept"
    HELD_BACK = "held_back"
    TO_TRIM = "to_trim"
    UNSETTLED = "unsettled"
    NOT_WEIGHED = "not_weighed"


class Piece(Struct, frozen=True):
    """One piece as it would be shared (shortened, if it was), and the result of weighing it."""

    line: str
    text: str
    weight: Weight


TESTS = ("line_relevant", "line_necessary", "line_proportionate")


def pieces(values: Values) -> list[Piece]:
    """Every line of `lines`, weighed by the answers."""
    marks = values.get("weights")
    said = marks if isinstance(marks, dict) else {}
    return [_weighed(line, text, said.get(line), values) for line, text in lines_of(values, "lines")]


def with_weight(values: Values, weight: Weight) -> list[Piece]:
    """The pieces of one weight."""
    return [piece for piece in pieces(values) if piece.weight is weight]


def lines_marked(values: Values, mark: str) -> list[str]:
    """The ids of the lines that the worker marked so."""
    marks = values.get("weights")
    if not isinstance(marks, dict) or mark not in marks.values():
        return []
    known = {line for line, _ in lines_of(values, "lines")}
    return [line for line, said in marks.items() if said == mark and line in known]


def test_of(values: Values, test: str, line: str) -> str:
    """The answer to one of the three tests for one line: "yes", "no" or "unsure"."""
    table = values.get(test)
    return str(table.get(line, "unsure")) if isinstance(table, dict) else "unsure"


def _weighed(line: str, text: str, mark: Json, values: Values) -> Piece:
    if mark == "trim":
        shorter = _shorter(values, line)
        return Piece(line, shorter or text, Weight.KEPT if shorter else Weight.TO_TRIM)
    if mark == "unsure":
        return Piece(line, text, _by_tests(values, line))
    weights = {"needs": Weight.KEPT, "leave_out": Weight.HELD_BACK}
    return Piece(line, text, weights.get(str(mark), Weight.NOT_WEIGHED))


def _shorter(values: Values, line: str) -> str:
    table = values.get("shorter")
    return str(table.get(line, "")) if isinstance(table, dict) else ""


def _by_tests(values: Values, line: str) -> Weight:
    said = {test_of(values, test, line) for test in TESTS}
    if "no" in said:
        return Weight.HELD_BACK
    return Weight.UNSETTLED if "unsure" in said else Weight.KEPT
