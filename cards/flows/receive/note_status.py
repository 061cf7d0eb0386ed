"""What is said above the note of information received: what is still missing, and what holds before it goes further."""

from collections.abc import Iterable

from cards.elements import Box, Part, Run, TextBlock, rich
from cards.flows.receive.template_context import filled
from cards.people import Council, label_values
from cards.words import key_for_flow, render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.receive import conditions as when
from guidance.decision import Decision

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
