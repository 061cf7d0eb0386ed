"""Which option an answer in odd words means, where no pattern reads one: learned from guidance/asked/choices.tsv.

It gives nothing where the words are in doubt. One that could open the way needs more, and is read back before it is
taken (`dialogs/read_back.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild
from dialogs.engine.each_parent import EachParent
from dialogs.engine.lines import EachLine
from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.text import clauses
from dialogs.understanding.asked.features import WORDS
from dialogs.understanding.asked.model import Regression, read_regression
from dialogs.understanding.asked.pieces import DATA, read_lines
from dialogs.understanding.asked.words import Words
from dialogs.understanding.kinds import as_seen

NAME = "choices_"
"""How the names of the built files begin."""
CLASSES = DATA / "choices_classes.txt"
NOTHING = "-"
"""The value of what answers nothing."""
LIKELY, NEEDED, NEEDED_IF_STRICT = 0.5, 0.72, 0.76
"""How likely one option has to be among those of the question: to be read back, and to be meant surely."""
BEYOND_DOUBT = 0.95
"""How likely it has to be for "and", "all" or "will" to change nothing."""
POSSIBLE, HARDLY_BESIDE, MOST_OFFERED = 0.15, 0.5, 2
"""How likely an option has to be to be offered where none is read back, by itself and beside that nothing is meant; and
how many are."""
MORE_LIKELY = 1.75
"""How many times as likely as without any word it has to be as well: else the words say nothing of it."""
HARDLY_ALONE = 0.9
"""Under which likelihood one option is hardly all that is meant, where the parts of a text name several."""
IN_PART = 0.7
"""How likely the option of a part has to be, where a text names several."""
HARDLY = 0.3
"""How likely an option is at most, that a single word of the text was read as, where another is likely."""
SURELY_NOTHING = 0.5
IN_DOUBT = r"might|maybe|perhaps|probably|possibly|hop(?:e|ing)|if|whether|unless|once|used to|except|apart|bar|\?+"
AHEAD = r"will|\w+'ll|going to|gonna|soon|about to|next"
ALL_BUT, BUT = "everything|all|both", "but|except|apart|bar"
"""Words by which what is named may be all there is, or what is left out."""
MORE = "and|or|plus|then|both|also|&|,"
"""Words by which more than one may be meant."""
BETWEEN_PARTS = r"(?i)\s*(?:[,;.&+/]|\b(?:and|or|plus|then|also)\b)\s*"
JOINED = "and|or|plus|also|then|&"
MOST_PARTS, SHORT_LIST = 5, 4
"""Parts of a text that are read by themselves; and words of one that names several with commas alone."""
LEFT_OUT = rf"{clauses.NEGATION}|that'?s (?:all|it)|still|only"
"""Words by which a part may be named as what is not meant."""
DENIAL = rf"{clauses.NEGATION}|nowt|zero|zilch|nil|lack(?:s|ed|ing)?|(?:yet|failed|forgot) to"
OF_PARENTS_TOLD = ("what", "why", "used_for", "to_whom")
AFFIRMING = frozenset(
    {"yes", "written", "advised", *OF_PARENTS_TOLD, *(f"will_inform_beforehand_{one}" for one in OF_PARENTS_TOLD)}
    | {"in_what_circumstances", "will_gather_from_other_services", "privacy_notice", "parents_understand"}
)
"""Options that nobody says with a "no", a "nothing" or a "never"."""
DENIED_BY_YES = frozenset({"line_proportionate"})
"""Questions whose "yes" is said with a "no": "not too much"."""
UNSURE = "unsure"
STILL_TO_DO = frozenset({"tell_first", "not_asked", "not_yet", "interpreter", "language", "large_print", "read_out"})
"""Options that speak of what is to come."""
NUMBERED = rf"\d+(?:st|nd|rd|th|am|pm)?|{'|'.join((*clauses.ORDINALS, *clauses.CARDINALS))}|last"
LITTLE = (
    rf"(?:{NUMBERED}|number|option|not|no|neither|nor"
    "|never|don'?t|isn'?t|is|it|at|or|and|but|than|except|apart|bar|from|the|all|both|half|some|any|either|none|nothing"
    "|unsure|sure|yes|y|n|hm+|um+|er+m*|uh+|so|well)"
)
"""Words that say which option is meant only where a pattern reads them: "not 4", "all but the first", "y"."""
DENIED = "(?:(?:it'?s|that'?s|definitely|but) )?(?:not|no|never|isn'?t)(?: (?:the|an?|by|in|for|my|his|her))?"
LONGEST_DENIED = 3
"""Words of an option that a "not" before it rules out."""
TITLED = r"(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|rev)\.? (?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?"
AS_A_NAME = r"(?-i:[A-Z\u00c0-\u017d][\w'-]*[a-z\u00df-\u017e][\w'-]*)(?: (?-i:[A-Z\u00c0-\u017d][\w'-]+)){0,2}"
"""Somebody's name, whatever it sounds like: "Mr Post"; and what may be one."""
AT_ALL = "(?: at all| of (?:it|them|those|these))?"
DENIES_NONE = "not (?:no|none|nothing|no one|nobody|unsure)(?: of (?:it|them|these))?"
NONE = rf"(?:none|nothing|neither|nil|nowt|no one|nobody|not? any){AT_ALL}"
OF_RISKS = frozenset({"reasons", "check_grounds", "real_concern", "lawful_doubt"})
"""Questions of what might happen or is in doubt, where "might" makes nothing less sure."""
ASKS_IF = "ask(?:s|ed|ing)? (?:them |her |him )?(?:if|whether)"
"""What a request asks, which is no doubt either."""
POSSIBLY_THEN = "might|may|if (?:they|s?he|mum|dad|we|i)"
WAY_ON = "way_on"
"""What is learned of as if it were a question: how to go on from an answer."""
ASKED_AS: Mapping[str, str] = {"covered_since": "covered"}
"""Questions that have the options of another."""
CLOSING = frozenset(
    {("told_items", "none"), ("told_items", "one_only"), ("told_items", "unsure"), ("taken_out_by", "no_one")}
)
"""Options that are taken strictly elsewhere, though they only ever ask for more to be done."""
CLOSES: Mapping[str, str] = {"part_in_case": "none", "staff": "no", "author_agreed": "refused"}
"""Answers that close the way at once, which odd words alone never give either."""

