"""Words to use about a document: for its author, Legal Services, the one who waits, and the parents."""

from typing import Any

from cards.elements import Part, Run, rich
from cards.flows.document.note import details, heading
from cards.flows.document.steps import step_values
from cards.flows.document.template_context import about_document
from cards.flows.share.letters import read_through
from cards.labels import label_values
from cards.letters import letter_box, render_letter, speech_box
from cards.parents_wording import wording_for_parents
from cards.people import Council
from cards.presenter import Page
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.document import conditions as when
from dialogs.flows.document.to_do import READING, to_do
from dialogs.flows.share.conditions import ticked
from dialogs.flows.telling import told_afterwards
from guidance.decision import Decision

FOR_PARENTS = frozenset({"document_before", "document_letter", "document_after", "document_letter_after"})
TO_SAY = frozenset({"author_said", "holding_said", "document_before", "document_after"})


def author(matter: Matter, decision: Decision, council: Council) -> Page:
    """4.1, 4.2  For the talk, and the request for agreement in writing."""
    body: list[Part] = [
        rich(render_runs("wording.author_hint", quotes=when.quotes_others(matter.values), **label_values(matter)))
    ]
    in_writing = {"author_written_consent", "quoted_agreement"} & set(to_do(matter.values, decision))
    texts = ["author_said", "author_email"] if in_writing else ["author_said"]
    return _page("author", body, _written(texts, matter, decision, council), matter)


def legal(matter: Matter, decision: Decision, council: Council) -> Page:
    """4.3, 4.5  What is asked of Legal Services."""
    body: list[Part] = [rich(render_runs("wording.legal_hint"))]
    return _page("legal", body, _written(["legal_note"], matter, decision, council), matter)


def holding(matter: Matter, decision: Decision, council: Council) -> Page:
    """For the one who has to wait: nothing of what is in it, and no promise."""
    texts = ["holding_said"] if when.for_parents(matter.values) else []
    if texts and _post_is_safe(matter):
        texts.append("holding_letter")
    if when.for_professionals(matter.values):
        texts.append("holding_professional")
    body: list[Part] = [rich(render_runs("wording.holding_hint"))]
    return _page("holding", body, _written(texts, matter, decision, council), matter)


def parents(matter: Matter, decision: Decision, council: Council) -> Page:
    """3.5  For the parents, before it goes to a professional or afterwards."""
    after = told_afterwards(decision)
    texts = ["document_after" if after else "document_before"]
    if "write" in ticked(matter.values, "contact"):
        texts.append("document_letter_after" if after else "document_letter")
    hint = "wording.after_hint" if after else "wording.before_hint"
    asked = [rich(render_runs(name)) for name in (hint, "wording.document_hint")]
    body: list[Part] = [*asked, *read_through(matter)]
    title = "parents_after" if after else "parents_before"
    return _page(title, body, _written(texts, matter, decision, council), matter)


def _post_is_safe(matter: Matter) -> bool:
    """Where it is known how they can be reached, a letter only where post is one of the ways."""
    return "contact" not in matter.values or "write" in ticked(matter.values, "contact")


def so_far(matter: Matter, decision: Decision, council: Council) -> Page:
    """3.8  What is known so far, to be recorded while the document waits."""
    heading_line = render_text("note.heading", heading=heading(matter, decision))
    body: list[Part] = [rich(render_runs("wording.so_far_hint")), rich([Run(text=heading_line)])]
    body += letter_box("note_so_far", details(matter, decision, council))
    return Page(render_text("wording.so_far"), tuple(body))


def _page(title: str, body: list[Part], texts: dict[str, str], matter: Matter) -> Page:
    for name, text in texts.items():
        body += speech_box(name, text) if name in TO_SAY else letter_box(name, text)
    return Page(render_text(f"wording.{title}", **label_values(matter)), tuple(body))


def _written(texts: list[str], matter: Matter, decision: Decision, council: Council) -> dict[str, str]:
    said = filled(matter, decision, council)
    for_them = wording_for_parents(matter.values)
    return {
        name: render_letter(f"document/{name}", **(said | for_them if name in FOR_PARENTS else said)) for name in texts
    }


def filled(matter: Matter, decision: Decision, council: Council) -> dict[str, Any]:
    """What every text about this document is filled in with."""
    todo = set(to_do(matter.values, decision))
    return {**about_document(matter, council), **step_values(matter, council), **_waits_for(todo, matter)}


def _waits_for(todo: set[str], matter: Matter) -> dict[str, bool]:
    """What the document waits for, so that each text asks for that and says nothing else."""
    of_author = {"discuss_with_author", "author_written_consent"} & todo
    return {
        "yes_awaited": "author_written_consent" in todo,
        "author_asked": bool(of_author) or "quoted_agreement" in todo,
        "email_to_quoted": "quoted_agreement" in todo and "author_written_consent" not in todo,
        "talk_to_quoted": not of_author,
        "agreed": matter.values.get("author_agreed") == "written",
        "care": bool({*READING, "redaction_worker_and_manager", "own_to_cut"} & todo),
        "need_open": bool({"establish_need_to_know", "cut_down"} & todo),
        "take_out": "redaction_legal_services" in todo,
        "advice": "legal_advice" in todo,
        "check": "ask_legal_services" in todo,
        "for_court": "court_case" in todo,
    }
