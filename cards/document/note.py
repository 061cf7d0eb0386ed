"""The case note of a document: its ledger, what came out and by whom, what is still missing."""

from typing import Any

from cards import words
from cards.document.filled import about_document
from cards.document.ledger import detail_of, missing, step_name
from cards.document.steps import headline
from cards.elements import OwnWords
from cards.people import Council, day, moment, names
from cards.rows import option_label
from cards.share.note import BACKGROUND, on_record, on_telling, what_harm_rests_on
from cards.writing import write
from dialogs.document.conditions import given_untold
from dialogs.document.ledger import ledger
from dialogs.document.ways import may_never
from dialogs.matter import Matter
from dialogs.share.conditions import ticked
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def heading(matter: Matter, _: Decision) -> OwnWords:
    """The note's title on MOSAIC."""
    outcome = str(matter.values.get("outcome", "open"))
    untold = "_untold" if given_untold(matter.values) else ""
    return words.label(words.in_flow("document", f"note.headings.{outcome}{untold}"), **names(matter))


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details field, drafted from the answers: the ledger first, reasons in the worker's own words."""
    values = matter.values
    key = words.in_flow("document", f"headlines.{headline(matter, decision)}")
    filled = {
        **about_document(matter, council),
        **_what_was_said(matter),
        **what_harm_rests_on(matter, decision),
        **_given(matter),
        **on_telling(matter, decision),
        "parents": str(values.get("parents", "")).rstrip("."),
        "contact": ", ".join(option_label(matter, "contact", way).lower() for way in ticked(values, "contact")),
        "part": words.label(f"note.parts.{values.get('part_in_case')}"),
        "status": values.get("outcome", "open"),
        "steps": _steps(matter),
        "missing": [] if may_never(decision) else missing(matter, decision),
        "answer": words.label(key, **names(matter)),
        "reasons": _reasons(decision),
        "network": bool(decision.details_in_case_note),
        "next_steps": _next(matter, decision),
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
        **on_record(matter, council),
    }
    return write("document/note", **filled)


def _what_was_said(matter: Matter) -> dict[str, Any]:
    values = matter.values
    status = values.get("legal_status")
    return {
        "order": option_label(matter, "legal_status", status) if status else "",
        "not_given_because": values.get("not_given_because", ""),
        "waiting_told": values.get("waiting_told", ""),
    }


def _given(matter: Matter) -> dict[str, Any]:
    values = matter.values
    how = values.get("given_how")
    return {
        "given_to": values.get("given_to") or values.get("who_exactly", ""),
        "given_how": option_label(matter, "given_how", how) if how else "",
        "given_when": moment(values.get("given_when")),
        "given_said": values.get("given_said", ""),
        "different": values.get("given_different", ""),
    }


def _steps(matter: Matter) -> list[str]:
    """One line a step: its name, its state, what was answered; a day to be filled in where it is done."""
    lines = []
    for step in ledger(matter.values):
        state = words.label(f"note.ledger.{step.state}")
        detail = detail_of(step, matter) if step.name != "author" else ""
        lines.append(
            ": ".join(part for part in (step_name(step, matter, noted=True), state) if part) + _in_brackets(detail)
        )
    return lines


def _in_brackets(detail: str) -> str:
    return f" ({detail})" if detail else ""


def _reasons(decision: Decision) -> list[str]:
    names_of = [name for name in decision.weighed if name not in BACKGROUND]
    return [words.label(words.in_flow("document", f"note.why.{name}")) for name in names_of]


def _next(matter: Matter, decision: Decision) -> list[str]:
    values = matter.values
    if values.get("outcome") == "given" and values.get("look_again"):
        rests_on = "sensitive" if decision.tell_family_afterwards_or_when_safe else "practice"
        return [words.label(f"note.tell_family.{rests_on}", when=day(values["look_again"]))]
    return []
