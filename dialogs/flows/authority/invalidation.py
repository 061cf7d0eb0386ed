"""What a changed answer touches here, besides all that it touches in a sharing.

Another caller has not been rung back yet. What the case summary says was said of this caller and of these things.
"""

from dialogs.engine.answers import Answers, Values
from dialogs.flows.share import invalidation as sharing

RESTS_ON_CALLER = ("rung_back", "case_summary_says")


def touched(before: Answers, given: Values) -> tuple[str, ...]:
    """The names of standing answers that these newly given ones touch, those given at the same time left out."""
    names = list(sharing.touched(before, given))
    if sharing.differs(before, given, "recipient"):
        names += RESTS_ON_CALLER
    earlier, now = sharing.line_ids(before.ever_given), sharing.line_ids(before.hold(given).ever_given)
    if earlier and now - earlier:
        names.append("case_summary_says")
    return tuple(name for name in dict.fromkeys(names) if name in before.values and name not in given)
