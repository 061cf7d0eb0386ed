"""Why: the reasons in the child's case, the tensions between paragraphs, and what would change the answer."""

from cards.elements import Run
from cards.presenters import presenter_of
from cards.ticked_reasons import uncounted_ticks
from cards.words import has_key, key_for_flow, render_runs
from dialogs.engine.matter import Matter
from guidance.decision import Decision
from guidance.what_would_change import Change, what_would_change

BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case: said last, so that what decides this one is read first."""
MOST_CHANGES = 8


def reasons_of(matter: Matter, decision: Decision) -> list[tuple[str, tuple[Run, ...]]]:
    """Return (paragraph, sentence) for each rule that was weighed; those that decide the case first."""
    weighed = list(zip(decision.weighed, decision.reasons, strict=True))
    weighed.sort(key=lambda row: row[0] in BACKGROUND)
    values, flow = presenter_of(matter).filled(matter, decision), matter.flow.name
    return [
        (
            reason.ref,
            render_runs(key_for_flow(flow, f"why.{name}"), **values) + uncounted_ticks(name, decision.weighed, values),
        )
        for name, reason in weighed
    ]


def refs_of(decision: Decision) -> str:
    """Return the numbers of the paragraphs that decide the case, each once, in the order of the reasons."""
    weighed = zip(decision.weighed, decision.reasons, strict=True)
    return ", ".join(dict.fromkeys(reason.ref for name, reason in weighed if name not in BACKGROUND))


def tensions_of(matter: Matter, decision: Decision) -> list[tuple[Run, ...]]:
    """Return where two paragraphs conflict in this case, with the reading taken."""
    flow = matter.flow.name
    found = presenter_of(matter).tensions(matter, decision)
    return [render_runs(key_for_flow(flow, f"tensions.{name}")) for name in found]


def changes_of(matter: Matter, decision: Decision) -> list[tuple[Run, ...]]:
    """Return what would change this answer, in words; the nearest first."""
    if decision.outstanding_before_go_ahead == ("refer",) and decision.flow == "authority":
        return []
    flow, facts = matter.facts()
    changes = what_would_change(flow, facts, decision)
    keys = [key_for_flow(matter.flow.name, f"changes.{_key(change)}") for change in changes]
    values = presenter_of(matter).filled(matter, decision)
    said = [render_runs(key, **values) for key in dict.fromkeys(keys) if has_key(key)]
    return said[:MOST_CHANGES]


def _key(change: Change) -> str:
    value = change.value
    if isinstance(value, dict):
        value = all(value.values())
    return f"{change.fact}.{str(value).lower()}"
