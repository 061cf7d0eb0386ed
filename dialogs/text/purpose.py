"""How a typed reason or use joins on to the words before it: "because ...", "to ...", "so that ...", or by itself."""

import re
from enum import StrEnum

from msgspec import Struct

from dialogs.text import clauses
from dialogs.text.sentences import GAP, OTHER_ENDS, clean, has_several_sentences, lower_first


class Joint(StrEnum):
    """The word that joins it; `THING` names a thing, `ITSELF` is a sentence of its own, `GAP` is left open."""

    TO = "to"
    BECAUSE = "because"
    SO_THAT = "so_that"
    FOR = "for"
    THING = "thing"
    ITSELF = "itself"
    GAP = "gap"


class Purpose(Struct, frozen=True):
    """What was typed, made ready to follow its joint; `words` is empty where there is nothing to say."""

    joint: Joint
    words: str


NOTHING = Purpose(Joint.ITSELF, "")
_AGAIN = (
    r"(?:i'?m|i am|we'?re|we are|it'?s|it is) (?:sharing|telling|doing|asking|giving)(?: (?:this|it|them|you|out))*,? "
)
"""The beginning of the sentence, typed once more; so is this of a use:"""
_USE_AGAIN = (
    r"(?:(?:they|s?he|it|this|the [a-z]+(?: [a-z]+)?)(?:'ll| will| would| can| could| is|'s| are)? |will )?"
    r"(?:be )?use[ds]?(?: (?:it|this|that))? (?=to |for |so |because |in order )"
)
HEDGED = re.compile(
    r"(?i)^(?:(?:just|really|basically|mainly|mostly|simply|well)[\s,]+)+(?=(?:because|'?cos|to|so|in order|for)\b)"
)
"""What is said before the opening of a reason and adds nothing to it: "just so they can see"."""
AGAIN, USE_AGAIN = (re.compile(rf"(?i)^(?:{again})") for again in (_AGAIN, f"{_AGAIN}|{_USE_AGAIN}"))
THEY_WILL = re.compile(
    r"(?i)^(?:they'?(?:ll|d)|s?he'(?:ll|d)|(?:they|s?he) (?:will|would|can|could|needs? to|wants? to)) "
)
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


def why_unsayable(typed: str) -> str:
    """Return why no sentence can be made of it: "no_sentence" or "a_question"; empty if one can."""
    text = clean(typed)
    if not any(map(str.isalpha, text)) or clauses.plain_answer(text.strip(" .,!")) or not parse_purpose(text).words:
        return "no_sentence"
    return "a_question" if text.endswith(("?", "\uff1f", "\u061f")) else ""


def parse_purpose(typed: str, *, use: bool = False) -> Purpose:
    """Return why something is shared or asked, with its joint; or, with `use`, what it will be used for."""
    text = clean(typed)
    if GAP.fullmatch(text):
        return Purpose(Joint.GAP, text)
    text = text.replace("\u2019", "'").replace("\u2018", "'")
    joint, rest = _split_opening((USE_AGAIN if use else AGAIN).sub("", text))
    first = next(filter(str.isalpha, rest), "")
    if not first:
        return NOTHING
    shouted = rest.isupper() and len(re.findall(r"[A-Z]{2,}", rest)) > 1
    asks = rest.endswith("?") or not frozenset(OTHER_ENDS).isdisjoint(rest)
    if not first.isascii() or shouted or asks or "\n" in text:  # it would not fit the end of our sentence
        kept = joint in (Joint.TO, Joint.FOR) or joint is None
        return Purpose(Joint.ITSELF, text if kept else rest)
    if joint is Joint.TO and re.match(NO_PURPOSE, rest):
        return Purpose(Joint.ITSELF, text)
    if joint is Joint.SO_THAT and not is_clause(rest):
        joint = Joint.TO if opens_with_verb(rest) else Joint.THING if re.match(A_THING, rest) else joint
    return Purpose(joint, lower_first(rest)) if joint else _without_opening(rest, use=use)


def _split_opening(rest: str) -> tuple[Joint | None, str]:
    """Return the last of the openings that it begins with, and what follows them."""
    joint: Joint | None = None
    rest = HEDGED.sub("", rest)
    found = True
    while found:
        found = False
        for name, pattern in OPENINGS:
            opened = pattern.match(rest)
            if opened and not (name is Joint.FOR and joint):
                joint, rest, found = name, rest[opened.end() :], True
    return joint, rest


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


_SURE = """
achieve adapt adjust administer admit advise agree allocate allow apply appoint approve arrange assess assist attend
avoid be become begin bring build calculate carry choose clarify collect compare complete confirm consider continue
coordinate create deal decide deliver describe determine develop diagnose discuss do draw eat enable encourage
ensure establish evaluate examine expect explain explore fill find fix follow gather get give go handle have hear
identify improve include inform inspect install investigate involve join judge keep know learn let liaise listen
locate maintain make manage meet minimise monitor obtain observe organise pick prepare prescribe prevent prioritise
promote protect prove provide put read realise reassure recognise recommend reduce refer rehouse
relate remember remind remove replace resolve respond safeguard save see seek send serve settle sit speak
spend stabilise strengthen suggest supervise tailor take teach tell think treat try understand update verify vary
wait warn weigh write
"""
SURE = frozenset(_SURE.split())
_MAYBE = """
access act address aid answer ask back balance bath benefit book break brief budget calm call care challenge change
check clear close comfort contact control cook correct count cover cut date design dress drive ease exercise extend
feed finish fit focus free fund grant guide help hold house interview introduce lead lend lift live lock look map
mark match measure mend move note notice offer open order pass pay place plan play practise present press process
question raise reach release rent repair reply report request rest return review reward ring risk rule run schedule
screen secure set share show sign sleep spot stand start stay step stop study supply support target test tidy time
touch trace track train transfer transport trust turn use visit walk wash watch welcome win work record report talk
"""
MAYBE = frozenset(_MAYBE.split())
"""Verbs that are as often a noun or an adjective: they count only before a word that does not follow a noun."""

