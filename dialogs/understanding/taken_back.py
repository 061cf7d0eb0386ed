"""Whether a text takes back what was answered, in looser words than `corrections` reads values from.

Two signs make it sure: a verb of answering (ticked, pressed, put, said) with a word of error or contrast, or a verb of
mending whose object is an answer. Nothing is changed by it: the answers are shown with their change links.
"""

from collections.abc import Iterable

from dialogs.engine.children import INITIALS
from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.text import clauses
from dialogs.text.patterns import either

FIRST = (
    "(?:(?:i|we|you|u)(?:'?ve|'?d)?(?: (?:have|had|think i|must have|may have|might have|just|only|also|accidentally"
    "|stupidly|did))*)"
)
PRESSED = (
    "(?:(?:mis-?)?(?:ticked|tapped|pressed|clicked|picked|selected|typed|entered|keyed)"
    "|chose|chosen|put(?: in| down)?|hit|tick|tap|press|click|pick|select|type)"
)
SAID = "(?:said|gave|told you|wrote|answered|filled in|named|listed|called)"
ERROR = either(
    r"wrong(?:ly)?|mistak\w+|in error|an error|by accident|accidentally|typos?|in (?:a|my) (?:rush|hurry|haste)",
    r"too (?:soon|fast|quick(?:ly)?|early|hastily)|(?:my|that was my) (?:bad|fault)|silly me|slipped|slip of the \w+",
    "without (?:reading|looking|thinking|checking)|mis-?(?:read|clicked?|typed|pressed|heard|tapped|understood)",
    "should(?:'ve| have)|ought to|supposed to be|mixed up|muddled|swapped round|got confused|backwards",
    "(?:did not|didn'?t) (?:mean|read)|not what i (?:meant|wanted|said|put)|the wrong way (?:round|around)",
)
CONTRAST = r"but|instead|rather|not|actually|really|sorry|(?:is|was)n'?t|should be|oops|whoops|earlier|above|meant"
NO_ANSWER = (
    r"put (?:in )?(?:a|an|the|it|them|her|him|my|his|their) (?!wrong|other)\w+|put (?:through|on|off|out"
    r"|up)|hit (?:her|him|me|them|us)\b"
)
MEND = (
    "(?:re-?do|fix|mend|change|correct|amend|edit|undo|un-?tick|alter|swap|switch|revise|update|take back"
    "|scrap|ignore"
    "|forget|disregard|strike|rub out|cross out|reword|rewrite|replace|reverse|put right|go over|take (?:off"
    "|out|away)|remove|delete)"
)
LET_ME = (
    "(?:(?:please|pls|can|could|may|let|i|we|me|you|us|to|need|needs|have|want|better|should|must|will|like|would"
    r"|i'?d|i'?ll|gotta|just|ok|so|and|first|quickly|best|oh|no|sorry|wait|hang on)[ ,]+)*"
)
GIVEN = "(?:gave|put|said|typed|picked|chose|ticked|entered|named|wrote|pressed|tapped|told you|answered)"
AN_ANSWER = either(
    r"(?:that|this|those|it|all (?:that|of (?:that|it)))(?: (?:one|bit|part|answer|line|date|last .+|first .+))?"
    r"(?:,? (?:please|pls|sorry|again|now|to .+|it'?s .+|i .+))?",
    rf"what i \w+.*|(?:who|when|how|which|where|whether|why)(?!ever)\b.*|.{{1,40}} (?:i|we)(?:'ve"
    rf"| have)? (?:just )?{GIVEN}\b.*",
    "my (?:last|first|previous|earlier|answers?|choice|reply|reason|date|time|lines?|typo|mistakes?|error"
    r"|initials)\b.*",
    "(?:the )?(?:last|first|second|third|previous|earlier)(?: (?:bit|part|one|answer|line|card|question|two|thing|box"
    r"|date|entry|choice|time|reply|message|step))\b.*",
    r"(?:the )?(?:answers?|choice|recipient|entry|tick|initials)\b.*",
    r"the (?:date|time|day|name|agency|reason|box|option|person|worker)(?: (?:to|please|above|before|earlier)\b.*)?",
)
NOBODY = "(?:nobody|no ?one|none of (?:us|them)|neither of (?:us|them))"
DONE = (
    "(?:removed|redacted|took|taken|blanked|told|asked|agreed|signed|checked|rang|authori[sz]ed|consented|knows?|did)"
)
AFTER_ALL = either(
    r"(?:they|s?he|i|we|mum|dad|both|the parents|(?:the|my|his|her) \w+) (?:do|does|did) "
    "(?:know|agree|consent|sign|object|refuse|need to know|tell (?:them|her|him)|ask (?:them|her|him))",
    "(?:i|we)(?:'m| am| was)? (?:not|never|no longer|n'?t)(?: actually| really| even)* "
    "(?:the|an?|her|his|their)(?: allocated| right| named| case)* "
    "(?:one|person|worker|social worker|sw|supervisor|manager|allocated)",
    "(?:i|we) (?:do not|don'?t|never|have no|haven'?t)(?: have| got| had)*(?: the| any)? (?:authority"
    "|authorisation|permission)",
    rf"{NOBODY}(?: has| have|'s|'ve)?(?: actually| ever)* {DONE}",
    "it turns out|turns out|on second thoughts?|thinking about it|looking (?:again|back)|come to think of it"
    "|i tell a lie",
    r"(?:mum|dad|s?he|they|author|the \w+) .{0,30}(?:after all|as it turns out)",
)
CLOSER = either(
    "sorry|soz|(?:my|that was my) (?:bad|mistake|error|fault)|oops|whoops|typo|silly me|i misread(?: it| that)?"
    "|not (?:what|as) i (?:put|said|wrote)|wrong (?:button|box|one|answer|line)|i meant|i mean|correction"
    "|got that wrong"
)
OOPS = (
    "oops|whoops|oh no|argh|damn|sorry,|apologies|correction|my (?:bad|mistake)|scratch that|strike that"
    "|i stand corrected"
)
IT_SHOULD = either(
    r"(?:(?:it|that|this|the \w+|they|mine)(?: (?:one|bit|line))? )?(?:should|ought to|was (?:meant"
    "|supposed) to|needs to)"
    r"(?: (?:be|say|read|have (?:been|said|read)))+ (?:\S+ ?){1,4}",
    r"(?:make|change|switch|set|put) (?:it|that|this|the \w+) (?:to |as |into |back to )?(?:the |an? )?\S+(?: \S+)?",
)
NOT = "not (?!known|sure|certain|yet|now|really|at all|that i|to )"
AN_ENTRY = (
    "(?:(?:the|my|that|your|this|his|her) )?(?:(?:last|first|previous|earlier|second|third) )?(?:answers?"
    "|initials|dates?|recipient"
    r"|reply|name|times?|line(?: \w+)?|entry|one|bit|part|choice|reason|box|tick|person|agency|option)"
    r"(?: (?:i|we) \w+| about \w+(?: \w+)?| (?:before|above|there|earlier|for \w+))*"
)
IS_WRONG = (
    "(?:is|are|was|were|'s|isn'?t|wasn'?t|aren'?t|looks?|seems?)(?: a (?:bit|day|week))*(?: all| not"
    "| quite| completely)* (?:wrong|off|out|right|correct|incorrect|mistaken|a (?:typo|mistake|slip))"
)
MISTOOK = (
    "(?:mis-?(?:read|heard|typed|clicked|tapped|pressed|understood)|mixed (?:up|it up|them up|that up)"
    "|muddled|slipped|got (?:mixed|muddled|confused)"
    r"|got (?:that|it|this|them|the \w+) (?:wrong|mixed up|muddled|backwards|the wrong way round)"
    "|messed (?:up|that up)|(?:did not|didn'?t) mean"
    "|answered (?:for|about|the wrong|as if)|was thinking of|confused|mistook|jumped the gun)"
)
DAY = (
    "(?:today|yesterday|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|\\d+(?:[:.]\\d+)?(?:am|pm)?"
    "|morning|afternoon)"
)
SHORT_SIDE, SHORT = 4, 12
"""Words of what is named on either side of a "not", and of a correction that only ends as one."""


