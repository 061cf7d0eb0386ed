"""What there is to see in a message that is read for danger: its words, what they stand for, and its tense."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

DATA = Path(__file__).parents[2] / "guidance" / "asked"
WORDS = DATA / "urgent_words.txt"
KNOWN_WORDS = DATA / "urgent_known.txt"
"""The words of the examples, so that a word that is spelt rightly is not taken for a slip of another."""
MEANINGS = DATA / "urgent_meanings.txt"
"""Words with two numbers each: of the wide and of the narrow group of words that mean something like it."""

SHORTEST_MENDED = 5
_HAZARDS = """
weapon violence threat wreck sound unconscious breath medical overdose suicide selfharm fire water height traffic drive
drunk alone locked taken travel missing nocontact sexual marry gang atdoor hide fear danger refuse psych dog goeshome
babysit mark free
"""
HAZARDS = frozenset(_HAZARDS.split())
PEOPLE = frozenset(("infant", "child", "parent", "he", "she", "they", "first"))
MANY_HAZARDS = 4

MONTHS = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
AGO = r"(?:years?|months?|weeks?|ages|while|bit|days) (?:ago|back|before last)"
DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
LAST = (
    "last (?:year|yr|month|term|summer|winter|spring|autumn|week|wk|easter|christmas|time|placement|partner|school"
    f"|{MONTHS})"
)
FRAMES = {
    "past": rf"yearnum|datenum|used to|{LAST}|{AGO}|as an? (?:\w+ )?(?:child|baby|girl|boy|toddler|teen\w*|kid|young)"
    r"|when (?:he|she|they|mother|i|it) (?:was|were|left)|wen she was|long gone|way back|way before|back (?:then|in)"
    rf"|(?:in|on|since|from|early|late|back in|of|the|last|by) {MONTHS}|in (?:the )?(?:past|summer|spring"
    rf"|winter|autumn)"
    r"|previous\w*|prev|histor\w+|hist|hx|pmh|once|aged? (?:0|two|three|four|five|six)|at (?:two|three|birth)"
    r"|since then"
    r"|(?:her|his|the|their|my) (?:last|first|old|second|previous) (?:\w+ )?(?:placement|foster|partner|school|children"
    r"|house|home|address|carers|husband|fella|social)|(?:in|since) (?:year|primary|care|yr|prison)|bk in|no longer"
    r"|before (?:he|she|they|we) (?:was|were|moved|came|left|separated)|before (?:in )?my|ended|divorce\w*|counselling"
    r"|died|dead now|healed|scars?|jailed|convicted|rehomed|any ?more|existing|nearly|over christmas|at easter|ago"
    r"|the trial|the inquest|at the time|for years|over the years|long history|long while",
    "day": rf"{DAYS}|weekends?|yesterday|last night|other (?:day|night|week)|half term|holidays?",
    "supposed": r"if (?:i|we|he|she|they|mother|father|told|the|a|it|you|anyone|this|only|there|someone|both)|wud|mite"
    r"|would|could|might|may|suppose|imagine|hypothetical\w*|in case|lead(?:s|ing)? to|risks? (?:of|to|that|if)"
    r"|likely to|what happens|for example|lets say|say a|what if|wonder\w*|whether|(?:worr\w+|fear|concern"
    r"|scared|afraid)"
    r" (?:is|that|he|she|they|of)|chance|the type to|do not want|when (?:a|someone|should|there)|avoid\w*|flight risk",
    "asking": r"(?:can|may|should|must|do|could|shall|am) (?:i|we)\b.*\b(?:tell|share|speak|talk|ring|call|give"
    r"|pass|send"
    r"|inform|let|warn|know|mention|write|record|use|say|ask|wait|need|notify|refer|disclose|contact|allowed|get|show"
    r"|confirm|leave|withhold|put|have)|(?:is it|is that) (?:ok|okay|all ?right|allowed|fine|legal)"
    r"|(?:needs?|wants?|asked|asking|right|like) (?:to know|our|the|a|her|his|for|about|information|why|what"
    r"|what|to be)"
    r"|who (?:can|needs|should|may|else|gets|at|hears)|what (?:does|do|counts|is|can i|should|to do|are|goes|we)"
    r"|when (?:should|can|must|do)|how (?:do|long|soon|quickly|many|sure|can)|need to (?:tell|let|know|report|share)"
    r"|(?:does|is|do|are|must|which|where|explain|define) (?:the|danger|it|that|consent|mother|father|violence"
    r"|threats|a|an"
    r"|emotional|fear|suicide|forced|fgm|abduction|police|0|immediate|significant)"
    r"|(?:school|gp|nursery|nurse|housing|probation|camhs|police|solicitor|court|teacher|carer|college|hospital|refuge"
    r"|service|consultant|grandma|neighbour) (?:wants?|needs?|ask(?:s|ed)?|are asking|is asking|just asked"
    r"|can be|be told"
    r"|to know|ask for)|can (?:the|school|mother|housing|nursery|his|her|dads|someone approve)|(?:tell|let"
    r"|share|give) (?:the"
    r" )?(?:school|gp|nurse|nursery|police|carer|camhs|housing|hv|dsl|skool|dentist|refuge|new|someone|his|details)",
    "over": r"(?:is|are|was|were|been|all|now|and|found|kept|home|back|both|everyone) (?:now |all )?(?:alive and )?"
    r"(?:safe|fine|ok|okay|oky|well|stable|settled|asleep|better|sorted|good|grand|healing|sweet)|false alarm"
    r"|out of danger"
    r"|safe (?:now|with|and|in|at|house|tonight)|found safe"
    r"|not (?:in (?:any |immediate )?danger|urgent|an emergency|at (?:immediate )?risk|missing)"
    r"|no (?:one|danger|emergency|risk|immediate|injur\w+|concerns|problem|need|violence|charges|further)|dealt with"
    r"|(?:came|come|brought|got|turned) (?:back|home|bk|up at)|(?:been|was|were) found|found (?:safe|her|him"
    r"|them)|calmed"
    r"|under control|all over|looked after|discharged|recover\w+|moved (?:out|to|away|in|on)|alls well|sorted|nfa"
    r"|in (?:custody|prison|hospital|foster|a refuge|a secure)|remand\w*|(?:been|was|were|police) arrested|charged"
    r"|turned out|never (?:in|any|missing|been)|(?:has|is|are) (?:over|passed|gone|stopped|ended)|panic over|drill"
    r"|by mistake|only a|it was (?:a|just)|doing well|resolved|all got out|taken away|locked up|deported|stopped \w+ing"
    r"|(?:has|have) (?:not )?(?:stopped|left|separated|arrested|taken the)|split|got away from|since they"
    r"|checked (?:him|her"
    r"|over)|welfare check|stood down|averted|update|ignore (?:that|last)|just to say|off the roof|eating|in school"
    r"|nothing came|acted first|s w|placed|with (?:her|his|their) (?:nan|aunt\w*|grandma|nans|gran|dads)",
    "going on": r"(?:am|is|are|keeps?|he|she|they|mother|father|child|boy|girl|baby|children|who|and|just|still"
    r"|now|been"
    r"|starts?|started|men|man|someone|police|i|staff|carer|parents?|neighbour|brother|sister) (?:(?:not|just"
    r"|still|now|all"
    r"|already|trying to) )?(?!morning|nothing|something|anything|during|being|having|king|ring)\w+ing",
    "now": r"now|right now|tonight|today|as we speak|this (?:minute|second|morning|afternoon|evening|instant)|as i type"
    r"|just (?!(?:a|want|need|over|about the|before|like|in case|as|asked|started)\b)\w+|(?:minutes?|hours?"
    r"|seconds?) ago"
    r"|at the moment|currently|about to|on (?:his|her|their|the) way|any (?:minute|second|moment)"
    r"|in (?:0|five|ten|twenty|half|an|fifteen|thirty) ?(?:minutes?|hours?|an hour)|already|here|outside|still"
    r"|hurry|quick"
    r"|en route|within the|next hour|at the door|downstairs|upstairs|in front of me|on the (?:phone|line)",
    "help": r"help (?:me|us|her|him|please|now|child)|please help|send (?:someone|help|police)|come (?:now|quick|get)"
    r"|need (?:police|an? ambulance|ambulance|help now|someone here|someone)|police (?:now|please|to)|help"
    r"|(?:call|ring|get) (?:the )?(?:police|ambulance|someone)|who do i (?:ring|call)|what do i do",
    "made up": r"story|practice|case study|training|example|scenario|pretend|essay|project|films?|made up|quiz"
    r"|role play|dummy|simulation|viva|exercise"
    r"|dissertation|for english|games?|trainee|fixture|book|play",
    "on paper": r"reports?|letters?|paragraph|chronology|referral|minutes of|minutes|statement|notes?"
    r"|documents?|assessment"
    r"|transcript|log|judgment|finding|protocol|policy|plan|plans|form|body map|email|records?|paper|line|lines|meeting"
    r"|conference|marac|order|review|interview|card|button|question|draft|screen|page|link|list|phone number|history"
    r"|background|info|information|conditions|diagnosis|details|summary|caution|conviction|licence|allegation",
    "habit": r"(?:he|she|they|mother|father|parents|partner|uncle|brother|boyfriend|children|dad"
    r"|stepdad) (?:often |always"
    r" |sometimes |never |do not |does not |will not )?(?!is\b|has\b|says\b|was\b|does\b|his\b|needs\b|this\b)"
    r"(?:\w+s|drink|fight|sleep|feed|hit|refuse|want|leave|take|see|smoke|argue)|always|often|sometimes"
    r"|at times|usually"
    r"|regularly|at weekends|at night|most days",
    "was": "was|were|had|did",
    "has": r"(?:has|have|is) (?:just |now )?(?:been )?(?:\w+ed|\w+en|gone|come|got|left|run|put|cut|hit|swallowed)",
    "is": "is|are|am|has|have|will|can",
    "will": r"(?:will|going to) \w+",
    "did": r"(?!need|bed|red|shed|bleed|feed|speed|unresponsive|scared|locked|trapped|terrified|armed)\w+ed"
    r"|took|went|came|told"
    r"|said|rang|gave|left|fell|threw|shook|ran|drove|found|saw|held|tried|kept|lost|began|stood|sat|made|knew"
    r"|drank|ate"
    r"|bit|broke|brought|caught|chose|felt|fought|flew|heard|hid|led|met|paid|rode|shot|slept|spoke|stole|struck|swore"
    r"|thought|woke|wrote|stuck|burnt|got|beat|hit|cut|hurt|let|set|put|showed",
    "not": "not|no",
    "question mark": r"\?",
}
"""When it happens, and whether it does: what a message says of it in its tense and its turns of phrase."""
_FRAMES = {name: re.compile(rf"(?<!\S)(?:{pattern})(?!\S)") for name, pattern in FRAMES.items()}
MAIN_FRAMES = (
    "past",
    "day",
    "supposed",
    "asking",
    "over",
    "going on",
    "now",
    "help",
    "made up",
    "on paper",
    "habit",
    "told",
    "bare",
)
PRESENT = frozenset(("has", "is", "will", "going on", "now"))
FINITE = frozenset(("was", "has", "is", "will", "did", "habit", "going on"))
FIRST_WORDS = {
    "subject": "he she they i mother father baby child",
    "noun": "the a an his her",
    "answer": "to so for because as that yes no if",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`spelling`: what is typed for other words. `signs`: what a phrase stands for. `known`, `worth_mending`: words."""

    spelling: dict[str, tuple[str, ...]]
    signs: dict[tuple[str, ...], frozenset[str]]
    longest: int
    known: frozenset[str]
    worth_mending: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """`words`: spelt out. `found`: what they stand for, in order. `frames`: FRAMES and what the first words show."""

    words: tuple[str, ...]
    found: tuple[str, ...]
    frames: frozenset[str]


