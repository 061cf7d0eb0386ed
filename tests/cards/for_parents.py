"""Every text that reaches parents, of every flow, filled in from a fixed matter."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from cards.flows.document.letters import filled
from cards.flows.document.template_context import about_document
from cards.flows.first_contact.checklist import for_the_visit
from cards.flows.gather.template_context import asking
from cards.flows.share.template_context import sharing
from cards.follow_ups.follow_up_card import words_for_family
from cards.letters import render_letter
from cards.words import render_run
from dialogs.flows.first_contact.conditions import POINTS
from tests.cards import matters
from tests.cards.keys import FOLDER
from tests.cards.matters import matter
from tests.cards.of_approvals import FOLLOW_UP
from tests.cards.of_document import ANSWERS as DOCUMENT_ANSWERS
from tests.cards.of_document import NURSE_UNTOLD, OF_DOCUMENT
from tests.cards.of_first_contact import FIRST_CONTACT_STATES, VISIT
from tests.cards.of_gather import ANSWERS, GATHER_STATES
from tests.cards.states import FULL

THE_LAW = r"Children Acts? (?:of )?1989"
NO_YES = r"You don't need to do anything or fill anything in"
THE_NOTICE = r"privacy notice.*what your rights are"


@dataclass(frozen=True)
class Telling:
    """A text that tells parents: how it is written, and for each of the seven things the words that stand for it."""

    template: str
    written: Callable[[], str]
    what: str
    why: str
    used_for: str
    to_whom: str
    legal_basis: str = THE_LAW
    no_yes_asked_for: str = NO_YES
    privacy_notice: str = THE_NOTICE


SEVEN = ("what", "why", "used_for", "to_whom", "legal_basis", "no_yes_asked_for", "privacy_notice")
BEFORE, AFTER = ("said_before", "letter_before"), ("said_after", "letter_after")


def _shared(name: str) -> Telling:
    return Telling(
        f"share/{name}",
        partial(render_letter, f"share/{name}", **sharing(matter(matters.TELL_FIRST), FULL)),
        what="P has missed two asthma check-ups.*P has been coughing at night",
        why="so that P can be checked at school and sleep better",
        used_for="us(?:e|ed) it to make an asthma plan for P",
        to_whom="the school nurse",
    )


def _asked(name: str, answer: str) -> Telling:
    one = GATHER_STATES.matter(ANSWERS[answer][1])
    return Telling(
        f"gather/{name}",
        partial(render_letter, f"gather/{name}", **asking(one, FULL)),
        what="any injuries seen since June.*who is on the tenancy",
        why="so that I can see how R is doing and what would help",
        used_for=r"use what they (?:say|said) to work out what \[child's first name\] needs",
        to_whom="GP.*School.*Housing",
    )


def _given(name: str) -> Telling:
    return Telling(
        f"document/{name}",
        partial(render_letter, f"document/{name}", **about_document(OF_DOCUMENT.matter(NURSE_UNTOLD), FULL)),
        what=r"a report by \[job of the author\]",
        why="so that P can be looked after at school",
        used_for="us(?:e|ed) it to plan P's care at school",
        to_whom="the school nurse",
    )


DOCUMENTS = ("document_before", "document_letter", "document_after", "document_letter_after")
AFTERWARDS = Telling(
    "follow_ups/said_after",
    lambda: words_for_family(FOLLOW_UP, FULL),
    what=r"something about \[child's first name\].*\[say what, line by line",
    why=r"I did it so that \[say what it was for",
    used_for=r"used it to \[say what they used it for",
    to_whom="the school nurse",
)
"""The lines are gone by then: the worker says them from the record."""

LEAFLET = Telling(
    "first_contact/leaflet",
    partial(render_letter, "first_contact/leaflet", **for_the_visit(FIRST_CONTACT_STATES.matter(VISIT), FULL)),
    what="What we plan to share",
    why="Why it is needed",
    used_for="What it will be used for",
    to_whom="Who will get it",
)

TELLING: Mapping[str, Telling] = {
    **{f"share, {name}": _shared(name) for name in (*BEFORE, *AFTER)},
    **{f"checks, {name}": _asked(name, "tell first") for name in (*BEFORE, *AFTER)},
    **{f"plain request, {name}": _asked(name, "assessment, tell first") for name in (*BEFORE, *AFTER)},
    **{f"a document, {name}": _given(name) for name in DOCUMENTS},
    "a follow-up": AFTERWARDS,
    "leaflet": LEAFLET,
}
"""Each text that counts as telling, by a name of its own."""

TEXTS = ("share/text_before", "share/text_after_talking")
"""Text messages: they never tell the story and never count as telling."""

HOLDING = ("document/holding_said", "document/holding_letter")
"""For a parent who waits for a document: they tell nothing yet."""
WAITING = (
    "the author was not asked",
    "nothing done",
    "one whom it quotes did not agree",
    "ours, those it quotes were not asked",
    "ours, not read",
    "something to take out",
    "a doubt whether it is lawful",
)
"""What a document can be waiting for, by the names of its answers."""

TO_OTHERS = frozenset(
    {
        *("share/recipient_said", "share/recipient_email", "share/hand_over", "share/note"),
        *("gather/request_said", "gather/request_email", "gather/note"),
        *("document/author_said", "document/author_email", "document/legal_note", "document/note"),
        "document/holding_professional",
        *("receive/note", "first_contact/note", "case_summary/entry"),
    }
)
"""What goes to an agency, a colleague or the record."""


def every_template() -> set[str]:
    """Every letter there is, by flow and name."""
    folder = FOLDER / "letters"
    return {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.j2")}


def spoken(point: str) -> str:
    """What a worker could say to parents for a point of the first conversation."""
    said = render_run(f"why.{point}", child="P").text
    return said.split('"', 1)[1].rsplit('"', 1)[0]


def while_waiting(name: str, state: str) -> str:
    """A text for a parent who waits, by what the document waits for."""
    one = OF_DOCUMENT.matter(DOCUMENT_ANSWERS[state][1])
    return render_letter(name, **filled(one, one.decision(), FULL))


def everything_for_parents() -> dict[str, str]:
    """Every word that parents read or hear, by its place."""
    share = sharing(matter(matters.TELL_FIRST), FULL)
    return {
        **{name: one.written() for name, one in TELLING.items()},
        **{name: render_letter(name, **share) for name in TEXTS},
        **{f"{name}, {state}": while_waiting(name, state) for name in HOLDING for state in WAITING},
        **{f"first conversation, {point}": spoken(point) for point in POINTS},
    }
