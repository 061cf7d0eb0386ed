"""Reading what people type: a sentence is cut into clauses, a clause is read whole. Small patterns, never a guess."""

import re
from collections.abc import Mapping
from functools import cache

YES = (
    "(?:yes|yeah|yep|yup|yh|yeh|yah|yess+|y|aye|ok|okay|correct|sure|definitely|absolutely|defo|deffo"
    "|definitely yes|affirmative|(?:of )?course"
    r"|they do|it is|it does|i do|i have|they have|\U0001f44d|\u2705)"
    r"(?: (?:it is|it does|they do|they have|i am|i do|we do|please|definitely|of course|thanks"
    r"|it has|there is|(?:to )?both|(?:to )?all(?: of (?:it|them))?))?"
)
NO = (
    "(?:no+|n|nope|nah|naw|nay|no not yet|nah not yet|nope not yet|nope none|(?:no )?not (?:currently|at"
    " the moment|at present)|(?:definitely|of course|absolutely) not"
    "|not yet|it'?s not|(?:it|there) is not|i have not"
    "|(?:no |nope |nah )?(?:(?:they|i|we) (?:don'?t|do not|haven'?t|have not)|(?:it|there|s?he) (?:isn'?t"
    "|doesn'?t|hasn'?t)))"
    r"(?: thanks| thank you)?"
)
CHECKING = (
    r"(?:(?:i'?d|i would|i'?ll|i will|i) (?:have|need) to|i must|i'?ll|need to|have to|will have to)"
    r" (?:check|look(?: it up)?|ask|find out)(?: (?:that|it|first|on that))?"
)
UNSURE = (
    r"(?:(?:(?:i'?m |i am )?not (?:really |too |so |100% |entirely |at all |quite )?(?:sure|certain|clear)|unsure"
    "|(?:i'?ve |i have )?(?:no|not a) (?:idea|clue)|(?:i )?(?:really )?have ?n'?t (?:a clue|got a clue|the foggiest)"
    "|idk|who knows|(?:it'?s )?unclear|search me|beats me|your guess is as good as mine"
    "|not sure (?:if|whether) (?:it'?s|i|we|they|s?he)(?: \\w+){0,3}"
    r"|(?:i )?(?:really |honestly )?(?:don'?t|do not) know|(?:i )?dunno|maybe|perhaps|possibly|\?+"
    r"|(?:it'?s )?(?:too (?:early|soon)|hard|difficult|tricky|impossible) to (?:say|tell|know|be sure)"
    r"|(?:i )?(?:can|could) ?(?:'?t|not|n'?t) (?:really |honestly )?(?:tell|say|remember|recall|think|be (?:sure"
    r"|certain))"
    r"(?: (?:you|offhand|from here))?|(?:i )?(?:forget|forgot|have ?n'?t decided|don'?t (?:remember|recall))"
    rf"|{CHECKING}|(?:i )?have ?n'?t (?:been told|found out))"
    r"(?: (?:really|for sure|tbh|right now))?|not (?:sure|clear|certain|decided) yet)"
)
PLAIN = {"unsure": UNSURE, "yes": YES, "no": NO}
"""What says yes, no and not sure, as a clause of its own."""

LEAD = {"yes": "yes|yeah|yep|aye|y", "no": "no|nope|nah|naw", "unsure": "(?!)"}
"""The same where the clause goes on to say more: "no it's what we know"."""

NEGATION = (
    r"not|no|none|nor|neither|never|nobody|nothing|cannot|without|hardly|barely|except|apart|unless|but"
    r"|(?:do|does|did|have|has|had|is|are|was|were|wo|ca|could|would|should|ai|need)n'?t"
    r"|nae|(?:din|dis|did|has|have|is|was|can|could|would|should|will)nae?"
)
TAKEN_BACK = rf"{NEGATION}|maybe|perhaps|possibly|probably|think|guess|suppose|reckon|hope|assume|believe"
DOUBT = (
    rf"{TAKEN_BACK}|might|may|could|should|would|if|whether|although|though|however|only|some|part(?:ly)?|most(?:ly)?"
    r"|almost|nearly|half|(?:sort|kind) of|unsure|\?+"
)
LAPSED = (
    rf"{DOUBT}|until|till|from|since|was|were|used to|will|\w+'ll|going to|soon|later|next|last|yesterday|tomorrow|ago"
    r"|waiting|pending|other|another|someone|yes|yeah"
)
"""Words that take back, weaken, or move to another time what was said; each holds the one before."""

