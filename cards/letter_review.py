"""Texts that go to the parents: their captions while they are reviewed, and their final wording."""

from typing import Any

from cards.elements import Run
from cards.sentence_parts import reason_clause, use_clause
from cards.words import render_text
from dialogs.engine.answers import Values
from dialogs.engine.letter_review import ForParents, as_told, texts_for_parents
from dialogs.engine.matter import Matter


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
        "why": reason_clause(said.get(("why", 0), "")),
        "used_for": use_clause(said.get(("used_for", 0), "")),
    }


def _gap(one: ForParents) -> str:
    return render_text("looks.gap", kind=one.kind, number=one.number)
