"""The case note of network checks: each agency, what it was asked, what came back."""

from collections.abc import Sequence
from typing import Any

from cards.elements import OwnWords
from cards.flows.gather.steps import headline
from cards.flows.gather.template_context import asking
from cards.flows.share.note import BACKGROUND, on_record, what_harm_rests_on
from cards.labels import label_values, option_label
from cards.letters import render_letter
from cards.next_steps import render_noted_steps
from cards.parents_told import knows_only_one, one_parent_lines, tell_family_line, told_since_line
from cards.people import Council
from cards.times import format_date_time
from cards.verdicts import verdict_values
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.gather import conditions as when
from dialogs.flows.gather.replies import replies
from dialogs.flows.share.conditions import ticked
from dialogs.flows.telling import told_afterwards
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode

BECAUSE = ("grounds_because", "crime_because", "not_practicable_because")
"""Why the parents were not told first, in the worker's own words."""


def heading(matter: Matter, _: Decision) -> OwnWords:
    kind = "checks" if when.concern(matter.values) else "request"
    outcome = str(matter.values.get("outcome", "open"))
    untold = ("_some_told" if knows_only_one(matter) else "_untold") if when.sent_untold(matter.values) else ""
    return render_text(f"note.headings.{kind}_{outcome}{untold}")


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details field, drafted from the answers: facts apart from opinion, reasons in the worker's own words."""
    values = matter.values
    key = key_for_flow("gather", f"headlines.{headline(matter, decision)}")
    filled = {
        **asking(matter, council),
        **_what_was_done(matter),
        **_on_telling(matter, decision),
        "replies": replies(values),
        "lean": values.get("more_than_needed") == "no",
        **_what_harm_rests_on(matter, decision),
        "part": render_text(f"note.parts.{values.get('part_in_case')}"),
        "status": values.get("outcome", "open"),
        "answer": render_text(key, **label_values(matter)),
        "reasons": [
            render_text(key_for_flow("gather", f"note.why.{name}"))
            for name in decision.weighed
            if name not in BACKGROUND
        ],
        **verdict_values(matter, decision),
        "next_steps": _next(matter, decision),
        "basis": "no_basis" not in decision.weighed,
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
        **on_record(matter, council),
    }
    return render_letter("gather/note", **filled)


def _what_harm_rests_on(matter: Matter, decision: Decision) -> dict[str, Any]:
    if not (when.request_untold(matter.values) and when.not_told(matter.values)):
        return {"known": "", "think": ""}
    return what_harm_rests_on(matter, decision)


def _what_was_done(matter: Matter) -> dict[str, Any]:
    values = matter.values
    how = values.get("sent_how")
    return {
        "sent_how": option_label(matter, "sent_how", how) if how else "",
        "sent_when": format_date_time(values.get("sent_when")),
        "different": values.get("sent_different", ""),
        "not_sent_because": values.get("not_sent_because", ""),
        "parents_said": values.get("parents_said", "") if when.sent_told(values) else "",
        "child_view": values.get("child_view", "") if when.sent_untold(values) else "",
    }


def _on_telling(matter: Matter, decision: Decision) -> dict[str, Any]:
    """Whether and how the parents were told; why not, in the worker's own words."""
    values = matter.values
    family = {
        "parents": str(values.get("parents", "")).rstrip("."),
        "contact": ", ".join(option_label(matter, "contact", way).lower() for way in ticked(values, "contact")),
    }
    if decision.inform_parents is None:
        return {**family, "telling": "", "told": [], "untold": False}
    if decision.inform_parents == "already done":
        return {**family, "telling": render_text("note.telling_checks.told"), "told": [_told(matter)], "untold": False}
    untold = told_afterwards(decision)
    ref = "5.2" if when.concern(values) else "3.9"
    went = "untold" if untold else "departed"
    name = went if when.sent_untold(values) else "not_yet"
    heading = render_text(f"note.telling_checks.{name}", ref=ref, some=knows_only_one(matter))
    return {**family, "telling": heading, "told": _why_not(matter, decision, untold=untold), "untold": untold}


def _told(matter: Matter) -> str:
    values = matter.values
    if not values.get("told_since"):
        return render_text("note.told_of_checks")
    return told_since_line(matter, "note.told_since_checks")


def _why_not(matter: Matter, decision: Decision, *, untold: bool) -> list[str]:
    values = matter.values
    grounds = [
        str(render_text(key_for_flow("gather", f"note.grounds.{ground}")))
        for ground in decision.exception_grounds or ()
    ]
    some = one_parent_lines(matter, decision) if knows_only_one(matter) else []
    if not untold:
        return [*grounds, *(some or [render_text("note.not_told_yet")])]
    own = [str(values[name]) for name in _own_reasons(matter) if values.get(name)]
    missing = [] if own or "harm" in (decision.exception_grounds or ()) else [str(render_text("note.say_why"))]
    return [*grounds, *own, *missing, *some, render_text("note.reason_practice")]


def _own_reasons(matter: Matter) -> tuple[str, ...]:
    """The reasons of this branch; what was written on the other, before an answer was changed, stays out."""
    return BECAUSE[:1] if when.concern(matter.values) else BECAUSE[1:]


def _next(matter: Matter, decision: Decision) -> Sequence[str]:
    values = matter.values
    if when.sent_untold(values) and values.get("look_again"):
        return [tell_family_line(matter, decision)]
    return render_noted_steps("gather", decision, label_values(matter)) if values.get("outcome") is None else []
