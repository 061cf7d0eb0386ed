"""Why: the reasons in the child's case, the tensions between paragraphs, and what would change the answer."""

from typing import Any

from cards import words
from cards.elements import Run
from cards.people import names
from dialogs import share_conditions as when
from dialogs.matter import Matter
from dialogs.pieces import Weight, with_weight
from guidance.decision import Decision
from guidance.what_would_change import Change, what_would_change

BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case: said last, so that what decides this one is read first."""
MOST_CHANGES = 8


def reasons_of(matter: Matter, decision: Decision) -> list[tuple[str, tuple[Run, ...]]]:
    """(ref, sentence) for each rule that was weighed."""
    weighed = list(zip(decision.weighed, decision.reasons, strict=True))
    weighed.sort(key=lambda row: row[0] in BACKGROUND)
    nothing_goes = decision.flow == "authority" or "do_not_share" in decision.outstanding_before_go_ahead
    values = {**_values(matter), "nothing": nothing_goes}
    return [(reason.ref, words.say(f"why.{name}", **values)) for name, reason in weighed]


def _values(matter: Matter) -> dict[str, Any]:
    said = matter.values
    reasons = when.ticked(said, "reasons")
    kept = len(with_weight(said, Weight.KEPT))
    return {
        **names(matter),
        "part": said.get("part_in_case"),
        "need": said.get("need_to_know"),
        "attitude": "attitude" in reasons,
        "habit": "habit" in reasons,
        "lines_they": words.label("numbers.this" if kept == 1 else "numbers.these"),
    }


def tensions_of(matter: Matter, decision: Decision) -> list[tuple[Run, ...]]:
    """Where two paragraphs pull apart in this case, with the reading taken."""
    weighed = set(decision.weighed)
    found = []
    if "risk_no_harm_known" in weighed:
        found.append("harm_and_risk")
    if "tell_afterwards" in weighed:
        found.append("tell_later")
    if weighed & {"no_exception", "harm", "crime", "not_practicable"} and decision.inform_parents != "already done":
        found.append("consent_wording")
    return [words.say(f"tensions.{name}") for name in found]


def changes_of(matter: Matter, decision: Decision) -> list[tuple[Run, ...]]:
    """What would change this answer, in words; the nearest first."""
    flow, facts = matter.flow.facts(matter.values)
    if flow != "share":
        return []
    keys = [_key(change) for change in what_would_change(flow, facts, decision)]
    said = [words.say(f"changes.{key}", **names(matter)) for key in dict.fromkeys(keys) if words.has(f"changes.{key}")]
    return said[:MOST_CHANGES]


def _key(change: Change) -> str:
    value = change.value
    if isinstance(value, dict):
        value = all(value.values())
    return f"{change.fact}.{str(value).lower()}"
