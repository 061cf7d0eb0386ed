"""What was said in the first conversation, read from the answers."""

from dialogs.engine.answers import Values
from dialogs.flows.first_contact.typed import COVERED
from dialogs.flows.share.conditions import ticked
from guidance.decision import Decision

POINTS = tuple(COVERED)
"""3.3 to 3.6  The ten points, in the guidance's order."""


def talked(values: Values) -> bool:
    """The conversation has been had."""
    return values.get("outcome") == "talked"


def talked_again(values: Values) -> bool:
    """There was a later visit too."""
    return talked(values) and values.get("again") == "yes"


def covered(values: Values) -> set[str]:
    """3.3 to 3.6  The points that have been said, at this visit or another.

    Before the visit they are those of an earlier one, whose note was copied; a visit that is taken back leaves none.
    """
    said = set(ticked(values, "covered"))
    later = set(ticked(values, "covered_since")) if talked_again(values) else set()
    return (said | later) & set(POINTS)


def left_once_copied(_: Values, decision: Decision) -> bool:
    """3.5  Points are left, and the note that says so stands on MOSAIC."""
    return bool(decision.first_contact_missing)


def for_the_next_visit(values: Values) -> Values:
    """The child, and the points that need not be gone through again."""
    said = covered(values)
    return {"child": values.get("child"), "covered": [point for point in POINTS if point in said] or None}


def not_yet_talked(values: Values, _: Decision) -> bool:
    """The conversation is still to come."""
    return not talked(values)


def something_left(values: Values, decision: Decision) -> bool:
    """3.5  Points are left for another visit."""
    return talked(values) and bool(decision.first_contact_missing)
