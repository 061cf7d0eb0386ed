"""The presenter of the first conversation with parents."""

from typing import Any

from cards.elements import OwnWords, Part, rich
from cards.flows.first_contact.checklist import (
    above_the_note,
    by_name,
    filled,
    for_the_visit,
    headline,
    steps,
    still_open,
)
from cards.labels import label_values, option_label
from cards.letters import letter_box, render_letter
from cards.people import Council
from cards.presenter import FlowPresenter, Page, WelcomePlace
from cards.times import format_date_time
from cards.words import render_paragraphs, render_text
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


def leaflet(matter: Matter, _: Decision, council: Council) -> Page:
    """A text to print or send, with the link to the privacy notice where the council has set it."""
    values = for_the_visit(matter, council)
    body: list[Part] = [rich(runs, spacing="Small") for runs in render_paragraphs("wording.leaflet_hints", **values)]
    body += letter_box("leaflet", render_letter("first_contact/leaflet", **values))
    return Page(render_text("wording.leaflet", **label_values(matter)), tuple(body))


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    note_heading=heading,
    pages={"leaflet": leaflet},
    note_parts=above_the_note,
    still_open=still_open,
    welcome=WelcomePlace("ask", 3),
)
