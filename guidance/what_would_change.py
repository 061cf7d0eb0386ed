"""What would change this decision: each fact flipped in turn through the same rules."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from guidance.counterfactuals import TOGETHER
from guidance.decide import read_facts
from guidance.decision import Decision, Outcome
from guidance.facts import Facts, ToldItems
from guidance.rulebook import FLOWS


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
    asked = sha256(json.dumps((flow, facts), sort_keys=True, default=str).encode(errors="replace")).digest()
    if asked not in _KNOWN:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[asked] = tuple(_flipped(flow, facts, (now.may_go_ahead_now, now.outstanding_before_go_ahead)))
    return _KNOWN[asked]


MOST_KNOWN = 1000
_KNOWN: dict[bytes, tuple[Change, ...]] = {}
"""What was found of facts, by a digest of them: an answer is drawn again and again, and facts may hold words."""


def _flipped(flow: str, facts: Mapping[str, object], now: Outcome) -> Iterator[Change]:
    known = FLOWS[flow]
    spoken = {name: value for name, value in facts.items() if value is not None}
    base = read_facts(known, facts)
    for fact, values in known.flips:
        for value in values:
            turned = TOGETHER.get(fact, {fact: value})
            if {**spoken, **turned} == spoken:
                continue
            unspoken = _unspoken(flow, {**spoken, **turned})
            counted = {name: value for name, value in unspoken.items() if name not in spoken}
            other = base.model_copy(update=_as_fields(base, {**counted, **turned}))
            if None not in [getattr(other, name) for name in known.required(other)] and known.outcome(other) != now:
                yield Change(fact, value, known.decide(other))


def _as_fields(base: Facts, given: Mapping[str, object]) -> dict[str, object]:
    fields = {name: value for name, value in given.items() if name in type(base).model_fields}
    told = fields.get("parents_told_items")
    return {**fields, "parents_told_items": ToldItems.model_validate(told)} if isinstance(told, dict) else fields


def _unspoken(flow: str, facts: Mapping[str, object]) -> Mapping[str, object]:
    """How facts count that nobody has spoken of; what a document of our own holds does not count until it is said."""
    counted = FLOWS[flow].unspoken
    if flow == "document" and facts.get("third_party_document_included") is False:
        return {name: value for name, value in counted.items() if name not in OF_REDACTION}
    return counted


OF_REDACTION = ("document_contains_unshareable_information", "redaction_done_by")
