"""How a typed reason or use joins on to the words before it: "because ...", "to ...", "so that ...", or by itself."""

import re
from dataclasses import dataclass
from enum import StrEnum

from dialogs.text import clauses
from dialogs.text.english_verbs import is_clause, opens_with_verb
from dialogs.text.sentences import OTHER_ENDS, clean, has_several_sentences, is_gap, lower_first


class Joint(StrEnum):
    """The word that joins it; `THING` names a thing, `ITSELF` stands in a sentence of its own, `GAP` is left open."""

    TO = "to"
    BECAUSE = "because"
    SO_THAT = "so_that"
    FOR = "for"
    THING = "thing"
    ITSELF = "itself"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Purpose:
    """What was typed, made ready to stand after its joint; `words` is empty where there is nothing to say."""

    joint: Joint
    words: str

    def __bool__(self) -> bool:
        """Whether there is something to say."""
        return bool(self.words)


NOTHING = Purpose(Joint.ITSELF, "")
_AGAIN = (
    r"(?:i'?m|i am|we'?re|we are|it'?s|it is) (?:sharing|telling|doing|asking|giving)(?: (?:this|it|them|you|out))*,? "
)
"""The beginning of the sentence, typed once more; so is this of a use:"""
_USE_AGAIN = (
    r"(?:(?:they|s?he|it|this|the [a-z]+(?: [a-z]+)?)(?:'ll| will| would| can| could| is|'s| are)? |will )?"
    r"(?:be )?use[ds]?(?: (?:it|this|that))? (?=to |for |so |because |in order )"
)
AGAIN, USE_AGAIN = (re.compile(rf"(?i)^(?:{again})") for again in (_AGAIN, f"{_AGAIN}|{_USE_AGAIN}"))
THEY_WILL = re.compile(r"(?i)^(?:they|s?he)(?:'ll| will| would| can| could| need to| needs to| want to| wants to) ")
OPENINGS = (
    (Joint.BECAUSE, re.compile(r"(?i)(?:because|'?cos)\b[\s,:]*")),
    (Joint.TO, re.compile(r"(?i)(?:in order to|so as to|to)\b[\s,:]*")),
    (Joint.SO_THAT, re.compile(r"(?i)(?:so that|in order that)\b[\s,:]*")),
    (Joint.SO_THAT, re.compile(r"(?i)so\b(?! (?:far|many|much|long|often|soon|few|little))[\s,:]*")),
    (Joint.FOR, re.compile(r"(?i)for\b[\s,:]*")),
)
A_THING = r"(?i:an?|the|this|these|those|his|her|their|our|my|your|its)\b"
NO_PURPOSE = rf"{A_THING}|(?:[A-Z]|[A-Z]{{2,4}}|\d+)(?:'s)?(?![\w'])"
"""What follows a "to" that speaks of someone or something, and not of what is to be done."""


def parse_reason(typed: object) -> Purpose:
    """Return why something is shared or asked, with the joint that it was typed for."""
    return _parse(str(typed or ""), AGAIN, use=False)


def parse_use(typed: object) -> Purpose:
    """Return what something will be used for, with its joint."""
    return _parse(str(typed or ""), USE_AGAIN, use=True)


def why_unsayable(typed: str) -> str:
    """Return why no sentence can be made of it: "no_sentence" or "a_question"; empty if one can."""
    text = clean(typed)
    if (
        not any(letter.isalpha() for letter in text)
        or clauses.plain_answer(text.strip(" .,!"))
        or not parse_reason(text)
    ):
        return "no_sentence"
    return "a_question" if text.endswith(("?", "\uff1f", "\u061f")) else ""


def _parse(typed: str, again: re.Pattern[str], *, use: bool) -> Purpose:
    text = clean(typed)
    if is_gap(text):
        return Purpose(Joint.GAP, text)
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    joint, rest = _split_opening(text, again)
    if not any(letter.isalpha() for letter in rest):
        return NOTHING
    if _stands_apart(text, rest):
        kept = joint in (Joint.TO, Joint.FOR) or joint is None
        return Purpose(Joint.ITSELF, text if kept else rest)
    if joint is Joint.TO and re.match(NO_PURPOSE, rest):
        return Purpose(Joint.ITSELF, text)
    if joint is Joint.SO_THAT and not is_clause(rest):
        joint = Joint.TO if opens_with_verb(rest) else Joint.THING if re.match(A_THING, rest) else joint
    return Purpose(joint, lower_first(rest)) if joint else _without_opening(rest, use=use)


def _split_opening(text: str, again: re.Pattern[str]) -> tuple[Joint | None, str]:
    """Return the last of the openings that it begins with, and what follows them."""
    rest = again.sub("", text)
    joint: Joint | None = None
    found = True
    while found:
        found = False
        for name, pattern in OPENINGS:
            opened = pattern.match(rest)
            if opened and not (name is Joint.FOR and joint):
                joint, rest, found = name, rest[opened.end() :], True
    return joint, rest


def _stands_apart(text: str, rest: str) -> bool:
    """Whether it would not fit the end of our sentence: lines, capitals, a question, another script."""
    first = next((letter for letter in rest if letter.isalpha()), "")
    shouted = rest.isupper() and len(re.findall(r"[A-Z]{2,}", rest)) > 1
    asks = rest.endswith("?") or any(mark in rest for mark in OTHER_ENDS)
    return not first.isascii() or not first or shouted or asks or "\n" in text


def _without_opening(rest: str, *, use: bool) -> Purpose:
    """Return the purpose of a text whose words don't say how it joins: a thing to do, a clause, or anything else."""
    if has_several_sentences(rest):
        return Purpose(Joint.ITSELF, rest)
    done = THEY_WILL.sub("", rest) if use else rest
    if opens_with_verb(done):
        return Purpose(Joint.TO, lower_first(done))
    if is_clause(rest):
        return Purpose(Joint.SO_THAT, lower_first(rest))
    return Purpose(Joint.THING, lower_first(rest))
