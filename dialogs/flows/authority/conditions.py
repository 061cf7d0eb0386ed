"""When each question of this flow applies, and when nothing that is left can change the answer."""

from dialogs.engine.answers import Values
from dialogs.flows.share import conditions as sharing
from dialogs.flows.share.conditions import authorised


def not_known_to_be_theirs(values: Values) -> bool:
    """3.10  Neither allocated, nor supervisor, nor authorised social work staff, as far as is known."""
    if authorised(values):
        return values.get("staff") in ("no", "unsure")
    return values.get("part_in_case") in ("none", "unsure")


def nothing_more_matters(values: Values) -> bool:
    """3.10, 3.7, 3.9(d)  It is for someone else to disclose; or it is not needed, and a court was asked about."""
    if "child" not in values or "part_in_case" not in values:
        return False
    if authorised(values) and "staff" not in values:
        return False
    return not_known_to_be_theirs(values) or sharing.nothing_more_matters(values)
