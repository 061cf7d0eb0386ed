"""A file in which some parts have the wrong shape: what can still be checked of the others."""

from typing import Any

from pydantic import ValidationError

from practice.scenario import Scenario

STAND_IN_TRAP = {
    "question": "-",
    "value": "-",
    "why_not": "-",
    "noticed": "-",
    "followed": "-",
    "next_time": "-",
    "refs": ["-"],
}
STAND_INS: dict[str, Any] = {"topic": "-", "difficulty": "easy", "noticed": {"-": "-"}, "traps": [STAND_IN_TRAP]}
"""For parts that nothing else is checked against. Without a flow, a story or answers there is nothing to check."""


def salvage(error: ValidationError, data: Any, name: str) -> tuple[Scenario | None, list[int]]:
    """The scenario without its faulty parts, and which of its traps were kept; None when too little is left."""
    if not isinstance(data, dict):
        return None, []
    faulty = {fault["loc"][:2] if fault["loc"][:1] == ("traps",) else fault["loc"][:1] for fault in error.errors()}
    listed = data.get("traps")
    traps: list[Any] = listed if ("traps",) not in faulty and isinstance(listed, list) else []
    kept = [number for number in range(len(traps)) if ("traps", number) not in faulty]
    sound = {key: value for key, value in data.items() if (key,) not in faulty and key != "traps"}
    try:
        whole = Scenario.model_validate({"id": name, **STAND_INS, **sound})
        given = Scenario.model_validate({**whole.model_dump(), "traps": [traps[n] for n in kept]}).traps if kept else []
    except ValidationError:
        return None, []
    noticed = whole.noticed if "noticed" in sound else {}
    return whole.model_copy(update={"traps": given, "noticed": noticed}), kept
