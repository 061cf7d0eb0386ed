"""Traps: whether an answer walks into one, and what is wrong with one as it is written."""

from collections.abc import Iterator

from dialogs.engine.lines import EachLine
from guidance.paragraphs import paragraphs
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Scenario, Trap
from practice.simulation import Walk, is_chosen
from practice.values import accepts, find_question, line_ids, rejection, to_value

EMPTY, WRITTEN = "empty", "written"
"""How a trap speaks of a box that the trainee fills in or leaves empty."""


def faults_alone(scenario: Scenario, trap: Trap) -> Iterator[str]:
    """Yield what is wrong with a trap whatever the flow."""
    for ref in trap.refs:
        if ref not in paragraphs():
            yield f"trap: {ref} is no paragraph of the guidance"
    if trap.question not in scenario.clues:
        yield f"trap: no clue says what in the story points to {trap.question}"


def faults_in_flow(scenario: Scenario, trap: Trap) -> Iterator[str]:
    """Yield what is wrong with a trap in the scenario's flow, which must be known."""
    flow = PRACTICE_FLOWS[scenario.flow]
    question = find_question(flow, trap.question)
    if question is None:
        yield f"trap: {trap.question}: no question of the flow {flow.name}"
        return
    of_lines = isinstance(question, EachLine)
    if trap.line and not of_lines:
        yield f"trap: line: {trap.question} is not asked of each line"
    if question.name in scenario.to_write:
        if trap.value not in (EMPTY, WRITTEN):
            yield f"trap: {trap.question}: {EMPTY} or {WRITTEN}"
        return
    ids = line_ids(flow, scenario.answers)
    if of_lines and ids.get(trap.line, trap.line) not in ids.values():
        yield f"trap: line: one of {', '.join(ids)}"
    said = {trap.line: str(trap.value)} if of_lines else trap.value
    if not accepts(question, to_value(question, said, ids)):
        yield f"trap: {trap.question}: {rejection(question)}"


def faults_on_the_way(scenario: Scenario, trap: Trap, walk: Walk) -> Iterator[str]:
    """Yield what is wrong with a trap beside the right answers; `walk`: over what the story supports."""
    question = next((q for q in walk.asked if q.name == trap.question), None)
    if find_question(walk.flow, trap.question) is None:
        return
    if question is None or not is_chosen(question, scenario):
        yield f"trap: {trap.question} is not chosen on the way to this answer"
    elif is_caught(scenario, trap, walk.values.get(trap.question), line_ids(walk.flow, scenario.answers)):
        yield f"trap: {trap.question}: this is what the story supports"


def is_caught(scenario: Scenario, trap: Trap, value: object, ids: dict[str, str]) -> bool:
    """Whether this answer walks into the trap. Of a box to write in, only "empty" or "written": no words are right."""
    if trap.question in scenario.to_write:
        return bool(value) is (trap.value == WRITTEN)
    if trap.line:
        return isinstance(value, dict) and value.get(ids.get(trap.line, trap.line)) == trap.value
    if isinstance(value, list):
        return trap.value in value if isinstance(trap.value, str) else set(trap.value) == set(value)
    return value == trap.value
