"""What a changed answer invalidates. A telling counts only for these agencies, these questions and this reason."""

from dialogs.engine.answers import Answers, Values
from dialogs.engine.lines import lines_of
from dialogs.flows.gather.questions import REPLY

TOLD = ("told_of_checks", "told_since", "told_when", "told_each", "told_how")


def invalidated(before: Answers, given: Values) -> list[str]:
    """Return the names of answers that these newly given ones invalidate."""
    names = before.rest_on_changed(given, {"why": TOLD, "why_now": TOLD})
    if _more_is_asked(before, given):
        names += ("more_than_needed", *TOLD)
    if _came_before(before, given):
        names += [question.name for question in REPLY]
    return names


def _more_is_asked(before: Answers, given: Values) -> bool:
    """Whether someone is now asked, or asked something, that was not among the lines before."""
    earlier = {text for _, text in lines_of(before.ever_given, "agencies")}
    now = {text for _, text in lines_of(given, "agencies")}
    return bool(earlier and now - earlier)


def _came_before(before: Answers, given: Values) -> bool:
    """3.13  Whether this agency's reply was noted before, and is opened again."""
    table = before.values.get(REPLY[0].name)
    return "reply_of" in given and isinstance(table, dict) and given["reply_of"] in table
