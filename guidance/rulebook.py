"""The rules of each flow in the order in which they are weighed, for those who read, count or draw them."""

from collections.abc import Mapping
from typing import Any

from guidance.flows import authority, document, first_contact, gather, receive, share
from guidance.rule import Rule

RULEBOOK: Mapping[str, tuple[Rule[Any], ...]] = {
    "share": share.RULES,
    "gather": gather.RULES,
    "document": document.RULES,
    "receive": receive.RULES,
    "first_contact": first_contact.RULES,
    "authority": (*authority.REFER, *share.RULES),
}
"""Someone who may disclose is under the rules of sharing as well (3.10)."""
