"""The presenter of an entry in the case summary: the entry itself, and what it still lacks."""

from typing import Any

from cards.elements import Box, OwnWords, Part, Run, TextBlock, rich
from cards.labels import child_of, label_values, option_label
from cards.letters import render_letter
from cards.people import Council
from cards.presenter import FlowPresenter, WelcomePlace
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def headline(_: Matter, decision: Decision) -> str:
    return "entry_lacks" if decision.case_summary_note_missing else "entry_whole"


def steps(matter: Matter, decision: Decision, _: Council) -> list[tuple[Run, ...]]:
    """3.10  What to add to the entry, then where to put it."""
    lacks = [render_runs(f"entry.lacks.{name}") for name in decision.case_summary_note_missing or ()]
    return [*lacks, *render_paragraphs("entry.steps", **label_values(matter))]


def filled(matter: Matter, _: Decision) -> dict[str, Any]:
    return dict(label_values(matter))


def entry(matter: Matter, decision: Decision, _: Council) -> str:
    values = matter.values
    return render_letter(
        "case_summary/entry",
        child=child_of(matter),
        may=[text for _, text in lines_of(values, "may_lines")],
        may_to=values.get("may_to", ""),
        may_not=[text for _, text in lines_of(values, "may_not_lines")],
        says_otherwise=values.get("says_otherwise", ""),
        seen=[option_label(matter, "seen_where", place) for place in ticked(values, "seen_where")],
        lacks=[render_text(f"entry.not_yet.{name}") for name in decision.case_summary_note_missing or ()],
        version=VERSION,
        code=encode(*matter.flow.facts(values)),
    )


def heading(matter: Matter, _: Decision) -> OwnWords:
    return render_text("entry.heading", **label_values(matter))


def lacking(_: Matter, decision: Decision, __: Council) -> list[Part]:
    """3.10  What is still missing of it, above the draft; else that it holds all that it should."""
    missing = decision.case_summary_note_missing or ()
    if not missing:
        return [rich(render_runs("entry.whole"))]
    said = tuple(rich((Run(text="\u2022 "), *render_runs(f"entry.lacks.{name}")), spacing="Small") for name in missing)
    title = TextBlock(text=render_text("entry.lacking"), weight="Bolder")
    return [Box(items=(title, *said), style="warning")]


PRESENTER = FlowPresenter(
    headline=headline,
    steps=steps,
    filled=filled,
    note=entry,
    note_heading=heading,
    note_parts=lacking,
    welcome=WelcomePlace("ask", 4),
)
