"""The children of a matter: one or several references, and a question that is asked of each of them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dialogs.engine.answers import Json, Values
from dialogs.engine.questions import Choice, Fault, Said
from dialogs.text import clauses
from dialogs.text.option_matching import Option

MOST_CHILDREN = 6
CAPITAL = r"A-Z\u00c0-\u00d6\u00d8-\u00de\u0104\u0106\u010c\u0118\u0141\u0143\u015a\u0160\u0174\u0176\u0179\u017b\u017d"
LETTER = r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e"
INITIALS = rf"[{LETTER}]\.?|(?:[{LETTER}][. -]+){{1,3}}[{LETTER}]\.?|[{CAPITAL}]{{2,4}}"
"""Without dots or spaces between them they are taken in capitals only: "Mia" is a name."""
DOTTED = re.compile(
    r"(?i)\b(?!(?:e\.g|i\.e|[ap]\.m)\b)(?:[a-z](?:\.[a-z](?![\w'])){1,3}\.?|[a-z](?:\. [a-z](?=\.)){1,3}\.)"
)
"""The initials of one child, with a dot after each."""
DOT = "\u2024"
"""Stands for a dot in initials while a sentence is cut at its stops."""
NUMBER = r"[A-Za-z]{0,3}[-/]?\d{3,10}"
QUOTES = " \"'\u2018\u2019\u201c\u201d"
BETWEEN = r"\s*(?:[,;&+\n]|\band\b)\s*"
LEAD = (
    r"(?:(?:ok(?:ay)?|so|sorry|um+)[, ]+)*(?:it(?:'?s| is)|for|about|both"
    r"|(?:(?:the|their|his|her|child'?s) )?initials(?: are)?"
    r"|(?:the )?(?:child(?:ren)?|baby)(?:'s| is| are)(?: (?:referred to as|called|known as))?)"
)
NOT_ANOTHER = rf"({INITIALS}|{NUMBER}),? (?:and |but )?not (?:{INITIALS}|{NUMBER})"
"""Whose reference it is, and whose it is not: "R not P"."""
EVERY = r"(?:for )?(?:all|both|each|every ?one)(?: of (?:them|the children))?"
ARTICLE, PRONOUN = "A", "I"
"""References that are words too: with nothing between them and what follows, they may be meant as those."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The initials or the council's number of one child or several; never a name. Several are kept as "P and R"."""

    name: str
    ref: str = ""

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """The references, settled. Raises Fault when one looks like a name, or there are too many."""
        return self._checked(inputs.get(self.name, "").strip())

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """A text that is references and nothing else. Raises Fault when they are asked for and it holds none."""
        if not first:
            return None
        found = (clauses.after_opening(text, LEAD) or text).strip().rstrip(",;!?")
        of_two = re.fullmatch(NOT_ANOTHER, found)
        value = self._checked(of_two.group(1) if of_two else found)
        return Said(value) if value else None

    def among(self, text: str) -> tuple[str, str]:
        """Return the references that are parts of their own in a longer text, and the rest of it."""
        parts = [part.replace(DOT, ".") for part in clauses.clauses(DOTTED.sub(_one_part, text))]
        alone = [part for part in parts if self._is_one(clauses.after_opening(part, LEAD) or part)]
        found = ", ".join(clauses.after_opening(part, LEAD) or part for part in alone)
        rest = ", ".join(part for part in parts if part not in alone)
        return (self._checked(found) or "", rest) if alone and rest else ("", text)

    def _is_one(self, text: str) -> bool:
        try:
            return bool(self._one(text))
        except Fault:
            return False

    def _checked(self, text: str) -> str | None:
        given = list(map(self._one, filter(None, re.split(BETWEEN, text))))
        found = dict(zip(map(by_itself, given), given, strict=True))
        if len(found) > MOST_CHILDREN:
            raise Fault(self.name, "too_many_children", (("count", str(len(found))), ("most", str(MOST_CHILDREN))))
        return together(found.values()) or None

    def _one(self, quoted: str) -> str:
        text = quoted.strip(QUOTES)
        if (re.fullmatch(INITIALS, text) and not clauses.plain_answer(text)) or re.fullmatch(NUMBER, text):
            return re.sub(r"^(\w)\.$", r"\1", " ".join(text.upper().split()))
        raise Fault(self.name, "not_a_reference")

    def settled(self, value: Json, values: Values) -> bool:
        return isinstance(value, str) and bool(value)

    def accepts(self, value: Json) -> bool:
        """Whether this is a reference as it is kept; a name that was typed and not sent on is not."""
        try:
            return isinstance(value, str) and bool(value) and self._checked(value) == value
        except Fault:
            return False


