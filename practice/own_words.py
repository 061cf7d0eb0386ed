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


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(patterns))


YES = (
    r"consent|permission|agreement|approval|go-?ahead|blessing|say-so|signature|a yes|your (?:okay?|yes|word|initials)"
)
"""What is never needed, by its names."""
SIGNS = (
    r"sign(?!s|al|ed up|ing up| up| languages?)\w*|initial (?:it|this|here)|initials here"
    r"|put your (?:name|initials) (?:to|on|under|here)"
)
WILLING = r"happy|ok|okay|fine|comfortable|content|alright|all right|willing|good"
AGREES = r"agree|agreed|consent|approve|say yes|said yes|give (?:me|us) (?:a|your) \w+|accept it"
ON_CONDITION = r"if|once|when|whether|until|till|as long as|so long as|provided|where"
A_TALK = (
    r"(?! ?(?:you if |me to |us to |i |we )*(?:call|ring|come|talk|speak|write|meet)\w*"
    r" (?:to you|you|back|again|round|by|in|now|later|today)\b)"
)
"""What follows is a talk, and no sharing."""
ASKS_CONSENT = _one_of(
    rf"\b(?:{YES}|{SIGNS})\b",
    rf"\b(?:do|would|will|could|can|have|don't) you (?:please |kindly |all )?(?:{AGREES}|mind|object)\b"
    r"(?! with (?:how|what|my))",
    r"\bneed\b[^.?!]{0,25}\b(?:agree|accept|sign)\b|\b(?:tick|accept|nod)\b|\bin writing from you\b",
    rf"\byou(?:'re| are)(?: both)? (?:{WILLING}) (?:with|about|for)\b|\bif (?:that|it)(?:'s| is) (?:{WILLING})\b",
    r"\b(?:it|that|this)(?: is|'s) up to you\b|\bshall i go ahead\b|\bsay (?:yes|no) and\b",
    r"\byou (?:can|may|could) (?:refuse|say no|stop (?:it|this|me)|object)\b",
    rf"\b(?:{ON_CONDITION}) (?:that )?(?:you|both of you)(?:'re|'ve|'d| are| were| have| both)?(?: all)?"
    rf" (?:{AGREES}|(?:{WILLING})(?= (?:with|about|for|that|to)|\W*$))\b(?! or )",
    r"\bif (?:you|that|it)(?:'re| are|'s| is)? (?:don'?t|do not|doesn'?t|not) (?:mind|object|against|a problem)",
    r"\bunless you(?:'d| would| are|'re)? (?:object|mind|say no|say otherwise|disagree|against|rather)\b",
    r"\bif you(?:'d| would) rather i (?:didn'?t|did not|don'?t)\b|\bif you (?:said|say) (?:i|we) (?:could|can|may)\b",
    rf"\b(?:is|was|would|are|will) (?:it|that|this|you|you both)(?: all)?(?: be)? (?:{WILLING})"
    rf" (?:with|by|if|for|about|that|to)\b{A_TALK}",
    r"\b(?:is|was|would|will) (?:it|that|this)(?: all)?(?: be)? (?:ok|okay|fine|alright|all right)\W*$",
)
DENIES = _one_of(
    r"\b(?:not|\w+n't|cannot|dont|wont|cant|never|no|nothing|nobody|neither|nor|without|regardless|even if)\b",
    r"\bwhether or not\b|\bwhether [^.?!,]* or not\b",
)
NEEDS_FIRST = _one_of(
    r"\b(?:can'?t|cannot|can not|won'?t|not|never|unable|nothing|nobody)\b[^.?!]*"
    r"\b(?:without|unless|until|before|till)\b[^.?!]*\byou",
    r"\bwithout your\b[^.?!]*\b(?:can'?t|cannot|can not|won'?t|not)\b",
)
"""Nothing is done before they have said yes: that asks for it, although it says "not"."""
CLAUSE = re.compile(r"[;:]\s+|,\s+(?=(?:and|but|so|just|please|then)\b)")
SHORTLY_AFTER = 25
"""Characters in which a denial can still follow: "consent isn't needed"."""
LOOKED_FOR = {
    "what": re.compile(
        r"(?i)\b(?:tell|say|shar|pass|let|inform|giv|send|hear|learn|know|explain)(?:e|ing|s)?\b[^.?!]*"
        r"\b(?:that|about|what|which|of|your|two|three|one|how|where|when)\b"
    ),
    "why": re.compile(
        r"(?i)\bbecause\b|\bwhy\b|\bso (?:that|\w+ can|\w+ gets?)\b|\bworr(?:y|ied)\b|\bin order\b"
        r"|\b(?:the|my|our) (?:reason|aim|point|hope)\b|\bi(?:'d| would) like\b|\bit(?:'s| is) (?:to|for)\b"
        r"|\b(?:as|since) (?:she|he|they|it|\w+ (?:has|needs|is))\b"
    ),
    "used_for": re.compile(
        r"(?i)\b(?:use[ds]?|using|purpose)\b|\b(?:they|she|he)(?:'ll| will| can)\b|\bput right\b|\bwith it\b"
        r"|\bwill (?:make|plan|look|help|change|check|bring|put)\b"
    ),
    "who": re.compile(rf"(?i)\b(?:only|with|to|tell|the|inform|but)\b (?:the |your |\w+'s )?(?:\w+ )?(?:{WHO})\b"),
    "legal": re.compile(r"(?i)\blaw\b|\bchildren acts?\b|\blegal(?:ly)?\b|\blegislation\b|\bstatut\w+"),
    "no_consent": re.compile(
        r"(?i)(?:\bnot|n't|never|\bno|without|nothing)\b[^.?!]*\b(?:agree|yes|sign|consent|permission|ask you)\b"
        r"|\bconsent\b[^.?!]*(?:\bnot|n't)\b[^.?!]*\b(?:needed|required|asked|necessary)\b"
        r"|\b(?:even if|whether or not|whether) you (?:agree|disagree|don'?t agree|would rather)\b"
    ),
    "privacy": re.compile(r"(?i)\bprivacy (?:notice|information|page|leaflet|statement)\b"),
}


