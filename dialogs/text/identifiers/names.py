"""Full names in a text: a usual given name and a surname, or a title and a surname."""

import re
from functools import cache
from importlib import resources
from unicodedata import combining, normalize

WORD = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
CAPITAL = r"(?=[^\W\d_a-z])"
TOKEN = re.compile(rf"{WORD}\.?|\S")
SAINTS = ("st", "saint", "king", "queen", "prince", "princess")
"""Those after whom a place is called."""

TITLED = re.compile(
    rf"(?<![\w'\u2019-])(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|MR|MRS|MS|MISS|DR)\.? +"
    rf"(?P<name>{CAPITAL}{WORD})|(?:mr|mrs)\.? (?P<small>{WORD}))"
)
"""A title and a surname; written small, "ms" and "dr" are other words too."""

UNMARKED = str.maketrans("\u0142\u0131\u00f8", "lio")
"""Letters whose mark cannot be taken off them."""


@cache
def _words(*files: str) -> frozenset[str]:
    """The words of these lists.

    `given_names`; `also_words`: given names that are words, months or places as well; `links`: small words inside a
    surname; `no_surnames`: what never is one, `small_words`: nor where it is written small, `openings`: nor before a
    comma; `institutions`: what makes a place, a body or a thing of the capitals around it.
    """
    folder = resources.files("dialogs.text.identifiers").joinpath("words")
    return frozenset(word for file in files for word in folder.joinpath(f"{file}.txt").read_text("utf-8").split())


def has_given_name(text: str) -> bool:
    """Whether a word of the text is a given name, however it is written."""
    return any(_fold(word) in _words("given_names") for word in re.findall(WORD, text))


def full_names(text: str) -> list[str]:
    """Return the full names in the text, as they are written."""
    found = [*_after_titles(text), *_after_introductions(text), *_surname_first(text)]
    for run in _runs(text):
        found += _in_run(run)
    return list(dict.fromkeys(found))


def _after_titles(text: str) -> list[str]:
    found = []
    for match in TITLED.finditer(text):
        surname = match.group("name") or match.group("small") or ""
        plain = _fold(surname)
        if len(plain) > 1 and plain not in _words("institutions", "no_surnames", "small_words"):
            found.append(match.group())
    return found


INTRODUCED = re.compile(
    rf"(?i)\b(?:called|named|names?(?: is| was|'s|\u2019s|:)?) +(?P<given>{WORD}) +(?P<surname>{WORD})"
)


def _after_introductions(text: str) -> list[str]:
    """Return names in small letters after "called", "named" or "name is"."""
    no_surname = _words("institutions", "no_surnames", "small_words")
    found = []
    for match in INTRODUCED.finditer(text):
        given, surname = _fold(match.group("given")), _fold(match.group("surname"))
        if given in _words("given_names") and len(surname) > 1 and surname not in no_surname:
            found.append(f"{match.group('given')} {match.group('surname')}")
    return found


TURNED = re.compile(
    rf"(?<![\w'-])(?P<surname>{CAPITAL}{WORD}), ?(?P<given>{CAPITAL}{WORD})(?=\s*(?:$|[\n,;.(\d]|d\.?o\.?b|born))"
)


def _surname_first(text: str) -> list[str]:
    """Return names such as "Smith, Jamie", unless a sentence goes on from them."""
    no_surname = _words("institutions", "no_surnames", "openings", "given_names")
    found = []
    for match in TURNED.finditer(text):
        if _fold(match.group("given")) in _words("given_names") and _fold(match.group("surname")) not in no_surname:
            found.append(match.group())
    return found


def _runs(text: str) -> list[list[str]]:
    """Return the stretches of capitalised words, with small words and single initials inside them."""
    runs: list[list[str]] = [[]]
    end = 0
    for match in TOKEN.finditer(text):
        word = match.group().rstrip(".")
        if text[end : match.start()].strip(" \u00a0"):
            runs.append([])
        end = match.end()
        if word[:1].isupper() or (runs[-1] and word.partition("-")[0] in _words("links")):
            runs[-1].append(word)
        else:
            runs.append([])
        if match.group().endswith(".") and len(word) > 1:
            runs.append([])
    return [run for run in runs if len(run) > 1]


def _in_run(run: list[str]) -> list[str]:
    """Return the names in a stretch: a given name and a surname, where it is no place or organisation."""
    institutions = _words("institutions")
    plain = [_fold(word) for word in run]
    if any(word in institutions for word in plain):
        return []
    for place in range(len(run) - 1):
        of_a_saint = place and plain[place - 1] in SAINTS
        if _is_given_name(run[place]) and not of_a_saint and _has_surname(run[place + 1 :]):
            return [" ".join(run[place : place + 3])]
    return []


def _fold(word: str) -> str:
    """Return the word in small letters, without accents and without a possessive ending."""
    small = re.sub(r"['\u2019]s?$", "", word).lower().translate(UNMARKED)
    return "".join(letter for letter in normalize("NFKD", small) if not combining(letter))


def _is_given_name(written: str) -> bool:
    """Whether it is a usual given name; in capitals throughout, as in a heading, only one that is nothing else."""
    word = _fold(written)
    usual = _words("given_names") if written.isupper() else _words("given_names", "also_words")
    return bool({word, word.partition("-")[0]} & usual)


def _has_surname(words: list[str]) -> bool:
    """Whether a surname follows, after any small words and initials."""
    left = [word for word in words if _fold(word) not in _words("links") and len(word) > 1]
    return bool(left) and _fold(left[0]) not in _words("no_surnames")