def signs_of(text: str) -> Signs:
    """Read a message for what the model weighs."""
    known = lexicon()
    words = tuple(mended(word) for token in tokens(text) for word in known.spelling.get(token, (token,)))
    return Signs(words, tuple(_found(words, known)), _frames(words))


def tokens(text: str) -> list[str]:
    """The words as typed, in small letters and without apostrophes; years, dates, times and numbers by their kind."""
    plain = unicodedata.normalize("NFKC", text).lower()
    plain = re.sub("['\u2018\u2019`]", "", plain)
    plain = re.sub(r"(.)\1{2,}", r"\1\1", plain)
    spelling = lexicon().spelling
    plain = re.sub(r"[a-z]*\d[a-z]+|[a-z]+\d", lambda typed: " ".join(spelling.get(typed[0], (typed[0],))), plain)
    plain = re.sub(r"\b(?:19|20)[0-3]\d\b(?! ?(?:tonight|hrs|h\b))", " yearnum ", plain)
    plain = re.sub(r"\b\d\d?[:.]\d\d ?(?:[ap]m)?\b|\b\d\d? ?[ap]m\b|\b\d{4} ?(?:hrs|h)\b", " clock ", plain)
    plain = re.sub(
        rf"\b\d\d?/\d\d?(?:/\d+)?\b|\b\d\d? (?={MONTHS}\b)|\b\d\d?(?:st|nd|rd|th)\b(?! ?fl)", " datenum ", plain
    )
    return re.findall(
        r"[a-z]+|0|[?]", re.sub(r"\d+", " 0 ", re.sub("a ?& ?e", " hospital ", plain).replace("&", " and "))
    )


