"""How many cases change their decision between two versions of the rules, and an example of each kind of change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from guidance.decide import FactsError, decide
from guidance.paragraphs import VERSION
from proof.cases import Case
from proof.diff.older import OlderRules

BATCH = 500
UNCOMPARED = frozenset({"flow", "next_steps", "reasons", "weighed", "guidance_version"})
"""Not compared field by field: reasons by their paragraphs, whatever sentence they are given in; next steps follow from
the rest."""

Json = Mapping[str, Any]


@dataclass
class ChangeKind:
    """How often decisions changed in this way, and the first case that did."""

    example: dict[str, Any]
    count: int = 0


@dataclass
class Comparison:
    """Cases and changed decisions by flow, and the kinds of change by (flow, description)."""

    old: str
    old_version: str
    cases: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    kinds: dict[tuple[str, str], ChangeKind] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return what `app.py diff` prints: the commonest kinds first."""
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

    def count(self, flow: str, facts: dict[str, Any], then: dict[str, Any], now: dict[str, Any]) -> None:
        self.cases[flow] += 1
        change = describe_change(then, now)
        if change is not None:
            self.changed[flow] += 1
            example = {"facts": facts, "then": then, "now": now}
            self.kinds.setdefault((flow, change), ChangeKind(example)).count += 1


def compare(old: str, older: OlderRules, cases: Iterable[Case]) -> Comparison:
    """Decide each case by the older rules and by today's. Raises BadOlder when the older ones end half way."""
    found = Comparison(old, older.version)
    source = iter(cases)
    while batch := list(islice(source, BATCH)):
        for (flow, facts), then in zip(batch, older.decide(batch), strict=True):
            found.count(flow, facts, then, _decide_today(flow, facts))
    return found


def _decide_today(flow: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Return {"decision"} or {"error"}, as the older rules do."""
    try:
        return {"decision": decide(flow, facts).model_dump(mode="json")}
    except FactsError as error:
        return {"error": str(error)}


def describe_change(then: Json, now: Json) -> str | None:
    """Describe a change of answer ({"decision"} or {"error"}) in a line that is the same for every case of its kind.

    None when nothing changed, or when neither version can decide.
    """
    if "error" in then and "error" in now:
        return None
    if "error" in then:
        return f"could not be decided then: {then['error']}"
    if "error" in now:
        return f"cannot be decided now: {now['error']}"
    return "; ".join(_changes(then["decision"], now["decision"])) or None


def _changes(then: Json, now: Json) -> Iterator[str]:
    for name in dict.fromkeys((*then, *now)):
        if name not in UNCOMPARED:
            yield from _change(name, then.get(name), now.get(name))
    yield from _change("reasons", _refs(then), _refs(now))


def _change(name: str, then: Any, now: Any) -> Iterator[str]:
    if then == now:
        return
    if isinstance(then, list) and isinstance(now, list):
        gone, new = Counter(then) - Counter(now), Counter(now) - Counter(then)
        moved = [f"- {part}" for part in gone.elements()] + [f"+ {part}" for part in new.elements()]
        yield f"{name} {', '.join(moved) or 'in another order'}"
    else:
        yield f"{name}: {_shown(then)} -> {_shown(now)}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return {None: "null", True: "true", False: "false"}.get(value, str(value))


def _refs(decision: Json) -> list[str]:
    return [reason["ref"] for reason in decision.get("reasons", ())]
