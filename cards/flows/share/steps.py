"""The headline of a sharing's answer, and the steps that follow from it."""

from typing import Any

from cards.elements import Run
from cards.labels import label_values
from cards.next_steps import contacts_of, render_first_steps
from cards.parents_wording import silence_values
from cards.people import Council
from cards.words import count_in_words, key_for_flow, render_paragraphs, render_runs, render_text
from dialogs.engine.lines import Weight, with_weight
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import ticked
from dialogs.flows.share.offered import passes_on
from dialogs.flows.telling import only_one_knows, unsafe_to_tell
from guidance.decision import Decision


def headline(_: Matter, decision: Decision) -> str:
    todo = decision.outstanding_before_go_ahead
    if passes_on(decision):
        return "not_yours"
    if not todo:
        return "yes" if decision.inform_parents == "already done" else "yes_untold"
    if "do_not_share" in todo:
        return "ordered_without_need" if "ordered_without_need" in decision.weighed else "do_not_share"
    if todo == ("take_to_supervisor",) and only_one_knows(decision):
        return "one_parent"
    if "take_to_supervisor" in todo:
        return "take_to_supervisor" if unsafe_to_tell(decision) else ("outside" if len(todo) == 1 else "several")
    return todo[0] if len(todo) == 1 else "several"


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    values = step_values(matter, council)
    if passes_on(decision):
        return render_paragraphs(key_for_flow(matter.flow.name, "steps.not_yours"), **values)
    return render_first_steps(matter.flow.name, decision, values) or _going_ahead(
        decision, {**values, **silence_values(matter, decision)}
    )


def step_values(matter: Matter, council: Council) -> dict[str, Any]:
    """What the steps are filled in with."""
    return {
        **label_values(matter),
        **contacts_of(council),
        "lines": _lines(matter),
        "court_covers_part": _court_covers_part(matter),
        "ordered": matter.values.get("court_ordered"),
        "summary_no": matter.values.get("case_summary_says") == "may_not",
    }


def _going_ahead(decision: Decision, values: dict[str, Any]) -> list[tuple[Run, ...]]:
    untold = decision.inform_parents == "exception: not before"
    said = [render_runs("steps.share_kept", **values)]
    said.append(render_runs("steps.keep_from" if untold else "steps.who_else", **values))
    return [*said, render_runs("steps.then_untold" if untold else "steps.then_shared", **values)]


def _lines(matter: Matter) -> str:
    count = len(with_weight(matter.values, Weight.KEPT))
    return render_text("numbers.line") if count == 1 else render_text("numbers.lines", count=count_in_words(count))


def _court_covers_part(matter: Matter) -> bool:
    """3.9(d)  There is an order, and it does not reach all that was kept: what it covers can be shared on its own."""
    return "court" in ticked(matter.values, "reasons") and matter.values.get("court_covers") == "part"
