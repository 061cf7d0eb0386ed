"""What every letter and script to parents has in common, and what others hear of the parents."""

from typing import Any

from cards import words
from cards.people import child_of, spoken_day
from dialogs.engine.children import children_of
from dialogs.engine.matter import Matter
from dialogs.flows.telling import by_court, silence
from guidance.decision import Decision


def for_family(matter: Matter, decision: Decision, *, asking: bool = False) -> dict[str, Any]:
    """The parts of a text for parents that are not about what is shared. Its child is named by the worker, not here."""
    same = in_every_text(several=len(children_of(matter.values)) > 1, asking=asking)
    on_day = spoken_day(matter.values.get(matter.flow.dated)) or same["day"]
    late = words.label("letters.told_late", **on_silence(matter, decision))
    return {**same, "day": on_day, "told_late": late}


def in_every_text(*, several: bool, asking: bool = False) -> dict[str, Any]:
    """What stands in every text for parents, whatever it is about."""
    return {
        "first_name": words.label("letters.first_name", several=several),
        "day": words.label("letters.day"),
        "no_need": words.label("letters.no_need"),
        "rather_not": words.label("letters.rather_not", asking=asking),
        "kept_safe": words.label("letters.kept_safe"),
    }


def on_silence(matter: Matter, decision: Decision) -> dict[str, Any]:
    """3.9, 5.2  What is asked of whoever hears of it, as far as the parents go."""
    facts = matter.facts()[1]
    return {"silence": silence(decision, facts), "by_court": by_court(decision)}


def of_parents(matter: Matter, decision: Decision, *, asking: bool = False) -> dict[str, Any]:
    """What a recipient or an agency hears of the parents, and reads: in writing the child's reference is left out."""
    about = {"asking": asking, **on_silence(matter, decision)}
    child = "" if asking else f"{child_of(matter)}'s"
    return {
        "of_parents": words.label("letters.of_parents", child=child, written=False, **about),
        "of_parents_written": words.label("letters.of_parents", child="", written=True, **about),
    }
