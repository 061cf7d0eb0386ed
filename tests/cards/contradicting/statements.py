"""What a text says, by its meaning: a line, a statement that it makes, and two that contradict each other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

STEPS = frozenset({"first step", "step", "next", "next_steps"})
"""What is to be done: on the card, in the note, and as `decide` lists it."""
LEDGER = frozenset({"ledger", "missing"})
SAID = frozenset({"headline", "said", "note", "supervisor"}) | STEPS | LEDGER
"""What is said of this case as it is, by whatever text."""
AFTERWARDS = frozenset({"note", "next", "follow-up", "follow-up done", "follow-up words", "outcome", "verdict"})
WORDS = frozenset({"words for parents", "words for the one who gets it", "words"})
REQUESTS = frozenset({"request", "supervisor", "channel", "outcome", "management", "verdict"})
EVERYTHING = SAID | AFTERWARDS | WORDS | REQUESTS | {"button"}
"""All but what is general or only might be: paragraphs, what would change it, questions, the worker's own answers."""


class Line(NamedTuple):
    """One line that is read: `kind` says what part it plays, `where` in which text it is."""

    kind: str
    where: str
    text: str

    def __str__(self) -> str:
        return f"[{self.where}; {self.kind}] {self.text}"


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a sentence says. `unless`: what in the same sentence makes it say something else.

    `whole`: the line is read as one, such as a headline of two sentences.
    """

    pattern: str
    kinds: frozenset[str] = EVERYTHING
    unless: str = "(?!)"
    whole: bool = False

    def said_in(self, text: str) -> str:
        """The first sentence of the text that says it; empty when none does."""
        says, otherwise = _compiled(self.pattern), _compiled(self.unless)
        parts = (text,) if self.whole else _sentences(text)
        return next((one for one in parts if says.search(one) and not otherwise.search(one)), "")


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=50_000)
def _sentences(text: str) -> tuple[str, ...]:
    return tuple(re.split(r"(?<=[.?!])[\"')]*\s+(?=\S)", text))


@dataclass(frozen=True, slots=True)
class State:
    """One state: what is so in it (`marks`), and every line of all its texts."""

    name: str
    marks: frozenset[str]
    lines: tuple[Line, ...]


Example = tuple[str, str]
"""A kind of line, and a line of that kind."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that contradict each other: a statement, and another one or what is so in the state.

    `where`: marks that a state must have for this to be looked at ("not ..." one that it must not). `caught` and
    `near`: the lines of a state that it finds, and of one just beside it that it does not.
    """

    name: str
    one: Statement
    other: Statement | None = None
    where: tuple[str, ...] = ()
    caught: tuple[Example, ...] = ()
    near: tuple[Example, ...] = ()

    def stands_in(self, marks: frozenset[str]) -> bool:
        """Whether it is looked at in a state with these marks."""
        return all((mark[4:] not in marks) if mark.startswith("not ") else (mark in marks) for mark in self.where)


@dataclass
class Found:
    """The states in which a pair is found: how many, and the first few with both lines."""

    count: int = 0
    first: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, state: str, one: Line, other: Line | None) -> None:
        """One more state."""
        self.count += 1
        if len(self.first) < 3:
            self.first.append((state, str(one), str(other) if other else ""))


class Table:
    """Pairs, looked for over states; each text is read once, however many states it is in."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self.pairs = tuple(pairs)
        self.found = {pair.name: Found() for pair in self.pairs}
        both = [one for pair in self.pairs for one in (pair.one, pair.other) if one]
        self._statements = tuple(dict.fromkeys(both))
        self._read: dict[str, tuple[tuple[Statement, str], ...]] = {}

    def look_at(self, state: State) -> None:
        """Note each pair that has both sides in this state."""
        made = self._made_in(state)
        for pair in self.pairs:
            one = made.get(pair.one)
            if one and (pair.other is None or pair.other in made) and pair.stands_in(state.marks):
                self.found[pair.name].add(state.name, one, made[pair.other] if pair.other else None)

    def _made_in(self, state: State) -> dict[Statement, Line]:
        """The statements that are made there, each with the first sentence that makes it."""
        made: dict[Statement, Line] = {}
        for line in state.lines:
            for statement, sentence in self._said_in(line.text):
                if line.kind in statement.kinds and statement not in made:
                    made[statement] = Line(line.kind, line.where, sentence)
        return made

    def _said_in(self, text: str) -> tuple[tuple[Statement, str], ...]:
        if text not in self._read:
            said = ((one, one.said_in(text)) for one in self._statements)
            self._read[text] = tuple((one, sentence) for one, sentence in said if sentence)
        return self._read[text]


def report(pair: Pair, found: Found) -> str:
    """What a person reads of it: the pair, in how many states, the first three with both lines."""
    rows = [f"{pair.name}: in {found.count} states"]
    for state, one, other in found.first:
        rows += [
            f"  {_short(state)}",
            f"    {_short(one)}",
            f"    {_short(other) or 'where: ' + ', '.join(pair.where)}",
        ]
    return "\n".join(rows)


def _short(text: str) -> str:
    return text if len(text) <= 260 else f"{text[:257]}..."
