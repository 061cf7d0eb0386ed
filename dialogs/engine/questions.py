"""The kinds of question a card can ask, and how each reads a click and a typed sentence.

Every kind answers four things: `read_inputs` (what a card sent), `read_text` (what a person typed), `settled` (is
this value a whole answer, given the other answers) and the names of its inputs.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from msgspec import Struct

from dialogs.engine.answers import Json, Values
from dialogs.text import clauses
from dialogs.text.option_matching import NOTHING_ODD, Odd, Option, match_option, match_options
from dialogs.text.purpose import why_unsayable

ALL = "all"
"""A tick that stands for all of them, where a card offers one."""
LONGEST = 1500
"""Characters that one answer may hold."""


class Fault(Exception):
    """An answer that cannot be taken: `code` names the sentence, `details` fill it in."""

    def __init__(self, question: str, code: str, details: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(f"{question}: {code}")
        self.question = question
        self.code = code
        self.details = dict(details)


class Said(Struct, frozen=True):
    """The value read from a typed sentence, and what was left over after it."""

    value: Json
    rest: str = ""


class Question(Protocol):
    """What the flow, the cards and the typed turn need of a question."""

    @property
    def name(self) -> str:
        """The answer's name."""

    @property
    def ref(self) -> str:
        """The paragraph that asks it; empty for a question of the product's own."""

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The value that a card's inputs hold; None when nothing was filled in. Raises Fault."""

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """The value that a typed text holds, or None. `first`: this is the question being asked. Raises Fault."""

    def settled(self, value: Json, values: Values) -> bool:
        """Whether this value answers the question wholly."""


@dataclass(frozen=True)
class Choice:
    """One of several options. `plain_words` says which of them "yes", "no" and "unsure" mean when it is asked first.

    `story`: a typed "yes" may go on with what happened. `odd`: further words for an option, as a clause of their own.
    `by_place`: "the second" may be typed for the second of them. `settles`: the option which means by itself that
    nothing goes, so that a bare "no" is read back. `noes`, `yeses`: the options of which a bare "no" or "yes" may mean
    any. `named`: the words, one of which has to be in a clause that says an option while another question is asked;
    empty where the options' own words can be about nothing else.
    """

    name: str
    ref: str
    options: tuple[Option, ...]
    compact: bool = False
    plain_words: Mapping[str, str] = field(default_factory=dict)
    story: bool = False
    odd: Odd = field(default_factory=dict)
    by_place: bool = True
    settles: str = ""
    noes: tuple[str, ...] = ()
    yeses: tuple[str, ...] = ()
    named: str = ""

    @cached_property
    def offered(self) -> frozenset[str]:
        """The values of the options."""
        return values_of(self.options)

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The chosen value. Raises Fault for one that is not offered."""
        value = inputs.get(self.name, "").strip()
        if not value:
            return None
        if value not in self.offered:
            raise Fault(self.name, "not_offered")
        return value

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """A number from the list, yes/no/not sure where those mean an option, or an option in so many words."""
        if first and (picked := _by_number(self.options, text, by_place=self.by_place)):
            return Said(picked[0]) if len(picked) == 1 else None
        said = self._said(text, first=first)
        if self.named and not first and said is not None:
            naming = ", ".join(part for part in clauses.clauses(text) if clauses.says(part, self.named))
            said = said if self._said(naming, first=False) == said else None
        if said is None or (said == "unsure" and not first):
            return None
        is_no = said == self.plain_words.get("no")
        return Said(said, rest="" if is_no else clauses.after_plain_answer(text))

    def _said(self, text: str, *, first: bool) -> str | None:
        plain_words, odd = (self.plain_words, self.odd) if first else ({}, NOTHING_ODD)
        return match_option(self.options, text, plain_words, odd, story=first and self.story)

    def settled(self, value: Json, values: Values) -> bool:
        """Any offered value is whole."""
        return isinstance(value, str) and value in self.offered


def values_of(options: Sequence[Option]) -> frozenset[str]:
    return frozenset(option.value for option in options)


@dataclass(frozen=True)
class Ticks:
    """Any number of options.

    Those in `alone` exclude the others. `all_of` is what "all" means. `empty` is what no tick means (None: no answer).
    `lead`: the words that a typed clause may open with ("they know"). `whole`: what a whole text may say, by the option
    that it then means alone. `odd`: further words for an option, or for several, as a clause of their own. `naming`:
    what says of a whole text that it names who is meant, so that the next question has it too.
    """

    name: str
    ref: str
    options: tuple[Option, ...]
    alone: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    empty: str | None = None
    lead: str = "(?!)"
    whole: Mapping[str, str] = field(default_factory=dict)
    odd: Odd = field(default_factory=dict)
    naming: str = "(?!)"

    @cached_property
    def offered(self) -> frozenset[str]:
        """The values of the options."""
        return values_of(self.options)

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The ticked values in the listed order. Raises Fault for one not offered, or two that exclude each other."""
        if self.name not in inputs and self.empty is None:
            return None
        ticks = set(filter(None, map(str.strip, inputs.get(self.name, "").split(","))))
        if self.all_of and ALL in ticks:
            ticks = (ticks - {ALL}) | set(self.all_of)
        if ticks - self.offered:
            raise Fault(self.name, "not_offered")
        return self._agreed(ticks)

    def _agreed(self, ticks: set[str]) -> Json:
        if not ticks:
            return [self.empty] if self.empty else None
        if len(ticks) > 1 and ticks & set(self.alone):
            raise Fault(self.name, "excludes")
        return [option.value for option in self.options if option.value in ticks]

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """Numbers from the list, the options in so many words, "all", "none", "not sure". Raises Fault."""
        if first and (picked := _by_number(self.options, text)):
            return Said(self._agreed(set(picked)))
        meant = [
            value for value, said in self.whole.items() if clauses.is_whole(clauses.normalise(text).strip(" .!"), said)
        ]
        if meant:
            return Said([meant[0]])
        options = self.options if first else [option for option in self.options if option.strict]
        said = match_options(options, text, self.lead, self.all_of, self.odd if first else NOTHING_ODD)
        by_itself = {*self.alone, "unsure"}
        if (len(said) > 1 and said & set(self.alone)) or (said & by_itself and not first):
            return None
        names = len(said) == 1 and first and clauses.is_whole(clauses.normalise(text).strip(" .!"), self.naming)
        return Said(self._agreed(said), rest=text.strip() if names else "") if said else None

    def settled(self, value: Json, values: Values) -> bool:
        """At least one tick, each of them offered."""
        return isinstance(value, list) and bool(value) and self.offered.issuperset(value)


