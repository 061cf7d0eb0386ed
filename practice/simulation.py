"""A scenario walked through: the cards that its answers are asked on, in order, and where they lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from dialogs.engine.answers import NOTHING, Json
from dialogs.engine.flow import Flow, Step, replay
from dialogs.engine.lines import EachLineWords, Lines, lines_of
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Question, Words
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from practice.registry import PRACTICE_FLOWS, conclusion_name
from practice.scenario import Given, Scenario
from practice.values import CHOICE_QUESTIONS, to_values

NOT_IN_STORY = "(not in the story)"
IN_QUESTION = "What this is about"
"""The line that only a wrong turn would share."""
LONG_AGO = "2026-03-02T10:00"


@dataclass(frozen=True)
class Walk:
    """The cards with the questions asked on them, the values given, and the questions without a whole answer."""

    flow: Flow
    cards: tuple[tuple[Step, tuple[Question, ...]], ...]
    values: Mapping[str, Json]
    missing: tuple[Question, ...]
    scenario: str

    @property
    def asked(self) -> tuple[Question, ...]:
        return tuple(question for _, questions in self.cards for question in questions)

    @cached_property
    def matter(self) -> Matter:
        return new_play(self.scenario, self.flow, self.values)

    @cached_property
    def decision(self) -> Decision:
        """The decision of the rules. Raises FactsError while answers that they need are missing."""
        return self.matter.decision()

    @property
    def conclusion(self) -> str:
        """The name of the decision's headline."""
        return conclusion_name(self.matter, self.decision)


def new_play(scenario: str, flow: Flow, values: Mapping[str, Json], play_id: str = "", begun_at: str = "") -> Matter:
    """Return a play of the scenario with this id, or of its near miss, in which these values are answered."""
    return Matter(play_id, flow, VERSION, NOTHING.hold(values), begun_at=begun_at, practice=scenario)


def walk_answers(scenario: Scenario, answers: Mapping[str, Given]) -> Walk:
    """Answer card after card with these answers, until the answer is reached or one is missing."""
    flow = PRACTICE_FLOWS[scenario.flow]
    return walk_values(scenario, {**_left_empty(flow, scenario), **to_values(flow, answers)})


def walk_values(scenario: Scenario, known: Mapping[str, Json]) -> Walk:
    """The same with values as a flow keeps them."""
    flow = PRACTICE_FLOWS[scenario.flow]
    values: dict[str, Json] = {}
    cards: list[tuple[Step, tuple[Question, ...]]] = []
    missing: tuple[Question, ...] = ()
    while not missing:
        standing = replay(flow, values)
        if standing.step is None:
            values |= way_answers(scenario)
            standing = replay(flow, values, steps=flow.closing)
        if standing.step is None:
            break
        values |= {q.name: known[q.name] for q in standing.open_questions if q.name in known}
        cards.append((standing.step, standing.questions))
        missing = tuple(
            q for q in standing.open_questions if q.name not in values or not q.settled(values[q.name], values)
        )
    return Walk(flow, tuple(cards), values, missing, scenario.id)


def way_answers(scenario: Scenario) -> dict[str, Json]:
    """Return the answers that stand for the way on from the answer that the scenario takes; none if it ends there."""
    way = PRACTICE_FLOWS[scenario.flow].actions_by_name.get(scenario.way)
    return dict(way.says) if way else {}


@lru_cache(maxsize=512)
def model_walk(scenario: Scenario) -> Walk:
    """Walk through the scenario with the answers that the story supports."""
    return walk_answers(scenario, scenario.answers)


def near_miss_walk(scenario: Scenario) -> Walk | None:
    """Walk through the scenario with its one fact flipped; None if it has no near miss."""
    near = scenario.near_miss
    return walk_answers(scenario, {**scenario.answers, **near.answers}) if near else None


def _left_empty(flow: Flow, scenario: Scenario) -> dict[str, Json]:
    """Return the empty values of the boxes that the trainee is to leave empty, as the story does not hold them."""
    left = [q for q in flow.questions() if q.name in scenario.to_write and q.name not in scenario.answers]
    return {question.name: [] if isinstance(question, Lines) else "" for question in left}


def is_chosen(question: Question, scenario: Scenario) -> bool:
    """Whether the trainee answers it; the rest is given by the story."""
    return isinstance(question, CHOICE_QUESTIONS) or question.name in scenario.to_write


def given_values(scenario: Scenario) -> dict[str, Json]:
    """Return the values that the story gives, so that the trainee weighs and does not write.

    Those of the scenario, and a stand-in for what only a wrong turn asks.
    """
    flow = PRACTICE_FLOWS[scenario.flow]
    values = to_values(flow, scenario.answers)
    found: dict[str, Json] = {}
    for question in flow.questions():
        if is_chosen(question, scenario):
            continue
        if isinstance(question, EachLineWords):
            shorter = values.get(question.name)
            table = shorter if isinstance(shorter, dict) else {}
            found[question.name] = {line: table.get(line, "") for line, _ in lines_of(values, "lines")}
        elif question.name in values:
            found[question.name] = values[question.name]
        elif isinstance(question, Lines) and not question.optional:
            found[question.name] = [{"id": "L1", "text": IN_QUESTION}]
        elif isinstance(question, Words):
            found[question.name] = "" if question.optional else NOT_IN_STORY
        elif isinstance(question, Moment):
            found[question.name] = LONG_AGO
    return found
