"""The presenter of information received: the note, with what is still missing above it."""

from collections.abc import Iterable
from typing import Any

from cards.elements import Box, OwnWords, Part, Run, TextBlock, rich
from cards.labels import child_of, label_values, option_label
from cards.letters import render_letter
from cards.people import Council
from cards.presenter import FlowPresenter, WelcomePlace
from cards.times import format_date_time
from cards.words import key_for_flow, render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.receive import conditions as when
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    return {**label_values(matter), "who": who(matter), "passes_on": when.goes_on_in_writing(matter.values)}


def who(matter: Matter) -> str:
    """The one who told us, by name where they are named, else by their job; in the worker's own words, cut short."""
    said = matter.values.get("from_whom") if when.named(matter.values) else matter.values.get("from_job")
    return str(said or "").strip(" ,;")[:LONGEST_WHO]


LONGEST_WHO = 80
"""Characters: several sentences repeat who it was."""


def heading(matter: Matter, decision: Decision) -> OwnWords:
    kind = "received_in_part" if decision.missing_from_record else "received"
    return render_text(f"note.headings.{kind}", **label_values(matter))


def details(matter: Matter, decision: Decision, _: Council) -> str:
    """The Details field. Nothing in it says that any of this was passed on."""
    values = matter.values
    filled = {
        "child": child_of(matter),
        "named": when.named(values),
        "from_whom": str(values.get("from_whom") or "").strip(" ,;"),
        "from_job": str(values.get("from_job") or "").strip(" ,.;"),
        "who": who(matter),
        "how": option_label(matter, "came_how", values.get("came_how")),
        "when": format_date_time(values.get("came_when")),
        "rung_back": _rung_back(matter),
        "they_said": values.get("they_said", ""),
        "limit": when.limit_stated(values),
        "limit_says": when.limit_said(values),
        "came_with": values.get("came_with"),
        "my_view": values.get("my_view", ""),
        "missing": [render_text(f"note.missing.{name}") for name in decision.missing_from_record or ()],
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
    }
    return render_letter("receive/note", **filled)


def _rung_back(matter: Matter) -> str:
    said = matter.values.get("rung_back")
    return render_text(f"note.rung_back.{said}") if when.by_phone(matter.values) and said else ""


MISSING = ("note_the_name", "note_the_details", "note_the_restriction")
HOLDS = ("restriction_honoured", "consent_missing", "talk_missing")


def headline(_: Matter, decision: Decision) -> str:
    """Whether all that 3.13 asks for is noted."""
    return "received_in_part" if decision.missing_from_record else "received"


def no_steps(_: Matter, __: Decision, ___: Council) -> list[tuple[Run, ...]]:
    """There is no answer between the questions and the note, so no steps to take from it."""
    return []


def above_the_note(matter: Matter, decision: Decision, _: Council) -> list[Part]:
    """What 3.13 still asks for; a limit that is honoured; what a document waits for; a call not yet rung back."""
    missing, holds = _said(MISSING, matter, decision), _said(HOLDS, matter, decision)
    if when.not_rung_back(matter.values):
        holds.append(render_runs("received.ring_back"))
    heading = render_text(key_for_flow("receive", f"headlines.{headline(matter, decision)}"), **label_values(matter))
    told: list[Part] = [TextBlock(text=heading, weight="Bolder")]
    told += [rich(runs, spacing="Small") for runs in missing]
    parts: list[Part] = [Box(items=tuple(told), style="accent")] if missing else told
    if holds:
        parts.append(Box(items=tuple(rich(runs, spacing="Small") for runs in holds), style="accent"))
    return parts


def _said(wanted: Iterable[str], matter: Matter, decision: Decision) -> list[tuple[Run, ...]]:
    """Each of these rules that was weighed, with its paragraph."""
    refs = {name: reason.ref for name, reason in zip(decision.weighed, decision.reasons, strict=True)}
    values = filled(matter, decision)
    return [
        (*render_runs(key_for_flow("receive", f"why.{name}"), **values), Run(text=f" ({refs[name]})"))
        for name in wanted
        if name in refs
    ]


PRESENTER = FlowPresenter(
    headline=headline,
    steps=no_steps,
    filled=filled,
    note=details,
    note_heading=heading,
    note_parts=above_the_note,
    welcome=WelcomePlace("ask", 2),
)
