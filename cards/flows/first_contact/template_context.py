"""What the words of the first conversation are filled in with."""

from typing import Any

from cards.people import Council, label_values
from cards.words import render_text
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

LONGEST_LANGUAGE = 60
"""Characters: the language is part of a sentence."""


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    return dict(label_values(matter))


def for_the_visit(matter: Matter, council: Council) -> dict[str, Any]:
    """What the steps and the leaflet are filled in with."""
    language = str(matter.values.get("which_language") or "").strip(" .")
    return {
        **label_values(matter),
        "needs": ticked(matter.values, "visit_needs"),
        "language": language if len(language) <= LONGEST_LANGUAGE else "",
        "council": council.name or render_text("welcome.our_council"),
        "privacy_notice_url": council.privacy_notice_url,
        "governance": council.governance,
        "supervisor": council.supervisor,
    }
