"""What a changed answer invalidates: answers that were given about something else, and so are to be given again.

An earlier telling counts only for this recipient, this reason, this use and what goes now; so does an author's
agreement. Whether a line is needed was weighed for one recipient and one use. Everything else still holds.
"""

from collections.abc import Set as AbstractSet

from dialogs.engine.answers import Answers, Values
from dialogs.engine.lines import Weight, lines_of, pieces

TOLD = ("told_items", "told_since", "told_when", "told_each", "told_how")
AGREED = ("author_agreed", "author_talk")
WEIGHED = ("weights", "line_relevant", "line_necessary", "line_proportionate")
RESTS_ON_WHOM = ("need_to_know", "court_ordered", *AGREED, *WEIGHED, *TOLD)

INVALIDATES = {
    "recipient": RESTS_ON_WHOM,
    "recipient_named": RESTS_ON_WHOM,
    "used_for": (*WEIGHED, *TOLD),
    "why": TOLD,
}
"""The answers that rest on each of these."""
OF_LINES = frozenset({"lines", "shorter", *WEIGHED})
"""The answers that say which lines there are, and which of them go."""
REST_ON_LINES = frozenset({*AGREED, *TOLD, "court_covers"})
"""The answers that rest on these."""


def invalidated(before: Answers, given: Values) -> list[str]:
    """Return the names of answers that these newly given ones invalidate."""
    names = before.rest_on_changed(given, INVALIDATES)
    if not OF_LINES.isdisjoint(given) and not REST_ON_LINES.isdisjoint(before.by_name):
        earlier, now = before.ever_given, {**before.ever_given, **given}
        if line_ids(now) - line_ids(earlier):
            names += AGREED
        if _going(now) - _going(earlier):
            names += (*TOLD, "court_covers")
    return names


def line_ids(values: Values) -> AbstractSet[str]:
    """The ids of all lines."""
    return dict(lines_of(values, "lines")).keys()


def _going(values: Values) -> set[str]:
    """3.7  The lines that go, or will once they are shortened or settled."""
    stays = (Weight.HELD_BACK, Weight.NOT_WEIGHED)
    return {piece.line for piece in pieces(values) if piece.weight not in stays}
