"""Facts that many tests start from."""

from typing import Any

from guidance.enumeration.situations import (
    AGREED,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    NEEDED,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    PACK,
    TOLD,
)

__all__ = [
    "AGREED",
    "ALL_FOUR",
    "CONCERN",
    "COURT",
    "CRIME",
    "HARMED",
    "ITEMS",
    "NEEDED",
    "NOT_PRACTICABLE",
    "NOT_THEIRS",
    "PACK",
    "TOLD",
    "items",
]

ITEMS = ("what", "why", "used_for", "to_whom")


def items(**told: object) -> dict[str, Any]:
    """What of the four the parents were told; the others are not given."""
    return {"parents_told_items": told}


ALL_FOUR = items(what=True, why=True, used_for=True, to_whom=True)