def _one_part(found: re.Match[str]) -> str:
    return found.group().replace(".", DOT) + ", "


def together(references: Iterable[str]) -> str:
    """The references as they are kept and read: "P", "P and R", "P, R and 1234567"."""
    *before, last = list(references) or [""]
    return f"{', '.join(before)} and {last}" if before else last


def children_of(values: Values) -> tuple[str, ...]:
    """The references of the matter's children, in order; none before they were given."""
    kept = str(values.get("child") or "")
    return tuple(filter(None, re.split(r", | and ", kept)))


def by_itself(reference: str) -> str:
    """The letters and digits of a reference, for an id of an input; the same child has the same."""
    return re.sub(r"[\W_]", "", reference.upper())


@dataclass(frozen=True, slots=True)
class EachChild:
    """One choice for each child of the matter: {"P": "care_order", "R": "none"}."""

    name: str
    ref: str
    options: tuple[Option, ...]
    plain_words: Mapping[str, str] = field(default_factory=dict)

    def input_of(self, child: str) -> str:
        """The id of one child's input; it names the child, so that an old card never answers for another."""
        return f"{self.name}__{by_itself(child)}"

    def read_inputs(self, inputs: Mapping[str, str], values: Values) -> Json:
        """{child: value} for the children chosen so far. Raises Fault for a value that is not offered."""
        chosen = {child: inputs.get(self.input_of(child), "").strip() for child in children_of(values)}
        if any(value and value not in {option.value for option in self.options} for value in chosen.values()):
            raise Fault(self.name, "not_offered")
        return {child: value for child, value in chosen.items() if value} or None

    def read_text(self, text: str, values: Values, *, first: bool) -> Said | None:
        """An answer for the next child, for all ("both", "each"), or by name: "P a care order, R none"."""
        if not first:
            return None
        children, kept = children_of(values), values.get(self.name)
        before = {child: value for child, value in kept.items() if child in children} if isinstance(kept, dict) else {}
        parts = [part for part in re.split(r"[,;\n]|\band\b", text) if part.strip()]
        named = [_of_one(part, children) for part in parts]
        if any(named):
            said = [(one[0], self._choice(one[1])) for one in named if one]
            whole = len(said) == len(parts) and all(value for _, value in said)
            return Said({**before, **dict(said)}) if whole else None
        value = self._choice(clauses.remove(text, EVERY).strip(" ,.:"))
        left = [child for child in children if child not in before]
        every = clauses.says(text, EVERY)
        return Said({**before, **dict.fromkeys(left if every else left[:1], value)}) if value else None

    def _choice(self, text: str) -> Json:
        said = Choice(self.name, self.ref, self.options, plain_words=self.plain_words, by_place=False).read_text(
            text, {}, first=True
        )
        return said.value if said else None

    def settled(self, value: Json, values: Values) -> bool:
        said = value if isinstance(value, dict) else {}
        offered = {option.value for option in self.options}
        children = children_of(values)
        return bool(children) and all(said.get(child) in offered for child in children)


def _of_one(part: str, children: Iterable[str]) -> tuple[str, str] | None:
    """The child that a part of a sentence opens with, and what is said of it."""
    for child in sorted(children, key=len, reverse=True):
        says = r"\s*(?:[:=-]|(?:is|has)\b)" if child in (ARTICLE, PRONOUN) else r"(?:\s*[:=-]|\s+(?:is|has)\b|\s)"
        found = re.match(rf"^\s*{re.escape(child)}{says}\s*(.+)$", part.strip(), re.IGNORECASE)
        if found:
            return child, re.sub(r"^(?:(?:an?|on|under|in)\s+)*", "", found.group(1).strip())
    return None
