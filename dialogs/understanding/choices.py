"""Which option an answer in odd words means, where no pattern reads one: learned from guidance/asked/choices.tsv.

It never gives an option that could open the way, and nothing where the words are in doubt.
"""

from functools import cache

from dialogs.engine.answers import Json
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
NEEDED = 0.75
"""How likely one option has to be among those of the question."""
SURELY_NOTHING = 0.5
IN_DOUBT = (
    r"might|may|maybe|perhaps|probably|possibly|hop(?:e|ing)|if|unless|until|till|when|once|was|were|used to|will"
    r"|\w+'ll|going to|gonna|soon|about to|next|except|apart|bar|but|\?+"
)
CLOSING = frozenset(
    {("told_items", "none"), ("told_items", "one_only"), ("told_items", "unsure"), ("taken_out_by", "no_one")}
)
"""Options that are taken strictly elsewhere, though they only ever ask for more to be done."""


def option_meant(question: Question, text: str) -> Json:
    """The value of the option that this surely means, or None."""
    if not isinstance(question, Choice | Ticks):
        return None
    if clauses.is_doubtful(text, IN_DOUBT) or clauses.asks_or_takes_back(text):
        return None
    shares = _shares(question.name, text)
    best = max(shares, key=lambda value: shares[value], default=NOTHING)
    if best == NOTHING or shares[best] < NEEDED:
        return None
    strict = {option.value for option in question.options if option.strict}
    values = best.split()
    if any(value in strict and (question.name, value) not in CLOSING for value in values):
        return None
    return [*values] if isinstance(question, Ticks) else best


def answers_nothing(question: str, text: str) -> bool:
    """Whether this most likely answers nothing, though a word of it could be one of the question's options."""
    shares = _shares(question, text)
    return shares.get(NOTHING, 0) > SURELY_NOTHING


def _shares(question: str, text: str) -> dict[str, float]:
    """How likely each option of the question is, and that it answers nothing."""
    found = {
        value: share
        for name, share in _regression().shares(as_seen(text, question)).items()
        for of, _, value in [name.partition("=")]
        if of == question
    }
    together = sum(found.values())
    return {value: share / together for value, share in found.items()}


@cache
def _regression() -> Regression:
    return read_regression(NAME, tuple(read_lines(CLASSES.read_text("utf-8"))))
