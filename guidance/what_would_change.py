"""What would change this decision: each fact flipped in turn through the same rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidance.decide import FactsError, decide
from guidance.decision import Decision
from guidance.facts import ToldItems

ALL_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, True)
NONE_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, False)
FLIPS: tuple[tuple[str, tuple[object, ...]], ...] = (
    ("parents_told_items", (ALL_TOLD, NONE_TOLD)),
    ("recipient_needs_to_know", ("yes", "no")),
    ("information_relevant", ("yes",)),
    ("information_necessary", ("yes",)),
    ("information_proportionate", ("yes", "partly")),
    ("recipient_is_professional", (True,)),
    ("child_has_suffered_harm", (True, False)),
    ("real_concern_that_telling_parents_risks_further_harm", (True, False)),
    ("telling_parents_may_prejudice_crime_investigation", (True, False)),
    ("telling_not_reasonably_practicable", (True, False)),
    ("court_order", (True, False)),
    ("authorised_by_allocated_or_supervisor", (True,)),
    ("third_party_document_included", (True, False)),
    ("author_written_consent", ("yes", "no")),
    ("discussed_with_author", (True, False)),
    ("lawfulness_unclear", (True, False)),
    ("safeguarding_concerns", (True, False)),
    ("carrying_out_assessment_or_enquiry", (True, False)),
    ("telling_parents_may_put_child_at_further_risk", (True, False)),
    ("telling_parents_may_interfere_with_criminal_investigation", (True, False)),
    ("telling_parents_may_cause_undue_delay_in_safeguarding", (True, False)),
    ("request_gives_agencies_more_than_they_need", (True, False)),
)
"""Each fact of sharing, then those of network checks, with the values it is flipped to, in the guidance's order."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact with another value, and the decision that it would bring."""

    fact: str
    value: object
    decision: Decision


def what_would_change(flow: str, facts: Mapping[str, object], now: Decision) -> tuple[Change, ...]:
    """The flips that bring another decision: another go-ahead, or another list of what is outstanding.

    A flip that would need facts nobody has given has no decision, and is left out.
    """
    return tuple(change for change in _flipped(flow, facts) if _differs(change.decision, now))


def _flipped(flow: str, facts: Mapping[str, object]) -> Iterator[Change]:
    for fact, values in FLIPS:
        for value in values:
            if facts.get(fact) == value:
                continue
            try:
                yield Change(fact, value, decide(flow, {**_author_not_asked(facts), fact: value}))
            except FactsError:
                continue


def _author_not_asked(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts, with an author nobody has spoken of counted as not asked."""
    return {**facts, "author_written_consent": facts.get("author_written_consent") or "not asked"}


def _differs(one: Decision, other: Decision) -> bool:
    return (one.may_go_ahead_now, one.outstanding_before_go_ahead) != (
        other.may_go_ahead_now,
        other.outstanding_before_go_ahead,
    )