DETERMINERS = r"an?|the|this|that|these|those|his|her|their|its|my|our|your|each|every|all|any|some|no|both"
PRONOUNS = r"him|them|me|us|you|it|what|whether|if|how|who|when|where|why"
AFTER_MAYBE = rf"(?:{DETERMINERS}|{PRONOUNS}|up|out|over|again)$"
_PAIRS = """
care-for work-with work-on talk-to talk-with talk-about plan-for plan-around plan-with check-on check-in check-that
watch-for look-after look-at look-for look-into look-out act-on act-early act-quickly act-fast act-now stay-with
live-with rest-at sleep-better sleep-well start-with set-aside step-in turn-to use-at play-with
"""
PAIRS = frozenset(_PAIRS.split())
REFERENCE = r"(?:[A-Z]|(?:[A-Z]\.)+[A-Z]?|[A-Z]{2,4}|\d{3,})(?:'s)?"
SUBJECTS = r"(?:i|we|they|s?he|you|it|everyone|everybody|someone|somebody|no-?one|nobody)"
FINITE = (
    r"(?:can|could|will|would|may|might|should|shall|must|is|are|was|were|has|have|had|does|do|did|cannot|won't"
    "|(?:ca|could|would|should|is|are|was|were|has|have|had|does|do|did)n't|gets?|got|needs?|knows?|keeps?"
    "|sees?|feels?"
    r"|sleeps|eats|stays|makes|gives|goes|comes|becomes|remains|takes|lives|understands|has|hears|learns|grows)"
)
HELD_BACK = (
    r"(?:that|which|who|whom|whose|if|whether|because|when|where|what|how|why|while|as|to|for|with|of|after|since)"
)
"""After one of these a verb is no longer that of the whole."""
NO_OPENING = (
    r"(?:as|since|if|when|while|although|though|unless|until|whether|and|but|or|nor|which|who|given|in|on|at|by|with"
    r"|after|before|where|how|what|why|not|no|due|of|from|about|that)$"
)
THINGS_IN_ING = r"(?:every|some|any|no)thing|housing|nursing|meeting|training|parenting|wellbeing|sibling"


def tokens(text: str) -> list[str]:
    return [word.strip("\"'(),;:!?") for word in text.split() if word.strip("\"'(),;:!?.-")]


def opens_with_verb(text: str) -> bool:
    """Whether its first word is a verb that can follow "to"."""
    said = tokens(text)
    if not said or (len(said) == 1 and said[0].lower() not in SURE):
        return False
    first, following = said[0].lower(), (said[1] if len(said) > 1 else "")
    if first in SURE:
        return not re.fullmatch(FINITE, following.lower()) and (first not in ("be", "have", "do") or bool(following))
    if first not in MAYBE or _finite_verb_at(said) is not None:
        return False
    sure_of = re.match(AFTER_MAYBE, following.lower()) or re.fullmatch(REFERENCE, following)
    return bool(sure_of) or f"{first}-{following.lower()}" in PAIRS


def is_clause(text: str) -> bool:
    """Whether it has a subject and a verb of its own, so that it can follow "so that"."""
    said = tokens(text)
    if len(said) < 2 or re.match(NO_OPENING, said[0].lower()):
        return False
    if said[0].lower().endswith("ing") and not re.fullmatch(THINGS_IN_ING, said[0].lower()):
        return False
    return _finite_verb_at(said) is not None or _has_subject_and_verb(said)


def _finite_verb_at(said: list[str]) -> int | None:
    """Return the position of the main verb; None if there is none."""
    for place, word in enumerate(said[1:], start=1):
        if re.fullmatch(HELD_BACK, word.lower()):
            return None
        if re.fullmatch(FINITE, word.lower()) or re.search(r"\w'(?:ll|re|ve|d)$", said[place - 1]):
            return place
    return 1 if re.search(r"\w'(?:ll|re|ve|d|m)$", said[0]) else None


def _has_subject_and_verb(said: list[str]) -> bool:
    """Whether it is one or two references or pronouns and then a verb: "P sleeps", "P and R sleep"."""
    if not (re.fullmatch(REFERENCE, said[0]) or re.fullmatch(SUBJECTS, said[0].lower())) or said[0].endswith("'s"):
        return False
    several = len(said) > 3 and said[1].lower() == "and"
    verb = said[3 if several else 1].lower()
    one_does = re.sub(r"(?<=[^aeiou])ies$", "y", verb), re.sub(r"es$", "", verb), re.sub(r"s$", "", verb)
    return any(form in SURE | MAYBE for form in (verb, *one_does))
