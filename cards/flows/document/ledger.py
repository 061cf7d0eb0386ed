"""The ledger of a document, which is its list of steps: each said once, with a button that opens just its card."""

from collections.abc import Sequence

from cards.elements import Buttons, Column, OwnWords, Part, Row, Run, rich
from cards.flows.document.steps import at_the_end, cut, step_values, told_apart
from cards.labels import label_values, option_label
from cards.layout import button
from cards.next_steps import render_steps
from cards.people import Council
from cards.presenter import StepRow
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.flows.document import to_do as listed
from dialogs.flows.document.ledger import Step, ledger
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

CHOSEN = {"agreement": "author_agreed", "legal_services": "legal_status", "court": "court_case"}
"""The question whose option is said beside a step."""
ROWS = {
    "refer": ("yours",),
    "read_for_quotations": ("quotations",),
    "quoted_agreement": ("quotations",),
    "read_it_first": ("reading",),
    "read_own_first": ("reading",),
    "own_to_cut": ("out",),
    "if_it_holds_something": ("out_by_both",),
    "discuss_with_author": ("talk",),
    "author_written_consent": ("agreement",),
    "legal_advice": ("lawful",),
    "redaction_worker_and_manager": ("out_by_me", "out_by_manager"),
    "redaction_legal_services": ("legal_services",),
    "unsure_of_care_order": ("legal_services",),
    "ask_legal_services": ("legal_services",),
    "court_case": ("court",),
    "cut_down": ("need",),
    "establish_need_to_know": ("need",),
    "no_professional": ("need",),
    "inform_parents_first": ("parents_told",),
    "tell_parents_if_settled": ("parents_told",),
    "ordered_without_need": ("ordered",),
}
"""The rows of the ledger that each step to do is about."""
SETTLED = ("done", "not_needed", "no_doubt", "nothing", "refused", "afterwards")


def ledger_rows(matter: Matter, decision: Decision, council: Council) -> list[StepRow]:
    """Return what is to do, in order: each step with the card on which it is answered once it is done."""
    todo = listed.to_do(matter.values, decision)
    rows = {step.name: step for step in ledger(matter.values, decision)}
    values, found = step_values(matter, council), []
    for name in todo:
        row = next((rows[one] for one in ROWS.get(name, ()) if one in rows and rows[one].state not in SETTLED), None)
        said = render_steps("document", (name,), values)
        found += [_step_row(runs, row if place == 0 else None, matter) for place, runs in enumerate(said)]
    return [*found, *(StepRow(runs) for runs in at_the_end(decision, values))]


def _step_row(runs: tuple[Run, ...], row: Step | None, matter: Matter) -> StepRow:
    if row is None or row.state == "after_reading":
        return StepRow(runs)
    detail = detail_of(row, matter) if row.name == "agreement" else ""
    more = (Run(text=f" {detail}.", is_subtle=True),) if detail else ()
    return StepRow((*runs, *more), row.card, _opens(row, matter))


def settled_rows(matter: Matter, decision: Decision) -> list[Part]:
    """Return the rows of the ledger that no step to do speaks of."""
    todo = listed.to_do(matter.values, decision)
    said = {row for name in todo for row in ROWS.get(name, ())}
    steps = ledger(matter.values, decision)
    later = {step.name for step in steps if step.state == "after_reading"} - said
    return [_row(step, matter) for step in steps if step.name in later or step.state in SETTLED]


def _opens(step: Step, matter: Matter) -> OwnWords:
    return OwnWords(f"{render_text('buttons.change')}: {step_name(step, matter)}")


def _row(step: Step, matter: Matter) -> Row:
    """One row: what it is called, how far it has come, and what was answered."""
    state = render_text(f"ledger.states.{step.state}", step=step.name)
    said = [Run(text=f"{step_name(step, matter)}: "), Run(text=state, weight="Bolder")]
    detail = cut(detail_of(step, matter))
    more = [rich([Run(text=detail, is_subtle=True, size="Small")], spacing="None")] if detail else []
    change = Buttons(actions=(button("change", matter, tooltip=_opens(step, matter), about=step.card),))
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


def missing(matter: Matter, decision: Decision, *, noted: bool = False, but: Sequence[str] = ()) -> list[OwnWords]:
    """Everything that is still missing, in the order in which a person would do it. `but`: steps left out."""
    todo = [name for name in listed.missing(listed.to_do(matter.values, decision)) if name not in but]
    said = [render_text(f"ledger.missing.{name}", noted=noted, **_whose(matter)) for name in todo]
    return list(dict.fromkeys(said))
