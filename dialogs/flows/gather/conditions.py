"""When each question of network checks applies, read from the answers before it."""

from collections.abc import Callable

from dialogs.engine.answers import Values
from dialogs.engine.lines import lines_of
from dialogs.flows.gather.facts import asked
from dialogs.flows.share.conditions import each_told_since, one_told_since, ticked, told_since
from dialogs.flows.telling import unsafe_to_tell
from guidance.decide import decide

NOT_TOLD = ("tell_first", "reason", "unsure", "one_only")
"""What can be said of the parents but that each of them knows."""


def not_sure_of_concern(values: Values) -> bool:
    """2.4  The worker is not sure whether there is a safeguarding concern."""
    return values.get("why_now") == "unsure"


def concern(values: Values) -> bool:
    """5.1  There is a safeguarding concern."""
    return values.get("why_now") == "concern"


def no_basis(values: Values) -> bool:
    """5.1, 2.4  There is neither a concern nor an assessment or enquiry that the worker is sure of."""
    if "child" not in values or "part_in_case" not in values:
        return False
    why = values.get("why_now")
    return why == "neither" or (why == "unsure" and values.get("assessment") in ("no", "unsure"))


def not_told(values: Values) -> bool:
    """5.2  The parents do not all know of it, or the worker is not sure that they do."""
    if told_since(values):
        return not each_told_since(values)
    return values.get("told_of_checks") in NOT_TOLD


def only_one_told(values: Values) -> bool:
    """5.2, 3.2  One of the parents knows of it, and another does not."""
    return not_told(values) and (values.get("told_of_checks") == "one_only" or one_told_since(values))


def may_not_tell(values: Values) -> bool:
    """5.2, 3.9  The worker has a reason not to tell them first, or is not sure whether they know."""
    return values.get("told_of_checks") in ("reason", "unsure")


def checks_untold(values: Values) -> bool:
    """5.2  There is a concern, and the worker has a reason not to tell first, or is unsure whether they know."""
    return concern(values) and may_not_tell(values)


def request_untold(values: Values) -> bool:
    """3.9  No concern is certain, and the worker has a reason not to tell first, or is unsure whether they know."""
    return not concern(values) and may_not_tell(values)


def reason_given(*reasons: str) -> Callable[[Values], bool]:
    """3.9  The worker, asked whether the parents can be told first of a plain request, ticked {reasons}."""
    return lambda values: request_untold(values) and bool(set(reasons) & set(ticked(values, "reasons")))


def to_be_told_first(values: Values) -> bool:
    """5.2, 3.2  The parents are to be told before any agency is asked, and telling them is not in doubt."""
    settled = values.get("told_of_checks") == "tell_first" or (
        may_not_tell(values) and ("check_grounds" if concern(values) else "reasons") in values
    )
    if not settled or "why_now" not in values:
        return False
    decision = decide("gather", asked(values, at_first=True))
    return decision.inform_parents == "before" and not unsafe_to_tell(decision)


def sent(values: Values) -> bool:
    """The requests were sent."""
    return values.get("outcome") == "sent"


def not_sent(values: Values) -> bool:
    """No one was asked in the end."""
    return values.get("outcome") == "not_sent"


def sent_untold(values: Values) -> bool:
    """3.12  The requests were sent, and the parents did not all know."""
    return sent(values) and not_told(values)


def sent_told(values: Values) -> bool:
    """The requests were sent, and the parents knew."""
    return sent(values) and not not_told(values)


def reply_came(values: Values) -> bool:
    """3.13  A reply is recorded of an agency that was asked."""
    return sent(values) and values.get("reply_of") in dict(lines_of(values, "agencies"))
