"""Every flow by its name: each folder in `dialogs/flows/` that has a `flow.py` with a `FLOW` in it."""

from collections.abc import Iterator
from pathlib import Path

from dialogs import flows
from dialogs.engine.flow import Flow
from guidance import rulebook
from guidance.flow_folders import add_folder, modules_of

FLOWS: dict[str, Flow] = {}


def find_flows() -> None:
    """Read the flows that are there now, in the order of the rules that decide them.

    Raises ValueError for one that is called otherwise than its folder, or is decided by rules that there are not.
    """
    order = list(rulebook.FLOWS)
    found = sorted(_declared(), key=lambda flow: (order.index(flow.rules), flow.name != flow.rules, flow.name))
    FLOWS.update({flow.name: flow for flow in found})


def add_root(root: Path) -> None:
    """Find the flows in `dialogs/flows` of a further root as well, with the rules beside them."""
    rulebook.add_root(root)
    add_folder(flows, root / "dialogs" / "flows")
    find_flows()


def _declared() -> Iterator[Flow]:
    for name, module in modules_of(flows, inside="flow"):
        if module.FLOW.name != name or module.FLOW.rules not in rulebook.FLOWS:
            raise ValueError(f"dialogs/flows/{name}/flow.py declares {module.FLOW.name}, by {module.FLOW.rules}")
        yield module.FLOW


find_flows()
