"""The answer card: what the guidance says, what to do next, why, and what would change it."""

from datetime import datetime
from functools import cache

from cards.actions import button, danger_button, link_buttons, no_help_button, toggle_button
from cards.answer_rows import AnswerRow, rows_of
from cards.approvals.alternatives import alternatives_box
from cards.approvals.answer_section import ask_section, request_box, request_step
from cards.close_section import close_section
from cards.continue_section import continue_section, further_section
from cards.elements import (
    Action,
    Box,
    Buttons,
    Card,
    Column,
    OwnWords,
    Part,
    Row,
    Run,
    TextBlock,
    Toggle,
    rich,
)
from cards.layout import bulleted_list, close_lines, large_heading, numbered_list, small_heading, small_print
from cards.people import Council, label_values
from cards.presenters import headline_text, presenter_of
from cards.reasons_section import changes_of, reasons_of, tensions_of
from cards.words import key_for_flow, render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.engine.size_limits import text_size, weight_of
from dialogs.engine.valid_actions import offers
from dialogs.feedback import ANSWER
from dialogs.flows.telling import only_one_knows, told_afterwards, unsafe_to_tell
from dialogs.screens import TheAnswer
from guidance.decision import Decision
from guidance.paragraphs import OWNER, TITLE, VERSION, paragraph

LONGEST_SAID = 160
LEAN_ABOVE = 27_000
"""Bytes: above this a card is drawn leaner, so that with a notice above it a message still holds it."""
SURELY_SMALL = 2_000
"""Bytes of a worker's own words with which an answer never comes near that."""


def draw_answer(screen: TheAnswer, council: Council, now: datetime) -> Card:
    """Draw the answer on these facts, with its paragraphs, the worker's answers and the ways to close.

    With very long answers it is drawn lean: the refs open nothing, what would change it is left out, and the ways to
    close ask on a card of their own.
    """
    full = _draw(screen, council, now, lean=False)
    if _is_surely_small(screen.matter) or full.size() <= LEAN_ABOVE:
        return full
    return _draw(screen, council, now, lean=True)


def _is_surely_small(matter: Matter) -> bool:
    """Whether little was typed and the flow adds little to an answer, so that its size need not be measured."""
    return text_size(matter) < SURELY_SMALL and not presenter_of(matter).long


def _draw(screen: TheAnswer, council: Council, now: datetime, *, lean: bool) -> Card:
    matter, decision = screen.matter, screen.decision
    said = headline_text(matter, decision)
    request = screen.looked_at.request
    body = [*alternatives_box(screen, council), large_heading(said)]
    body += request_box(matter, request, council, now)
    body += _warning_to_wait(matter, decision)
    face = presenter_of(matter)
    body += numbered_list([*request_step(request, council), *face.steps(matter, decision, council)])
    body += _one_parent_button(decision)
    body += _letter_buttons(matter, decision)
    body += face.below(matter, decision, council)
    why = render_text(key_for_flow(matter.flow.name, "answer.why"))
    body.append(small_heading(why))
    body += _reasons(matter, decision, lean=lean)
    body += _boxes_to_open(matter, decision, lean=lean)
    body += ask_section(matter, decision, screen.looked_at)
    body += continue_section(matter)
    body += close_section(matter, decision, now, lean=lean)
    body += further_section(matter, screen.others)
    body.append(small_print(_source_line(council)))
    body += _newer_law_notice(decision, council)
    return Card(fallback_text=said, body=tuple(body), actions=_actions(matter, council))


def _warning_to_wait(matter: Matter, decision: Decision) -> list[Part]:
    """Warn, above the steps, neither to go ahead nor to tell the parents where telling them may not be safe."""
    if not unsafe_to_tell(decision):
        return []
    hold_on = "hold_on_one_knows" if only_one_knows(decision) else "hold_on"
    said = render_text(key_for_flow(matter.flow.name, f"steps.{hold_on}"))
    return [TextBlock(text=said, weight="Bolder")]


def _one_parent_button(decision: Decision) -> list[Part]:
    """3.2  Offer the card on the case that the guidance leaves open: one parent knows and another doesn't."""
    if not only_one_knows(decision):
        return []
    opens = button("outside", title=render_text("outside.one_parent.title"), about="one_parent")
    return [Buttons(actions=(opens,), spacing="Small")]


def _reasons(matter: Matter, decision: Decision, *, lean: bool) -> list[Part]:
    """Return each reason with its paragraph's number, which opens what the paragraph says."""
    said = reasons_of(matter, decision)
    if lean:
        return close_lines((*runs, Run(text=f" ({ref})")) for ref, runs in said)
    parts: list[Part] = []
    for number, (ref, runs) in enumerate(said):
        opened = f"ref{number}"
        parts.append(rich((*runs, Run(text=" "), _ref_run(ref, opened)), spacing="Small"))
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


def _boxes_to_open(matter: Matter, decision: Decision, *, lean: bool) -> list[Part]:
    """Return the tensions, and the boxes that open: what would change the answer, and the worker's answers."""
    parts: list[Part] = []
    for number, runs in enumerate(tensions_of(matter, decision)):
        if number == 0:
            parts.append(TextBlock(text=render_text("answer.tension"), weight="Bolder", spacing="Medium"))
        parts.append(rich(runs, spacing="Small"))
    changes = [] if lean else changes_of(matter, decision)
    opens: list[Action] = [toggle_button("your_answers", "answers")]
    if changes:
        opens.insert(0, toggle_button("what_would_change", "changes"))
    parts.append(Buttons(actions=tuple(opens), spacing="Medium"))
    if changes:
        parts.append(Box(id="changes", is_visible=False, style="emphasis", items=tuple(bulleted_list(changes))))
    parts.append(Box(id="answers", is_visible=False, style="emphasis", items=tuple(_answers(matter))))
    return parts


def _answers(matter: Matter) -> list[Part]:
    """Return the answers step by step, each step with a button to change it."""
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


def _source_line(council: Council) -> OwnWords:
    return render_text("answer.rests_on", title=TITLE, owner=OWNER, date=council.guidance_date, version=VERSION)


def _newer_law_notice(decision: Decision, council: Council) -> list[Part]:
    """Return the council's dated line on newer law, unless the answer is a yes."""
    if not council.newer_law_notice or decision.may_go_ahead_now is not False:
        return []
    return [Box(items=(rich(render_runs("answer.newer_law", notice=council.newer_law_notice)),), separator=True)]


def _letter_buttons(matter: Matter, decision: Decision) -> list[Part]:
    """Return buttons for the letters that the steps speak of; the parents' last if they are told afterwards."""
    later = told_afterwards(decision)
    drafts = [draft for draft in matter.flow.texts if offers(matter, draft.verb)]
    drafts.sort(key=lambda draft: later and draft.name == "parents")
    values = {**label_values(matter), "afterwards": later}
    ways = [button(draft.verb, matter, title=render_text(f"buttons.{draft.verb}", **values)) for draft in drafts]
    return [Buttons(actions=tuple(ways))] if ways else []


def _actions(matter: Matter, council: Council) -> tuple[Action, ...]:
    ways = (button("back", matter), button("stop", matter), no_help_button(ANSWER, matter), danger_button(matter))
    return (*ways, *link_buttons("guidance", council.guidance_url))
