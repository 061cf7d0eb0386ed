"""Facts that many tests start from."""

from typing import Any

NEEDED: dict[str, Any] = {
    "recipient_needs_to_know": "yes",
    "information_relevant": "yes",
    "information_necessary": "yes",
    "information_proportionate": "yes",
}
"""3.7 is met, and nothing else is said: the parents have not been told."""

TOLD: dict[str, Any] = {**NEEDED, "parents_already_told": True}
"""3.7 is met and the parents have been told: nothing stands in the way."""

HARMED: dict[str, Any] = {"child_has_suffered_harm": True}
CONCERN: dict[str, Any] = {"real_concern_that_telling_parents_risks_further_harm": True}
CRIME: dict[str, Any] = {"telling_parents_may_prejudice_crime_investigation": True}
NOT_PRACTICABLE: dict[str, Any] = {"telling_not_reasonably_practicable": True}
COURT: dict[str, Any] = {"court_order": True}
NOT_THEIRS: dict[str, Any] = {"worker_role": "duty worker"}
PACK: dict[str, Any] = {"third_party_document_included": True, "author_written_consent": "not asked"}
AGREED: dict[str, Any] = {**PACK, "author_written_consent": "yes", "discussed_with_author": True}
ITEMS = ("what", "why", "used_for", "to_whom")


def items(**told: object) -> dict[str, Any]:
    """What of the four the parents were told; the others are not given."""
    return {"parents_told_items": told}


ALL_FOUR = items(what=True, why=True, used_for=True, to_whom=True)
