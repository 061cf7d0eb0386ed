"""Two versions of the rules compared by enumeration: `app.py diff OLD`."""

from collections.abc import Iterable

from proof.cases import Case
from proof.diff.compare import Comparison, compare
from proof.diff.older import BadOlder, older_rules, run_rules
from proof.tables import table

__all__ = ["BadOlder", "Comparison", "as_table", "diff"]


def diff(old: str, cases: Iterable[Case]) -> Comparison:
    """Decide every case by the rules of `old` (a folder or a revision) and by today's. Raises BadOlder."""
    with older_rules(old) as folder, run_rules(folder) as older:
        return compare(old, older, cases)


def as_table(found: Comparison) -> str:
    """Return the counts by flow, then the kinds of change, in plain text."""
    flows = [(flow, cases, found.changed[flow]) for flow, cases in found.cases.items()]
    total = ("in all", found.cases.total(), found.changed.total())
    kinds = [(kind["flow"], kind["count"], kind["kind"]) for kind in found.to_json()["kinds"]]
    tables = [table(("flow", "cases", "changed"), (*flows, total))]
    if kinds:
        tables.append(table(("flow", "count", "what changed"), kinds))
    return "\n\n".join(tables)
