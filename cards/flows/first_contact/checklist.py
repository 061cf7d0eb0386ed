"""The checklist before the visit, and what is said of it above the note."""

from typing import Any

from cards.elements import Box, Buttons, Part, Run, TextBlock, rich
from cards.labels import label_values
from cards.layout import button, opened_below
from cards.people import Council
from cards.words import key_for_flow, render_paragraphs, render_runs, render_text
from dialogs.engine.matter import Matter, goes_on
from dialogs.flows.first_contact.conditions import covered, something_left, talked
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

Runs = tuple[Run, ...]


def headline(matter: Matter, decision: Decision) -> str:
    """Ten points before the first visit, fewer before the next; after it, whether some are left."""
    if not talked(matter.values):
        return "checklist_left" if covered(matter.values) else "checklist"
    return "still_to_say" if decision.first_contact_missing else "all_said"


def steps(matter: Matter, _: Decision, council: Council) -> list[Runs]:
    """What to do before, during and after the visit."""
    return render_paragraphs("steps.first_visit", **for_the_visit(matter, council))


def above_the_note(matter: Matter, decision: Decision, council: Council) -> list[Part]:
    """What is left to say with its words, and what the parents asked for that someone has to see to."""
    key = key_for_flow("first_contact", f"headlines.{headline(matter, decision)}")
    said = render_text(key, **label_values(matter))
    parts: list[Part] = [TextBlock(text=said, weight="Bolder")]
    left = _left(matter, decision)
    if left and talked(matter.values):
        words = [rich(runs, spacing="Small") for runs in left]
        parts += opened_below("left", render_text("first_visit.left_words", count=len(left)), words)
    if something_left(matter.values, decision):
        parts.append(Buttons(actions=(button("talked_again", matter),)))
    if "their_file" in ticked(matter.values, "parents_want"):
        outside = render_runs("first_visit.their_file", **for_the_visit(matter, council))
        parts.append(Box(items=(rich(outside),), style="accent"))
    return parts


def _left(matter: Matter, decision: Decision) -> list[Runs]:
    """The words for each point that is still to be said, with its paragraph."""
    refs = {name: reason.ref for name, reason in zip(decision.weighed, decision.reasons, strict=True)}
    values = filled(matter, decision)
    return [
        (*render_runs(f"why.{point}", **values), Run(text=f" ({refs[point]})"))
        for point in decision.first_contact_missing or ()
    ]


def still_open(matter: Matter) -> list[Part]:
    """Once the note is copied: the points, by name only, that are left, and the way to a checklist of those."""
    left = matter.decision().first_contact_missing
    if not left:
        return []
    rows = [rich(render_runs("first_visit.left_after_copying"))]
    rows += [rich([Run(text=f"\u2022 {by_name(point)}")], spacing="Small") for point in left]
    ways = [
        button("hand_on", matter, title=render_text(f"buttons.hand_on.first_contact_{other.to}"), about=other.to)
        for other in goes_on(matter)
    ]
    return [Box(items=tuple(rows), style="emphasis"), Buttons(actions=tuple(ways))]


def by_name(point: str) -> str:
    """A point as it is called once it has been said, or is still to be said."""
    return render_text(f"first_visit.points.{point}")


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