@dataclass(frozen=True, slots=True)
class Words:
    """A person's own words, so many at `most`. Optional ones may be passed over: the answer is then an empty text.

    `joined`: they go on after words of ours, so that a sentence has to come of them. `unless`: the answers beside it on
    its card with which there is nothing to say.
    """

    name: str
    ref: str = ""
    optional: bool = False
    long: bool = True
    takes_rest: bool = False
    most: int = LONGEST
    joined: bool = False
    unless: Values = field(default_factory=dict)

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The words, outer spaces stripped. Raises Fault when they are too long, or where no sentence comes of them."""
        words = inputs.get(self.name, "").strip()
        not_too_long(self.name, words, self.most)
        if self.joined and words:
            self._check_sayable(words)
        return words if words or self.optional else None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """The whole text as it was typed; "skip" or "none" passes over an optional one. Raises Fault."""
        if not first:
            return None
        not_too_long(self.name, text, self.most)
        if self.passes_over(text):
            return Said("")
        not_a_bare_word(self.name, text)
        if self.joined and text.strip():
            self._check_sayable(text)
        return Said(text.strip()) if text.strip() else None

    def passes_over(self, text: str) -> bool:
        """Whether this says that there is nothing to say, where nothing has to be: "no", "skip"."""
        nothing = r"(?i)\s*(?:skip|none|nothing(?: different)?|no|n|-|pass|n/?a)\W*"
        return self.optional and re.fullmatch(nothing, text) is not None

    def _check_sayable(self, text: str) -> None:
        found = why_unsayable(text)
        if found:
            raise Fault(self.name, "a_question" if found == "a_question" else "no_sentence")

    def settled(self, value: Json, values: Values) -> bool:
        """Some words, or none where they are optional."""
        return isinstance(value, str) and (self.optional or bool(value))


def _by_number(options: Sequence[Option], text: str, *, by_place: bool = True) -> list[str]:
    place = clauses.place_named(clauses.without_fillers(text), len(options), options_only=not by_place)
    picked = [place] if place else clauses.numbers_alone(text)
    if not picked or any(not 1 <= number <= len(options) for number in picked):
        return []
    return [options[number - 1].value for number in picked]


def not_too_long(question: str, text: str, most: int = LONGEST) -> None:
    """Raises Fault, with the count, when the text holds more than so many characters."""
    if len(text) > most:
        raise Fault(question, "too_long", (("count", f"{len(text):,}"), ("most", f"{most:,}")))


def not_a_bare_word(question: str, text: str) -> None:
    """Raises Fault for a bare "yes", "no" or number where a person's own words are asked for."""
    if clauses.plain_answer(clauses.normalise(text).strip(" .,!")) or clauses.numbers_alone(text):
        raise Fault(question, "own_words")
