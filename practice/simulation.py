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
from practice.registry import KINDS, conclusion
from practice.scenario import Given, Scenario
from practice.values import CHOSEN, values_of

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
        return conclusion(self.matter, self.decision)


def walk(scenario: Scenario, answers: Mapping[str, Given]) -> Walk:
    """Answer card after card with these answers, until the answer is reached or one is missing."""
    flow = KINDS[scenario.flow]
    known = {**_unwritten(flow, scenario), **values_of(flow, answers)}
    return walked(scenario, known)


def walked(scenario: Scenario, known: Mapping[str, Json]) -> Walk:
    """The same with values as a flow keeps them."""
    flow = KINDS[scenario.flow]
    values: dict[str, Json] = {}
    cards: list[tuple[Step, tuple[Question, ...]]] = []
    missing: tuple[Question, ...] = ()
    while not missing:
        standing = replay(flow, values)
        if standing.step is None:
            values |= says_of_way(scenario)
            standing = replay_closing(flow, values)
        if standing.step is None:
            break
        values |= {q.name: known[q.name] for q in standing.open_questions if q.name in known}
        cards.append((standing.step, standing.questions))
        missing = tuple(q for q in standing.open_questions if not _whole(q, values))
    return Walk(flow, tuple(cards), values, missing, scenario.id)


def _whole(question: Question, values: Mapping[str, Json]) -> bool:
    return question.name in values and question.settled(values[question.name], values)


def says_of_way(scenario: Scenario) -> dict[str, Json]:
    """What the way on holds that the scenario takes from the answer; nothing where it ends there."""
    way = KINDS[scenario.flow].action(scenario.way)
    return dict(way.says) if way else {}


def model(scenario: Scenario) -> Walk:
    """The walk over what the story supports."""
    return walk(scenario, scenario.answers)


def near_miss(scenario: Scenario) -> Walk | None:
    """The walk of the story with its one fact flipped."""
    return walk(scenario, {**scenario.answers, **scenario.near_miss.answers}) if scenario.near_miss else None


def _unwritten(flow: Flow, scenario: Scenario) -> dict[str, Json]:
    """What the trainee is to leave empty, as the story does not hold it."""
    asked = {question.name: question for question in flow.questions()}
    left = [asked[name] for name in scenario.to_write if name in asked and name not in scenario.answers]
    return {question.name: [] if isinstance(question, Lines) else "" for question in left}


def chosen(question: Question, scenario: Scenario) -> bool:
    """Whether the trainee answers it; the rest is given by the story."""
    return isinstance(question, CHOSEN) or question.name in scenario.to_write


def given(scenario: Scenario) -> dict[str, Json]:
    """The values that the story gives, so that the trainee weighs and does not write: those of the scenario, and a
    stand-in for what only a wrong turn asks."""
    flow = KINDS[scenario.flow]
    values = values_of(flow, scenario.answers)
    found: dict[str, Json] = {}
    for question in flow.questions():
        if chosen(question, scenario):
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