SEPARATOR = r"[,.;:!\n\u2013\u2014]+|\s-+\s|\band\b|&"


STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033", '"'),
    }
)
"""Curly quotes, primes and accents that are typed for an apostrophe, as plain ones."""


EMOJI = "[\u203c\u2049\u2122\u2139\u2190-\u21ff\u231a-\u23ff\u25aa-\u27bf\u2934-\u2b55\u3030\U0001f000-\U0001faff]"
LAST_EMOJI = re.compile(rf"(?<=[^\W_])([.!?,]*)\s*(?:{EMOJI}[\ufe0e\ufe0f\u200d\u20e3]*\s*)+$")
FILLERS_BEFORE = (
    "(?:u+m+|e+r+m*|u+h+|h+m+|well|oh|right|so|basically|honestly|tbh|i(?:'d| would) say"
    "|that(?:'d| would) be|it(?:'d| would) be)"
)
FILLERS_AFTER = (
    "(?:tbh|sorry|pls|please|thanks|thank you|ta|lol|mate|x+|to be honest|honestly|i'm afraid"
    "|im afraid|innit|for this one)"
)
FILLED_BEFORE = re.compile(rf"(?i)^(?:{FILLERS_BEFORE}\b[\s,.\u2026-]*)+(?=\S)")
FILLED_AFTER = re.compile(rf"(?i)(?<=\S)[\s,]+(?:{FILLERS_AFTER}[\s,.!]*)+$")
OPENS_A_QUESTION = (
    r"(?:can|could|should|shall|do|does|did|is|are|am|was|will|would|may|must|have|has)"
    r" (?:i|we|he|she|they|it|you|the|this|that|there|mum|dad|a|an|my|his|her|parents)\b"
    r"|(?:ca|could|should|do|does|did|is|are|was|wo|would|have|has)n'?t (?:i|we|he|she|they|it|you|that|this|there)\b"
    r"|(?:what|why|how|when|where|who|which|whose)(?:'?s)? (?:if|is|are|do|does|did|can|could|should|shall|will|would"
    r"|counts?|about|happens|much|many|long|am|the|a|an|too|we|i|else)\b|do(?:es)? (?:it|they|he|she)\b"
    r"|do(?:es)? (?:an? |the )?\w+ (?:count|matter)\b"
)
COMMANDS = (
    "or (?:is|are|was|do|does|did|can|has|have) (?:it|i|they|s?he|we)|hang on|hold on|scrap that|by mistake|no,? wait"
    "|(?:i )?(?:pressed|ticked|tapped|clicked)|start (?:again|over)"
    "|sorry,? i|i mean|i meant|wrong (?:one|child|person|line|document|button|case)|go back|undo|change"
    " (?:it|that|my)"
)
TAKES_BACK = (
    rf"{COMMANDS}|actually no"
    r"|maybe|perhaps|possibly|might|if|unless|whether"
)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


def normalise(text: str) -> str:
    """Return the text with typographic quotes made plain and spaces folded, for matching only."""
    return " ".join((text if text.isascii() else text.translate(STRAIGHT)).split())


@cache
def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


def says(text: str, pattern: str) -> bool:
    """Whether the pattern occurs in the text as whole words."""
    return bool(_words(pattern).search(normalise(text)))


def remove(text: str, pattern: str) -> str:
    return _words(pattern).sub(" ", normalise(text))


def clauses(text: str, also: str = "") -> list[str]:
    """Return the parts of a sentence between commas, stops, dashes and "and"; `also` parts it further."""
    parts = _pattern(SEPARATOR + also).split(normalise(text.replace("\n", ", ")))
    return [part.strip(" \"'") for part in parts if part.strip(" \"'")]


def is_whole(clause: str, pattern: str) -> bool:
    return bool(_pattern(pattern).fullmatch(clause))


@cache
def _any_of(patterns: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns), re.IGNORECASE)


