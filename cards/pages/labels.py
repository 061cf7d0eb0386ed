"""The words of a flow as they stand on a page: no child, no recipient, so their places are filled with plain words."""

from functools import cache

from jinja2 import Environment, Undefined

from cards import words
from dialogs.engine.flow import Step
from dialogs.engine.lines import EachLine, EachLineWords
from dialogs.engine.questions import Question


class _Unknown(Undefined):
    """A value that only a matter knows: its name in square brackets."""

    def __str__(self) -> str:
        return f"[{(self._undefined_name or '').replace('_', ' ')}]"


@cache
def _environment() -> Environment:
    return Environment(undefined=_Unknown, autoescape=False)  # noqa: S701  Markdown of our own words, never HTML


def question_label(flow: str, question: Question) -> str:
    """What the card asks."""
    table = "lines_label.{}" if isinstance(question, EachLine | EachLineWords) else "questions.{}.label"
    return _filled(words.in_flow(flow, table.format(question.name)))


def card_title(flow: str, card: Step) -> str:
    """What the card is headed with."""
    return _filled(words.in_flow(flow, f"cards.{card.name}.title"))


def way_label(flow: str, way: str) -> str:
    """What the button of a way on says; one that stands beside each line has a name of its own here."""
    key = words.in_flow(flow, f"buttons.{way}")
    return _filled(key if words.has(key) else f"pages.ways.{way}")


def flow_title(flow: str) -> str:
    """What the page of a flow is headed with."""
    return words.label(f"pages.titles.{flow}")


def _filled(key: str) -> str:
    filled: str = _environment().from_string(words.source(key)).render(words.source("pages.stand_ins"))
    return " ".join(filled.split())
