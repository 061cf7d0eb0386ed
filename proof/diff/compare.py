"""How many cases change their decision between two versions of the rules, and an example of each kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from guidance.decide import FactsError, decide
from guidance.paragraphs import VERSION
from proof.diff.kinds import describe_change
from proof.diff.process import Case, OlderRules

BATCH = 500
Decided = Callable[[Sequence[Case]], list[dict[str, Any]]]


@dataclass
class ChangeKind:
    """One way in which decisions changed: how often, and the first case it was met in."""

    example: dict[str, Any]
    count: int = 0


@dataclass
class Comparison:
    """What comparing came to."""

    old: str
    old_version: str
    cases: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    kinds: dict[tuple[str, str], ChangeKind] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As `app.py diff` prints it: the commonest kinds first."""
        kinds = sorted(self.kinds.items(), key=lambda found: -found[1].count)
        return {
            "old": self.old,
            "old_version": self.old_version,
            "new_version": VERSION,
            "cases": self.cases.total(),
            "changed": self.changed.total(),
            "by_flow": {flow: {"cases": self.cases[flow], "changed": self.changed[flow]} for flow in self.cases},
            "kinds": [
                {"flow": flow, "kind": name, "count": found.count, "example": found.example}
                for (flow, name), found in kinds
            ],
        }

    def meet(self, flow: str, facts: dict[str, Any], then: dict[str, Any], now: dict[str, Any]) -> None:
        """Count one case in."""
        self.cases[flow] += 1
        name = describe_change(then, now)
        if name is not None:
            self.changed[flow] += 1
            self.kinds.setdefault((flow, name), ChangeKind({"facts": facts, "then": then, "now": now})).count += 1


def compare(old: str, older: OlderRules, cases: Iterable[Case]) -> Comparison:
    """Each case decided by the older rules and by today's. Raises BadOlder when the older ones end half way."""
    found = Comparison(old, older.version)
    for batch in _batches(cases):
        for (flow, facts), then in zip(batch, older.decide(batch), strict=True):
            found.meet(flow, facts, then, decide_today(flow, facts))
    return found


def decide_today(flow: str, facts: dict[str, Any]) -> dict[str, Any]:
    """What today's rules answer, in the shape in which the older ones do."""
    try:
        return {"decision": decide(flow, facts).model_dump(mode="json")}
    except FactsError as error:
        return {"error": str(error)}


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    source = iter(cases)
    while batch := list(islice(source, BATCH)):
        yield batch
