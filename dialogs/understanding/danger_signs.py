"""What there is to see in a message that is read for danger: its words, what they stand for, and their tense."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, product
from pathlib import Path
from string import ascii_lowercase

DATA = Path(__file__).parents[2] / "guidance" / "asked"
WORDS = DATA / "urgent_words.txt"
KNOWN_WORDS = DATA / "urgent_known.txt"
"""The words of the examples, so that a word that is spelt rightly is not taken for a slip of another."""
SET_PHRASES = DATA / "set_phrases.txt"
MEANINGS = DATA / "urgent_meanings.txt"
"""Words with two numbers each: of the wide and of the narrow group of words that mean something like it."""

SHORTEST_MENDED = 5
IDIOM = "setphrase"
"""Is read where an idiom stands: "killing time"."""
ANY_OWNER = ("my", "your", "his", "her", "our", "their", "the", "a", "this")
_HAZARDS = """
weapon violence threat wreck sound unconscious breath medical overdose suicide selfharm fire water height traffic drive
drunk alone locked taken travel missing nocontact sexual marry gang atdoor hide fear danger refuse psych dog goeshome
babysit mark free
"""
HAZARDS = frozenset(_HAZARDS.split())
PEOPLE = frozenset(("infant", "child", "parent", "he", "she", "they", "first"))
MANY_HAZARDS = 4
MANY_CLAUSES = 4
LENGTHS = (2, 4, 8, 16)

MONTHS = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
BREAK = "|"
"""Stands where a clause ends by a full stop, a comma or the like."""
_CONJUNCTIONS = "and but so then because when while if who after before since until as or where which"
CONJUNCTIONS = frozenset(_CONJUNCTIONS.split())
"""A clause begins with these."""
TENSES = (
    ("asks", {"asks"}),
    ("may", {"may"}),
    ("will", {"will"}),
    ("was going on", {"going on", "was"}),
    ("is going on", {"going on", "is"}),
    ("somebody going on", {"going on", "somebody"}),
    ("going on", {"going on"}),
    ("has done", {"has", "did"}),
    ("is done", {"is", "did"}),
    ("did", {"did"}),
    ("was", {"was"}),
    ("can", {"can"}),
    ("is", {"is"}),
    ("has", {"has"}),
    ("do", {"do"}),
    ("to", {"to"}),
    ("does", {"does"}),
    ("somebody", {"somebody"}),
)
"""A clause's tense is the first of these of which it has every form."""
_SMALL = "the a an is are was were be been has have had on in of to and it by for with at as that this"
SMALL = frozenset(_SMALL.split())
"""Words that say nothing of danger by themselves, only beside others."""
ASKS_FIRST = frozenset(("is", "has", "was", "did", "do", "will", "can", "may"))
"""Before whom it is about, these ask."""
FIRST = frozenset(("i", "we"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`spelling`: what is typed for other words. `signs`: what a phrase stands for. `known`, `worth_mending`: words.

    `forms`: what a word says of the tense. `set_phrases`: what is read as one word, and as which.
    """

    spelling: dict[str, tuple[str, ...]]
    signs: dict[tuple[str, ...], frozenset[str]]
    longest: int
    forms: dict[str, str]
    known: frozenset[str]
    worth_mending: frozenset[str]
    set_phrases: dict[tuple[str, ...], str]
    longest_set: int


@dataclass(frozen=True, slots=True)
class Clause:
    """`words`: spelt out. `found`: what they stand for, in order. `tense`: of TENSES, with "not" where it is denied."""

    words: tuple[str, ...]
    found: tuple[str, ...]
    tense: str


@dataclass(frozen=True, slots=True)
class Signs:
    """A message's clauses, and their words and what they stand for together."""

    clauses: tuple[Clause, ...]
    words: tuple[str, ...]
    found: tuple[str, ...]


@lru_cache(maxsize=64)  # a message is looked at for the red button, and for danger
def signs_of(text: str) -> Signs:
    """Read a message for what the model weighs."""
    known = lexicon()
    words = [mended(word) for token in _tokens(text) for word in known.spelling.get(token, (token,))]
    clauses = tuple(_clause(part, known) for part in _parts(_joined(words, known)))
    return Signs(
        clauses,
        tuple(word for clause in clauses for word in clause.words),
        tuple(kind for clause in clauses for kind in clause.found),
    )


def tokens(text: str) -> list[str]:
    """The words as typed, in small letters and without apostrophes; years, dates, times and numbers by their kind."""
    return [token for token in _tokens(text) if token != BREAK]


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = re.sub("['\u2018\u2019`]", "", plain)
    plain = re.sub(r"(.)\1{2,}", r"\1\1", plain)
    spelling = lexicon().spelling
    plain = re.sub(r"[a-z]*\d[a-z]+|[a-z]+\d", lambda typed: " ".join(spelling.get(typed[0], (typed[0],))), plain)
    plain = re.sub(r"\b(?:19|20)[0-3]\d\b(?! ?(?:tonight|hrs|h\b))", " yearnum ", plain)
    plain = re.sub(r"\b\d\d?[:.]\d\d ?(?:[ap]m)?\b|\b\d\d? ?[ap]m\b|\b\d{4} ?(?:hrs|h)\b", " clock ", plain)
    plain = re.sub(
        rf"\b\d\d?/\d\d?(?:/\d+)?\b|\b\d\d? (?={MONTHS}\b)|\b\d\d?(?:st|nd|rd|th)\b(?! ?fl)", " datenum ", plain
    )
    plain = re.sub(r"[.,;:!\n]+(?=\s|$)|\s[-\u2013]+\s", f" {BREAK} ", plain)
    return re.findall(
        r"[a-z]+|0|[?|]", re.sub(r"\d+", " 0 ", re.sub("a ?& ?e", " hospital ", plain).replace("&", " and "))
    )


def _joined(words: list[str], known: Lexicon) -> list[str]:
    """The words, each set phrase that holds no danger as one."""
    joined: list[str] = []
    at = 0
    while at < len(words):
        sizes = range(min(known.longest_set, len(words) - at), 1, -1)
        size = next((size for size in sizes if tuple(words[at : at + size]) in known.set_phrases), 1)
        joined.append(known.set_phrases.get(tuple(words[at : at + size]), words[at]))
        at += size
    return joined


def _parts(words: list[str]) -> Iterator[tuple[str, ...]]:
    """The words of each clause."""
    part: list[str] = []
    for word in words:
        if part and (word == BREAK or word in CONJUNCTIONS or part[-1] == "?"):
            yield tuple(part)
            part = []
        if word != BREAK:
            part.append(word)
    if part:
        yield tuple(part)


def _clause(words: tuple[str, ...], known: Lexicon) -> Clause:
    found = tuple(_found(words, known))
    forms = [known.forms.get(word) or _ending(word) for word in words]
    people = [not PEOPLE.isdisjoint(known.signs.get((word,), ())) for word in words]
    said = set(forms)
    if any(people):
        said.add("somebody")
    following = zip(people, words[1:], forms[1:], strict=False)
    if any(one and word.endswith("s") and not form for one, word, form in following):
        said.add("does")
    if "?" in words or forms[0] == "asks" or (len(words) > 1 and forms[0] in ASKS_FIRST and people[1]):
        said.add("asks")
    tense = next((name for name, needed in TENSES if needed <= said), "bare")
    return Clause(words, found, f"{tense} not" if "not" in said else tense)


def _ending(word: str) -> str:
    """What the end of a word says of the tense."""
    if len(word) > 4 and word.endswith("ing"):
        return "going on"
    return "did" if len(word) > 3 and word.endswith("ed") else ""


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """The word that this one is one slip away from, if it is no word that we know and the other is worth it."""
    known = lexicon()
    if len(word) < SHORTEST_MENDED - 1 or word in known.known:
        return word
    return next((slip for slip in _one_slip_from(word) if slip in known.worth_mending), word)


def _one_slip_from(word: str) -> Iterator[str]:
    """Letters swapped, one too many, one missing, one wrong; the first letter is seldom what slips."""
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    if len(word) > SHORTEST_MENDED:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    yield from (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in ascii_lowercase)
    if len(word) >= SHORTEST_MENDED:
        yield from (word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in ascii_lowercase)


def _found(words: tuple[str, ...], known: Lexicon) -> Iterator[str]:
    for at in range(len(words)):
        for size in range(1, min(known.longest, len(words) - at) + 1):
            yield from sorted(known.signs.get(words[at : at + size], ()))


def features(signs: Signs) -> list[tuple[list[str], float]]:
    """The groups of features of a message, each with how much the group counts."""
    kinds = sorted(set(signs.found))
    hazards = [kind for kind in kinds if kind in HAZARDS]
    people = [kind for kind in kinds if kind in PEOPLE]
    count = min(len(hazards), MANY_HAZARDS)
    pairs = [f"{one} + {two}" for at, one in enumerate(hazards) for two in hazards[at + 1 :] + people]
    return [
        ([f"kind {kind}" for kind in kinds] + [f"{count} hazards"], 1.5),
        (pairs, 0.8),
        ([f"{one} > {two}" for one, two in pairwise(signs.found)], 0.5),
        *_spelt(signs.words),
        *_meant(signs.words),
        *_told(signs.clauses, count),
    ]


def _spelt(words: tuple[str, ...]) -> list[tuple[list[str], float]]:
    edged = ("^", *words, "$")
    return [
        ([f"w {word}" for word in words if word not in SMALL], 4.0),
        ([f"w {one} {two}" for one, two in pairwise(edged)], 3.2),
        ([f"w {one} _ {two}" for one, two in zip(edged, edged[2:], strict=False)], 1.6),
        ([f"^ {' '.join(words[:size])}" for size in (1, 2, 3)], 1.6),
    ]


def _meant(words: tuple[str, ...]) -> list[tuple[list[str], float]]:
    """What words stand for that no example holds: the groups of like words that they are in."""
    known = meanings()
    groups = [known[word] for word in words if word in known]
    wide = [f"A{group}" for group, _ in groups]
    return [
        (wide, 0.8),
        ([f"B{group}" for _, group in groups], 0.8),
        ([f"{one}>{two}" for one, two in pairwise(wide)], 0.5),
        ([f"{one}>{two}" for one, two in zip(wide, wide[2:], strict=False)], 0.3),
    ]


def _told(clauses: tuple[Clause, ...], hazards: int) -> list[tuple[list[str], float]]:
    """What each clause tells of, in which tense, and how the clauses follow on each other."""
    known = meanings()
    how: list[str] = []
    what: list[str] = []
    meant: list[str] = []
    words: list[str] = []
    line = ["^"]
    for clause in clauses:
        kinds = sorted(set(clause.found))
        dangers = [kind for kind in kinds if kind in HAZARDS]
        people = [kind for kind in kinds if kind in PEOPLE]
        times = [kind for kind in kinds if kind not in HAZARDS and kind not in PEOPLE]
        tense, many = clause.tense, min(len(dangers), 2)
        how += [f"c {tense}", f"c {tense} {clause.words[0] in FIRST}", f"c {tense} {len(dangers)}"]
        how += [f"c {tense} {time}" for time in times] + [f"c {tense} {time} {many}" for time in times]
        what += [f"c {tense} {danger}" for danger in dangers]
        what += [f"c {one} {danger}" for one in times for danger in dangers]
        what += [f"c {tense} {danger} {one}" for danger in dangers for one in people]
        meant += [f"c {tense} B{known[word][1]}" for word in clause.words if word in known]
        words += [f"c {tense} {word}" for word in clause.words]
        line.append(f"{tense}{'!' * bool(dangers)}")
    length = sum(len(clause.words) for clause in clauses)
    long = sum(length > one for one in LENGTHS)
    follow = [f"s {one} > {two}" for one, two in pairwise([*line, "$"])]
    follow += [f"s {'|'.join(sorted(set(line)))}", f"long {long}", f"long {long}, {hazards}"]
    follow.append(f"clauses {min(len(clauses), MANY_CLAUSES)}")
    return [(how, 1.0), (what, 1.0), (meant, 0.7), (words, 0.6), (follow, 0.8)]


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """The groups of like words that each word is in, the wide one and the narrow one."""
    if not MEANINGS.exists():
        return {}
    return {word: (wide, narrow) for word, wide, narrow in map(str.split, MEANINGS.read_text("utf-8").splitlines())}


@cache
def lexicon() -> Lexicon:
    """What guidance/asked/urgent_words.txt and urgent_known.txt know."""
    sections = read_words(WORDS.read_text("utf-8"))
    spelling = {
        short: tuple(long.split("_")) for short, _, long in (e.partition("=") for e in sections.pop("spelling"))
    }
    irregular = {verb: forms.split(",") for verb, _, forms in (e.partition("=") for e in sections.pop("verbs"))}
    forms = {word: form for word, _, form in (e.partition("=") for e in sections.pop("forms"))}
    forms |= dict.fromkeys(sections.pop("did"), "did") | dict.fromkeys(sections.pop("no form"), " ")
    signs: dict[tuple[str, ...], set[str]] = {}
    for name, entries in sections.items():
        for entry in _with_forms(entries, irregular) if name.endswith("+") else entries:
            phrase = tuple(word for token in entry.split("_") for word in spelling.get(token, (token,)))
            signs.setdefault(phrase, set()).add(name.rstrip("+"))
    set_phrases = _set_phrases(spelling, irregular)
    own = {word for phrase in signs for word in phrase}
    known, common = _known_words()
    return Lexicon(
        spelling,
        {phrase: frozenset(kinds) for phrase, kinds in signs.items()},
        max(map(len, signs)),
        forms,
        frozenset(own | known),
        frozenset(word for word in own | common if len(word) >= SHORTEST_MENDED),
        set_phrases,
        max(map(len, set_phrases)),
    )


def _set_phrases(spelling: dict[str, tuple[str, ...]], irregular: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    """What guidance/asked/set_phrases.txt lists, in every form, and the word that is read for it."""
    found: dict[tuple[str, ...], str] = {}
    kind = ""
    for line in SET_PHRASES.read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            words = line.split()
            varies = "*" in words or "+" in line
            for phrase in product(*(_ways(word, irregular) for word in words)) if varies else (words,):
                spelt = tuple(word for token in phrase for word in spelling.get(token, (token,)))
                found[spelt] = IDIOM if kind == "idiom" else "".join(spelt)
    return found


def _ways(word: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    """The forms of a word of a set phrase."""
    if word == "*":
        return ANY_OWNER
    return tuple(_with_forms((word[:-1],), irregular)) if word.endswith("+") else (word,)


def read_words(text: str) -> dict[str, list[str]]:
    """The entries under each heading."""
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            entries += line.split()
    return sections


def _known_words() -> tuple[set[str], set[str]]:
    """The words that are known, and those of them that are common: they stand first, before an empty line."""
    if not KNOWN_WORDS.exists():
        return set(), set()
    common, _, rare = KNOWN_WORDS.read_text("utf-8").partition("\n\n")
    return set(common.split()) | set(rare.split()), set(common.split())


def _with_forms(verbs: Iterable[str], irregular: dict[str, list[str]]) -> Iterator[str]:
    for verb in verbs:
        yield verb
        yield from irregular.get(verb) or _regular(verb)


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return f"{verb}d", f"{verb}s", f"{verb[:-1]}ing"
    doubled = verb + verb[-1] if re.fullmatch(r".*[^aeiou][aeiou][bdgmnpt]", verb) else verb
    return f"{doubled}ed", f"{verb}es" if verb.endswith(("sh", "ch", "ss")) else f"{verb}s", f"{doubled}ing"
