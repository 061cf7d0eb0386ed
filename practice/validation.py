"""Everything that is wrong with a scenario's file, at once, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from pydantic import ValidationError

from practice.faults import find_faults
from practice.scenario import Scenario
from practice.yaml_lines import FileFault, LocatedYaml, read_yaml

PLAIN_MESSAGES = {
    "missing": "missing",
    "extra_forbidden": "not a field of a scenario",
    "too_short": "at least one is wanted",
    "string_too_short": "some words are wanted",
    "string_type": "words are wanted here, not a list or a table",
    "list_type": "a list is wanted here: a dash before each",
    "dict_type": "a table is wanted here: name: value",
    "model_type": "a table is wanted here: name: value",
    "int_parsing": "a whole number is wanted here",
    "greater_than_equal": "at least 1",
    "less_than_equal": "at most 7",
    "string_pattern_mismatch": "small letters, numbers and single hyphens only",
}
STAND_IN_TRAP = {
    **dict.fromkeys(("question", "value", "why_not", "noticed", "followed", "next_time"), "-"),
    "refs": ["-"],
}
STAND_INS: dict[str, Any] = {"topic": "-", "level": "1", "noticed": {"-": "-"}, "traps": [STAND_IN_TRAP]}
"""For parts that nothing else is checked against. Without a flow, a story or answers there is nothing to check."""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file's scenario, or what is wrong with it."""

    scenario: Scenario | None
    faults: tuple[FileFault, ...]


def check_file(file: File) -> CheckedFile:
    """Read and check one file. Raises OSError when it cannot be opened."""
    if file.suffix != ".yaml":
        return CheckedFile(None, (FileFault(1, "the name of a scenario's file ends in .yaml; others are not read"),))
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return CheckedFile(None, (FileFault(1, "this is not UTF-8 text"),))
    return check_text(text, file.stem)


def check_text(text: str, name: str) -> CheckedFile:
    """Check a scenario's text; `name`: the file's without its ending, which its id must be."""
    located = read_yaml(text)
    if located.data is None:
        return CheckedFile(None, tuple(located.faults))
    try:
        scenario = Scenario.model_validate(located.data)
    except ValidationError as error:
        shape = [*located.faults, *_shape_faults(error, located), *_content_faults(error, located, name)]
        return CheckedFile(None, tuple(sorted(dict.fromkeys(shape))))
    found = [FileFault(located.line(path), said) for path, said in find_faults(scenario, name)]
    faults = tuple(sorted([*located.faults, *dict.fromkeys(found)]))
    return CheckedFile(None if faults else scenario, faults)


def _shape_faults(error: ValidationError, located: LocatedYaml) -> Iterator[FileFault]:
    """Yield the parts that are missing, unknown or of the wrong shape."""
    for fault in error.errors(include_url=False, include_input=False):
        path = tuple(part for part in fault["loc"] if part not in ("str", "list[str]", "dict[str,str]"))
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path) or "the file"
        if fault["type"] == "literal_error":
            said = f"one of {fault.get('ctx', {}).get('expected', '')}"
        else:
            said = PLAIN_MESSAGES.get(fault["type"], "this is not what is wanted here")
        yield FileFault(located.line(path[:-1] if fault["type"] == "missing" else path), f"{where}: {said}")


def _content_faults(error: ValidationError, located: LocatedYaml, name: str) -> Iterator[FileFault]:
    """Yield what else is wrong, read from the parts of the right shape; nothing if they are too few."""
    salvaged, kept = _salvage(error, located.data, name)
    if salvaged is None:
        return
    for path, said in find_faults(salvaged, name):
        of_trap = path[:1] == ("traps",) and isinstance(path[1], int)
        real = ("traps", kept[int(path[1])], *path[2:]) if of_trap else path
        yield FileFault(located.line(real), said)


def _salvage(error: ValidationError, data: Any, name: str) -> tuple[Scenario | None, list[int]]:
    """Return the scenario without its faulty parts, or None, and the numbers of the traps that were kept."""
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
