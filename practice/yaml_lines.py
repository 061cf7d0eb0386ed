"""YAML read as plain text, with the line of each part.

Every scalar is the text that was written: `yes` stays "yes", and a date stays as it is.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one in C, where the library was built with it, takes a tenth of the time."""
Path = tuple[str | int, ...]
LONGEST, DEEPEST = 100_000, 10
"""Characters of a file, and parts within parts: far more than a scenario has."""


@dataclass(frozen=True, order=True, slots=True)
class FileFault:
    """Something wrong with a file, and on which line."""

    line: int
    said: str


@dataclass
class LocatedYaml:
    """The data of a file (None if it cannot be read), the line of each part, and what is wrong with it as YAML."""

    data: Any = None
    lines: dict[Path, int] = field(default_factory=dict)
    faults: list[FileFault] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """Return the line of the nearest part on this path that is written in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(text: str) -> LocatedYaml:
    """Read a file's text. What is no YAML, or could be no scenario, has one fault and no data."""
    found = LocatedYaml()
    node: yaml.Node | None = None
    fault: FileFault | None
    if len(text) > LONGEST:
        fault = FileFault(1, f"this is too long: {len(text):,} characters, and {LONGEST:,} is the most")
    else:
        try:
            fault = _unsupported(text)
            node = None if fault else yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            fault = _syntax_fault(error)
    if fault:
        found.faults.append(fault)
    else:
        found.data = _to_data(node, (), found) if node else {}
    return found


def _unsupported(text: str) -> FileFault | None:
    """Return the first part that points to another, or lies too deep. Raises YAMLError."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = (event.start_mark.line if event.start_mark else 0) + 1
        if isinstance(event, yaml.AliasEvent):
            return FileFault(line, "write it out here instead of pointing to it")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return FileFault(line, "too many parts within parts")
    return None


def _syntax_fault(error: yaml.YAMLError) -> FileFault:
    line = getattr(getattr(error, "problem_mark", None), "line", 0)
    said = getattr(error, "problem", None) or "it cannot be read as text"
    return FileFault(line + 1, f"this is not YAML: {said}")


def _to_data(node: yaml.Node, path: Path, found: LocatedYaml) -> Any:
    found.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_to_data(part, (*path, number), found) for number, part in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return node.value
    table: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            found.faults.append(FileFault(line, "a name is wanted here"))
            continue
        name = str(key.value)
        if name in table:
            found.faults.append(FileFault(line, f"{name}: written twice"))
        found.lines[(*path, name)] = line
        table[name] = _to_data(value, (*path, name), found)
    return table
