"""From the worker's answers to the facts that `guidance.decide` weighs. Nothing counts as said that was not ticked."""

from typing import Any

from dialogs.engine.answers import Values
from dialogs.flows.first_contact.conditions import POINTS, covered


def facts(values: Values) -> tuple[str, dict[str, Any]]:
    """3.3 to 3.6  What has been covered; before the visit, none of it."""
    said = covered(values)
    return "first_contact", {"covered": {point: point in said for point in POINTS}}
