"""Every flow of the guidance by its name, found in `guidance/flows/`; and its rules, in the order they are weighed."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from guidance import flows
from guidance.flow_folders import add_folder, modules_of
from guidance.flow_rules import FlowRules, Lists
from guidance.reasons import sentences
from guidance.rule import Rule

FLOWS: dict[str, FlowRules] = {}
RULEBOOK: dict[str, tuple[Rule[Any], ...]] = {}


def find_flows() -> None:
    """Read the flows that are there now. Raises ValueError for one that is called otherwise than its module."""
    found = dict(_declared())
    FLOWS.update(sorted(found.items(), key=lambda one: (one[1].place, one[0])))
    RULEBOOK.update({name: flow.rules for name, flow in FLOWS.items()})
    known_facts.cache_clear()


def add_root(root: Path) -> None:
    """Find the flows in `guidance/flows` of a further root as well."""
    add_folder(flows, root / "guidance" / "flows")
    sentences.cache_clear()
    find_flows()


@cache
def known_facts() -> frozenset[str]:
    """Return the name of every fact that some flow knows."""
    return frozenset(fact for flow in FLOWS.values() for fact in flow.facts.model_fields)


def lists_of(flow: str, rules: str) -> Lists:
    """Return the lists of rules that a flow is decided by, each with what it is for, or "" for the only one."""
    return FLOWS[rules].lists.get(flow) or (("", FLOWS[rules].rules),)


def _declared() -> Iterator[tuple[str, FlowRules]]:
    for name, module in modules_of(flows):
        if module.FLOW.name != name:
            raise ValueError(f"guidance/flows/{name}.py declares the flow {module.FLOW.name}")
        yield name, module.FLOW


find_flows()