FEWEST_OF_PARENTS = 3
"""Words from which on a text says more of the parents than who they are."""
WithOptions = Choice | Ticks | EachChild | EachLine | EachParent
ALL_OF_THEM = "both|all|each|neither|none|nobody|no one|every ?one|they|them|parents|mum and dad|pair"
"""Words that speak of all the parents."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The value that odd words mean. `surely`: else it is read back first. `beyond_doubt`: whatever it opens with."""

    value: Json
    surely: bool
    beyond_doubt: bool = False


def option_meant(question: Question, text: str) -> Meant | None:
    """The option that this most likely means; None where none is likely."""
    if not isinstance(question, WithOptions) or says_little(text):
        return None
    said = clauses.remove(text, f"{ASKS_IF}|{POSSIBLY_THEN}" if question.name in OF_RISKS else ASKS_IF)
    best, share = _best(question.name, text)
    asks = clauses.asks(said) and not leaves_out_who(said)
    if best != UNSURE and (asks or clauses.says(said, clauses.COMMANDS)):
        return None
    parts = _parts(question, text)
    several = _together(question, parts) if isinstance(question, Ticks) else ()
    if len(several) > 1 and (share < BEYOND_DOUBT or best == " ".join(several)):
        listed = clauses.says(text, JOINED) or len(text.split()) <= SHORT_LIST
        plain = listed and not _is_doubtful(said) and not clauses.says(text, LEFT_OUT)
        return Meant([*several], surely=plain and (share < HARDLY_ALONE or " " in best))
    several_can_be = isinstance(question, Ticks)
    but = several_can_be and (share < BEYOND_DOUBT or " " not in best) and clauses.says(text, BUT)
    if best == NOTHING or share < LIKELY or but or is_denied(question, best, text):
        return None
    value: Json = [*best.split()] if several_can_be else best
    likely = share >= (NEEDED_IF_STRICT if is_strict(question, value) else NEEDED)
    others = {value for value, likely in parts if likely >= LIKELY} - {best, NOTHING}
    more = several_can_be and " " not in best and clauses.says(text, MORE) and (others or share < BEYOND_DOUBT)
    left_out = several_can_be and clauses.says(text, ALL_BUT)
    ahead = best not in STILL_TO_DO and clauses.says(text, AHEAD)
    doubtful = more or _is_doubtful(said) or (share < BEYOND_DOUBT and (left_out or ahead))
    surely = likely and (best == UNSURE or not doubtful) and _is_known(text) and not _denies(question, value, said)
    surely = surely and not isinstance(question, EachParent)
    return Meant(value, surely, beyond_doubt=surely and share >= BEYOND_DOUBT)