OPENINGS = (
    rf"(?:no |but |and |actually |well |in fact |ah )*(?:{AFTER_ALL})",
    OOPS,
    f"(?:{LET_ME}{FIRST} )?(?:{MISTOOK})",
    rf"(?:sorry,? |no,? |oh,? )*{AN_ENTRY} ?{IS_WRONG}",
    "(?:no,? )?(?:it|s?he|they|that|i)(?:'s|'re|'m| is| are| am| was) actually",
    rf"(?:it |that |this |s?he )?(?:wasn'?t|was not|isn'?t|is not|weren'?t) (?:on )?{DAY}",
    "i (?:ment|mean't)|(?:the )?other way (?:round|around|about)|(?:the )?wrong "
    "(?:report|document|letter|author|gp|nurse)",
    "(?:that|it) should (?:say|read|be|have been)|(?:tick|pick|press|choose|use) the other (?:one|box|option|answer)",
    "(?:please )?(?:put|mark|list|have|count) me (?:down )?(?:as|for)",
    "(?:yes|no) to the (?:last|first|previous|earlier)",
    "(?:i|we|they|s?he) (?:do|did) (?:supervise|have|hold|tell|get|ask|speak|write|agree|consent|know)",
    r"(?:it'?s|its|it was) .{1,30} (?:i'?m|i am|i was) (?:on about|talking about|telling|asking|after|sharing with)",
    r"(?:it'?s|its|it was|that was) (?:the |my |her |his )?\w+ (?:that|who|which) \w+ .{1,20}, not \w+",
)
PRESSED_FIRST = (
    "(?:(?:oh|ah|no|so|sorry|and|just)[ ,]+)*(?:mis-?)?"
    "(?:ticked|tapped|pressed|clicked|picked|selected|typed|entered|hit|chose|put)"
)
NOT_MINE = (
    "(?:no,? |sorry,? |actually,? )*(?:s?he|it|they|this|that)(?: is not|'s not| isn'?t) (?:mine|my case)(?: .{0,20})?"
)
ANOTHER_DAY = rf".*\b{DAY}\b,? not (?:on )?{DAY}"
CHANGED_TO = rf"make|change|switch|set|(?:be|say|read|been|said) (?:{INITIALS}|\w+)$"


