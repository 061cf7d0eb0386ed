"""What the words and the note of information received are filled in with."""

from typing import Any

from cards.people import label_values
from dialogs.engine.matter import Matter
from dialogs.flows.receive import conditions as when
from guidance.decision import Decision


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    return {**label_values(matter), "who": who(matter), "passes_on": when.goes_on_in_writing(matter.values)}


def who(matter: Matter) -> str:
    """The one who told us, by name where they are named, else by their job; in the worker's own words, cut short."""
    said = matter.values.get("from_whom") if when.named(matter.values) else matter.values.get("from_job")
    return str(said or "").strip(" ,;")[:LONGEST_WHO]


LONGEST_WHO = 80
"""Characters: several sentences repeat who it was."""
