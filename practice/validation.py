"""Everything that is wrong with a scenario's file, at once, each with its line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from pydantic import ValidationError

from practice.faults import find_faults
from practice.partial_validation import salvage
from practice.scenario import Scenario
from practice.yaml_lines import FileFault, LocatedYaml, read_yaml


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file's scenario, or what is wrong with it."""

    scenario: Scenario | None
    faults: tuple[FileFault, ...]


def check_file(file: File) -> CheckedFile:
    """Read one file. Raises OSError when it cannot be opened."""
    if file.suffix != ".yaml":
        return CheckedFile(None, (FileFault(1, "the name of a scenario's file ends in .yaml; others are not read"),))
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return CheckedFile(None, (FileFault(1, "this is not UTF-8 text"),))
    return check_text(text, file.stem)


def check_text(text: str, name: str) -> CheckedFile:
    """The same for a text; `name`: the file's, which its id is."""
    lined = read_yaml(text)
    if lined.data is None:
        return CheckedFile(None, tuple(lined.faults))
    try:
        scenario = Scenario.model_validate(lined.data)
    except ValidationError as error:
        shape = [*lined.faults, *_shape_faults(error, lined), *_content_faults(error, lined, name)]
        return CheckedFile(None, tuple(sorted(dict.fromkeys(shape))))
    found = [FileFault(lined.line(path), said) for path, said in find_faults(scenario, name)]
    faults = tuple(sorted([*lined.faults, *dict.fromkeys(found)]))
    return CheckedFile(None if faults else scenario, faults)


def _content_faults(error: ValidationError, lined: LocatedYaml, name: str) -> Iterator[FileFault]:
    """What else is wrong, read from the parts that have their right shape; nothing where too little of it has."""
    salvaged, kept = salvage(error, lined.data, name)
    if salvaged is None:
        return
    for path, said in find_faults(salvaged, name):
        of_trap = path[:1] == ("traps",) and isinstance(path[1], int)
        real = ("traps", kept[int(path[1])], *path[2:]) if of_trap else path
        yield FileFault(lined.line(real), said)


PLAIN_MESSAGES = {
    "missing": "missing",
    "extra_forbidden": "not a field of a scenario",
    "too_short": "at least one is wanted",
    "string_too_short": "some words are wanted",
    "string_type": "words are wanted here, not a list or a table",
    "list_type": "a list is wanted here: a dash before each",
    "dict_type": "a table is wanted here: name: value",
    "model_type": "a table is wanted here: name: value",
    "string_pattern_mismatch": "small letters, numbers and single hyphens only",
}


def _shape_message(kind: str, context: Mapping[str, Any]) -> str:
    """What is wrong with a part's shape, in plain words."""
    if kind == "literal_error":
        return f"one of {context.get('expected', '')}"
    return PLAIN_MESSAGES.get(kind, "this is not what is wanted here")


def _shape_faults(error: ValidationError, lined: LocatedYaml) -> Iterator[FileFault]:
    said: dict[tuple[int, str], None] = {}
    for fault in error.errors(include_url=False, include_input=False):
        path = tuple(part for part in fault["loc"] if part not in ("str", "list[str]", "dict[str,str]"))
        missing = fault["type"] == "missing"
        where = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path) or "the file"
        words = _shape_message(fault["type"], fault.get("ctx", {}))
        said[lined.line(path[:-1] if missing else path), f"{where}: {words}"] = None
    return (FileFault(line, words) for line, words in said)
