"""Questions about several short texts: the lines, what is said of each, and how each weighs (3.7)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, partial

from msgspec import Struct

from dialogs.engine.answers import Json, Values
from dialogs.engine.questions import Choice, Fault, Said, not_a_bare_word, not_too_long, values_of
from dialogs.text import clauses
from dialogs.text.option_matching import Odd, Option

MOST_LINES = 10
LONGEST_LINE = 300
LISTED = re.compile(r"^\s*\d{1,2}\s*(?:[.):=,-]|and\b|&)?\s*\d?[^\d]*[a-z]", re.IGNORECASE)
"""A typed list such as "1 yes, 2 leave out"."""
BULLET = re.compile(r"^\s*(?:[-*\u2013\u2022\u2023\u25aa\u25cf\u25e6\u00b7]\s+|o\t|\d{1,2}[.)]\s+)")
OF_EVERY = {
    "yes": r"(?:yes |yeah |yep )?(?:to )?(?:both|all)(?: of (?:them|it|these))?(?: of them are)?|(?:the )?lot",
    "no": r"(?:no |nope |nah )?(?:neither|none)(?: of (?:them|it|these))?|no to (?:both|all)(?: of them)?",
}


@dataclass(frozen=True, slots=True)
class Lines:
    """Several short texts, one a line. Each keeps an id of its own, so that what was said of it survives an edit.

    `optional`: there may be none at all.
    """

    name: str
    ref: str
    optional: bool = False

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The lines with their ids. Raises Fault for too many or too long ones."""
        return self._split(inputs.get(self.name, ""), values)

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """The typed text, a line each; semicolons part lines too. Raises Fault."""
        if not first:
            return None
        if self.optional and re.fullmatch(r"(?i)\s*(?:skip|none|nothing)\W*", text):
            return Said([])
        not_a_bare_word(self.name, text)
        lines = self._split(text if "\n" in text.strip() else text.replace(";", "\n"), values)
        return Said(lines) if lines else None

    def _split(self, text: str, values: Values) -> Json:
        not_too_long(self.name, text)
        bare = map(str.strip, map(partial(BULLET.sub, ""), text.splitlines()))
        lines = list(dict.fromkeys(filter(None, bare)))
        if len(lines) > MOST_LINES:
            raise Fault(self.name, "too_many_lines", (("count", str(len(lines))), ("most", str(MOST_LINES))))
        for line in lines:
            if len(line) > LONGEST_LINE:
                raise Fault(self.name, "line_too_long", (("count", str(len(line))), ("most", str(LONGEST_LINE))))
        if not lines:
            return [] if self.optional else None
        return _with_ids(lines, lines_of(values, self.name), values)

    def settled(self, value: Json, values: Values) -> bool:
        """At least one line, or none where they are optional."""
        return isinstance(value, list) and (self.optional or bool(value))


def lines_of(values: Values, name: str) -> list[tuple[str, str]]:
    """The lines kept under this name, as (id, text)."""
    kept = values.get(name)
    rows = kept if isinstance(kept, list) else []
    return [(str(row["id"]), str(row["text"])) for row in rows if isinstance(row, dict)]


def _with_ids(lines: Sequence[str], before: Sequence[tuple[str, str]], values: Values) -> Json:
    """Return the lines with ids: the same for the same text, and never one under which something else was said."""
    known = {text: line_id for line_id, text in before}
    used = set(known.values())
    for table in values.values():
        if isinstance(table, dict):
            used.update(table)
    rows: list[Json] = []
    following = 1
    for line in lines:
        while f"L{following}" in used:
            following += 1
        line_id = known.get(line, f"L{following}")
        used.add(line_id)
        rows.append({"id": line_id, "text": line})
    return rows


the_lines = partial(lines_of, name="lines")
"""The lines of a sharing, as (id, text)."""


@dataclass(frozen=True)
class EachLine:
    """One choice for each of some lines; `which` gives the ids of the lines it is about.

    `of`: all lines, as (id, text), in the order of their numbers. `odd`, `settles`: as a choice has them.
    """

    name: str
    ref: str
    options: tuple[Option, ...]
    which: Callable[[Values], list[str]]
    plain_words: Mapping[str, str] = field(default_factory=dict)
    of: Callable[[Values], list[tuple[str, str]]] = the_lines
    odd: Odd = field(default_factory=dict)
    settles: str = ""

    @cached_property
    def offered(self) -> frozenset[str]:
        return values_of(self.options)

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """{line id: value} for the lines chosen so far. Raises Fault for a value that is not offered."""
        chosen: dict[str, Json] = {}
        for line in self.which(values):
            value = inputs.get(f"{self.name}__{line}", "").strip()
            if value and value not in self.offered:
                raise Fault(self.name, "not_offered")
            if value:
                chosen[line] = value
        return chosen or None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """An answer for the next line, for all ("all", "both"), or a list such as "1 yes, 2 leave out"."""
        if not first:
            return None
        asked = self.which(values)
        before = {line: said for line, said in table_of(values.get(self.name)).items() if line in asked}
        left = [line for line in asked if line not in before]
        every = self._of_every(text)
        if every:
            return Said({**before, **dict.fromkeys(left, every)})
        numbered = _with_numbers(text)
        if LISTED.match(numbered):
            shown = {str(n): line for n, (line, _) in enumerate(self.of(values), start=1) if line in asked}
            listed = self._listed(numbered, shown)
            return Said({**before, **listed}) if listed else None
        one = self._of_one(text)
        if one is None:
            return None
        of_all = clauses.says(text, r"all|both|each|every(?:thing)?")
        return Said({**before, **dict.fromkeys(left if of_all else left[:1], one)})

    def _of_every(self, text: str) -> str:
        """Return what "both" or "none of them" says of all lines; "" for any other text."""
        said = clauses.normalise(clauses.without_fillers(text)).strip(" .!").lower()
        word = next((word for word, pattern in OF_EVERY.items() if re.fullmatch(pattern, said)), "")
        return self.plain_words.get(word, "")

    def _of_one(self, text: str) -> Json:
        choice = Choice(self.name, self.ref, self.options, plain_words=self.plain_words, odd=self.odd, by_place=False)
        said = choice.read_text(text, {}, first=True)
        return said.value if said else None

    def _listed(self, text: str, shown: Mapping[str, str]) -> dict[str, Json]:
        """Return the answers of a list such as "1 yes, 2 no", by line; empty unless all of it can be read."""
        found: dict[str, Json] = {}
        waiting: list[str] = []
        for number, words in re.findall(r"(\d{1,2})\s*[.):=-]?([^\d]*)", text):
            said = clauses.normalise(words).strip(" ,;:.&").lower().removesuffix(" and").strip(" ,;:.")
            if number not in shown or shown[number] in found or number in waiting:
                return {}
            waiting.append(number)
            if said in ("", "and"):
                continue
            value = self._of_one(said)
            if value is None:
                return {}
            found |= {shown[one]: value for one in waiting}
            waiting = []
        return {} if waiting else found

    def settled(self, value: Json, values: Values) -> bool:
        """Every line that it is about has been answered."""
        return table_of(value).keys() >= set(self.which(values))


