"""All that a person typed into a matter, text by text."""

import hashlib
import re
from collections.abc import Collection
from datetime import date
from functools import cache

from msgspec import Struct

from dialogs.engine.children import Reference
from dialogs.engine.flow import Ask, Flow
from dialogs.engine.lines import EachLineWords, Lines, lines_of, table_of
from dialogs.engine.matter import Matter, Phase
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Words
from dialogs.text.identifiers.finder import find_identifiers
from dialogs.text.identifiers.kinds import Identifier

NOTE, ADDITION = "note", "addition"
"""The places of texts that answer no question."""
NAMES_ASKED = frozenset(
    {
        "document_author",
        "quoted_who",
        "author_service",
        "manager_signed",
        "from_whom",
        "reply_who",
        "shared_with",
        "passed_on_to",
        "done_by",
        "given_to",
        "follow_up_addition",
        NOTE,
    }
)
"""What asks for a professional's name; and what is drafted for MOSAIC, whose record has names in full."""
DATES_ASKED = frozenset({"document_dated"})
IN_OWN_WORDS = (Words, Reference, Lines, EachLineWords, OfLine)


class Looking(Struct, frozen=True):
    """How texts are looked at: on which day, and what is the council's `own`, such as its duty team's number."""

    today: date
    own: str = ""


class Typed(Struct, frozen=True):
    """One text: the question it answers, or its other place, and the line that it is about, if any."""

    where: str
    words: str
    line: str = ""

    @property
    def digest(self) -> str:
        """By this it is known again; where names are asked for, the same words are looked at in another way."""
        asked = ",".join(self.without)
        return hashlib.sha256(f"{asked}|{self.words}".encode()).hexdigest()[:16]

    @property
    def without(self) -> tuple[Identifier, ...]:
        """The kinds that are asked for there."""
        names = (Identifier.FULL_NAME,) if self.where in NAMES_ASKED else ()
        return (*names, Identifier.DATE_OF_BIRTH) if self.where in DATES_ASKED else names


def texts_of(matter: Matter) -> list[Typed]:
    """Return each text in the matter: the answers to what applies, a note that was edited, an addition."""
    if matter.phase is Phase.COPIED:
        return [Typed(ADDITION, words) for words in matter.additions[-1:]]
    texts = _answers(matter)
    if matter.phase is Phase.NOTE and matter.note_edited and matter.note_edited_for == matter.drafted_from:
        # The lines of an edited note that can hold anything to look for.
        texts += [Typed(NOTE, line) for line in matter.note_edited.splitlines() if re.search(r"[\d@]", line)]
    return texts


def _answers(matter: Matter) -> list[Typed]:
    values = matter.values
    texts: list[Typed] = []
    for ask in _asks_for_texts(matter.flow):
        question, name = ask.question, ask.question.name
        if name not in values or not ask.when(values):
            continue
        if isinstance(question, Words | Reference):
            texts.append(Typed(name, str(values[name] or "")))
        elif isinstance(question, Lines):
            texts += [Typed(name, text) for _, text in lines_of(values, name)]
        elif isinstance(question, EachLineWords) or (
            isinstance(question, OfLine) and isinstance(question.inner, Words)
        ):
            texts += [Typed(name, str(words or ""), line) for line, words in table_of(values[name]).items()]
    return texts


@cache
def _asks_for_texts(flow: Flow) -> list[Ask]:
    return [ask for step in flow.every_step() for ask in step.asks if isinstance(ask.question, IN_OWN_WORDS)]


def kinds_of(typed: Typed, matter: Matter, looking: Looking) -> tuple[Identifier, ...]:
    """What is found in the text; in a note, only what none of the answers that it is drafted from holds."""
    known = looking.own
    if typed.where == NOTE:
        known = " ".join([known, *(answer.words for answer in _answers(matter))])
    return kinds_but(known, typed.words, looking, typed.without)


def kinds_but(known: str, text: str, looking: Looking, without: Collection[Identifier]) -> tuple[Identifier, ...]:
    """The kinds that are found in the text, but for what is known already."""
    found = find_identifiers(text, looking.today, without)
    if not found:
        return ()
    squeezed = _squeezed(known)
    return tuple(dict.fromkeys(one.kind for one in found if _squeezed(one.words) not in squeezed))


def _squeezed(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
