"""What would go to the parents, looked at text by text before words are made of it.

No list of words can tell whether a text says who told us: the worker reads each. The doubtful ones only stand first.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from dialogs.answers import Values
from dialogs.flow import Ask, Card
from dialogs.lines import EachLine, EachLineWords, lines_of, table_of
from dialogs.pieces import Weight, with_weight
from dialogs.reading import Option, strict

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
    r"|girlfriend|step\w+|mum|mam|mother|dad|father|teacher|head|school|nursery|nurse|doctor|gp|midwife|visitor|hospital"
    r"|police|caller|member of the public|someone|somebody|anonymous\w*|relative|ex|tenant|staff|they|he|she"
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


def texts_for_parents(values: Values) -> list[ForParents]:
    """The lines that go or that are asked, why, and what for."""
    lines = [piece.text for piece in with_weight(values, Weight.KEPT)] + [t for _, t in lines_of(values, "agencies")]
    found = [ForParents("line", text, number) for number, text in enumerate(lines, start=1)]
    why, used_for = str(values.get("why") or ""), str(values.get("used_for") or "")
    found += [ForParents("why", why)] if why else []
    return found + ([ForParents("used_for", used_for)] if used_for else [])


def doubtful_first(values: Values) -> list[ForParents]:
    """The same in the order in which they are looked at."""
    return sorted(texts_for_parents(values), key=lambda one: not one.doubtful)


def _pairs(values: Values) -> list[tuple[str, str]]:
    return [(one.id, one.text) for one in doubtful_first(values)]


def _ids(values: Values) -> list[str]:
    return [one.id for one in doubtful_first(values)]


def to_put_otherwise(values: Values) -> list[str]:
    """The ids of the texts that the worker will put in other words."""
    marks = table_of(values.get(LOOK.name))
    return [one for one in _ids(values) if marks.get(one) == "other"]


def some_to_put_otherwise(values: Values) -> bool:
    """3.1  At least one of the texts is to go to the parents in other words."""
    return bool(to_put_otherwise(values))


LOOK = EachLine(
    "parents_look",
    "3.1",
    (
        strict("fine", r"(?:it'?s |that'?s |they'?re |all )?(?:fine|ok(?:ay)?)|(?:it can go(?: to them)? )?as it is"),
        Option("other", r"(?:in |put (?:it )?in |put it )?other(?:wise| words)|re-?word(?: it)?|rewrite(?: it)?"),
    ),
    _ids,
    plain_words={"yes": "fine", "no": "other", "unsure": "other"},
    of=_pairs,
)
PUT_OTHERWISE = EachLineWords("parents_put", "3.1", to_put_otherwise, of=_pairs)
LOOKS = (
    Card("parents_look", (Ask(LOOK),)),
    Card("parents_put", (Ask(PUT_OTHERWISE, some_to_put_otherwise),)),
)
"""What is asked before words for the parents are made."""


def as_told(one: ForParents, values: Values) -> str:
    """The text as the parents are to read it; empty where its new words are still to be written."""
    if table_of(values.get(LOOK.name)).get(one.id) != "other":
        return one.text
    return str(table_of(values.get(PUT_OTHERWISE.name)).get(one.id) or "")
