"""Which option an answer in odd words means, where no pattern reads one: learned from guidance/asked/choices.tsv.

It gives nothing where the words are in doubt. One that could open the way needs more, and is read back before it is
taken (`dialogs/read_back.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild
from dialogs.engine.lines import EachLine
from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.text import clauses
from dialogs.understanding.asked.model import Regression, read_lines, read_regression
from dialogs.understanding.asked.pieces import DATA
from dialogs.understanding.asked.words import Words
from dialogs.understanding.kinds import as_seen

NAME = "choices_"
"""How the names of the built files begin."""
CLASSES = DATA / "choices_classes.txt"
NOTHING = "-"
"""The value of what answers nothing."""
LIKELY, NEEDED, NEEDED_IF_STRICT = 0.5, 0.8, 0.85
"""How likely one option has to be among those of the question: to be read back, and to be meant surely."""
HARDLY = 0.3
"""How likely an option is at most, that a single word of the text was read as, where another is likely."""
SURELY_NOTHING = 0.5
IN_DOUBT = (
    r"might|maybe|perhaps|probably|possibly|hop(?:e|ing)|if|unless|until|till|when|once|used to|except|apart|bar|but"
    r"|\?+"
)
AHEAD = r"will|\w+'ll|going to|gonna|soon|about to|next"
ALL_BUT = "everything|all|both|but|except|apart|bar"
"""Words by which what is named may be what is left out."""
MORE = "and|or|plus|then|both|also|&|,"
"""Words by which more than one may be meant."""
STILL_TO_DO = frozenset({"tell_first", "not_asked", "not_yet"})
"""Options that speak of what is to come."""
OF_RISKS = frozenset({"reasons", "check_grounds", "real_concern"})
"""Questions of what might happen, where "might" is no doubt."""
CLOSING = frozenset(
    {("told_items", "none"), ("told_items", "one_only"), ("told_items", "unsure"), ("taken_out_by", "no_one")}
)
"""Options that are taken strictly elsewhere, though they only ever ask for more to be done."""

WithOptions = Choice | Ticks | EachChild | EachLine


@dataclass(frozen=True, slots=True)
class Meant:
    """The value that odd words mean. `surely`: else it is read back first."""

    value: Json
    surely: bool


def option_meant(question: Question, text: str) -> Meant | None:
    """The option that this most likely means; None where none is likely."""
    if not isinstance(question, WithOptions):
        return None
    said = clauses.remove(text, "might|may") if question.name in OF_RISKS else text
    if clauses.asks_or_takes_back(said) or (isinstance(question, Ticks) and clauses.says(text, ALL_BUT)):
        return None
    shares = _shares(question.name, text)
    best = max(shares, key=lambda value: shares[value], default=NOTHING)
    if best == NOTHING or shares[best] < LIKELY:
        return None
    value: Json = [*best.split()] if isinstance(question, Ticks) else best
    perhaps_more = isinstance(question, Ticks) and " " not in best and clauses.says(text, MORE)
    perhaps_not = clauses.is_doubtful(said, IN_DOUBT) or (best not in STILL_TO_DO and clauses.says(text, AHEAD))
    likely = shares[best] >= (NEEDED_IF_STRICT if is_strict(question, value) else NEEDED)
    return Meant(value, surely=likely and not perhaps_more and not perhaps_not)


def means_another(question: Question, value: Json, text: str) -> bool:
    """Whether all of the text speaks for something else than this value, which a word of it was read as."""
    if isinstance(question, EachLine) and isinstance(value, dict) and len(value) == 1:
        (value,) = value.values()
    elif not isinstance(question, Choice | Ticks):
        return False
    shares = _shares(question.name, text)
    read = " ".join(map(str, value)) if isinstance(value, list) else str(value)
    return shares.get(read, 1.0) < HARDLY and max(shares.values()) >= LIKELY


def is_strict(question: Question, value: Json) -> bool:
    """Whether an answer has an option that odd words alone never give."""
    if not isinstance(question, WithOptions):
        return False
    strict = {option.value for option in question.options if option.strict}
    chosen = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
    return any(one in strict and (question.name, one) not in CLOSING for one in chosen)


def answers_nothing(question: str, text: str) -> bool:
    """Whether this most likely answers nothing, though a word of it could be one of the question's options."""
    return _shares(question, text).get(NOTHING, 0) > SURELY_NOTHING


def _shares(question: str, text: str) -> dict[str, float]:
    """How likely each option of the question is, and that it answers nothing."""
    options = _options().get(question)
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
    return read_regression(NAME, tuple(read_lines(CLASSES.read_text("utf-8"))))