def which_whole(clause: str, patterns: Mapping[str, str]) -> str | None:
    """Return the name of the first of these patterns that the clause matches and nothing else, or None."""
    found = _any_of(tuple(patterns.items())).fullmatch(clause)
    return found.lastgroup if found else None


def whole(clause: str, pattern: str) -> re.Match[str] | None:
    """Return the match of the pattern with the whole clause, with its groups, or None."""
    return _pattern(pattern).fullmatch(clause)


def plain_answer(clause: str) -> str | None:
    """Return "yes", "no" or "unsure" for a clause that says this and nothing else."""
    return which_whole(clause, PLAIN)


def is_doubtful(text: str, words: str = LAPSED) -> bool:
    """Whether a word of the clause puts in doubt what was said, or it asks a question."""
    return says(text, words) or is_question(text)


def without_emoji(text: str) -> str:
    """Return the text without emoji after its last word; a text of emoji alone stays."""
    return text if text.isascii() else LAST_EMOJI.sub(r"\1", text)


def without_fillers(text: str) -> str:
    """Return the text without the "um" before it and the "please" after it; the text itself when nothing is left."""
    return FILLED_AFTER.sub("", FILLED_BEFORE.sub("", text.strip())) or text


LEADS_IN = (
    "(?:it'?s|its|it is|that'?s|thats|that is|this is|that would be|i'?m|im|i am|i'?ve|ive|i have|i|we'?ve"
    "|we have|we'?re|we|got"
    r"|there'?s|theres|there is|just|definitely|really|totally|purely|so|and|then|the|an?|his|her|their)"
)
DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept"
    "?|oct|nov|dec)"
)
WHEN = (
    rf"(?:(?:on|last|this) )?{DAY}(?: (?:morning|afternoon|evening|night))?|since (?:last )?(?:{DAY}|{MONTH}|\d{{4}}"
    r"|spring|summer|autumn|winter|christmas|easter|week|month|year|the (?:start|beginning|summer|spring))"
    rf"|(?:in|last|back in) (?:{MONTH}|spring|summer|autumn|winter|20\d\d)|(?:this|last) (?:week|month|morning|year)"
    r"|today|yesterday|just now|earlier(?: today)?|the other day|a (?:week|month|while|few (?:days|weeks|months)) ago"
)
"""When something was; what is to come is not among it."""
TRAILS = (
    rf"(?:{WHEN}|as (?:yet|such|of now)|for now|for that|so far as i know|at (?:the moment|present|all)|currently"
    rf"|right now|now|so far|yet|whatsoever|really|here|today|as it happens"
    r"|actually|to be fair|then|though|with us|either|anyway|of course|for sure|definitely|obviously|clearly)"
)


def barer_and_barer(clause: str) -> list[str]:
    """Return the clause unchanged, then without what trails after it, then without what leads into it as well."""
    whole = normalise(clause).strip(" .!,;")
    tail = _pattern(rf"(?<=\S)(?:[\s,]+{TRAILS})+$").sub("", whole)
    head = _pattern(rf"^(?:{LEADS_IN}[\s,]+)+(?=\S)").sub("", tail)
    return list(dict.fromkeys([whole, tail, head]))


STARTS_ANEW = (
    r"i(?! (?:think|guess|suppose|reckon|hope|assume|believe|may|might|would|could)\b)|it|it'?s|its|he'?s?|she'?s?"
    r"|they(?:'?re|'?ve|'?d|'?ll)?|we(?:'?re|'?ve|'?d|'?ll)?|i'?m|i'?ve|i'?d|i'?ll"
    r"|he'?(?:d|ll)|she'?(?:d|ll)|that'?s?|there'?s?|this|(?:my|our|his|her|their|the|an?) (?!few\b|bit\b|lot\b"
    r"|little\b)\w+"
    r"|mum|dad|nan|mother|father|someone|somebody|because|cos|just|only|since|until|never|every|who|two|three|on \w+day"
)


def with_comma(text: str) -> str:
    """Return the text with the comma that people leave out after a "yes" or "no" that goes on: "no he's fine"."""
    return _pattern(rf"^(\W*(?:{LEAD['yes']}|{LEAD['no']})) (?=(?:{STARTS_ANEW})(?![\w']))").sub(
        r"\1, ", normalise(text)
    )


