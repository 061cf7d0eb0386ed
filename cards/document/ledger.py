"""The ledger on the answer card: one row a step, its state in words, and a button that opens just that card."""

from cards import words
from cards.actions import button
from cards.elements import Box, Buttons, Column, OwnWords, Part, Row, Run, TextBlock, rich
from cards.people import Council, names
from cards.rows import option_label
from cards.steps import before_going_ahead
from dialogs.document.ledger import Step, ledger
from dialogs.document.ways import may_never
from dialogs.matter import Matter
from dialogs.weight import weight_of
from guidance.decision import Decision

LONGEST_DETAIL = 120


def ledger_box(matter: Matter, decision: Decision, _: Council) -> list[Part]:
    """The rows, and what is still missing before it can go."""
    heading = TextBlock(text=words.label("ledger.title"), style="heading", weight="Bolder", spacing="Medium")
    rows = [_row(step, matter) for step in ledger(matter.values)]
    shut = rich([Run(text=shut_or_open(matter, decision), weight="Bolder")])
    return [heading, *rows, Box(items=(shut,), style="emphasis")]


def _row(step: Step, matter: Matter) -> Row:
    """One step. It has no number: those of what to do next stand above."""
    name = step_name(step, matter)
    said = [Run(text=f"{name}: "), Run(text=words.label(f"ledger.states.{step.state}"), weight="Bolder")]
    detail = _cut(detail_of(step, matter))
    more = [rich([Run(text=detail, is_subtle=True, size="Small")], spacing="None")] if detail else []
    tooltip = OwnWords(f"{words.label('buttons.change')}: {name}")
    change = Buttons(actions=(button("change", matter, tooltip=tooltip, about=step.card),))
    return Row(
        columns=(Column(width="stretch", items=(rich(said), *more)), Column(width="auto", items=(change,))),
        spacing="Small",
    )


def step_name(step: Step, matter: Matter, *, noted: bool = False) -> OwnWords:
    """What a step is called; in a note it is the worker who speaks."""
    return words.label(f"ledger.steps.{step.name}", noted=noted, **names(matter))


def detail_of(step: Step, matter: Matter) -> str:
    """What was answered of a step, in the worker's own words or in those of the option chosen; empty when nothing."""
    values = matter.values
    if step.name == "author":
        return author_of(matter)
    if step.name == "out_by_manager":
        return str(values.get("manager_signed") or "") if step.state == "done" else ""
    question = {"agreement": "author_agreed", "legal_services": "legal_status"}.get(step.name, "")
    return option_label(matter, question, values[question]) if question in values else ""


def author_of(matter: Matter) -> str:
    """The author, the service and the date, as far as they are known, and whom it quotes."""
    values = matter.values
    parts = [str(values.get(name) or "") for name in ("document_author", "author_service", "document_dated")]
    said = ", ".join(part for part in parts if part)
    quoted = str(values.get("quoted_who") or "") if values.get("quotes") == "yes" else ""
    return f"{said}. {words.plain('ledger.quotes', who=quoted).text}" if quoted else said


def _cut(text: str) -> str:
    said = text[:LONGEST_DETAIL]
    while weight_of(said) > 2 * LONGEST_DETAIL:
        said = said[: len(said) // 2]
    return said if said == text else f"{said.rstrip()}\u2026"


def shut_or_open(matter: Matter, decision: Decision) -> OwnWords:
    """Whether it can go, and if not, what is missing, in words."""
    if decision.may_go_ahead_now:
        return words.label("ledger.open")
    if may_never(decision):
        return words.label("ledger.never")
    return words.label("ledger.shut", missing="; ".join(missing(matter, decision)))


def missing(matter: Matter, decision: Decision) -> list[OwnWords]:
    """Everything that is still missing, in the order in which a person would do it."""
    return [words.label(f"ledger.missing.{step}", **names(matter)) for step in before_going_ahead(decision)]
