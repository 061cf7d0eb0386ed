"""What would change this decision: each fact flipped in turn through the same rules."""

from collections.abc import Mapping
from dataclasses import dataclass

from guidance.decide import decide
from guidance.decision import Decision

TOLD_ITEMS = ("what", "why", "used_for", "to_whom")
FLIPS: tuple[tuple[str, object], ...] = (
    ("parents_told_items", dict.fromkeys(TOLD_ITEMS, True)),
    ("parents_told_items", dict.fromkeys(TOLD_ITEMS, False)),
    ("child_has_suffered_harm", True),
    ("child_has_suffered_harm", False),
    ("real_concern_that_telling_parents_risks_further_harm", True),
    ("real_concern_that_telling_parents_risks_further_harm", False),
    ("telling_parents_may_prejudice_crime_investigation", True),
    ("telling_parents_may_prejudice_crime_investigation", False),
    ("telling_not_reasonably_practicable", True),
    ("telling_not_reasonably_practicable", False),
    ("court_order", True),
    ("court_order", False),
    ("third_party_document_included", True),
    ("third_party_document_included", False),
    ("author_written_consent", "yes"),
    ("author_written_consent", "no"),
    ("discussed_with_author", True),
    ("lawfulness_unclear", True),
    ("lawfulness_unclear", False),
    ("authorised_by_allocated_or_supervisor", True),
    ("recipient_needs_to_know", "yes"),
    ("recipient_needs_to_know", "no"),
    ("information_proportionate", "yes"),
    ("information_proportionate", "partly"),
)
"""Each fact with the values it is flipped to, in the guidance's order."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact with another value, and the decision that it would bring."""

    fact: str
    value: object
    decision: Decision


def what_would_change(flow: str, facts: Mapping[str, object], now: Decision) -> tuple[Change, ...]:
    """The flips that bring another decision: another go-ahead, or another list of what is outstanding."""
    tried = (_flipped(flow, facts, fact, value) for fact, value in FLIPS if facts.get(fact) != value)
    return tuple(change for change in tried if _differs(change.decision, now))


def _flipped(flow: str, facts: Mapping[str, object], fact: str, value: object) -> Change:
    told = {"author_written_consent": "not asked"} if fact == "third_party_document_included" else {}
    return Change(fact, value, decide(flow, {**told, **facts, fact: value}))


def _differs(one: Decision, other: Decision) -> bool:
    return (one.may_go_ahead_now, one.outstanding_before_go_ahead) != (
        other.may_go_ahead_now,
        other.outstanding_before_go_ahead,
    )
