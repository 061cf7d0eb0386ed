"""Words to use in a sharing: for the parents, and for the one who is told."""

from cards.elements import Part, rich
from cards.flows.share.template_context import sharing
from cards.labels import label_values
from cards.letters import letter_box, render_letter, speech_box
from cards.parents_wording import wording_for_parents
from cards.people import Council
from cards.presenter import Page
from cards.words import render_runs, render_text
from dialogs.engine.matter import Matter
from dialogs.flows.share import conditions as when
from guidance.decision import Decision

TO_SAY = frozenset({"said_before", "said_after", "recipient_said"})
FOR_PARENTS = frozenset({"said_before", "letter_before", "said_after", "letter_after"})


def parents(matter: Matter, decision: Decision, council: Council) -> Page:
    """Said, written and texted, before or after; only in ways that are safe for this family."""
    after = decision.inform_parents == "exception: not before"
    body: list[Part] = [rich(render_runs("wording.after_hint" if after else "wording.before_hint"))]
    body += read_through(matter)
    for text in safe_texts(matter, after=after):
        body += _texts(text, matter, council)
    for reason in left_out(matter):
        body.append(rich(render_runs(f"wording.{reason}", **label_values(matter)), spacing="Small"))
    title = render_text("wording.parents_after" if after else "wording.parents_before", **label_values(matter))
    return Page(title, tuple(body))


def read_through(matter: Matter) -> list[Part]:
    """What the worker does with words for the parents before they are used."""
    return [
        rich(render_runs("wording.check")),
        rich(render_runs("wording.name_hint", **label_values(matter)), spacing="Small"),
    ]


def safe_texts(matter: Matter, *, after: bool) -> list[str]:
    """Saying it is always offered; a letter only where post is safe, a text only where texting is."""
    ways = when.ticked(matter.values, "contact")
    texts = ["said_after" if after else "said_before"]
    if "write" in ways:
        texts.append("letter_after" if after else "letter_before")
    if "text" in ways and not after:
        texts += ["text_before", "text_after_talking"]
    return texts


def left_out(matter: Matter) -> list[str]:
    """Why a way of telling them is not offered."""
    ways = when.ticked(matter.values, "contact")
    if "not_known" in ways or not ways:
        return ["find_out_first"]
    missing = [name for name, way in (("no_letter", "write"), ("no_text", "text")) if way not in ways]
    return missing + (["not_by_phone"] if "ring" not in ways else [])


def recipient(matter: Matter, decision: Decision, council: Council) -> Page:
    """On the phone, and in a secure email: the kept lines only."""
    body: list[Part] = [rich(render_runs("wording.recipient_hint", **label_values(matter)))]
    if not decision.may_go_ahead_now:
        body.append(rich(render_runs("wording.not_yet")))
    for text in ("recipient_said", "recipient_email"):
        body += _texts(text, matter, council)
    return Page(render_text("wording.recipient", **label_values(matter)), tuple(body))


def _texts(name: str, matter: Matter, council: Council) -> list[Part]:
    filled = sharing(matter, council)
    if name in FOR_PARENTS:
        filled |= wording_for_parents(matter.values)
    text = render_letter(f"share/{name}", **filled)
    return speech_box(name, text) if name in TO_SAY else letter_box(name, text)
