"""What the guidance does not answer though people ask it, with whom to ask: read from guidance/asked/gaps.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import guidance

FILE = Path(guidance.__file__).parent / "asked" / "gaps.toml"


@dataclass(frozen=True, slots=True)
class Gap:
    """One of them. `ask`: who can answer. `flows`: what may have been meant."""

    title: str
    ask: tuple[str, ...]
    meanwhile: str
    flows: tuple[str, ...]


@cache
def gaps() -> Mapping[str, Gap]:
    """Return each by its name."""
    read = tomllib.loads(FILE.read_text("utf-8"))
    return {
        name: Gap(one["title"], tuple(one["ask"]), one["meanwhile"], tuple(one["flows"])) for name, one in read.items()
    }
