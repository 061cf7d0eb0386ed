"""The presenter of the answer to a caller's request: that of a sharing, with the caller before it."""

from typing import Any

from msgspec.structs import replace

from cards.elements import Run
from cards.flows.share import steps as sharing
from cards.flows.share.note import noted
from cards.flows.share.presenter import PRESENTER as SHARE
from cards.labels import label_values, option_label
from cards.people import Council
from cards.presenter import WelcomePlace
from cards.words import key_for_flow, render_paragraphs, render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.share.conditions import authorised
from dialogs.flows.share.offered import passes_on
from guidance.decision import Decision


def headline(matter: Matter, decision: Decision) -> str:
    """The name of the answer's headline: a yes says first that the caller is to be rung back."""
    if passes_on(decision):
        return "refer" if unsure_whether_theirs(matter) else "not_yours"
    found = sharing.headline(matter, decision)
    if found == "cut_down" and "summary_says_no" in decision.weighed:
        return "summary_no"
    return f"{found}_ring_back" if decision.may_go_ahead_now and not rung_back(matter) else found


def steps(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    """What to say to the caller first, then what to do, in order."""
    if passes_on(decision) and unsure_whether_theirs(matter):
        return render_paragraphs("in_authority.steps.refer", **sharing.step_values(matter, council))
    return [*_to_the_caller(matter, decision, council), *sharing.steps(matter, decision, council)]


def _to_the_caller(matter: Matter, decision: Decision, council: Council) -> list[tuple[Run, ...]]:
    """(good practice)  A yes waits until they were rung back; a "not yet" is said in words that give nothing away."""
    on_a_call = matter.values.get("rung_back") != "no_call"
    if passes_on(decision) or not on_a_call or "do_not_share" in decision.outstanding_before_go_ahead:
        return []
    if not decision.may_go_ahead_now:
        return [render_runs("steps.say_not_yet", **sharing.step_values(matter, council))]
    return [] if rung_back(matter) else [render_runs("steps.ring_back", **sharing.step_values(matter, council))]


def rung_back(matter: Matter) -> bool:
    """Whether the caller was rung back on a number that was found, or did not ring at all."""
    return matter.values.get("rung_back") in ("yes", "no_call")


def unsure_whether_theirs(matter: Matter) -> bool:
    """3.10  Whether it is not known yet if it is theirs to give out: that can be asked."""
    unsure = matter.values.get("staff") if authorised(matter.values) else matter.values.get("part_in_case")
    return unsure == "unsure"


def filled(matter: Matter, decision: Decision) -> dict[str, Any]:
    return {**SHARE.filled(matter, decision), "summary": matter.values.get("case_summary_says")}


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details of the note: as of a sharing, and what is known of the request."""
    key = key_for_flow("authority", f"headlines.{headline(matter, decision)}")
    return noted(matter, decision, council, render_text(key, **label_values(matter)), _request(matter))


def _request(matter: Matter) -> list[str]:
    """Who asked, as they said, and what was found out before anything was given out."""
    asked = [render_text("note.request.caller", **label_values(matter))] if matter.values.get("recipient") else []
    answers = ((name, matter.values.get(name)) for name in ("rung_back", "case_summary_says", "staff"))
    said = [
        render_text(f"note.request.{name}", said=option_label(matter, name, value)) for name, value in answers if value
    ]
    return [*asked, *said]


PRESENTER = replace(
    SHARE,
    headline=headline,
    steps=steps,
    filled=filled,
    note=details,
    welcome=WelcomePlace("tell", 2),
)
