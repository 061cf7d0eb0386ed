"""In which way one decision differs from another, in a line that is the same for every case of that kind."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

UNCOMPARED = frozenset({"flow", "next_steps", "reasons", "weighed", "guidance_version"})
"""Not compared field by field: reasons by their paragraphs, whatever sentence they are given in; next steps follow from
the rest."""

Json = Mapping[str, Any]


def describe_change(then: Json, now: Json) -> str | None:
    """The kind of change between what each version answered ({"decision"} or {"error"}); None when there is none."""
    if "error" in then and "error" in now:
        return None
    if "error" in then:
        return f"could not be decided then: {then['error']}"
    if "error" in now:
        return f"cannot be decided now: {now['error']}"
    return "; ".join(_changes(then["decision"], now["decision"])) or None


def _changes(then: Json, now: Json) -> Iterator[str]:
    for field in dict.fromkeys((*then, *now)):
        if field not in UNCOMPARED:
            yield from _change(field, then.get(field), now.get(field))
    yield from _change("reasons", _refs(then), _refs(now))


def _change(field: str, then: Any, now: Any) -> Iterator[str]:
    if then == now:
        return
    if isinstance(then, list) and isinstance(now, list):
        gone, new = Counter(then) - Counter(now), Counter(now) - Counter(then)
        moved = [f"- {part}" for part in gone.elements()] + [f"+ {part}" for part in new.elements()]
        yield f"{field} {', '.join(moved) or 'in another order'}"
    else:
        yield f"{field}: {_said(then)} -> {_said(now)}"


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return {None: "null", True: "true", False: "false"}.get(value, str(value))


def _refs(decision: Json) -> list[str]:
    return [reason["ref"] for reason in decision.get("reasons", ())]
