"""The page of one flow, in Markdown."""

from collections.abc import Iterable, Iterator

from cards.pages import rules
from cards.pages.drawing import render_flowchart
from cards.pages.labels import flow_title
from cards.pages.questions import questions_after_the_answer, questions_up_to_the_answer
from cards.words import render_text
from dialogs.engine.flow import Flow
from guidance.paragraphs import VERSION

WRITTEN_BY = "<!-- Written by `python app.py flows`. Change the flow, its rules or its words, and write it again. -->"


def render_page(flow: Flow) -> str:
    """Return the whole page of a flow: flowchart, questions, rules, next steps and paragraphs."""
    head = [WRITTEN_BY, "", f"# {flow_title(flow.name)}", "", render_text("pages.lead", version=VERSION), ""]
    body = list(_body(flow))
    named = rules.paragraphs_named("\n".join(body))
    paragraphs = _section("pages.paragraphs", named, lead="pages.paragraphs_lead")
    return "\n".join([*head, *body, *paragraphs]).rstrip() + "\n"


def _body(flow: Flow) -> Iterator[str]:
    yield from _section("pages.drawn", [render_flowchart(flow)])
    yield from _section("pages.questions", questions_up_to_the_answer(flow))
    if flow.closing or flow.transitions:
        yield from _section("pages.after", questions_after_the_answer(flow))
    yield from _section("pages.rules", rules.rules(flow), lead="pages.rules_lead")
    yield from _section("pages.next_steps", rules.steps(flow), lead="pages.next_steps_lead")
    if not flow.note_at_once and (changes := list(rules.changes(flow))):
        yield from _section("pages.changes", changes, lead="pages.changes_lead")


def _section(heading: str, lines: Iterable[str], lead: str = "") -> Iterator[str]:
    """Yield a heading, a sentence that introduces the section, and its lines, with one blank line after each."""
    yield from (f"## {render_text(heading)}", "")
    if lead:
        yield from (render_text(lead), "")
    yield from "\n".join(lines).rstrip().splitlines()
    yield ""