def leaves_out_who(text: str) -> bool:
    """Whether it opens as a question would and asks nothing: "did it myself", "have it from her by email"."""
    return clauses.after_opening(text, "(?:did|have|had) (?:it|that|them|this)") is not None and "?" not in text


def likeliest(question: Question, text: str) -> tuple[str, ...]:
    """The two options at most that this may mean, the likelier first; none where it hardly means any."""
    if isinstance(question, Choice) and (may_mean := _meant_by_plain_answer(question, text)):
        return may_mean
    names_what_is_left_out = isinstance(question, Ticks) and clauses.says(text, f"{BUT}|{LEFT_OUT}")
    if not isinstance(question, Choice | Ticks) or names_what_is_left_out or says_little(text) or not _is_known(text):
        return ()
    return tuple(value for value in _possible(question.name, text) if not is_denied(question, value, text))[
        :MOST_OFFERED
    ]


def likeliest_ways(text: str) -> tuple[str, ...]:
    """The ways on from an answer that this may mean, the likelier first."""
    return () if says_little(text) else _possible(WAY_ON, text)


def means_a_way_on(text: str) -> bool:
    """Whether this most likely says how to go on from an answer."""
    best, share = _best(WAY_ON, text)
    return best != NOTHING and share >= LIKELY and not says_little(text)


def _possible(question: str, text: str) -> tuple[str, ...]:
    """The options that are likely enough to be offered, the likelier first."""
    shares, of_no_words = _shares(question, text), _shares(question, "")
    least = max(POSSIBLE, shares.get(NOTHING, 0.0) * HARDLY_BESIDE)
    likely = sorted(
        (share, value)
        for value, share in shares.items()
        if value != NOTHING and share >= max(least, MORE_LIKELY * of_no_words[value])
    )
    return tuple(value for _, value in reversed(likely))


def says_little(text: str) -> bool:
    """Whether it holds nothing but numbers and small words, or somebody's name: no option in odd words."""
    said = clauses.normalise(text).strip(" .!,")
    if clauses.is_whole(said, NONE):
        return False
    left = clauses.remove(said, LITTLE)
    return not any(letter.isalpha() for letter in left) or is_name(text)


def is_unreadable(text: str) -> bool:
    """Whether a pattern can only misread it: a number and a "not", a "not" before a "none", a name."""
    said = clauses.normalise(text).strip(" .!,")
    numbers = clauses.says(said, NUMBERED) and clauses.says(said, clauses.NEGATION)
    return clauses.is_whole(said, DENIES_NONE) or is_name(text) or (numbers and says_little(text))


def is_name(text: str) -> bool:
    """Whether it is a name by its title or by its capitals, and holds no word that is known here."""
    said = clauses.normalise(text).strip(" .!,")
    return clauses.is_whole(said, TITLED) or (clauses.is_whole(said, AS_A_NAME) and not _is_known(text))


def _is_known(text: str) -> bool:
    """Whether a word of it was learned, and not only its letters."""
    names = [f"{WORDS}\t{stem}" for stem in as_typed(text).stems]
    return bool((_regression().vocabulary.names.rows(names) >= 0).any())


def is_denied(question: Question, value: Json, text: str) -> bool:
    """Whether it names this very option after a "not" at its opening: "not refused"."""
    rest = clauses.after_opening(text, DENIED)
    if not rest or len(rest.split()) > LONGEST_DENIED or not isinstance(question, WithOptions):
        return False
    values = value if isinstance(value, list) else [value]
    says_no = isinstance(question, Choice) and question.plain_words.get("no") in values
    if says_no and clauses.after_opening(text, clauses.LEAD["no"]) is not None:
        return False
    return any(option.value in values and option.means(rest) for option in question.options)


def _meant_by_plain_answer(question: Choice, text: str) -> tuple[str, ...]:
    """The options that it may mean where it says yes, or no, or that they are not told, and nothing else."""
    said = clauses.normalise(text).strip(" .,!")
    if clauses.plain_answer(said) == "yes":
        return question.yeses
    return question.noes if clauses.plain_answer(said) == "no" or clauses.is_whole(said, NOT_TOLD) else ()


