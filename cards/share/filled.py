"""What the words for parents and recipient, and the note, are filled in with."""

import re
from typing import Any

from cards import words
from cards.numbers import counted
from cards.people import Council, child_of, named_of
from dialogs.children import children_of
from dialogs.matter import Matter
from dialogs.pieces import Weight, with_weight
from dialogs.share import conditions as when


def sharing(matter: Matter, council: Council) -> dict[str, Any]:
    """What the words for parents and recipient are filled in with."""
    lines = kept_lines(matter)
    them = named_of(matter)
    return {
        "child": child_of(matter),
        "several": len(children_of(matter.values)) > 1,
        "them": them,
        "them_cap": them[:1].upper() + them[1:],
        "lines": lines,
        "count": counted(len(lines)),
        "why": continues(matter.values.get("why"), "so that", "because"),
        "used_for": continues(matter.values.get("used_for"), "to"),
        "council": council.name or words.label("welcome.our_council"),
        "privacy_notice_url": council.privacy_notice_url,
        "untold": when.not_told(matter.values),
        "part_in_case": matter.values.get("part_in_case"),
    }


def kept_lines(matter: Matter) -> list[str]:
    """The lines that go, as the worker wrote them."""
    return [piece.text.rstrip(" .") for piece in with_weight(matter.values, Weight.KEPT)]


def for_parents(lines: list[str]) -> list[str]:
    """The lines as parents may hear them: one that says who told us is left for the worker to put otherwise."""
    return [words.label("wording.put_otherwise") if SAYS_WHO.search(line) else line for line in lines]


SAYS_WHO = re.compile(
    r"(?i)\b(?:told|tells|rang|phoned|texted|e?mailed|showed)\s+(?:me|us|school|the\s+\w+)\b"
    r"|\b(?:said|says|reported|disclosed|according to|anonymous|referr(?:er|al|ed)|complain(?:ed|t)|whistle)"
)
"""Words that give away who raised a worry."""


def continues(typed: object, *openings: str) -> str:
    """The end of a sentence whose beginning stands in the template: an opening typed again is left out."""
    text = str(typed or "").strip().rstrip(".")
    for opening in openings:
        if text.lower().startswith(f"{opening} "):
            text = text[len(opening) + 1 :]
    return text
