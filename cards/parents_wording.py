"""Template values that every letter and script to parents shares, and what others hear of the parents."""

from typing import Any

from cards.elements import Run
from cards.labels import child_of
from cards.times import format_spoken_day
from cards.words import joined, render_text
from dialogs.engine.answers import Values
from dialogs.engine.children import children_of
from dialogs.engine.letter_review import ForParents, as_told, texts_for_parents
from dialogs.engine.matter import Matter
from dialogs.flows.telling import by_court, silence
from guidance.decision import Decision


def family_values(matter: Matter, decision: Decision, *, asking: bool = False) -> dict[str, Any]:
    """Return the values of a text for parents that are not about what is shared. The worker names the child."""
    same = shared_values(several=len(children_of(matter.values)) > 1, asking=asking)
    on_day = format_spoken_day(matter.values.get(matter.flow.dated)) or same["day"]
    late = render_text("letters.told_late", **silence_values(matter, decision))
    return {**same, "day": on_day, "told_late": late}


def shared_values(*, several: bool, asking: bool = False) -> dict[str, Any]:
    """Return the values of every text for parents, whatever it is about."""
    return {
        "first_name": render_text("letters.first_name", several=several),
        "day": render_text("letters.day"),
        "no_need": render_text("letters.no_need"),
        "rather_not": render_text("letters.rather_not", asking=asking),
        "kept_safe": render_text("letters.kept_safe"),
    }


def silence_values(matter: Matter, decision: Decision) -> dict[str, Any]:
    """3.9, 5.2  Return whether recipients are asked not to speak to the parents, and whether a court says so."""
    facts = matter.facts()[1]
    return {"silence": silence(decision, facts), "by_court": by_court(decision)}


def recipient_values(matter: Matter, decision: Decision, *, asking: bool = False) -> dict[str, Any]:
    """Return what a recipient hears of the parents, and reads: in writing the child's reference is left out."""
    about = {"asking": asking, **silence_values(matter, decision)}
    child = "" if asking else f"{child_of(matter)}'s"
    return {
        "of_parents": render_text("letters.of_parents", child=child, written=False, **about),
        "of_parents_written": render_text("letters.of_parents", child="", written=True, **about),
    }


def line_captions(matter: Matter) -> dict[str, tuple[str, tuple[Run, ...]]]:
    first = (Run(text=" "), Run(text=render_text("looks.first"), italic=True))
    return {
        one.id: (render_text(f"looks.kinds.{one.kind}"), first if one.doubtful else ())
        for one in texts_for_parents(matter.values)
    }


def wording_for_parents(values: Values) -> dict[str, Any]:
    """Return the lines, the reason and the use as parents hear them, with a gap for each that is still missing."""
    texts = texts_for_parents(values)
    said = {(one.kind, one.number): as_told(one, values) or _gap(one) for one in texts}
    return {
        "lines": [said[one.kind, one.number].rstrip(" .") for one in texts if one.kind == "line"],
        "why": joined("why", said.get(("why", 0), "")),
        "used_for": joined("used_for", said.get(("used_for", 0), "")),
    }


def _gap(one: ForParents) -> str:
    return render_text("looks.gap", kind=one.kind, number=one.number)
