"""The single choices of a scenario: each question that the story decides, and each line of one about lines."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dialogs.engine.answers import Json
from dialogs.engine.lines import EachLine
from dialogs.engine.questions import Question, Ticks
from practice.scenario import Scenario
from practice.simulation import Walk, is_chosen


@dataclass(frozen=True, slots=True)
class ChoicePoint:
    """One choice: its question, the name of its card, and the id of its line if the question is asked of each."""

    question: Question
    card: str
    line: str = ""

    @property
    def key(self) -> str:
        return f"{self.question.name}.{self.line}" if self.line else self.question.name

    def value_in(self, values: Mapping[str, Json]) -> Json:
        """Return the answer that these values hold; None if they hold none."""
        said = values.get(self.question.name)
        return said.get(self.line) if self.line and isinstance(said, dict) else said

    def with_value(self, values: Mapping[str, Json], value: Json) -> dict[str, Json]:
        if self.line:
            table = values.get(self.question.name)
            value = {**(table if isinstance(table, dict) else {}), self.line: value}
        return {**values, self.question.name: value}

    def possible_values(self) -> list[Json]:
        """Return each option as an answer, of ticks each alone; none for a box to write in."""
        options = [option.value for option in getattr(self.question, "options", ())]
        return [[option] for option in options] if isinstance(self.question, Ticks) else options


def choices_of(scenario: Scenario, walk: Walk) -> tuple[ChoicePoint, ...]:
    """Return every choice that was asked on this walk and that the trainee makes, in order."""
    return tuple(_choices(scenario, walk))


def _choices(scenario: Scenario, walk: Walk) -> Iterator[ChoicePoint]:
    for card, questions in walk.cards:
        for question in questions:
            if not is_chosen(question, scenario):
                continue
            lines = question.which(walk.values) if isinstance(question, EachLine) else ("",)
            yield from (ChoicePoint(question, card.name, line) for line in lines)
