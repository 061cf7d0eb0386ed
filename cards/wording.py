"""Cards that hold words to use: for the parents, and for the one who is told."""

from datetime import datetime

from cards import words
from cards.actions import danger
from cards.elements import Box, Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.letters import for_parents, sharing, write
from cards.people import Council, names
from dialogs import share_conditions as when
from dialogs.matter import Matter
from dialogs.screens import ParentsWords, RecipientWords

TO_SAY = frozenset({"said_before", "said_after", "recipient_said"})
FOR_PARENTS = frozenset({"said_before", "letter_before", "said_after", "letter_after"})


def parents(screen: ParentsWords, council: Council, now: datetime) -> Card:
    """Said, written and texted, before or after; only in ways that are safe for this family."""
    matter = screen.matter
    after = screen.decision.inform_parents == "exception: not before"
    body: list[Part] = [rich(words.say("wording.after_hint" if after else "wording.before_hint"))]
    body.append(rich(words.say("wording.check")))
    for text in _safe_texts(matter, after=after):
        body += _texts(text, matter, council)
    for reason in _left_out(matter):
        body.append(rich(words.say(f"wording.{reason}", **names(matter)), spacing="Small"))
    title = words.label("wording.parents_after" if after else "wording.parents_before", **names(matter))
    return _card(title, body, matter)


def _safe_texts(matter: Matter, *, after: bool) -> list[str]:
    """Saying it is always offered; a letter only where post is safe, a text only where texting is."""
    ways = when.ticked(matter.values, "contact")
    texts = ["said_after" if after else "said_before"]
    if "write" in ways:
        texts.append("letter_after" if after else "letter_before")
    if "text" in ways and not after:
        texts += ["text_before", "text_after_talking"]
    return texts


def _left_out(matter: Matter) -> list[str]:
    ways = when.ticked(matter.values, "contact")
    if "not_known" in ways or not ways:
        return ["find_out_first"]
    missing = [name for name, way in (("no_letter", "write"), ("no_text", "text")) if way not in ways]
    return missing + (["not_by_phone"] if "ring" not in ways else [])


def recipient(screen: RecipientWords, council: Council, now: datetime) -> Card:
    """On the phone, and in a secure email: the kept lines only."""
    matter = screen.matter
    body: list[Part] = [rich(words.say("wording.recipient_hint", **names(matter)))]
    for text in ("recipient_said", "recipient_email"):
        body += _texts(text, matter, council)
    return _card(words.label("wording.recipient", **names(matter)), body, matter)


def _texts(name: str, matter: Matter, council: Council) -> list[Part]:
    """Words to say are there to be read; words to send stand in a box to be edited and copied."""
    filled = sharing(matter, council)
    if name in FOR_PARENTS:
        filled["lines"] = for_parents(filled["lines"])
        filled["why"], filled["used_for"] = for_parents([filled["why"], filled["used_for"]])
    text = write(name, **filled)
    label = words.label(f"wording.labels.{name}")
    if name in TO_SAY:
        spoken = tuple(rich([Run(text=paragraph)]) for paragraph in text.split("\n\n"))
        heading = TextBlock(text=label, style="heading", weight="Bolder", spacing="Medium")
        return [heading, Box(items=spoken, style="emphasis")]
    return [TextInput(id=f"words_{name}", label=label, is_multiline=True, value=text)]


def _card(title: OwnWords, body: list[Part], matter: Matter) -> Card:
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=title, body=(heading, *body), actions=(danger(matter),))
