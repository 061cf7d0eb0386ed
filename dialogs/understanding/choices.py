"""Which option an answer in odd words means, where no pattern reads one: learned from guidance/asked/choices.tsv.

It gives nothing where the words are in doubt. One that could open the way needs more, and is read back before it is
taken (`dialogs/read_back.py`).
"""

from collections.abc import Mapping
from functools import cache

from dialogs.engine.answers import Json
from dialogs.engine.children import EachChild
from dialogs.engine.questions import Choice, Question, Ticks
from dialogs.text import clauses
from dialogs.understanding.asked.model import Regression, read_lines, read_regression
from dialogs.understanding.asked.pieces import DATA
from dialogs.understanding.kinds import as_seen

NAME = "choices_"
"""How the names of the built files begin."""
CLASSES = DATA / "choices_classes.txt"
NOTHING = "-"
"""The value of what answers nothing."""
NEEDED, NEEDED_IF_STRICT = 0.8, 0.85
"""How likely one option has to be among those of the question."""
SURELY_NOTHING = 0.5
IN_DOUBT = (
    r"might|maybe|perhaps|probably|possibly|hop(?:e|ing)|if|unless|until|till|when|once|used to|except|apart|bar|but"
    r"|\?+"
)
AHEAD = r"will|\w+'ll|going to|gonna|soon|about to|next"
STILL_TO_DO = frozenset({"tell_first", "not_asked", "not_yet"})
"""Options that speak of what is to come."""
OF_RISKS = frozenset({"reasons", "check_grounds", "real_concern"})
"""Questions of what might happen, where "might" is no doubt."""
CLOSING = frozenset(
    {("told_items", "none"), ("told_items", "one_only"), ("told_items", "unsure"), ("taken_out_by", "no_one")}
)
"""Options that are taken strictly elsewhere, though they only ever ask for more to be done."""

WithOptions = Choice | Ticks | EachChild


def option_meant(question: Question, text: str) -> Json:
    """The value of the option that this surely means, or None."""
    if not isinstance(question, WithOptions):
        return None
    said = clauses.remove(text, "might|may") if question.name in OF_RISKS else text
    if clauses.is_doubtful(said, IN_DOUBT) or clauses.asks_or_takes_back(said):
        return None
    shares = _shares(question.name, text)
    best = max(shares, key=lambda value: shares[value], default=NOTHING)
    if best == NOTHING or (best not in STILL_TO_DO and clauses.says(text, AHEAD)):
        return None
    value: Json = [*best.split()] if isinstance(question, Ticks) else best
    return value if shares[best] >= (NEEDED_IF_STRICT if is_strict(question, value) else NEEDED) else None


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
    shares = _regression().shares(as_seen(text, question), options)
    return {name.partition("=")[2]: share for name, share in shares.items()}


@cache
def _options() -> Mapping[str, slice]:
    """Where the classes of each question stand: together, since they are in order."""
    of = [name.partition("=")[0] for name in _regression().classes]
    return {question: slice(of.index(question), of.index(question) + of.count(question)) for question in set(of)}


@cache
def _regression() -> Regression:
    return read_regression(NAME, tuple(read_lines(CLASSES.read_text("utf-8"))))
