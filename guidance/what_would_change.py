"""What would change this decision: each fact flipped in turn through the same rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidance.counterfactuals import TOGETHER
from guidance.decide import FLOWS, FactsError, decide
from guidance.decision import Decision


@dataclass(frozen=True, slots=True)
class Change:
    """One fact (or several together, under one name) with another value, and the decision that it would bring."""

    fact: str
    value: object
    decision: Decision


def what_would_change(flow: str, facts: Mapping[str, object], now: Decision) -> tuple[Change, ...]:
    """The flips that bring another decision: another go-ahead, or another list of what is outstanding.

    In: a flow, facts it can be decided on, and their decision. A flip that would need facts nobody has given, and
    that cannot be taken as the flow's `unspoken` says, has no decision and is left out. An entry in the case summary
    proposes nothing, so nothing would change. Raises KeyError for an unknown flow.
    """
    if flow == "authority" and now.may_go_ahead_now is None:
        return ()
    return tuple(change for change in _flipped(flow, facts) if _differs(change.decision, now))


def _flipped(flow: str, facts: Mapping[str, object]) -> Iterator[Change]:
    spoken = {name: value for name, value in facts.items() if value is not None}
    for fact, values in FLOWS[flow].flips:
        for value in values:
            turned = TOGETHER.get(fact, {fact: value})
            if {**spoken, **turned} == spoken:
                continue
            try:
                yield Change(fact, value, decide(flow, {**_unspoken(flow, {**spoken, **turned}), **spoken, **turned}))
            except FactsError:
                continue


def _unspoken(flow: str, facts: Mapping[str, object]) -> Mapping[str, object]:
    """How facts count that nobody has spoken of; what a document of our own holds does not count until it is said."""
    counted = FLOWS[flow].unspoken
    if flow == "document" and facts.get("third_party_document_included") is False:
        return {name: value for name, value in counted.items() if name not in OF_REDACTION}
    return counted


OF_REDACTION = ("document_contains_unshareable_information", "redaction_done_by")


def _differs(one: Decision, other: Decision) -> bool:
    return (one.may_go_ahead_now, one.outstanding_before_go_ahead) != (
        other.may_go_ahead_now,
        other.outstanding_before_go_ahead,
    )
