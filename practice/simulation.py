"""A scenario walked through: the cards that these answers are asked, in order, and where they lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dialogs.engine.answers import NOTHING, Json
from dialogs.engine.date_times import Moment
from dialogs.engine.flow import Flow, Step, replay, replay_closing
from dialogs.engine.lines import EachLineWords, Lines, lines_of
from dialogs.engine.matter import Matter
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
    """The cards asked with their questions, the values given to them, and what was asked but has no whole answer."""

    flow: Flow
    cards: tuple[tuple[Step, tuple[Question, ...]], ...]
    values: Mapping[str, Json]
    missing: tuple[Question, ...]
    scenario: str

    @property
    def asked(self) -> tuple[Question, ...]:
        """Every question that was asked, in order."""
        return tuple(question for _, questions in self.cards for question in questions)

    @cached_property
    def matter(self) -> Matter:
        """The matter that these answers make."""
        return Matter("", self.flow, VERSION, NOTHING.hold(self.values), practice=self.scenario)

    @cached_property
    def decision(self) -> Decision:
        """What the rules say of it. Raises FactsError while answers they need are missing."""
        return self.matter.decision()

    @property
    def conclusion(self) -> str:
        """The name of its headline."""
        return conclusion_name(self.matter, self.decision)


def walk_answers(scenario: Scenario, answers: Mapping[str, Given]) -> Walk:
    """Answer card after card with these answers, until the answer is reached or one is missing."""
    flow = PRACTICE_FLOWS[scenario.flow]
    known = {**_left_empty(flow, scenario), **to_values(flow, answers)}
    return walk_values(scenario, known)


def walk_values(scenario: Scenario, known: Mapping[str, Json]) -> Walk:
    """The same with values as a flow keeps them."""
    flow = PRACTICE_FLOWS[scenario.flow]
    values: dict[str, Json] = {}
    cards: list[tuple[Step, tuple[Question, ...]]] = []
    missing: tuple[Question, ...] = ()
    while not missing:
        standing = replay(flow, values)
        if standing.card is None:
            values |= way_answers(scenario)
            standing = replay_closing(flow, values)
        if standing.card is None:
            break
        values |= {q.name: known[q.name] for q in standing.open_questions if q.name in known}
        cards.append((standing.card, standing.questions))
        missing = tuple(q for q in standing.open_questions if not _is_complete(q, values))
    return Walk(flow, tuple(cards), values, missing, scenario.id)


def _is_complete(question: Question, values: Mapping[str, Json]) -> bool:
    return question.name in values and question.settled(values[question.name], values)


def way_answers(scenario: Scenario) -> dict[str, Json]:
    """What the way on holds that the scenario takes from the answer; nothing where it ends there."""
    way = PRACTICE_FLOWS[scenario.flow].way(scenario.way)
    return dict(way.says) if way else {}


def model_walk(scenario: Scenario) -> Walk:
    """The walk over what the story supports."""
    return walk_answers(scenario, scenario.answers)


def near_miss_walk(scenario: Scenario) -> Walk | None:
    """The walk of the story with its one fact flipped."""
    return walk_answers(scenario, {**scenario.answers, **scenario.near_miss.answers}) if scenario.near_miss else None


def _left_empty(flow: Flow, scenario: Scenario) -> dict[str, Json]:
    """What the trainee is to leave empty, as the story does not hold it."""
    asked = {question.name: question for question in flow.questions()}
    left = [asked[name] for name in scenario.to_write if name in asked and name not in scenario.answers]
    return {question.name: [] if isinstance(question, Lines) else "" for question in left}


def is_chosen(question: Question, scenario: Scenario) -> bool:
    """Whether the trainee answers it; the rest is given by the story."""
    return isinstance(question, CHOICE_QUESTIONS) or question.name in scenario.to_write


def given_values(scenario: Scenario) -> dict[str, Json]:
    """The values that the story gives, so that the trainee weighs and does not write: those of the scenario, and a
    stand-in for what only a wrong turn asks."""
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