@cache
def mended(word: str) -> str:
    """The word that this one is one slip away from, if it is no word that we know and the other is worth it."""
    known = lexicon()
    if len(word) < SHORTEST_MENDED - 1 or word in known.known:
        return word
    return next((slip for slip in _one_slip_from(word) if slip in known.worth_mending), word)


def _one_slip_from(word: str) -> Iterator[str]:
    """Letters swapped, one too many, one missing, one wrong; the first letter is seldom what slips."""
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1))
    if len(word) > SHORTEST_MENDED:
        yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    yield from (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in ascii_lowercase)
    if len(word) >= SHORTEST_MENDED:
        yield from (word[:at] + letter + word[at + 1 :] for at in range(1, len(word)) for letter in ascii_lowercase)


def _found(words: tuple[str, ...], known: Lexicon) -> Iterator[str]:
    for at in range(len(words)):
        for size in range(1, min(known.longest, len(words) - at) + 1):
            yield from sorted(known.signs.get(words[at : at + size], ()))


def _frames(words: tuple[str, ...]) -> frozenset[str]:
    said = " ".join(words)
    frames = {name for name, pattern in _FRAMES.items() if pattern.search(said)}
    frames |= {f"first {name}" for name, first in FIRST_WORDS.items() if words and words[0] in first.split()}
    if not frames & FINITE:
        frames.add("bare")
    if frames & {"was", "did"} and not frames & PRESENT:
        frames.add("told")
    length = len(words)
    frames.add(f"up to {2 if length <= 2 else 4 if length <= 4 else 8 if length <= 8 else 'more'}")
    return frozenset(frames)


