"""The words of a flow as a page shows them: without a child or a recipient, whose places plain words fill."""

from functools import cache

from jinja2 import Environment, Undefined

from cards.words import has_key, key_for_flow, render_text, template_source
from dialogs.engine.flow import Flow, Step
from dialogs.engine.lines import EachLine, EachLineWords
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Question

OPTIONS_OF = {"reasons": "reasons", "point": "covered"}
"""Which question's options the parameter of a condition takes."""


class _Unknown(Undefined):
    """A value that only a matter knows: its name in square brackets."""

    def __str__(self) -> str:
        return f"[{(self._undefined_name or '').replace('_', ' ')}]"


@cache
def _environment() -> Environment:
    return Environment(undefined=_Unknown, autoescape=False)  # noqa: S701  Markdown of our own words, never HTML


def question_label(flow: str, question: Question) -> str:
    table = "lines_label.{}" if isinstance(question, EachLine | EachLineWords) else "questions.{}.label"
    return _render(key_for_flow(flow, table.format(question.name)))


def option_labels(flow: str, question: Question) -> tuple[str, ...]:
    """Return the options of a question as the card shows them; none for one that is answered in own words."""
    asked = question.inner if isinstance(question, OfLine) else question
    return tuple(option_label(flow, asked.name, option.value) for option in getattr(asked, "options", ()))


def option_label(flow: str, question: str, value: str) -> str:
    """Return one option as the card shows it. Raises KeyError for one that has no words."""
    return _render(key_for_flow(flow, f"questions.{question}.options.{value}"))


def value_label(flow: Flow, parameter: str, value: str) -> str:
    """Return what a condition was given, in the quoted words of its option or button. Raises KeyError without any."""
    if parameter == "outcome":
        ways = {way.says.get("outcome"): way.name for way in flow.actions}
        return f'"{way_label(flow.name, ways[value])}"'
    return f'"{option_label(flow.name, OPTIONS_OF[parameter], value)}"'


def card_title(flow: str, card: Step) -> str:
    return _render(key_for_flow(flow, f"cards.{card.name}.title"))


def way_label(flow: str, way: str) -> str:
    """Return the text of a button that closes or goes on; one beside each line has a name of its own here."""
    key = key_for_flow(flow, f"buttons.{way}")
    return _render(key if has_key(key) else f"pages.ways.{way}")


def change_label(flow: str, fact: str, value: object) -> str:
    """Return what happens when a fact turns to this value, refs included; empty where it has no words."""
    flat = all(value.values()) if isinstance(value, dict) else value
    key = key_for_flow(flow, f"changes.{fact}.{str(flat).lower()}")
    return _render(key) if has_key(key) else ""


def flow_title(flow: str) -> str:
    return render_text(f"pages.titles.{flow}")


def _render(key: str) -> str:
    rendered: str = _environment().from_string(template_source(key)).render(template_source("pages.stand_ins"))
    return " ".join(rendered.split())
