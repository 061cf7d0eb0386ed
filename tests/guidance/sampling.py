"""Whole sets of facts for hypothesis, flow by flow; and how many were decided."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import strategies as some

from guidance.decide import decide
from guidance.decision import Decision
from guidance.enumeration import authority, document, first_contact, gather, receive, share
from guidance.enumeration.combining import TRUTH, Values
from guidance.enumeration.facts_of_rules import TELLING, WHO
from guidance.facts import ALLOCATED, SUPERVISOR
from guidance.rulebook import FLOWS

Facts = dict[str, Any]

TEXT = some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
_EVERY_FLOW: Values = {**TELLING, **WHO}
VALUES: dict[str, Values] = {
    "share": {name: values for rule in share.RULES for name, values in rule.items()},
    "gather": {name: values for rule in gather.RULES for name, values in rule.items()},
    "document": {name: values for rule in document.RULES for name, values in rule.items()} | {"in_proceedings": TRUTH},
    "receive": {**_EVERY_FLOW, **receive.RECORD},
    "first_contact": {**_EVERY_FLOW, **first_contact.COVERED},
    "authority": {name: values for rule in (*share.RULES, authority.OWN) for name, values in rule.items()},
}
"""Each flow's facts with all their values; "outer.inner" is a fact inside another, None one that is not given."""
FREE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("gather", "receive", "first_contact"), ("parents_attitude", "parents_consent")),
    **dict.fromkeys(("share", "authority"), ("parents_attitude", "parents_consent", "recipient")),
    "document": ("parents_attitude", "parents_consent", "recipient", "document", "author_agency"),
}
"""Each flow's facts that are any text and never change a decision."""
NOT_ALWAYS = {"note_drafted"}
"""Facts without a default that are given only now and then."""

_SAMPLED: Counter[str] = Counter()


def sampled(flow: str, facts: Mapping[str, object]) -> Decision:
    """The decision on facts that hypothesis chose, counted."""
    decision = decide(flow, facts)
    _SAMPLED[flow] += 1
    return decision


def sampled_so_far() -> Counter[str]:
    """How many sampled cases have been decided in this process, by flow."""
    return Counter(_SAMPLED)


def sampled_since(before: Counter[str]) -> Counter[str]:
    """How many more than before."""
    return sampled_so_far() - before


def without_default(flow: str) -> set[str]:
    """The facts that have no default in a flow."""
    fields = FLOWS[flow].facts.model_fields
    names = {name.partition(".")[0] for name in VALUES[flow]}
    return {name for name in names if fields[name].default is None} - {"authorised_by_allocated_or_supervisor"}


@cache
def any_facts(flow: str) -> some.SearchStrategy[Facts]:
    """Facts that can be decided on: any value, any that have a default left out, any free text."""
    values = _strategies(flow)
    always = without_default(flow) - NOT_ALWAYS
    required = {name: chosen for name, chosen in values.items() if name in always}
    return some.fixed_dictionaries(required, optional={n: chosen for n, chosen in values.items() if n not in always})


@cache
def any_part_of_facts(flow: str) -> some.SearchStrategy[Facts]:
    """Facts, any of which may be left out, whether it can be decided on them or not."""
    return some.fixed_dictionaries({}, optional=_strategies(flow))


def _strategies(flow: str) -> dict[str, some.SearchStrategy[Any]]:
    chosen: dict[str, some.SearchStrategy[Any]] = {}
    inner: dict[str, dict[str, some.SearchStrategy[Any]]] = {}
    for name, values in VALUES[flow].items():
        outer, _, part = name.partition(".")
        if part:
            inner.setdefault(outer, {})[part] = some.sampled_from(list(values))
        else:
            chosen[name] = some.sampled_from([value for value in values if value is not None])
    chosen |= {outer: some.fixed_dictionaries({}, optional=parts) for outer, parts in inner.items()}
    chosen |= {"worker_role": some.sampled_from([ALLOCATED, SUPERVISOR, ""]) | TEXT}
    return chosen | dict.fromkeys(FREE[flow], TEXT)