def features(signs: Signs) -> list[tuple[list[str], float]]:
    """The groups of features of a message, each with how much the group counts."""
    words, frames = signs.words, sorted(signs.frames)
    kinds = sorted(set(signs.found))
    hazards = [kind for kind in kinds if kind in HAZARDS]
    people = [kind for kind in kinds if kind in PEOPLE]
    main = [name for name in MAIN_FRAMES if name in signs.frames]
    rest = [name for name in frames if name not in MAIN_FRAMES]
    count = min(len(hazards), MANY_HAZARDS)
    framed = [f"frame {name}" for name in main] + [f"frames {one}, {two}" for one, two in _pairs(main)]
    framed += [f"all {'|'.join(main)}"] + [f"{count} hazards, {name}" for name in main]
    framed += [f"frame {name}, {other}" for name in main for other in rest]
    return [
        ([f"kind {kind}" for kind in kinds] + [f"{count} hazards"], 1.5),
        ([f"frame {name}" for name in rest], 1.0),
        ([f"{hazard} & {name}" for hazard in hazards for name in rest + [k for k in kinds if k not in HAZARDS]], 1.0),
        ([f"{one} & {two}" for one, two in _pairs(rest)], 0.6),
        ([f"{one} + {two}" for one, two in _pairs(hazards)] + [f"{h} + {p}" for h in hazards for p in people], 0.8),
        ([f"{count} hazards, {name}" for name in rest], 0.7),
        ([f"{one} > {two}" for one, two in pairwise(signs.found)], 0.5),
        (framed, 2.0),
        ([f"{name}: {hazard}" for name in main for hazard in hazards], 0.8),
        *_spelt(words),
        *_meant(words, main),
    ]


