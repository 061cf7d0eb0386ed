"""The case note of the first conversation: what was said, what is left, what the parents asked."""

from typing import Any

from cards.answer_rows import option_label
from cards.elements import OwnWords
from cards.flows.first_contact.checklist import by_name, headline
from cards.letters import render_letter
from cards.people import Council, label_values
from cards.times import format_date_time
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.flows.first_contact.conditions import POINTS, talked, talked_again
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode

IN_A_SENTENCE = ("parents", "talked_with", "which_language")
BY_ITSELF = ("parents_asked", "understood", "worries")
"""The questions answered in the worker's own words, by whether a sentence of ours goes around them."""


def heading(matter: Matter, decision: Decision) -> OwnWords:
    return render_text(f"note.headings.{headline(matter, decision)}", **label_values(matter))


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details field. Before the conversation it says that nothing has been said yet."""
    values = matter.values
    at_first = [point for point in POINTS if point in ticked(values, "covered")]
    filled = {
        **{name: str(values.get(name) or "").rstrip(" .") for name in IN_A_SENTENCE},
        **{name: str(values.get(name) or "") for name in BY_ITSELF},
        **_later(matter, at_first),
        "talked": talked(values),
        "when": format_date_time(values.get("talked_when")),
        "needs": _chosen(matter, "visit_needs"),
        "said": [by_name(point) for point in at_first],
        "left": [by_name(point) for point in decision.first_contact_missing or ()],
        "wanted": _chosen(matter, "parents_want"),
        "their_file": "their_file" in ticked(values, "parents_want"),
        "governance": council.governance,
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
    }
    return render_letter("first_contact/note", **filled)


def _later(matter: Matter, at_first: list[str]) -> dict[str, Any]:
    """What came at a later visit: the points that were not said at the first."""
    values = matter.values
    if not talked_again(values):
        return {"again": "", "said_since": [], "again_asked": ""}
    since = [point for point in POINTS if point in ticked(values, "covered_since") and point not in at_first]
    return {
        "again": format_date_time(values.get("again_when")),
        "said_since": [by_name(point) for point in since],
        "again_asked": values.get("again_asked", ""),
    }


def _chosen(matter: Matter, name: str) -> list[str]:
    return [option_label(matter, name, value) for value in ticked(matter.values, name) if value != "none"]
