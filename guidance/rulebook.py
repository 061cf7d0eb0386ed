"""The rules of each flow in the order in which they are weighed, for those who read, count or draw them."""

from collections.abc import Mapping
from typing import Any

from guidance.flows import authority, document, first_contact, gather, receive, share
from guidance.rule import Rule

Lists = tuple[tuple[str, tuple[Rule[Any], ...]], ...]

RULEBOOK: Mapping[str, tuple[Rule[Any], ...]] = {
    "share": share.RULES,
    "gather": gather.RULES,
    "document": document.RULES,
    "receive": receive.RULES,
    "first_contact": first_contact.RULES,
    "authority": (*authority.REFER, *share.RULES),
}
"""Someone who may disclose is under the rules of sharing as well (3.10)."""


LISTS: Mapping[str, Lists] = {
    "authority": (
        ("may_not_disclose", authority.REFER),
        ("may_disclose", tuple(rule for rule in share.RULES if rule.words != "must_refer")),
        ("case_summary", authority.ENTRY),
    ),
    "case_summary": (("", authority.ENTRY),),
}
"""The rules of 3.10 as `decide` weighs them: the first list, or both others; an entry has its own."""


def lists_of(flow: str, rules: str) -> Lists:
    """Return the lists of rules that a flow is decided by, each with what it is for, or "" for the only one."""
    return LISTS.get(flow) or (("", RULEBOOK[rules]),)