@dataclass(frozen=True, slots=True)
class EachLineWords:
    """Words for each of some lines, such as a shorter version; an empty one means "not yet"."""

    name: str
    ref: str
    which: Callable[[Values], list[str]]
    of: Callable[[Values], list[tuple[str, str]]] = the_lines

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """{line id: words}. Raises Fault when one is too long."""
        written = {line: inputs.get(f"{self.name}__{line}", "").strip() for line in self.which(values)}
        for words in written.values():
            _line_not_too_long(self.name, words)
        return dict(written)

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """The words for the next line; "skip" leaves it for now. Raises Fault."""
        if not first:
            return None
        _line_not_too_long(self.name, text)
        before = table_of(values.get(self.name))
        left = [line for line in self.which(values) if line not in before]
        words = "" if re.fullmatch(r"(?i)\s*(?:skip|not yet)\W*", text) else text.strip()
        return Said({**before, **dict.fromkeys(left[:1], words)})

    def settled(self, value: Json, values: Values) -> bool:
        """Every line that it is about has been seen."""
        return table_of(value).keys() >= set(self.which(values))


def _with_numbers(text: str) -> str:
    """The text with "the first one" and "line 1" as the number that a list has."""
    ordinals = "|".join(clauses.ORDINALS)
    said = clauses.normalise(clauses.without_fillers(text))
    numbered = re.sub(
        rf"(?i)(?:\b(?:the|and the|then the) )?\b({ordinals})\b(?: one| line)?(?: is)?",
        lambda found: str(clauses.ORDINALS.index(found.group(1).lower()) + 1),
        said,
    )
    return re.sub(r"(?i)\b(?:line|number) (\d)", r"\1", numbered)


def table_of(value: Json) -> dict[str, Json]:
    """What was said of each line, by its id."""
    return dict(value) if isinstance(value, dict) else {}


def _line_not_too_long(question: str, text: str) -> None:
    if len(text) > LONGEST_LINE:
        raise Fault(question, "line_too_long", (("count", str(len(text))), ("most", str(LONGEST_LINE))))


class Weight(StrEnum):
    """The result of weighing a piece."""

    KEPT = "kept"
    HELD_BACK = "held_back"
    TO_TRIM = "to_trim"
    UNSETTLED = "unsettled"
    NOT_WEIGHED = "not_weighed"


class Piece(Struct, frozen=True):
    """One piece as it would be shared (shortened, if it was), and the result of weighing it."""

    line: str
    text: str
    weight: Weight


TESTS = ("line_relevant", "line_necessary", "line_proportionate")
BY_MARK: Mapping[str, Weight] = {"needs": Weight.KEPT, "leave_out": Weight.HELD_BACK}


def pieces(values: Values) -> list[Piece]:
    """Every line of `lines`, weighed by the answers."""
    marks = values.get("weights")
    said = marks if isinstance(marks, dict) else {}
    found: list[Piece] = []
    for line, text in lines_of(values, "lines"):
        mark, shorter = said.get(line), ""
        weight = BY_MARK.get(str(mark), Weight.NOT_WEIGHED)
        if mark == "trim":
            shorter = str(table_of(values.get("shorter")).get(line, ""))
            weight = Weight.KEPT if shorter else Weight.TO_TRIM
        elif mark == "unsure":
            weight = _by_tests(values, line)
        found.append(Piece(line, shorter or text, weight))
    return found


def with_weight(values: Values, weight: Weight) -> list[Piece]:
    """The pieces of one weight."""
    return [piece for piece in pieces(values) if piece.weight is weight]


def lines_marked(values: Values, mark: str) -> list[str]:
    """The ids of the lines that the worker marked so."""
    marks = values.get("weights")
    if not isinstance(marks, dict) or mark not in marks.values():
        return []
    known = {line for line, _ in lines_of(values, "lines")}
    return [line for line, said in marks.items() if said == mark and line in known]


def test_of(values: Values, test: str, line: str) -> str:
    """The answer to one of the three tests for one line: "yes", "no" or "unsure"."""
    table = values.get(test)
    return str(table.get(line, "unsure")) if isinstance(table, dict) else "unsure"


def _by_tests(values: Values, line: str) -> Weight:
    said = {test_of(values, test, line) for test in TESTS}
    if "no" in said:
        return Weight.HELD_BACK
    return Weight.UNSETTLED if "unsure" in said else Weight.KEPT
