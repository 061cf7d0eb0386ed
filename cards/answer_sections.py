"""The sections that open on an answer: why it is so and what would change it, the worker's answers, closing it."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from cards.answer_rows import AnswerRow, rows_of
from cards.elements import Box, Buttons, Column, OwnWords, Part, Row, Run, TextBlock, Toggle, rich
from cards.inputs import inputs_of
from cards.labels import label_values
from cards.layout import (
    Section,
    bulleted_list,
    button,
    close_lines,
    folded,
    link_buttons,
    no_help_button,
    small_heading,
    small_print,
)
from cards.people import Council
from cards.presenters import presenter_of
from cards.reasons_section import changes_of, reasons_of, tensions_of
from cards.words import has_key, key_for_flow, render_text
from dialogs.engine.answers import GOES_AHEAD
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Question
from dialogs.engine.size_limits import weight_of
from dialogs.feedback import ANSWER
from guidance.decision import Decision
from guidance.paragraphs import OWNER, TITLE, VERSION, paragraph

LONGEST_SAID = 160


def why_section(matter: Matter, decision: Decision, council: Council, *, lean: bool) -> Section:
    """Return the reasons with their paragraphs, where two of these pull apart, and what would change the answer."""
    parts = _reasons(matter, decision, lean=lean)
    tensions = tensions_of(matter, decision)
    if tensions:
        parts.append(small_heading(render_text("answer.tension")))
        parts += close_lines(tensions)
    changes = [] if lean else changes_of(matter, decision)
    if changes:
        rows = (small_heading(render_text("answer.changes")), *bulleted_list(changes))
        parts.append(Box(id="changes", items=rows))
    source = {"title": TITLE, "owner": OWNER, "date": council.guidance_date, "version": VERSION}
    parts.append(small_print(render_text("answer.source", **source)))
    parts.append(Buttons(actions=(no_help_button(ANSWER, matter), *link_buttons("guidance", council.guidance_url))))
    return Section("why", render_text(key_for_flow(matter.flow.name, "answer.why")), tuple(parts))


def _reasons(matter: Matter, decision: Decision, *, lean: bool) -> list[Part]:
    """Return each reason with its paragraph's number, which opens what the paragraph says."""
    said = reasons_of(matter, decision)
    if lean:
        return close_lines((*runs, Run(text=f" ({ref})")) for ref, runs in said)
    parts: list[Part] = []
    boxes: dict[str, str] = {}
    for ref, runs in said:
        opened = boxes.get(ref, f"ref{len(boxes)}")
        parts.append(rich((*runs, Run(text=" "), _ref_run(ref, opened)), spacing="Small"))
        if ref not in boxes:
            boxes[ref] = opened
            parts.append(_paragraph_box(ref, opened))
    return parts


@cache
def _ref_run(ref: str, opened: str) -> Run:
    tooltip = render_text("buttons.paragraph", ref=ref)
    action = Toggle(title=tooltip, target_elements=(opened,))
    return Run(text=f"({ref})", select_action=action)


@cache
def _paragraph_box(ref: str, opened: str) -> Box:
    said = paragraph(ref)
    force = render_text(f"force.{said.force}")
    heading = Run(text=f"{ref} {said.heading} ({force}): ", weight="Bolder", size="Small")
    return Box(
        id=opened, is_visible=False, style="emphasis", items=(rich((heading, Run(text=said.text, size="Small"))),)
    )


def answers_section(matter: Matter) -> Section:
    """Return the answers step by step, each step with a button to change it."""
    return Section("answers", render_text("buttons.your_answers"), tuple(_answers(matter)))


def _answers(matter: Matter) -> list[Part]:
    parts: list[Part] = []
    for card in (*matter.before_answer.passed, *matter.after_answer.passed):
        rows = rows_of(matter, card.asked(matter.values))
        if rows:
            parts.append(_answers_of_step(matter, card.name, rows))
    return parts


def _answers_of_step(matter: Matter, card: str, rows: list[AnswerRow]) -> Row:
    said = close_lines((Run(text=f"{row.label} ", is_subtle=True), Run(text=shorten_answer(row))) for row in rows)
    title = render_text(f"cards.{card}.title", **label_values(matter))
    heading = TextBlock(text=title, weight="Bolder")
    tooltip = OwnWords(f"{render_text('buttons.change')}: {title}")
    change = Buttons(actions=(button("change", matter, tooltip=tooltip, about=card),))
    return Row(
        columns=(Column(width="stretch", items=(heading, *said)), Column(width="auto", items=(change,))), separator=True
    )


def shorten_answer(row: AnswerRow) -> str:
    """Return an answer on one line, cut where it is long; its own step shows it in full."""
    whole = "; ".join(row.said)
    said = whole[:LONGEST_SAID]
    while weight_of(said) > 2 * LONGEST_SAID:
        said = said[: len(said) // 2]
    return said if said == whole else f"{said.rstrip()}\u2026"


def close_section(matter: Matter, ways: Sequence[str], now: datetime, *, lean: bool, primary: str = "") -> list[Part]:
    """Return buttons such as "I've shared it" and "I didn't in the end", with boxes for what each asks.

    Lean: each brings up the card that asks it, so that nothing typed there has to be shown here. `primary`: the one
    that is pressed in most cases.
    """
    if not ways:
        return []
    if lean:
        pressed = (button(way, matter, style="positive" if way == primary else None) for way in ways)
        return [_not_yet(matter), Buttons(actions=tuple(pressed))]
    return folded(_section(way, matter, now, primary=way == primary) for way in ways)


def _not_yet(matter: Matter) -> Part:
    return small_print(render_text(key_for_flow(matter.flow.name, "answer.not_shared_yet")))


def _section(way: str, matter: Matter, now: datetime, *, primary: bool) -> Section:
    title = render_text(f"buttons.{way}")
    return Section(f"close_{way}", title, _asked(way, matter, now), style="positive" if primary else None)


def _asked(way: str, matter: Matter, now: datetime) -> tuple[Part, ...]:
    questions = _questions_of(way, matter)
    parts: list[Part] = []
    for question in questions:
        if question.name in presenter_of(matter).boxed_below:
            continue
        parts += inputs_of(question, matter, now, numbered=False)
        key = key_for_flow(matter.flow.name, f"questions.{question.name}.hint")
        if has_key(key):
            hint = render_text(key, **label_values(matter))
            parts.append(small_print(hint, spacing="Small"))
    shown = ",".join(question.name for question in questions)
    send = button(way, matter, style="positive", title=render_text(f"buttons.save_{way}"), shown=shown)
    return (_not_yet(matter), *parts, Buttons(actions=(send,)))


def _questions_of(name: str, matter: Matter) -> tuple[Question, ...]:
    """Return the questions that the step of this way asks. Raises ValueError for an unknown way."""
    way = matter.flow.actions_by_name.get(name)
    if way is None:
        raise ValueError(f"no way on called {name}")
    card = next(card for card in matter.flow.closing if card.name == way.step)
    return card.asked({**matter.values, **way.says, GOES_AHEAD: matter.decision().may_go_ahead_now})
