"""The case note of a document: its ledger, what came out and by whom, what is still missing."""

from collections.abc import Sequence
from typing import Any

from cards.elements import OwnWords
from cards.flows.document.ledger import detail_of, missing, step_name
from cards.flows.document.steps import headline, short, told_apart
from cards.flows.document.template_context import about_document
from cards.flows.share.note import BACKGROUND, on_record, on_telling, what_harm_rests_on
from cards.labels import label_values, option_label
from cards.letters import render_letter
from cards.parents_told import knows_only_one, tell_family_line
from cards.people import Council
from cards.times import format_date_time
from cards.verdicts import verdict_values
from cards.words import key_for_flow, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.document import conditions as when
from dialogs.flows.document.ledger import ledger
from dialogs.flows.document.offered import may_never
from dialogs.flows.document.to_do import CHECKS, ON_TELLING, to_do
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode


def heading(matter: Matter, _: Decision) -> OwnWords:
    outcome = str(matter.values.get("outcome", "open"))
    untold = ("_some_told" if knows_only_one(matter) else "_untold") if when.given_untold(matter.values) else ""
    key = key_for_flow("document", f"note.headings.{outcome}{untold}")
    return render_text(key, ours_quoting=told_apart(matter)["ours_quoting"], **label_values(matter))


def noted(matter: Matter, decision: Decision) -> list[OwnWords]:
    """What is next as the note says it: what is asked of someone first, then what is still missing."""
    return [*_asked_first(matter, decision), *_missing(matter, decision, but=ASKED_FIRST)]


def _missing(matter: Matter, decision: Decision, *, but: Sequence[str] = ()) -> list[OwnWords]:
    """What is still missing; nothing where it never goes."""
    return [] if may_never(decision) else missing(matter, decision, noted=True, but=but)


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details field, drafted from the answers: the ledger first, reasons in the worker's own words."""
    values = matter.values
    key = key_for_flow("document", f"headlines.{headline(matter, decision)}")
    filled = {
        **about_document(matter, council),
        **_what_was_said(matter),
        **what_harm_rests_on(matter, decision),
        **_given(matter),
        **on_telling(matter, decision),
        "parents": str(values.get("parents", "")).rstrip("."),
        "contact": ", ".join(option_label(matter, "contact", way).lower() for way in ticked(values, "contact")),
        **verdict_values(matter, decision),
        "part": render_text(f"note.parts.{values.get('part_in_case')}"),
        "status": values.get("outcome", "open"),
        "information": _kinds(matter),
        "steps": _steps(matter, decision),
        "missing": _missing(matter, decision),
        "answer": render_text(key, **label_values(matter)),
        "reasons": _reasons(matter, decision),
        "network": bool(decision.details_in_case_note),
        "next_steps": _next(matter, decision),
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
        **on_record(matter, council),
    }
    return render_letter("document/note", **filled)


def _what_was_said(matter: Matter) -> dict[str, Any]:
    values = matter.values
    status = values.get("legal_status") if when.someone_elses(values) else None
    return {
        "what_came_out": short(values.get("what_came_out")) if when.taken_out(values) else "",
        "manager_signed": short(values.get("manager_signed")) if when.manager_has(values) else "",
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
        "given_when": format_date_time(values.get("given_when")),
        "given_said": values.get("given_said", ""),
        "different": values.get("given_different", ""),
    }


def _kinds(matter: Matter) -> str:
    """2.3  The kinds of information in it; empty where they were not asked."""
    said = [option_label(matter, "kinds", kind).lower() for kind in ticked(matter.values, "kinds")]
    return render_text("in_document.note.information", kinds=", ".join(said)) if said else ""


def _steps(matter: Matter, decision: Decision) -> list[str]:
    """One line a step: its name, its state, what was answered; a day to be filled in where it is done."""
    given = matter.values.get("outcome") == "given"
    lines = []
    for step in ledger(matter.values, decision):
        if step.name != "author":  # said above, with the service and the date
            state = render_text(f"note.ledger.{step.state}", given=given, step=step.name)
            lines.append(f"{step_name(step, matter, noted=True)}: {state}{_in_brackets(detail_of(step, matter))}")
    return lines


def _in_brackets(detail: str) -> str:
    return f" ({detail})" if detail else ""


def _reasons(matter: Matter, decision: Decision) -> list[str]:
    values = matter.values
    apart = {
        "agreed": values.get("author_agreed"),
        "quotes_unread": values.get("quotes") == "not_read",
        "ours_quoting": told_apart(matter)["ours_quoting"],
    }
    names_of = [name for name in decision.weighed if name not in BACKGROUND]
    return [render_text(key_for_flow("document", f"note.why.{name}"), **apart) for name in names_of]


ASKED_FIRST = ("ordered_without_need", *ON_TELLING, "tell_parents_if_settled", "no_professional", *CHECKS)
"""What is asked of someone, which a list of what is missing does not say in full."""


def _next(matter: Matter, decision: Decision) -> list[str]:
    values = matter.values
    if values.get("outcome") == "given" and values.get("look_again"):
        return [tell_family_line(matter, decision)]
    return [] if "outcome" in values else list(_asked_first(matter, decision))


def _asked_first(matter: Matter, decision: Decision) -> list[OwnWords]:
    todo = [name for name in to_do(matter.values, decision) if name in ASKED_FIRST]
    said = [render_text(key_for_flow("document", f"note.next.{name}"), **label_values(matter)) for name in todo]
    return list(dict.fromkeys(said))
