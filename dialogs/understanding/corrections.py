"""What takes back an earlier answer: "actually not my case", "wrong child, its R not P", "no the school nurse".

It is read against every question that was answered, and only ever proposed: nothing changes by it alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialogs.engine.answers import Json, Values
from dialogs.engine.children import INITIALS, NUMBER, Reference
from dialogs.engine.lines import Lines
from dialogs.engine.moment_question import Moment
from dialogs.engine.questions import Choice, Fault, Question, Ticks, Words
from dialogs.text import clauses
from dialogs.text.option_matching import Option
from dialogs.text.patterns import NOT_MINE, either


@dataclass(frozen=True, slots=True)
class Correction:
    """An earlier answer is taken back. `question` and `value`: what it is to be instead; "" where that is not plain."""

    question: str = ""
    value: Json = None


THING = (
    "(?:child|kid|person|people|one|case|initials|date|day|time|answer|box|option|recipient|family|name|agency"
    "|worker|parent|button|thing|place|school|boy|girl|lad|wean|bairn|tick|line|role|job(?: title)?)"
)
SLIP = (
    "(?:no+|nope|nah|oh|oops|whoops|ah|er+m?|um+|wait|hang (?:on|fire)|hold on|sorry|soz|apologies|actually|ok so"
    "|right|but)"
)
MEANT = (
    "i(?:'m| am| was|'?d)? (?:meant?|should have (?:said|put)|said)(?: to (?:say|put|type|choose|pick|tell))?(?! that)"
)
TAKEN_BACK = either(
    "(?:that(?:'s| is| was)?|it(?:'s| is| was)?"
    "|i(?:'ve| have)? (?:put|got|typed|chose|picked|pressed|ticked|gave|told you))? ?"
    rf"(?:in )?(?:the |that |a )?wrong {THING}",
    rf"i(?:'ve| have)? (?:got|put|had) (?:the |that )?{THING} wrong",
    rf"the {THING}(?: (?:that )?i(?:'ve| have)? (?:gave|put|typed|said))?(?: is| was|'s) (?:wrong|out|not right)",
    r"(?:i(?:'ve| have)? )?(?:got )?(?:mixed|muddled) up (?:the|my|two) .+|un-?tick (?:the|that|this) .+",
    "(?:i(?:'ve| have)? )?made a (?:mistake|typo|slip|mess of (?:it|that))(?: (?:there|above|earlier|before))?",
    "(?:my )?(?:mistake|bad|typo|error)|correction|i stand corrected|go back(?= ?[,.;:!-])",
    r"(?:scrap|ignore|forget|undo|delete|strike) (?:that|this|it|what i said|my last(?: \w+)?|the last \w+)",
    "(?:that|this|it)(?:'s| is| was)? (?:not right|incorrect|a mistake|wrong|an error)",
    f"(?:can|could|may) i (?:change|correct|edit|fix|alter|amend) .+"
    "|i (?:need|want|have|'?d like) to (?:correct|change|fix"
    f"|edit|amend) .+|change (?:the|my|that|an?|this) (?:earlier |last |previous )?{THING}(?: .+)?",
)
IT_IS = (
    "(?:it(?:'?s| is| was| should be| should have been)|its|that(?:'?s| is)|should be|should have been|this is"
    "|the child(?:'s| is)|child is|i'?m telling|i(?:'m| am)|make (?:it|that)|change (?:it|that) to)"
)
NOT_THIS = (
    rf"(?:{IT_IS} )?not (?P<old>.+?) (?P<new>(?:it'?s|it is|this is) .+)",
    r"(?P<new>.+?),? (?:and |but )?not (?P<old>.+)",
    rf"(?:{IT_IS} )?not (?P<old>.+?)(?:,|;| -| but)+ ?(?P<new>.+)",
    r"(?:i )?(?:said|put|typed|chose) (?P<old>.+?),? but (?P<new>.+)",
    r"(?P<new>.+?) (?:instead of|rather than) (?P<old>.+)",
)
NOT_MY_CASE = (
    rf"(?:{IT_IS} )?(?:not (?:actually |really )?(?:my case|mine)|(?:isn'?t|is not) (?:my case|mine))(?: any ?more)?"
)
A_NAME = 3
"""Words that name one thing, as in "the GP, not the nurse"."""
SHORT, SHORT_AFTER_NO = 12, 4
"""Words of a correction that says nothing of having been wrong but "no" or "sorry"; and of what follows a bare "no"."""


def corrected(text: str, answered: Iterable[Question], values: Values) -> Correction | None:
    """Return what this text takes back of these questions, or None where it takes nothing back."""
    said = clauses.normalise(text).strip(" .!?")
    slipped = clauses.after_opening(said, f"(?:{SLIP}[ ,.!-]*)+")
    rest = slipped if slipped else said
    taken_back = clauses.after_opening(rest, TAKEN_BACK)
    meant = clauses.after_opening(taken_back or rest, MEANT)
    not_mine = clauses.is_whole(rest, NOT_MY_CASE)
    new, old = (rest, "") if not_mine else _new_and_old(meant or taken_back or rest)
    sure = taken_back is not None or meant is not None or not_mine
    bare_no = slipped is not None and not old and clauses.after_opening(said, clauses.LEAD["no"]) == slipped
    longest = SHORT_AFTER_NO if bare_no else SHORT
    slipped_back = slipped is not None and _is_instead(slipped) and len(rest.split()) <= longest
    if not (sure or slipped_back or (old and max(len(new.split()), len(old.split())) <= A_NAME)):
        return None
    readings = _readings(new, old, answered, values)
    if len(readings) == 1 and (sure or slipped_back or readings[0].named):
        return readings[0].correction
    return Correction() if sure or (slipped_back and (readings or _is_hedged(said))) else None


def meant_instead(text: str) -> str:
    """Return what is left of "wait no, its the GP" and "it's the nurse not the optician" without what only leads in."""
    said = clauses.normalise(text).strip(" .!?")
    rest = clauses.after_opening(said, f"(?:(?:{SLIP}|{MEANT}|{IT_IS})[ ,.!-]*)+") or said
    return _new_and_old(rest)[0]


def _is_instead(rest: str) -> bool:
    """Whether what follows a "no" or "sorry" names something: "no working phone" takes nothing back."""
    return clauses.after_opening(rest, rf"{IT_IS}|to the|the|an?|not|my|i supervise|i'?m|[\w ]{{1,30}}$") is not None


def _is_hedged(text: str) -> bool:
    return clauses.after_opening(text, "(?:oh |no |sorry )*(?:actually|wait|hang on|hold on|oops|whoops)") is not None


def _new_and_old(text: str) -> tuple[str, str]:
    """Return the new value and the old one that a correction names; the whole text where it does not name two."""
    found = next((found for one in NOT_THIS if (found := re.fullmatch(one, text.strip(" ,.:;-"), re.IGNORECASE))), None)
    new, old = (found["new"], found["old"]) if found else (text, "")
    return clauses.after_opening(new, f"(?:(?:{SLIP}|{IT_IS})[ ,]*)+") or new.strip(" ,.:;-"), old.strip(" ,.:;-")


@dataclass(frozen=True, slots=True)
class _Reading:
    """Return what a question could be changed to. `named`: its own answer was named as the wrong one."""

    correction: Correction
    named: bool


def _readings(new: str, old: str, answered: Iterable[Question], values: Values) -> list[_Reading]:
    """Return what the questions could be changed to; only the one whose answer was named as wrong, if there is one."""
    found = [
        _Reading(Correction(question.name, value), bool(old) and _read(question, old, "", {}) is not None)
        for question in answered
        if (value := _read(question, new, old, values)) not in (None, values.get(question.name))
    ]
    return [one for one in found if one.named] or found


def _read(question: Question, new: str, old: str, values: Values) -> Json:
    if isinstance(question, Choice):
        return _one(question.options, new)
    if isinstance(question, Ticks):
        one = _one(question.options, new)
        return [one] if one else None
    if isinstance(question, Reference):
        found = re.fullmatch(rf"(?:for |called |initials )?((?-i:[A-Z](?:[. ]?[A-Z]){{0,3}}\.?)|{NUMBER})", new)
        return found.group(1) if found and re.fullmatch(f"{INITIALS}|{NUMBER}", found.group(1)) else None
    if isinstance(question, Moment):
        return _moment(question, new, values)
    if isinstance(question, Words | Lines) and old:
        return _replaced(question, new, old, values)
    return None


def _one(options: Iterable[Option], text: str) -> str | None:
    """Return the one option whose words are in the text. Strict ones count too, as it is only proposed."""
    if clauses.is_whole(text, NOT_MY_CASE) or clauses.says(text, f"not (?:the )?allocated|{NOT_MINE}"):
        return next((one.value for one in options if one.says == NOT_MINE), None)
    if clauses.after_opening(text, f"(?:{clauses.NEGATION})") is not None:
        return None
    fitting = [one for one in options if one.says and clauses.says(text, one.says)]
    fitting = [one for one in fitting if not (one.unless and clauses.says(text, one.unless))] or []
    return fitting[0].value if len(fitting) == 1 else None


def _moment(question: Moment, text: str, values: Values) -> Json:
    if not re.search(r"\d|now|noon|midday", text) or not clauses.says(text, r"\d.*|now|today|yesterday|\w+day.*"):
        return None
    try:
        said = question.read_text(text, values, first=True)
    except (Fault, KeyError):
        return None
    return said.value if said else None


def _replaced(question: Words | Lines, new: str, old: str, values: Values) -> Json:
    """Return the text with one word replaced by another, where it occurs once."""
    kept = values.get(question.name)
    if isinstance(question, Words):
        return _put(str(kept or ""), new, old) or None
    rows = [row for row in kept if isinstance(row, dict)] if isinstance(kept, list) else []
    changed: list[Json] = [{**row, "text": _put(str(row["text"]), new, old) or row["text"]} for row in rows]
    return changed if changed != rows else None


def _put(words: str, new: str, old: str) -> str:
    found = re.findall(rf"(?<!\w){re.escape(old)}(?!\w)", words, re.IGNORECASE)
    return (
        re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, words, flags=re.IGNORECASE) if len(found) == 1 else ""
    )