NOT_TOLD = (
    r"(?:no+,? )?(?:(?:the |his |her |their )?(?:parents?|family|they|mum|dad|s?he)(?:'re|'s| are| is| were)? )?"
    r"(?:not (?:been )?(?:aware|told|informed)|unaware|(?:do(?:es)?n'?t|do not|does not) know|have ?n'?t been told)"
    r"(?: yet)?"
)


def _denies(question: Question, value: Json, said: str) -> bool:
    """Whether there is a "no" beside an option that affirms and could open the way: "we had zero discussion"."""
    chosen = value if isinstance(value, list) else [value]
    affirms = question.name not in DENIED_BY_YES and not AFFIRMING.isdisjoint(chosen)
    return affirms and is_strict(question, value) and clauses.says(said, DENIAL)


def _is_doubtful(said: str) -> bool:
    return clauses.is_doubtful(said, IN_DOUBT)


def _best(question: str, text: str) -> tuple[str, float]:
    """What this most likely means at the question, and how likely that is."""
    shares = _shares(question, text)
    return max(shares.items(), key=lambda one: one[1], default=(NOTHING, 1.0))


def _parts(question: Question, text: str) -> list[tuple[str, float]]:
    """What each part of a text most likely means, where several may be ticked and it has a few parts."""
    parts = [part for part in re.split(BETWEEN_PARTS, text) if part.strip()] if isinstance(question, Ticks) else []
    return [_best(question.name, part) for part in parts] if 1 < len(parts) <= MOST_PARTS else []


def _together(question: Ticks, parts: list[tuple[str, float]]) -> tuple[str, ...]:
    """The options that the parts of a text name, in the question's order; none where a part is not plain."""
    if any(best == NOTHING or share < IN_PART for best, share in parts):
        return ()
    named = {value for best, _ in parts for value in best.split()}
    if len(named) > 1 and named & {*question.alone, UNSURE}:
        return ()
    return tuple(option.value for option in question.options if option.value in named)


def means_another(question: Question, value: Json, text: str, *, nothing: bool = True) -> bool:
    """Whether all of the text speaks for something else than this value, which a word of it was read as.

    `nothing`: also where it speaks for no option at all.
    """
    best, share = _best(question.name, text)
    return share_of(question, value, text) < HARDLY and share >= LIKELY and (nothing or best != NOTHING)


def share_of(question: Question, value: Json, text: str) -> float:
    """How likely the text means this value; 1 where nothing is learned of it."""
    of_all = isinstance(question, EachParent) and len(text.split()) >= FEWEST_OF_PARENTS
    if isinstance(value, dict) and (len(value) == 1 if isinstance(question, EachLine) else of_all):
        said = {str(one) for one in value.values()}
        if len(said) > 1:
            return 1.0
        (value,) = said
    elif not isinstance(question, Choice | Ticks):
        return 1.0
    read = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _shares(question.name, text).get(read, 1.0)


def is_strict(question: Question, value: Json) -> bool:
    """Whether an answer has an option that odd words alone never give."""
    if not isinstance(question, WithOptions):
        return False
    strict = {option.value for option in question.options if option.strict}
    chosen = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
    return any(one in strict and (question.name, one) not in CLOSING for one in chosen)


def closes(question: str, value: Json) -> bool:
    """Whether this answer by itself ends in that nothing may be done."""
    return CLOSES.get(question) == value


def answers_nothing(question: str, text: str) -> bool:
    """Whether this most likely answers nothing, though a word of it could be one of the question's options."""
    return _shares(question, text).get(NOTHING, 0) > SURELY_NOTHING


@lru_cache(maxsize=16)  # what a pattern read is weighed twice
def _shares(question: str, text: str) -> dict[str, float]:
    """How likely each option of the question is, and that it answers nothing."""
    options = _options().get(ASKED_AS.get(question, question))
    if options is None:
        return {}
    shares = _regression().shares(as_typed(text), options)
    return {name.partition("=")[2]: share for name, share in shares.items()}


def as_typed(text: str) -> Words:
    """The words of what was typed at a choice."""
    return as_seen(text, "choice")


@cache
def _options() -> Mapping[str, slice]:
    """Where the classes of each question stand: together, since they are in order."""
    of = [name.partition("=")[0] for name in _regression().classes]
    return {question: slice(of.index(question), of.index(question) + of.count(question)) for question in set(of)}


@cache
def _regression() -> Regression:
    return read_regression(NAME, tuple(read_lines(CLASSES)))
