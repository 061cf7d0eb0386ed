"""Words to use about a document: for its author, Legal Services, the one who waits, and the parents."""

from cards import words
from cards.document.filled import about_document
from cards.document.note import details, heading
from cards.elements import Part, Run, rich
from cards.face import Page
from cards.looking import heard
from cards.people import Council, names
from cards.share.pages import read_through
from cards.texts import to_say, to_send
from cards.writing import write
from dialogs.document import conditions as when
from dialogs.matter import Matter
from dialogs.share.conditions import ticked
from dialogs.telling import told_afterwards
from guidance.decision import Decision

FOR_PARENTS = frozenset({"document_before", "document_letter", "document_after", "document_letter_after"})
TO_SAY = frozenset({"author_said", "holding_said", "document_before", "document_after"})


def author(matter: Matter, decision: Decision, council: Council) -> Page:
    """4.1, 4.2  For the talk, and the request for agreement in writing."""
    body: list[Part] = [
        rich(words.say("wording.author_hint", quotes=when.quotes_others(matter.values), **names(matter)))
    ]
    return _page("author", body, _written(["author_said", "author_email"], matter, decision, council), matter)


def legal(matter: Matter, decision: Decision, council: Council) -> Page:
    """4.3, 4.5  What is asked of Legal Services."""
    body: list[Part] = [rich(words.say("wording.legal_hint"))]
    return _page("legal", body, _written(["legal_note"], matter, decision, council), matter)


def holding(matter: Matter, decision: Decision, council: Council) -> Page:
    """For the one who has to wait: nothing of what is in it, and no promise."""
    texts = ["holding_said"] if when.for_parents(matter.values) else []
    if texts and _post_is_safe(matter):
        texts.append("holding_letter")
    if when.for_professionals(matter.values):
        texts.append("holding_professional")
    body: list[Part] = [rich(words.say("wording.holding_hint"))]
    return _page("holding", body, _written(texts, matter, decision, council), matter)


def parents(matter: Matter, decision: Decision, council: Council) -> Page:
    """3.5  For the parents, before it goes to a professional or afterwards."""
    after = told_afterwards(decision)
    texts = ["document_after" if after else "document_before"]
    if "write" in ticked(matter.values, "contact"):
        texts.append("document_letter_after" if after else "document_letter")
    hint = "wording.after_hint" if after else "wording.before_hint"
    body: list[Part] = [rich(words.say(hint)), rich(words.say("wording.document_hint")), *read_through(matter)]
    title = "parents_after" if after else "parents_before"
    return _page(title, body, _written(texts, matter, decision, council), matter)


def _post_is_safe(matter: Matter) -> bool:
    """Where it is known how they can be reached, a letter only where post is one of the ways."""
    return "contact" not in matter.values or "write" in ticked(matter.values, "contact")


def so_far(matter: Matter, decision: Decision, council: Council) -> Page:
    """3.8  What stands so far, to be recorded while the document waits."""
    heading_line = words.label("note.heading", heading=heading(matter, decision))
    body: list[Part] = [rich(words.say("wording.so_far_hint")), rich([Run(text=heading_line)])]
    body += to_send("note_so_far", details(matter, decision, council))
    return Page(words.label("wording.so_far"), tuple(body))


def _page(title: str, body: list[Part], texts: dict[str, str], matter: Matter) -> Page:
    for name, text in texts.items():
        body += to_say(name, text) if name in TO_SAY else to_send(name, text)
    return Page(words.label(f"wording.{title}", **names(matter)), tuple(body))


def _written(texts: list[str], matter: Matter, decision: Decision, council: Council) -> dict[str, str]:
    """The texts by name, filled in."""
    filled = about_document(matter, council)
    weighed = set(decision.weighed)
    filled |= {
        "take_out": "legal_services_redact" in weighed,
        "advice": "legal_advice" in weighed,
        "check": "ask_legal_services" in weighed,
        "interim": matter.values.get("legal_status") == "interim",
        "for_court": matter.values.get("court_case") == "yes",
    }
    for_them = heard(matter.values)
    return {name: write(f"document/{name}", **(filled | for_them if name in FOR_PARENTS else filled)) for name in texts}
