"""The parents or carers of a matter: who they are, as far as a free text tells them apart.

It returns only initials and words of our own, which are safe in labels. A text that is not understood to its last word
names no one: nobody is taken for told who may not be.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dialogs.engine.answers import Values
from dialogs.engine.children import by_itself
from dialogs.text.patterns import either

MOST_PARENTS = 6
ROLES = {
    "stepmother": "step[ -]?(?:mother|mum)",
    "stepfather": "step[ -]?(?:father|dad)",
    "grandmother": "grand ?mother|grandma|granny|gran|nanny|nana|nan",
    "grandfather": "grand ?father|grand?dad|grandpa",
    "carer": "(?:foster |kinship )?carer|foster (?:mother|father|mum|dad|parent)|special guardian|guardian|parent",
    "mother": "mother|mummy|mommy|mum|mam|mom",
    "father": "father|daddy|dad",
    "aunt": "aunt(?:ie|y)?",
    "uncle": "uncle",
    "sister": "sister",
    "brother": "brother",
    "partner": "partner|husband|wife|boyfriend|girlfriend",
}
"""Who someone is to the child, by the words for it."""
SEVERAL = either(
    "both", "(?:the )?two", "(?:foster |birth )?parents", "(?:foster )?carers", "grandparents", "guardians"
)
"""Words for several, who are to be named beside them."""
PASSED_OVER = either(
    "the|his|her|their|our|an?|is|are|called|named|initials|birth|biological|natural|adoptive|single|lone",
    r"maternal|paternal|also|\w'?s|(?:with |has )?pr|(?:with |has )?parental responsibility|who is|who'?s",
)
INITIALS = r"(?:[A-Z]\. ?){1,3}[A-Z]\.?|[A-Z]{2,4}|[A-Z]\.?"
"""Two letters with nothing but a space between them could be two people."""
SMALL = r"(?:[a-z]\.){2,4}|[b-hj-z]\.?"
NO_INITIALS = frozenset({"GP", "SW", "HV", "IRO", "OK", "NO", "OF", "DOB", "CP", "CIN"})
PARTS = r"[;+&\n]|\band\b|\bplus\b|\bas well as\b|(?<=[a-z][a-z])\.\s|,\.\s"
"""What parts one person from the next; a comma may also part a person from who they are."""
BOUND = "\x00"
"""Stands for a bracket, colon or dash between a name and who that is: no initials reach across it."""


@dataclass(frozen=True, slots=True)
class Parent:
    """One of them: the name they go by here, and who they are to the child where that was said."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    """A name, a role, or (both empty) a word for several."""

    name: str = ""
    role: str = ""


def parents_named(text: str) -> tuple[str, ...]:
    """The names that the parents or carers of this text go by, each once; none where they can't be told apart."""
    return tuple(parent.name for parent in parents_in(text))


def parents_of(values: Values) -> tuple[Parent, ...]:
    """The parents or carers that a matter names."""
    return parents_in(str(values.get("parents") or ""))


@lru_cache(maxsize=64)  # asked some eighty times as one card is drawn
def parents_in(text: str) -> tuple[Parent, ...]:
    """Return the same with who each of them is."""
    parents: list[Parent] = []
    several = False
    for part in re.split(PARTS, _tidied(text), flags=re.IGNORECASE):
        pieces = [_tokens(piece) for piece in part.split(",")]
        said = [[token for token in piece if token != SEVERAL_MEANT] for piece in pieces if piece is not None]
        people = _people([piece for piece in said if piece])
        if people is None or None in pieces:
            return ()
        several = several or any(SEVERAL_MEANT in piece for piece in pieces if piece)
        parents += people
    apart = {by_itself(parent.name) for parent in parents}
    fewest = 2 if several else 1
    return tuple(parents) if fewest <= len(apart) == len(parents) <= MOST_PARENTS else ()


def _tidied(text: str) -> str:
    """Return the text with plain quotes, without list numbers, and with a mark between a name and who it is."""
    plain = text.replace("\u2019", "'").replace("\u2018", "'").replace("\r", "\n").strip()
    unlisted = re.sub(r"(?m)^\s*(?:\d{1,2}[.)]|[-*\u2022])\s+", "", plain)
    bound = re.sub(r"[(\[:=]|\s-+\s|[\u2013\u2014]", BOUND, unlisted)
    return re.sub(r"[)\]/|]", ",", bound)


SEVERAL_MEANT = _Token()


def _tokens(piece: str) -> list[_Token] | None:
    """The names and roles of a piece, in order; None where a word of it is neither and is not to be passed over."""
    rest, found = piece, []
    while rest := rest.lstrip(f" \t.'{BOUND}"):
        token, length = _first(rest)
        if not length:
            return None
        found += [token] if token else []
        rest = rest[length:]
    return found


def _first(rest: str) -> tuple[_Token | None, int]:
    """Return the token that the text opens with, and its length: 0 if not understood, no token if it names no one."""
    if several := re.match(rf"(?i)(?:{SEVERAL})(?![\w'])", rest):
        return SEVERAL_MEANT, several.end()
    for role, said in ROLES.items():
        if found := re.match(rf"(?i)(?:{said})(?![\w'])", rest):
            return _Token(role=" ".join(found[0].lower().split()) if role != "carer" else role), found.end()
    name = re.match(rf"(?:{INITIALS})(?![\w'])", rest) or re.match(rf"(?:{SMALL})(?![\w'])", rest)
    passed = re.match(rf"(?i)(?:{PASSED_OVER})(?![\w'])", rest)
    if name and name[0].upper() not in NO_INITIALS and not (passed and passed.end() > name.end()):
        return _Token(name=re.sub(r"^(\w)\.$", r"\1", name[0].upper().strip())), name.end()
    return None, passed.end() if passed else 0


def _people(pieces: Sequence[Sequence[_Token]]) -> list[Parent] | None:
    """Return the people named between commas; None where it can't be told who is whom."""
    items: list[Parent] = []
    for piece in pieces:
        found = _of_piece(piece)
        if found is None:
            return None
        items += found
    nameless = [item for item in items if not item.name]
    if items and not items[0].name and any(item.name and not item.role for item in items):
        return _roles_first(items)
    people: list[Parent] = []
    for item in items:
        last = people[-1] if people else None
        if item in nameless and last and last.name and not last.role:
            people[-1] = Parent(last.name, item.role)
        else:
            people.append(item)
    return [Parent(one.name or one.role, one.role) for one in people]


def _of_piece(piece: Sequence[_Token]) -> list[Parent] | None:
    """ "T", "mother", "T mother" or "mother T"; or several such pairs in the same order."""
    if len(piece) == 1:
        return [Parent(piece[0].name, piece[0].role)]
    pairs = [piece[start : start + 2] for start in range(0, len(piece), 2)]
    orders = {tuple(bool(token.name) for token in pair) for pair in pairs}
    if orders not in ({(True, False)}, {(False, True)}):
        return None
    return [Parent(one.name or other.name, one.role or other.role) for one, other in pairs]


def _roles_first(items: Sequence[Parent]) -> list[Parent] | None:
    """ "mother, T, father, D": who they are, then the name, throughout."""
    pairs = [items[start : start + 2] for start in range(0, len(items), 2)]
    if any(len(pair) < 2 or pair[0].name or not pair[1].name or pair[1].role for pair in pairs):
        return None
    return [Parent(name.name, role.role) for role, name in pairs]