def takes_back(text: str, answered: Iterable[Question]) -> bool:
    """Whether it takes back an answer to one of these questions, or says that one was given in error."""
    said = clauses.normalise(text).strip(" .!")
    return (
        any(clauses.after_opening(said, opening) is not None for opening in OPENINGS)
        or clauses.is_whole(said, f"{LET_ME}{MEND} (?:{AN_ANSWER})|{NOT_MINE}")
        or _answered_in_error(said)
        or (len(said.split()) <= SHORT and _closes_as_one(said))
        or _not_this(said, answered)
    )


def _answered_in_error(said: str) -> bool:
    if clauses.says(said, NO_ANSWER) and not clauses.says(said, "wrong|mistake|error"):
        return False
    if clauses.after_opening(said, PRESSED_FIRST) is not None or clauses.says(said, f"{FIRST} {PRESSED}"):
        return clauses.says(said, f"{ERROR}|{CONTRAST}|ought|should|meant")
    if clauses.says(said, f"{FIRST} {SAID}|the (?:answer|box|button|option|card|tick|line) "):
        return clauses.says(said, ERROR)
    return clauses.says(said, f"{FIRST} (?:mean|meant)(?! (?:well|it|that|no))")


def _closes_as_one(said: str) -> bool:
    """Whether it ends in an excuse ("should be F, my bad"), or says what an answer should be."""
    if clauses.is_whole(said, IT_SHOULD) and clauses.says(said, CHANGED_TO):
        return True
    return clauses.is_whole(said, rf".+[ ,;.-]+(?:{CLOSER})|{ANOTHER_DAY}")


TO_IT = (
    "(?:(?:no|it'?s|its|it is|it was|that'?s|this is|this was|i'?m|i am|telling|asking|for|to|from|by|with"
    "|about|the|an?|his|her|my"
    r"|their|only|just|actually|meant|was)[ ,]+)*"
)


THIS_NOT_THAT = (
    rf"(.+?)[ ,]+(?:and |but )?{NOT}(.+)",
    rf"()(?:it'?s |its |that'?s |i'?m |am )?{NOT}(.+)",
    r"(.+) instead(?: of (.+))?",
    r"(?:it|s?he|they|this|that|the \w+) (?:isn'?t|is not|wasn'?t) (.+?)[ ,]+"
    r"(?:but )?(?:it|s?he|they|this|that)(?:'s| is) (.+)",
    r"(.+?) rather than (.+)",
)


def _not_this(said: str, answered: Iterable[Question]) -> bool:
    """Whether it sets one short thing against another: initials, or what an answered question could be."""
    asked = tuple(answered)
    return any(_sets_against(found.groups(), asked) for one in THIS_NOT_THAT if (found := clauses.whole(said, one)))


def _sets_against(groups: Iterable[str | None], answered: Iterable[Question]) -> bool:
    sides = [_bare(one) for one in groups if one]
    if any(clauses.says(side, "is|are|was|were|has|does|did|sees?|do|had") for side in sides):
        return False
    if not sides or max(len(side.split()) for side in sides) > SHORT_SIDE:
        return False
    initials = all(clauses.is_whole(side, f"(?-i:{INITIALS})") for side in sides)
    return initials or any(_is_option(side, answered) for side in sides)


def _bare(side: str) -> str:
    return (clauses.after_opening(side, TO_IT) or side).strip(" ,.;:-")


def _is_option(side: str, answered: Iterable[Question]) -> bool:
    """Whether it names an option of one of them, with a word or two more at most."""
    asked = [one for one in answered if isinstance(one, Choice | Ticks)]
    return any(option.says and clauses.says(side, option.says) for one in asked for option in one.options)
