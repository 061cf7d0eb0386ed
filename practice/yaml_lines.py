"""YAML read as plain text, with the line on which each part stands.

Every scalar is the text that was written: `yes` stays "yes", and a date stays as it is.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
LONGEST, DEEPEST = 100_000, 10
"""Characters of a file, and parts within parts: far more than a scenario has."""


@dataclass(frozen=True, order=True, slots=True)
class Fault:
    """Something wrong with a file, and the line it stands on."""

    line: int
    said: str


@dataclass
class Lined:
    """What a file holds, the line of each part of it, and what could not be read."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of the nearest part on this path that is written in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str) -> Lined:
    """The file's data. A file that is no YAML at all, or none that can be a scenario, has one fault and no data."""
    found = Lined()
    if len(text) > LONGEST:
        found.faults.append(Fault(1, f"this is too long: {len(text):,} characters, and {LONGEST:,} is the most"))
        return found
    try:
        beyond = _beyond(text)
        node = None if beyond else yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        beyond, node = _broken(error), None
    if beyond:
        found.faults.append(beyond)
    else:
        found.data = _plain(node, (), found) if node else {}
    return found


def _beyond(text: str) -> Fault | None:
    """What no scenario holds: a part that points to another, and parts within parts without end."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = (event.start_mark.line if event.start_mark else 0) + 1
        if isinstance(event, yaml.AliasEvent):
            return Fault(line, "write it out here instead of pointing to it")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return Fault(line, "too many parts within parts")
    return None


def _broken(error: yaml.YAMLError) -> Fault:
    line = getattr(getattr(error, "problem_mark", None), "line", 0)
    said = getattr(error, "problem", None) or "it cannot be read as text"
    return Fault(line + 1, f"this is not YAML: {said}")


def _plain(node: yaml.Node, path: Path, found: Lined) -> Any:
    found.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, found)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, (*path, number), found) for number, part in enumerate(node.value)]
    return node.value


def _mapping(node: yaml.MappingNode, path: Path, found: Lined) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            found.faults.append(Fault(line, "a name is wanted here"))
            continue
        name = str(key.value)
        if name in table:
            found.faults.append(Fault(line, f"{name}: written twice"))
        found.lines[(*path, name)] = line
        table[name] = _plain(value, (*path, name), found)
    return table
