"""The words of a message in one plain form: text-speak and abbreviations spelt out, and what each word stands for."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from msgspec import Struct
from msgspec.structs import replace

from dialogs.understanding.asked.pieces import DATA

WORD = re.compile(r"[a-z]+\d*[a-z]*(?:'[a-z]+)?|\d+[a-z]*|\?")
SENTENCE_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
LONGEST_PHRASE = 4
ENDINGS = ("ings", "ing", "ies", "ied", "es", "ed", "ly", "s", "e")
SHORTEST_STEM = {"es": 4, "e": 4}


class Words(Struct, frozen=True):
    """`plain`: the words spelt out. `stems`: the same without endings. `concepts`: what they stand for, in order.

    `asks`: the same of the sentence that asks, where it was looked for and is not all that is said.
    """

    plain: tuple[str, ...]
    stems: tuple[str, ...]
    concepts: tuple[str, ...]
    asks: "Words | None" = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`spelling`: what a short form is written out as. `concepts`: what a stemmed phrase stands for.

    `near`: slips of words that are often misspelt. `english`, `foreign`: small words by which a language is known.
    """

    spelling: dict[str, tuple[str, ...]]
    concepts: dict[tuple[str, ...], str]
    near: dict[str, str]
    english: frozenset[str]
    foreign: frozenset[str]


@lru_cache(maxsize=64)  # several readers look at one message
def words_of(text: str) -> Words:
    """Read a message's words."""
    known = lexicon()
    plain = [word for token in WORD.findall(plainly(text)) for word in _spelt_out(token, known.spelling, known.near)]
    stems = tuple(stem(word) for word in plain)
    return Words(tuple(plain), stems, tuple(_concepts(stems, known)))


def words_of_question(text: str) -> Words:
    """Read the words of a question, and beside them those of the sentence that asks: the last question, or the last."""
    sentences = [sentence for sentence in SENTENCE_ENDS.split(text.strip()) if re.search(r"\w", sentence)]
    words = words_of(text)
    if len(sentences) < 2:
        return words
    asking = [sentence for sentence in sentences if sentence.endswith("?")]
    return replace(words, asks=words_of((asking or sentences)[-1]))


def _spelt_out(token: str, spelling: dict[str, tuple[str, ...]], near: dict[str, str]) -> tuple[str, ...]:
    return spelling.get(token) or (near.get(token, token),)


def plainly(text: str) -> str:
    """Small letters, straight quotes, contractions without their apostrophe, "w/" and "w/o" in words."""
    plain = unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("\u2018", "'")
    plain = re.sub(r"\bw/o(?:ut)?\b", "without", re.sub(r"\bw/(?!o)", "with ", plain))
    plain = re.sub(r"\bt/c\b", "phone call", re.sub(r"\ba/l\b", "annual leave", plain))
    plain = re.sub(r"\bn't\b|n't\b", "nt", plain)
    return re.sub(r"'(?=(?:s|m|re|ve|ll|d)\b)", "", plain)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending, where enough is left: "sharing", "shared" and "shares" are one."""
    for ending in ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= SHORTEST_STEM.get(ending, 3)
            and not word.endswith("ss")
        ):
            cut = word[: -len(ending)]
            if cut == "not":  # "noted", "noting" are no denial
                return "note"
            if ending in ("ies", "ied"):
                return cut + "y"
            return cut[:-1] if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lse" else cut
    return word


def _concepts(stems: tuple[str, ...], known: Lexicon) -> list[str]:
    found, at = [], 0
    while at < len(stems):
        for size in range(min(LONGEST_PHRASE, len(stems) - at), 0, -1):
            concept = known.concepts.get(stems[at : at + size])
            if concept:
                found.append(concept)
                break
        at += size
    return found


@cache
def lexicon() -> Lexicon:
    """What guidance/asked/words.toml knows."""
    data = tomllib.loads((DATA / "words.toml").read_text("utf-8"))
    spelling = {short: tuple(long.split()) for short, long in data["spelling"].items()}
    concepts = {
        tuple(
            stem(word) for token in WORD.findall(plainly(phrase)) for word in _spelt_out(token, spelling, {})
        ): concept
        for concept, phrases in data["concepts"].items()
        for phrase in phrases
    }
    near = _near_misses(data["often_misspelt"], spelling)
    return Lexicon(spelling, concepts, near, frozenset(data["english"].split()), frozenset(data["foreign"].split()))


def _near_misses(often: list[str], spelling: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Every one-letter slip of the words that are often misspelt: a letter left out, doubled, or two swapped."""
    slips: dict[str, str] = {}
    for word in often:
        for at in range(1, len(word)):
            slips.setdefault(word[:at] + word[at + 1 :], word)
            slips.setdefault(word[:at] + word[at] + word[at:], word)
            slips.setdefault(word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :], word)
            if word[at] in "aeiou":
                for other in "aeiou":
                    slips.setdefault(word[:at] + other + word[at + 1 :], word)
    real = set(often) | set(spelling)
    return {slip: word for slip, word in slips.items() if slip not in real}
