"""A trainee's own words to parents, looked through by plain words: what is missing, and what must not be said.

Warmth is not weighed. What may say who told us is found by the words that put a text first in real work as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialogs.engine.letter_review import DOUBTFUL, PEOPLE, SAYING

WHO = (
    r"school|nurse|gp|doctor|surgery|dr|police|housing|health visitor|camhs|teacher|hospital|team|agenc(?:y|ies)|centre"
)
ASKS_CONSENT = re.compile(
    r"(?i)do you (?:agree|consent)|(?:can|may|could) (?:i|we) have your (?:consent|permission|agreement)"
    r"|\bplease sign|(?:can|could|will|would|need|want|like|have) you (?:to |please )?sign"
    r"|\bsign (?:here|below|this|the form)|(?:i|we)(?:'ll| will| would|'d)? (?:only |just )?need (?:a|your) signature"
    r"|(?:are you|is it|is that|would you be) (?:ok|okay|happy|all right|alright)(?: with| if| for|\W*\?)"
    r"|i(?:'d| would)? (?:need|want|like) (?:your|you to) (?:consent|permission|agree|sign)"
)
NOTHING_TO_SIGN = re.compile(r"(?i)\b(?:not|n't|never|no need to|nothing)\b[^.?!]*\b(?:sign|agree|permission|consent)")
LOOKED_FOR = {
    "what": re.compile(r"(?i)\b(?:tell|say|share|pass on|let)\b[^.?!]*\b(?:that|about|what|two|three|one|how)\b"),
    "why": re.compile(
        r"(?i)\bbecause\b|\bso that\b|\bworr(?:y|ied)\b|\bthe reason\b|\bwhy\b|\bi(?:'d| would) like\b|\bso \w+ can\b"
    ),
    "used_for": re.compile(
        r"(?i)\buse[ds]?\b|\bthey(?:'ll| will)\b|\bwill (?:make|plan|look|help|change|check)\b|\bput right\b"
    ),
    "who": re.compile(rf"(?i)\b(?:only|with|to|tell|the)\b (?:the |your |\w+'s )?(?:\w+ )?(?:{WHO})\b"),
    "legal": re.compile(r"(?i)\blaw\b|\bchildren acts?\b|\blegal(?:ly)?\b"),
    "no_consent": re.compile(
        r"(?i)(?:not|n't|never)\b[^.?!]*\b(?:agree|yes|sign|consent|permission)\b|\bno need to (?:agree|sign)\b"
        r"|\b(?:even if|whether or not) you (?:agree|disagree|don'?t agree|would rather)\b"
    ),
    "privacy": re.compile(r"(?i)\bprivacy notice\b"),
}


def missing_parts(text: str) -> tuple[str, ...]:
    """Return the things that cannot be found; a text that asks for consent does not say that none is needed."""
    lacking = [name for name, pattern in LOOKED_FOR.items() if not pattern.search(text)]
    if ASKS_CONSENT.search(text) and "no_consent" not in lacking:
        lacking.append("no_consent")
    return tuple(name for name in LOOKED_FOR if name in lacking)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence to look at again, and why."""

    kind: Literal["consent", "secrecy", "who_told", "doubtful", "hard"]
    sentence: str


SECRECY = re.compile(
    r"(?i)(?:just|only|strictly) between (?:us|you and me)|(?:stays?|keep (?:it|this|that)) (?:a secret|secret"
    r"|in this room|between us|to myself)"
    r"|(?:won'?t|will not|never) (?:tell|say (?:it|this|anything) to|share (?:it|this) with) (?:anyone|anybody|a soul)"
    r"|(?:nobody|no one)(?: else)? (?:will|is going to|has to|'ll) (?:ever )?(?:know|hear|find out)"
    r"|(?:nothing|it) (?:leaves|will leave) (?:this|the) room|your secret"
)
CANNOT = re.compile(r"(?i)\b(?:can'?t|cannot|can not|not able to|couldn'?t|won'?t be able to)\b")
"""Somebody who says that they can't keep a secret promises none."""
WHO_TOLD = re.compile(rf"(?i)\b(?:{PEOPLE})\b(?:\W+\w+){{0,2}}?\W+(?:{SAYING})\b")
THEIR_OWN_TELLING = re.compile(r"(?i)\bI(?:'m|'ll|'d| will| am| would)?(?: \w+){0,3} (?:tell|say|telling|saying)\b")
"""What the trainee will do, such as "I'm going to tell": it says of nobody that they told us."""
READING_AGE, SHORTEST_TO_WEIGH = 11, 30
"""The age at which the letters of real work can be read; and of how many words on it is weighed."""


def look_through(text: str) -> tuple[Found, ...]:
    """Return every sentence that should be looked at again, those that must not be said first."""
    sentences, faults = _sentences(text), find_faults(text)
    told = [Found("who_told", one) for one in sentences if WHO_TOLD.search(one)]
    named = {one.sentence for one in (*faults, *told)}
    rest = [one for one in sentences if one not in named and DOUBTFUL.search(THEIR_OWN_TELLING.sub("", one))]
    return (*faults, *told, *(Found("doubtful", one) for one in rest), *_too_hard(text, sentences))


def find_faults(text: str) -> tuple[Found, ...]:
    """Return the sentences that ask for consent or a signature, or promise secrecy."""
    return tuple(_faults(text))


def _faults(text: str) -> Iterator[Found]:
    for sentence in _sentences(text):
        if ASKS_CONSENT.search(sentence) and not NOTHING_TO_SIGN.search(sentence):
            yield Found("consent", sentence)
        if SECRECY.search(sentence) and not CANNOT.search(sentence):
            yield Found("secrecy", sentence)


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])\s+|\n+", text) if one.strip()]


def _too_hard(text: str, sentences: list[str]) -> list[Found]:
    """Return the hardest sentence of a text that a child of eleven could not read."""
    words = len(text.split())
    if words < SHORTEST_TO_WEIGH or reading_age(text) <= READING_AGE:
        return []
    return [Found("hard", max(sentences, key=lambda one: (reading_age(one), len(one))))]


def reading_age(text: str) -> float:
    """Return the age at which a text can be read: Flesch-Kincaid grade and five, its syllables counted by vowels."""
    words = re.findall(r"[a-z']+", text.lower())
    if not words:
        return 0
    syllables = sum(max(1, len(re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e$", "", word)))) for word in words)
    return 0.39 * len(words) / max(1, len(_sentences(text))) + 11.8 * syllables / len(words) - 15.59 + 5
