"""The case note of a sharing: facts apart from opinion, reasons in the worker's own words."""

from collections.abc import Sequence
from typing import Any

from cards.answer_rows import SaidAnswers
from cards.elements import OwnWords
from cards.flows.share.hand_over import as_passed_on
from cards.flows.share.steps import headline
from cards.flows.share.template_context import sharing
from cards.labels import label_values, option_label
from cards.letters import render_letter
from cards.next_steps import render_noted_steps
from cards.parents_told import knows_only_one, one_parent_lines, tell_family_line, told_since_line
from cards.people import Council
from cards.times import format_date_time
from cards.verdicts import verdict_values
from cards.words import key_for_flow, render_run, render_text
from dialogs.engine.lines import Weight, with_weight
from dialogs.engine.matter import Matter
from dialogs.flows.share import conditions as when
from dialogs.flows.share.facts import SPECIAL_CATEGORY
from guidance.decision import Decision
from guidance.paragraphs import VERSION
from guidance.replay_code import encode

BACKGROUND = ("legal_basis", "summary_entry", "record", "case_note")
"""Reasons that hold in every case: the note does without them."""


def heading(matter: Matter, _: Decision) -> OwnWords:
    outcome = str(matter.values.get("outcome", "open"))
    untold = ("_some_told" if knows_only_one(matter) else "_untold") if when.shared_untold(matter.values) else ""
    return render_text(key_for_flow(matter.flow.name, f"note.headings.{outcome}{untold}"), **label_values(matter))


def details(matter: Matter, decision: Decision, council: Council) -> str:
    """The Details field, drafted from the answers: facts apart from opinion, reasons in the worker's own words."""
    answer = render_text(f"headlines.{headline(matter, decision)}", **label_values(matter))
    return noted(matter, decision, council, answer)


def noted(matter: Matter, decision: Decision, council: Council, answer: OwnWords, request: Sequence[str] = ()) -> str:
    """The same with this answer; `request`: what is known of one who asked for it."""
    values = matter.values
    filled = {
        "request": request,
        **sharing(matter, council),
        **_what_went(matter),
        **on_telling(matter, decision),
        **what_harm_rests_on(matter, decision),
        "parents": str(values.get("parents", "")).rstrip("."),
        "contact": ", ".join(option_label(matter, "contact", way).lower() for way in when.ticked(values, "contact")),
        "part": render_text(f"note.parts.{values.get('part_in_case')}"),
        "status": values.get("outcome", "open"),
        "answer": answer,
        "reasons": [render_text(f"note.why.{name}") for name in decision.weighed if name not in BACKGROUND],
        **verdict_values(matter, decision),
        "network": bool(decision.details_in_case_note),
        "next_steps": _next(matter, decision),
        "version": VERSION,
        "code": encode(*matter.flow.facts(values)),
        **on_record(matter, council),
    }
    return render_letter("share/note", **filled)


def on_record(matter: Matter, council: Council) -> dict[str, Any]:
    """The kinds of information (2.3) and the legal basis (2.2) as the note says them, and every answer by its name."""
    kinds = when.ticked(matter.values, "kinds")
    special = bool(set(kinds) & SPECIAL_CATEGORY)
    said = [option_label(matter, "kinds", kind).lower() for kind in kinds if kind != "none"]
    basis = {"article_6": council.article_6_basis, "article_9": council.article_9_condition if special else ""}
    return {
        "kinds": render_run("note.kinds_told", kinds="; ".join(said) or render_text("note.no_special_kinds")).text
        if kinds
        else "",
        "legal_basis": render_run("note.legal_basis", **basis).text,
        "said": SaidAnswers(matter),
    }


def _what_went(matter: Matter) -> dict[str, Any]:
    values = matter.values
    said = {name: values.get(name, "") for name in ("shared_with", "parents_said", "not_shared_because")}
    held = [
        piece.text
        for weight in (Weight.HELD_BACK, Weight.UNSETTLED, Weight.TO_TRIM)
        for piece in with_weight(values, weight)
    ]
    how = values.get("shared_how")
    return {
        "shared_with": said["shared_with"],
        "shared_how": option_label(matter, "shared_how", how) if how else "",
        "shared_when": format_date_time(values.get("shared_when")),
        "different": values.get("shared_different", ""),
        "not_shared_because": said["not_shared_because"],
        "passed_on_to": values.get("passed_on_to", ""),
        "message": as_passed_on(matter),
        "them_asked": matter.flow.name == "authority",
        "parents_said": said["parents_said"],
        "kept": [piece.text for piece in with_weight(values, Weight.KEPT)],
        "held": held,
        "lines_weighed": "weights" in values,
        "third_party": _third_party(matter),
        "child_view": values.get("child_view", ""),
    }


def what_harm_rests_on(matter: Matter, decision: Decision) -> dict[str, Any]:
    """What is known and what the worker thinks; where the harm exception rests on either, a gap for it (3.9(a))."""
    values = matter.values
    gap = "harm" in (decision.exception_grounds or ())
    return {
        "known": values.get("harm_known") or (render_text("note.say_known") if gap else ""),
        "think": values.get("concern_because") or (render_text("note.say_concern") if gap else ""),
    }


def _third_party(matter: Matter) -> str:
    if "someone_elses" not in matter.values:
        return ""
    if not when.someone_elses_words(matter.values):
        return render_text("note.no_third_party")
    agreed = option_label(matter, "author_agreed", matter.values.get("author_agreed"))
    return render_text("note.third_party", agreed=agreed)


def on_telling(matter: Matter, decision: Decision) -> dict[str, Any]:
    """Whether and how the parents were told; why not, in the worker's own words."""
    values = matter.values
    untold = decision.inform_parents == "exception: not before"
    if decision.inform_parents in (None, "n/a"):
        return {"telling_heading": "", "telling": [], "untold": False}
    if decision.inform_parents == "already done":
        told = told_since_line(matter, "note.told_since") if values.get("told_since") else render_text("note.told")
        return {"telling_heading": render_text("note.telling.told"), "telling": [told], "untold": False}
    grounds = [key_for_flow(matter.flow.name, f"note.grounds.{name}") for name in decision.exception_grounds or ()]
    lines: list[str] = [render_text(ground) for ground in grounds]
    lines += [str(values[name]) for name in ("crime_because", "not_practicable_because") if values.get(name)]
    some = knows_only_one(matter)
    lines += one_parent_lines(matter, decision) if some else []
    lines += [render_text("note.reason_practice" if untold else "note.not_told_yet")] if untold or not some else []
    heading = render_text(f"note.telling.{_heading(matter, untold=untold)}", some=some)
    return {"telling_heading": heading, "telling": lines, "untold": untold}


def _heading(matter: Matter, *, untold: bool) -> str:
    """How the part on telling is called: before it went, or afterwards with an exception or without one."""
    if matter.values.get("outcome") not in ("shared", "given"):
        return "not_yet"
    return "untold" if untold else "departed"


def _next(matter: Matter, decision: Decision) -> Sequence[str]:
    values = matter.values
    if values.get("outcome") == "shared" and values.get("look_again"):
        return [tell_family_line(matter, decision)]
    if values.get("outcome") is None:
        return render_noted_steps(matter.flow.name, decision, label_values(matter))
    return []
