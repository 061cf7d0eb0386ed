"""What the words for parents and recipient, and the note, are filled in with."""

from typing import Any

from cards.labels import child_of, display_name_of
from cards.parents_wording import family_values, recipient_values
from cards.people import Council
from cards.words import count_in_words, joined, render_text
from dialogs.engine.children import children_of
from dialogs.engine.lines import Weight, with_weight
from dialogs.engine.matter import Matter


def sharing(matter: Matter, council: Council) -> dict[str, Any]:
    """What the words for parents and recipient are filled in with."""
    lines, decision = kept_lines(matter), matter.decision()
    them = display_name_of(matter)
    return {
        "child": child_of(matter),
        "several": len(children_of(matter.values)) > 1,
        "them": them,
        "them_cap": them[:1].upper() + them[1:],
        "lines": lines,
        "count": count_in_words(len(lines)),
        "why": joined("why", matter.values.get("why")),
        "used_for": joined("used_for", matter.values.get("used_for")),
        "council": council.name or render_text("welcome.our_council"),
        "privacy_notice_url": council.privacy_notice_url,
        **recipient_values(matter, decision),
        **family_values(matter, decision),
        "part_in_case": matter.values.get("part_in_case"),
    }


def kept_lines(matter: Matter) -> list[str]:
    """The lines that go, as the worker wrote them."""
    return [piece.text.rstrip(" .") for piece in with_weight(matter.values, Weight.KEPT)]
