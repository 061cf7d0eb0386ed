"""Tables of cases as text: a line each, with its facts and what the guidance makes of them.

    name | facts | goes | telling | grounds | flags | note | outside

`[group]` begins a group, and an indented line goes on with the one before it. "-" and what is left out at the end of a
line are empty. Facts are names of facts that go together, `fact=value`, or `told item=value` for one of the four items.
`goes` is "go", "wait" or what is outstanding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guidance.decide import decide

Facts = dict[str, Any]

_FLAGS = {
    "consent": "author_written_consent_needed",
    "talk": "discuss_with_author_agency",
    "lawyers": "legal_advice_needed",
    "redaction": "redaction_needed_by_worker_and_manager",
    "legal_redaction": "legal_services_redaction_needed",
    "cut": "must_cut_down_or_not_share",
    "refer": "must_refer_to_allocated_worker_or_supervisor",
    "tell_later": "tell_family_afterwards_or_when_safe",
}
_TELLING = {
    "done": "already done",
    "before": "before",
    "exception": "exception: not before",
    "supervisor": "take to supervisor",
    "parents_only": "n/a",
    "": None,
}
_NOTE = {
    "shared": ("information_shared", "recipient"),
    "received": ("professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use"),
}
_VALUES: dict[str, Any] = {"true": True, "false": False}
_LISTS = ("audience", "agencies_to_be_checked")


@dataclass(frozen=True)
class Case:
    """Facts, and the fields of the decision that they should bring; `flags` are those that are true."""

    facts: Facts
    fields: dict[str, Any]
    flags: frozenset[str]


def cases_of(text: str, together: Mapping[str, Any], *, note: bool = True) -> dict[str, Case]:
    """Read a table by the names of its cases; `together` are the named facts, `note` says if it tells of the note."""
    cases: dict[str, Case] = {}
    group = ""
    for line in re.sub(r"\n +", " ", text).strip().splitlines():
        if line.startswith("["):
            group = line.strip("[]")
            continue
        cells = ["" if cell == "-" else cell for cell in map(str.strip, line.split("|"))]
        name = f"{group}: {cells[0]}"
        assert name not in cases and len(cells) <= 8, line
        cases[name] = _case((cells + [""] * 8)[1:8], together, note)
    return cases


def _case(cells: list[str], together: Mapping[str, Any], note_said: bool) -> Case:
    facts, goes, telling, grounds, flags, note, outside = cells
    fields: dict[str, Any] = {
        "may_go_ahead_now": goes == "go",
        "outstanding_before_go_ahead": () if goes in ("go", "wait") else tuple(goes.split()),
        "inform_parents": _TELLING[telling],
        "exception_grounds": None if grounds == "unweighed" else tuple(grounds.split()),
    }
    if note_said:
        fields["details_in_case_note"] = tuple(part for one in note.split() for part in _NOTE[one])
    if outside:
        fields["outside_guidance"] = () if outside == "none" else tuple(outside.split())
    return Case(_facts(facts, together), fields, frozenset(_FLAGS[flag] for flag in flags.split()))


def _facts(text: str, together: Mapping[str, Any]) -> Facts:
    facts: Facts = {}
    for part in text.split(", "):
        name, is_value, value = part.partition("=")
        if not is_value:
            facts |= together[name]
        elif name.startswith("told "):
            facts["parents_told_items"] = {
                **facts.get("parents_told_items", {}),
                name.removeprefix("told "): _VALUES.get(value, value),
            }
        else:
            facts[name] = value.split("+") if name in _LISTS else _VALUES.get(value, value)
    return facts


def assert_decided(flow: str, case: Case) -> None:
    """Decide on the facts, and compare every field that the case names and every flag."""
    decision = decide(flow, case.facts)
    assert {name: getattr(decision, name) for name in case.fields} == case.fields
    assert {flag for flag in _FLAGS.values() if getattr(decision, flag)} == case.flags
