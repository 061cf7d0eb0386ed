"""YAML read as plain text, with the line on which each part stands.

Every scalar is the text that was written: `yes` stays "yes", and a date stays as it is.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]


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
    """The file's data. A file that is no YAML at all has one fault and no data."""
    found = Lined()
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                mark = event.start_mark
                found.faults.append(
                    Fault((mark.line if mark else 0) + 1, "write it out here instead of pointing to it")
                )
                return found
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        found.faults.append(_broken(error))
        return found
    found.data = _plain(node, (), found) if node else {}
    return found


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
        name, line = str(key.value), key.start_mark.line + 1
        if name in table:
            found.faults.append(Fault(line, f"{name}: written twice"))
        found.lines[(*path, name)] = line
        table[name] = _plain(value, (*path, name), found)
    return table
