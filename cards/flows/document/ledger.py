"""The ledger on the answer card: one row a step, its state in words, and a button that opens just that card."""

from collections.abc import Sequence

from cards.actions import button
from cards.answer_rows import option_label
from cards.elements import Box, Buttons, Column, OwnWords, Part, Row, Run, TextBlock, rich
from cards.flows.document.steps import cut, told_apart
from cards.people import Council, label_values
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.flows.document import to_do as listed
from dialogs.flows.document.ledger import Step, ledger
from dialogs.flows.document.offered import may_never
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

CHOSEN = {"agreement": "author_agreed", "legal_services": "legal_status", "court": "court_case"}
"""The question whose option is said beside a step."""
CHECKED = {"ask_legal_services": "legal", "court_case": "court"}
"""How the words for "nothing is missing" go on, by what is checked first."""


def ledger_box(matter: Matter, decision: Decision, _: Council) -> list[Part]:
    """The rows, and what is still missing before it can go."""
    heading = TextBlock(text=render_text("ledger.title"), style="heading", weight="Bolder", spacing="Medium")
    rows = [_row(step, matter) for step in ledger(matter.values, decision)]
    shut = rich([Run(text=shut_or_open(matter, decision), weight="Bolder")])
    return [heading, *rows, Box(items=(shut,), style="emphasis")]


def _row(step: Step, matter: Matter) -> Row:
    """One step. It has no number: those of what to do next stand above."""
    name = step_name(step, matter)
    state = render_text(f"ledger.states.{step.state}", step=step.name)
    said = [Run(text=f"{name}: "), Run(text=state, weight="Bolder")]
    detail = cut(detail_of(step, matter))
    more = [rich([Run(text=detail, is_subtle=True, size="Small")], spacing="None")] if detail else []
    tooltip = OwnWords(f"{render_text('buttons.change')}: {name}")
    change = Buttons(actions=(button("change", matter, tooltip=tooltip, about=step.card),))
    return Row(
        columns=(Column(width="stretch", items=(rich(said), *more)), Column(width="auto", items=(change,))),
        spacing="Small",
    )


def step_name(step: Step, matter: Matter, *, noted: bool = False) -> OwnWords:
    """What a step is called; in a note it is the worker who speaks."""
    return render_text(f"ledger.steps.{step.name}", noted=noted, **_whose(matter))


def _whose(matter: Matter) -> dict[str, object]:
    apart = told_apart(matter)
    return {**label_values(matter), "ours_quoting": apart["ours_quoting"], "taken_out": apart["taken_out"]}


def detail_of(step: Step, matter: Matter) -> str:
    """What was answered of a step, in the worker's own words or in those of the option chosen; empty when nothing."""
    values = matter.values
    if step.name == "author":
        return author_of(matter)
    if step.name == "quotations":
        return str(values.get("quoted_who") or "") if values.get("quotes") == "yes" else ""
    if step.name == "out":
        hands = [hand for hand in ticked(values, "taken_out_by") if step.state == "done"]
        return ", ".join(option_label(matter, "taken_out_by", hand) for hand in hands)
    if step.name == "out_by_manager":
        return str(values.get("manager_signed") or "") if step.state == "done" else ""
    question = CHOSEN.get(step.name, "")
    return option_label(matter, question, values[question]) if question in values else ""


def author_of(matter: Matter) -> str:
    """The author, the service and the date, as far as they are known."""
    parts = [str(matter.values.get(name) or "") for name in ("document_author", "author_service", "document_dated")]
    return ", ".join(part for part in parts if part)


def shut_or_open(matter: Matter, decision: Decision) -> OwnWords:
    """Whether it can go, and if not, what is missing, in words."""
    if decision.may_go_ahead_now:
        first = listed.checks(listed.to_do(matter.values, decision))
        return render_text("_".join(("ledger.open", *(CHECKED[name] for name in first))))
    if may_never(decision):
        return render_text("ledger.ordered" if "ordered_without_need" in decision.weighed else "ledger.never")
    return render_text("ledger.shut", missing="; ".join(missing(matter, decision)))


def missing(matter: Matter, decision: Decision, *, noted: bool = False, but: Sequence[str] = ()) -> list[OwnWords]:
    """Everything that is still missing, in the order in which a person would do it. `but`: steps left out."""
    todo = [name for name in listed.missing(listed.to_do(matter.values, decision)) if name not in but]
    said = [render_text(f"ledger.missing.{name}", noted=noted, **_whose(matter)) for name in todo]
    return list(dict.fromkeys(said))
