"""When a question is asked depends on earlier cards alone: what a card shows never moves under the hand."""

from collections.abc import Iterator, Mapping

import pytest

from dialogs.engine.answers import DISAGREED, GOES_AHEAD, Json
from dialogs.engine.flow import Flow, Step
from dialogs.engine.lines import EachLine, EachLineWords
from dialogs.flows.registry import FLOWS
from dialogs.flows.share.flow import FLOW as SHARE
from tests.dialogs.journeys import some_matters


class Traced(Mapping[str, Json]):
    """Answers that note which of them were read."""

    def __init__(self, values: Mapping[str, Json]) -> None:
        self._values = values
        self.read: set[str] = set()

    def __getitem__(self, name: str) -> Json:
        self.read.add(name)
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        self.read |= set(self._values)
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def names_before(cards: tuple[Step, ...]) -> Iterator[tuple[Step, set[str]]]:
    """Each card with the names of the questions on the cards before it."""
    known: set[str] = set()
    for card in cards:
        yield card, set(known)
        known |= {ask.question.name for ask in card.asks}


EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())


@EVERY_FLOW
def test_when_a_question_is_asked_is_read_from_earlier_cards_only(flow: Flow) -> None:
    read: dict[str, set[str]] = {}
    for card, known in names_before(flow.every_step()):
        closing = {DISAGREED, GOES_AHEAD, *(name for way in flow.actions for name in way.says)}
        allowed = known | (closing if card in flow.closing else set())
        for one in some_matters(120, flow):
            for ask in card.asks:
                values = Traced(one.values)
                for when in filter(None, (card.when, ask.when)):
                    when(values)
                beyond = values.read - allowed - {ask.question.name}
                assert not beyond, f"{ask.question.name} reads {sorted(beyond)}"
                read.setdefault(card.name, set()).update(values.read)
    if flow is SHARE:
        assert read["author"] == {"someone_elses", "need_to_know"}
        assert {"told_items", "reasons"} <= read["grounds"]


@EVERY_FLOW
def test_which_lines_a_question_is_about_is_read_from_earlier_cards_only(flow: Flow) -> None:
    seen = 0
    for card, known in names_before(flow.steps):
        for ask in card.asks:
            if isinstance(ask.question, EachLine | EachLineWords):
                seen += 1
                for one in some_matters(120, flow):
                    values = Traced(one.values)
                    ask.question.which(values)
                    assert values.read <= known, ask.question.name
    assert seen == 5 or flow is not SHARE


@EVERY_FLOW
def test_whether_an_answer_is_whole_is_read_from_itself_and_from_earlier_cards_only(flow: Flow) -> None:
    said = {name for way in flow.actions for name in way.says}
    for card, known in names_before(flow.every_step()):
        allowed = known | (said if card in flow.closing else set())
        for ask in card.asks:
            for one in some_matters(120, flow):
                if ask.question.name in one.values:
                    values = Traced(one.values)
                    ask.question.settled(one.values[ask.question.name], values)
                    assert values.read <= allowed, ask.question.name


@EVERY_FLOW
def test_the_trace_sees_what_is_read(flow: Flow) -> None:
    values = Traced({"reasons": ["risk"], "told_items": ["none"]})
    assert values.get("reasons") and "told_items" in values
    assert values.read == {"reasons", "told_items"}
