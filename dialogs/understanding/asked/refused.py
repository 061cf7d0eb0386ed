"""Messages that are no question about the guidance: orders to the bot, abuse, other languages, noise."""

import re
import unicodedata

from dialogs.text.patterns import either
from dialogs.understanding.asked.orders import ABUSE, ABUSE_OF_THE_BOT, ORDERS
from dialogs.understanding.asked.words import lexicon, words_of

LONGEST_ABUSE = 10
"""Words: what is longer tells of something."""
ABOUT_SOMEBODY = frozenset(
    {"PARENT", "CHILD", "KIN", "SCHOOL", "HEALTH", "POLICE", "SHARE", "CONSENT", "TELL", "REFUSE", "ANGER"}
)
"""What a message that means the bot does not speak of."""
AS_LETTERS = str.maketrans("013457", "oieast")
SHORTEST_ALONE, FEWEST, MOST_NAMES = 4, 2, 2
"""Letters of a foreign word that stands alone: a shorter one may be a name or a slip. Words that are foreign beside
others. Words that may be names alone, in small letters too."""
BETWEEN_NAMES = re.compile(
    r"(?<=[a-z\u00df-\u017f]) (?:(?:d[aeiu]|do|dos|del|der|den|el|la|le|van|von|bin|al|y|e) )+(?=[^\W\d_])"
)
"""What stands between the parts of a name: "Maria de la Cruz"."""


def is_refused(text: str) -> bool:
    """Whether a message is an order to the bot, abuse, in a language that is not English, or no words at all."""
    plain = text.lower().replace("\u2019", "'").replace("'", "")
    return bool(_ORDER.search(plain)) or _is_abuse(plain) or is_other_language(text) or is_noise(text)


def _is_abuse(plain: str) -> bool:
    if _OF_THE_BOT.search(plain):
        return True
    return (
        len(plain.split()) <= LONGEST_ABUSE
        and bool(_ABUSE.search(plain))
        and ABOUT_SOMEBODY.isdisjoint(words_of(plain).concepts)
    )


def is_noise(text: str) -> bool:
    """Whether it is keys pressed at random, a text that is coded, or no words at all."""
    if not re.search(r"[^\W\d_]{2}", text) or _CODED.search(text):
        return True
    plain = text.lower()
    if _spelt_with_figures(plain) != plain and _ORDER.search(_spelt_with_figures(plain)):
        return True
    words = re.findall(r"[^\W\d_]{3,}", plain)
    return bool(words) and all(_KEYS.fullmatch(word) for word in words)


def _spelt_with_figures(plain: str) -> str:
    """The text with letters where figures stand for them inside of words: "1gn0r3"."""
    return re.sub(r"\b(?=\w*[a-z])(?=\w*\d)\w+\b", lambda word: word[0].translate(AS_LETTERS), plain)


def is_other_language(text: str) -> bool:
    """Whether most letters are of another script, or the small words are of another language and few are English."""
    letters = [letter for letter in text if letter.isalpha()]
    if letters and sum(not _is_latin(letter) for letter in letters) > len(letters) / 3:
        return True
    words = re.findall(r"[^\W\d_]+", BETWEEN_NAMES.sub(" ", text))
    known = sum(word.lower() in lexicon().foreign for word in words)
    english = sum(word.lower() in lexicon().english for word in words)
    accented = [word for word in words if not word.isascii() and word.lower() not in lexicon().foreign]
    if len(words) == 1:
        return bool(known) and len(words[0]) >= SHORTEST_ALONE
    if known:
        return known + len(accented) >= max(FEWEST, english + 1)
    return len(words) > MOST_NAMES and not english and sum(not _is_name(word) for word in accented) >= FEWEST


def _is_name(word: str) -> bool:
    """Whether it is written as a name is, where no word of another language stands beside it."""
    return word[0].isupper() and not word.isupper()


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")


_ORDER = re.compile(either(*ORDERS))
_OF_THE_BOT = re.compile(either(*ABUSE_OF_THE_BOT))
_ABUSE = re.compile(either(*ABUSE))
_CODED = re.compile(
    r"(?<!\S)(?=\S*[a-z])(?=\S*[A-Z])(?=\S*[A-Z]\S*[a-z])(?=\S*[\d=])[A-Za-z0-9+/]{12,}={0,2}(?!\S)"
    r"|(?:\b[a-z] ){6,}[a-z]\b"
)
_KEYS = re.compile(
    either(
        r"(\w)\1{2,}\w?",
        r"(\w{2,4})\2+\w?\w?",
        r"[asdfghjkl]*(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|lkj|kjh|fjd|dksl|dfg|hjk|sdkj|fhdj|jskal)[asdfghjkl]*",
        r"\w*(?:qwer|wert|rtyu|tyui|yuio|uiop|poiu|oiuy|trewq|zxcv|xcvb|cvbnm|asdfg)\w*",
        r"qwe|rty|uio|asd|zxc|bla+h?|test",
    )
)