def takes_back(clause: str, *, named: bool) -> bool:
    """Whether a clause beside an answer gives an order, or says what it is not where the answer is `named`."""
    return (
        (named and is_whole(clause, "not (?:the|a|an|his|her) .*"))
        or says(clause, COMMANDS)
        or is_whole(clause, "wait|sorry")
    )


def asks_or_takes_back(text: str) -> bool:
    """Whether it asks something, takes something back, or only supposes it, so that nothing in it is an answer."""
    return asks(text) or says(text, TAKES_BACK)


def asks(text: str) -> bool:
    """Whether it has a question mark, or opens as a question."""
    said = normalise(text)
    return is_question(said) or bool(_pattern(rf"^(?:and |but |so )?(?:{OPENS_A_QUESTION})").match(said))


def place_named(text: str, count: int, *, options_only: bool = False) -> int:
    """Return which of so many is named by its place: "option 2", "the 2nd", "second one", "the last"; 0 for none.

    `options_only`: where "the second" could be another thing's place, only "option 2" and the like.
    """
    said = normalise(text).lower().strip(" .!)(")
    if not options_only and _pattern(r"(?:the )?last(?: one| option)?").fullmatch(said):
        return count
    found = _pattern(rf"(?:{OPTION_WORD})[ .#]*(\d{{1,2}}|{'|'.join(CARDINALS)})").fullmatch(said)
    if found:
        word = found.group(1)
        place = int(word) if word.isdigit() else CARDINALS.index(word) + 1
    else:
        found = _pattern(
            rf"(?:the )?(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(ORDINALS)}))(?: one| option| choice)?"
        ).fullmatch(said)
        if found is None or options_only:
            return 0
        place = int(found.group(1)) if found.group(1) else ORDINALS.index(found.group(2)) + 1
    return place if place <= count else 0


def is_by_number(text: str) -> bool:
    """Whether it holds nothing but the numbers or the place of options."""
    return bool(numbers_alone(text) or place_named(without_fillers(text), len(ORDINALS)))


ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
OPTION_WORD = r"(?:the )?(?:option|number|no\.|no(?= ?\d)|choice|answer|opt|#)"


def is_question(text: str) -> bool:
    """Whether a word of the text ends in a question mark; one inside an address asks nothing."""
    return bool(_pattern(r"\?(?=\W|$)").search(text))


def after_opening(text: str, pattern: str) -> str | None:
    """Return, as typed, what follows the pattern (and any commas or dashes) if the text opens with it, else None."""
    matched = normalise(text)
    found = _pattern(rf"^\W*(?:{pattern})(?!\w)[\s,.;:!\u2013\u2014-]*(.*)$").match(matched)
    return _as_typed_after(text, len("".join(matched[: found.start(1)].split()))) if found else None


def _as_typed_after(text: str, count: int) -> str:
    """Return the text after so many characters that are no spaces, which `normalise` keeps one for one."""
    seen = 0
    for place, character in enumerate(text):
        if seen == count and not character.isspace():
            return text[place:].rstrip()
        seen += not character.isspace()
    return ""


def after_plain_answer(text: str) -> str:
    """Return what follows a "yes", "no" or "not sure" at the opening; empty if there is none."""
    rests = (after_opening(text, pattern) for pattern in PLAIN.values())
    return next((rest for rest in rests if rest is not None), "")


def numbers_alone(text: str) -> list[int]:
    """Return the numbers of a text that holds nothing else: "2", "(2)", "option 2 please", "1, 3 and 4", "1;2"."""
    bare = _pattern(r"(?i)^\s*(?:(?:options?|numbers?)\b|#)?\s*|[\s.)]*(?:\bplease\b|\bpls\b)?[\s.)]*$").sub("", text)
    bare = _pattern(r"[()]").sub("", bare)
    if not _pattern(r"(?i)\d{1,2}(?:(?:\s*(?:[,;/+&]|and)\s*|\s+)\d{1,2})*").fullmatch(bare):
        return []
    return [int(number) for number in _pattern(r"\d+").findall(bare)]