def _meant(words: tuple[str, ...], main: list[str]) -> list[tuple[list[str], float]]:
    """What words stand for that no example holds: the groups of like words that they are in."""
    known = meanings()
    groups = [known[word] for word in words if word in known]
    wide = [f"A{group}" for group, _ in groups]
    narrow = [f"B{group}" for _, group in groups]
    return [
        (wide, 0.8),
        (narrow, 0.8),
        ([f"{one}>{two}" for one, two in pairwise(wide)], 0.5),
        ([f"{one}>{two}" for one, two in zip(wide, wide[2:], strict=False)], 0.3),
        ([f"{group}&{name}" for group in narrow for name in main], 0.6),
    ]


@cache
def meanings() -> dict[str, tuple[str, str]]:
    """The groups of like words that each word is in, the wide one and the narrow one."""
    if not MEANINGS.exists():
        return {}
    return {word: (wide, narrow) for word, wide, narrow in map(str.split, MEANINGS.read_text("utf-8").splitlines())}


def _spelt(words: tuple[str, ...]) -> list[tuple[list[str], float]]:
    edged = ("^", *words, "$")
    line = f" {' '.join(words)} "
    return [
        ([f"w {word}" for word in words], 1.0),
        ([f"w {one} {two}" for one, two in pairwise(edged)], 0.8),
        ([f"w {one} _ {two}" for one, two in zip(edged, edged[2:], strict=False)], 0.4),
        ([line[at : at + size] for size in (3, 4, 5) for at in range(len(line) - size + 1)], 0.8),
        ([f"^ {' '.join(words[:size])}" for size in (1, 2, 3)], 0.4),
    ]


def _pairs(names: list[str]) -> list[tuple[str, str]]:
    return [(one, two) for at, one in enumerate(names) for two in names[at + 1 :]]


@cache
def lexicon() -> Lexicon:
    """What guidance/asked/urgent_words.txt and urgent_known.txt know."""
    sections = read_words(WORDS.read_text("utf-8"))
    spelling = {
        short: tuple(long.split("_")) for short, _, long in (e.partition("=") for e in sections.pop("spelling"))
    }
    irregular = {verb: forms.split(",") for verb, _, forms in (e.partition("=") for e in sections.pop("verbs"))}
    signs: dict[tuple[str, ...], set[str]] = {}
    for name, entries in sections.items():
        for entry in _with_forms(entries, irregular) if name.endswith("+") else entries:
            phrase = tuple(word for token in entry.split("_") for word in spelling.get(token, (token,)))
            signs.setdefault(phrase, set()).add(name.rstrip("+"))
    own = {word for phrase in signs for word in phrase}
    known, common = _known_words()
    return Lexicon(
        spelling,
        {phrase: frozenset(kinds) for phrase, kinds in signs.items()},
        max(map(len, signs)),
        frozenset(own | known),
        frozenset(word for word in own | common if len(word) >= SHORTEST_MENDED),
    )


def read_words(text: str) -> dict[str, list[str]]:
    """The entries under each heading."""
    sections: dict[str, list[str]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            entries = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            entries += line.split()
    return sections


def _known_words() -> tuple[set[str], set[str]]:
    """The words that are known, and those of them that are common: they stand first, before an empty line."""
    if not KNOWN_WORDS.exists():
        return set(), set()
    common, _, rare = KNOWN_WORDS.read_text("utf-8").partition("\n\n")
    return set(common.split()) | set(rare.split()), set(common.split())


def _with_forms(verbs: Iterable[str], irregular: dict[str, list[str]]) -> Iterator[str]:
    for verb in verbs:
        yield verb
        yield from irregular.get(verb) or _regular(verb)


def _regular(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return f"{verb}d", f"{verb}s", f"{verb[:-1]}ing"
    doubled = verb + verb[-1] if re.fullmatch(r".*[^aeiou][aeiou][bdgmnpt]", verb) else verb
    return f"{doubled}ed", f"{verb}es" if verb.endswith(("sh", "ch", "ss")) else f"{verb}s", f"{doubled}ing"
