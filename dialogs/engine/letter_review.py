"""What would go to the parents, looked at text by text before words are made of it.

No list of words can tell whether a text says who told us: the worker reads each, the doubtful ones first.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from dialogs.engine.answers import Values
from dialogs.engine.flow import Ask, Step
from dialogs.engine.lines import EachLine, EachLineWords, Weight, lines_of, table_of, with_weight
from dialogs.text.option_matching import Option, strict_option

Kind = Literal["line", "why", "used_for"]


@dataclass(frozen=True, slots=True)
class ForParents:
    """One text that would go to the parents; `number` counts the lines, from 1."""

    kind: Kind
    text: str
    number: int = 0

    @property
    def id(self) -> str:
        """An id of this very text: once it is another, it is to be looked at again."""
        return f"L{hashlib.sha256(f'{self.kind} {self.text}'.encode(errors='replace')).hexdigest()[:10]}"

    @property
    def doubtful(self) -> bool:
        """Whether a word of it may say who told us, where someone lives, another's health or what police plan."""
        return bool(DOUBTFUL.search(self.text))


PEOPLE = (
    r"gran\w*|nan(?:a|ny)?|aunt\w*|uncle|cousin|sister|brother|sibling|neighbou?rs?|friend|landlord|lodger|partner|boyfriend"
    r"|girlfriend|step\w+|mum|mam|mother|dad|father|teacher|midwife|landlady"
    r"|caller|member of the public|someone|somebody|anonymous\w*|relative|ex|tenant|source"
)
SAYING = (
    r"told|tells?|said|says?|saying|rang|rings|phoned|texted|e?mailed|wrote|writes|showed|reported?|reports|disclosed?"
    r"|according|referr\w+|complain\w*|whistle\w*|worri\w+|heard?|hears|saw|seen|noticed?|notices|think|thinks|thought"
    r"|believes?|concern\w*|alleg\w+|claims?|claimed|mention\w*|complaint|witness\w*|overheard"
)
WHERE = (
    r"address\w*|lives?|living|stay\w*|refuge|hostel|moved|street|road|avenue|lane|flat|house|postcode|tenancy|estate"
    r"|[a-z]{1,2}\d{1,2}[a-z]? ?\d[a-z]{2}|\d+[a-z]? \w+ (?:close|way|court|place|drive|gardens|terrace)"
)
HEALTH = (
    r"hiv|test\w*|drinks?|drinking|drunk|drugs?|tablets?|medicine|medication|depress\w*|anxi\w*|cancer|pregnan\w*|ill\w*"
    r"|bipolar|psych\w+|overdose|suicid\w*|self-harm\w*|diagnos\w*|disab\w*|alcohol\w*|methadone|clinic|hepatitis|abort\w*"
)
POLICE = (
    r"polic\w*|arrest\w*|dc|ds|officer|detective|investigat\w*|charg\w*|bail|court|warrant|raid\w*|prison|probation"
    r"|seiz\w*"
)
DOUBTFUL = re.compile(rf"(?i)\b(?:{PEOPLE}|{SAYING}|{WHERE}|{HEALTH}|{POLICE})\b")
"""Words that put a text first. Many harmless texts hold one, and a text without any may give all of it away."""


LinesOf = Callable[[Values], list[str]]


def lines_shared(values: Values) -> list[str]:
    """3.7  The lines of a sharing that go."""
    return [piece.text for piece in with_weight(values, Weight.KEPT)]


def agencies_asked(values: Values) -> list[str]:
    """3.7  Each agency that is asked, and what."""
    return [text for _, text in lines_of(values, "agencies")]


def no_lines(_: Values) -> list[str]:
    """A document goes as it is: nothing of it is said line by line."""
    return []


def texts_for_parents(values: Values) -> list[ForParents]:
    """What goes or is asked, why, and what for, whatever the flow."""
    return _texts(values, lambda every: lines_shared(every) + agencies_asked(every), ("why", "used_for"))


def _texts(values: Values, lines: LinesOf, purposes: Sequence[Kind]) -> list[ForParents]:
    found = [ForParents("line", text, number) for number, text in enumerate(lines(values), start=1)]
    said = {kind: str(values.get(kind) or "") for kind in purposes}
    return found + [ForParents(kind, text) for kind, text in said.items() if text]


def doubtful_first(texts: Sequence[ForParents]) -> list[ForParents]:
    """Return these in the order in which they are looked at."""
    return sorted(texts, key=lambda one: not one.doubtful)


def looks(lines: LinesOf, *purposes: Kind) -> tuple[Step, Step]:
    """What is asked before words for the parents are made of these lines, the reason and the use."""

    def texts(values: Values) -> list[tuple[str, str]]:
        return [(one.id, one.text) for one in doubtful_first(_texts(values, lines, purposes))]

    def every_text(values: Values) -> list[str]:
        return [line for line, _ in texts(values)]

    def to_put_otherwise(values: Values) -> list[str]:
        marks = table_of(values.get(LOOK))
        return [line for line in every_text(values) if marks.get(line) == "other"]

    def some_to_put_otherwise(values: Values) -> bool:
        """3.1  At least one of the texts is to go to the parents in other words."""
        return bool(to_put_otherwise(values))

    look = EachLine(LOOK, "3.1", MARKS, every_text, MEANT, of=texts, odd=ODD)
    put = EachLineWords(PUT_OTHERWISE, "3.1", to_put_otherwise, of=texts)
    return Step(LOOK, (Ask(look.ref, look),)), Step(PUT_OTHERWISE, (Ask(put.ref, put, some_to_put_otherwise),))


LOOK, PUT_OTHERWISE = "parents_look", "parents_put"
"""The questions, and their cards."""
MARKS = (
    strict_option(
        "fine", r"(?:it'?s |that'?s |they'?re |all )?(?:fine|ok(?:ay)?)|(?:it can go(?: to them)? )?as it is"
    ),
    Option("other", r"(?:in |put (?:it )?in |put it )?other(?:wise| words)|re-?word(?: it)?|rewrite(?: it)?"),
)
ODD = {"fine": "it can go to them as it is", "other": "i'?ll put it in other words"}
MEANT = {"yes": "fine", "no": "other", "unsure": "other"}


def as_told(one: ForParents, values: Values) -> str:
    """The text as the parents are to read it; empty where its new words are still to be written."""
    if table_of(values.get(LOOK)).get(one.id) != "other":
        return one.text
    return str(table_of(values.get(PUT_OTHERWISE)).get(one.id) or "")