def missing_parts(text: str) -> tuple[str, ...]:
    """Return the things that cannot be found; a text that asks for consent does not say that none is needed."""
    lacking = [name for name, pattern in LOOKED_FOR.items() if not pattern.search(text)]
    if any(map(asks_consent, _sentences(text))) and "no_consent" not in lacking:
        lacking.append("no_consent")
    return tuple(name for name in LOOKED_FOR if name in lacking)


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence to look at again, and why."""

    kind: Literal["consent", "secrecy", "who_told", "doubtful", "hard"]
    sentence: str


PROMISES_NOT = (
    r"won'?t|will not|never|shan'?t|not going to|wouldn'?t|promise not to|promise (?:you )?(?:that )?(?:i|we) won'?t"
)
SECRECY = _one_of(
    r"\bbetween (?:us|you and me|ourselves|the two of us)\b",
    r"\b(?:just|only|nobody but|no one but) (?:us|you and me|me|the two of us)\b",
    r"\b(?:stays?|remains?|keep|keeps|kept|leave)\b[^.?!]{0,20}"
    r" (?:a secret|secret|in this room|to myself|quiet|dark|hidden)\b",
    r"\b(?:safe|stays?|only|remains?) with me\b|\bkeep\b[^.?!]{0,25} out of (?:this|it)\b|\bjust for us\b",
    rf"\b(?:{PROMISES_NOT}) (?:ever )?(?:tell|say|share|pass|breathe|repeat|mention|let|talk|speak)\b"
    r"(?:[^.?!]{0,20}\b(?:anyone|anybody|a (?:\w+ )?soul|a word|any of it|out)\b"
    r"|(?: \w+)? on\W*$| (?:it|this|that)\W*$)",
    r"\b(?:nobody|no one|not a soul|no-one)(?: else)?(?: \w+){0,2}"
    r" (?:know|knows|hear|hears|find|finds|learn|learns|told)\b",
    r"\bnever (?:find|hear|know|learn)\b|\bno (?:need|reason) for (?:anyone|anybody)\b",
    r"\bnone of (?:it|this|that) (?:will|is going to)\b|\b(?:be|stay|keep) silent\b|\bsay nothing\b",
    r"\b(?:go|goes|going|leaves?|gets?)\b[^.?!]{0,12} (?:no|any) further\b",
    r"\b(?:leaves?|outside|beyond) (?:this|the|these) (?:room|walls?|house)\b",
    r"\b(?:lips are sealed|my grave|off the record|in (?:strict |complete |total )?confidence)\b|\b(?<!no )secret\b",
    r"\b(?:completely|strictly|totally|absolutely|always|entirely|fully|everything|all)\b[^.?!]* confidential\b",
    r"\bconfidential\b[^.?!]*\b(?:always|no matter what|whatever)\b",
    r"\b(?:total|full|complete|absolute|guarantee|promise)\b[^.?!]* confidentiality\b",
)
CANNOT = _one_of(
    r"\b(?:can'?t|cannot|can not|not able to|couldn'?t|won'?t be able to|don'?t promise|not promise)\b",
    r"\b(?:unless|except|without|no secrets?)\b",
)
"""Somebody who says that they can't keep a secret promises none."""
SERVICES = (
    r"school|nursery|college|hospital|surgery|gp|doctor|nurse|health visitor|police|housing|landlord|charity|club|coach"
    r"|lady|man|woman|people|m(?:rs?|s)|grand\w+|daughter|son|wife|husband|member of (?:your|the) \w+"
)
REPORTED = (
    r"told|said|rang|phoned|called|texted|e?mailed|wrote|showed|reported|disclosed|complained|heard|saw|noticed|alleged"
    r"|claimed|mentioned|witnessed|contacted|in contact|in touch|asked (?:us|me)|let (?:us|me) know|came to (?:us|me)"
    r"|passed [^.?!]{0,12} ?to (?:us|me)|passed [^.?!]{0,9}on|raised|referred|made a"
)
TOLD_BY = r"calls?|letters?|e?mails?|messages?|reports?|referral|tip|complaint|worry|concern|information|word|note"
SOMEONE = rf"(?:\b(?:{PEOPLE}|{SERVICES})\b|(?-i:\b[A-HJ-Z]\b))"
BETWEEN = r"(?:(?!\b(?:I|you|we|will|to|if|because|when|so that)\b)[^.?!,;]){0,45}?"
"""The words between a person and what they did, with nobody else in between who could have done it."""
WHO_TOLD = _one_of(
    rf"\b(?:{PEOPLE})\b(?:\W+\w+){{0,2}}?\W+(?:{SAYING})\b",
    rf"{SOMEONE}{BETWEEN}\b(?:{REPORTED})\b",
    rf"\b(?:{TOLD_BY}|came|heard|got|know)\b[^.?!,;]{{0,20}} from {BETWEEN}{SOMEONE}",
    r"\baccording to\b(?! the (?:law|guidance|plan))",
)
THEIR_OWN_TELLING = _one_of(
    r"\b(?:I|we|you|me|us)\b(?:'\w+)?(?: \w+){0,5}?"
    r" (?:tell|told|say|said|saying|telling|hear|hearing|think|worried|write|see|saw)\b(?: (?:me|you|us|it|why|what))*",
    r"\bto (?:tell|say|hear|see)\b|\bwhat (?:they|she|he) (?:say|says|said)\b|\btell (?:me|us) why\b",
    r"\bsome(?:one|body) who\b|\bprivacy notice\b|\[[^\]]*\]",
)
"""What the two of them say to each other, such as "I'm going to tell": it says of nobody else that they told us."""
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
        if asks_consent(sentence):
            yield Found("consent", sentence)
        if SECRECY.search(sentence) and not CANNOT.search(sentence):
            yield Found("secrecy", sentence)


def asks_consent(sentence: str) -> bool:
    """Whether a sentence asks for a yes or a signature, or lets what is done wait for one."""
    if NEEDS_FIRST.search(sentence) and ASKS_CONSENT.search(sentence):
        return True
    asked = ((clause, ASKS_CONSENT.search(clause)) for clause in CLAUSE.split(sentence))
    return any(asks and not DENIES.search(clause[: asks.end() + SHORTLY_AFTER]) for clause, asks in asked)


def _sentences(text: str) -> list[str]:
    return [one.strip() for one in re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+|\n+", text) if one.strip()]


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
