"""The sentence that each rule speaks with: `data/reasons.toml`, and `flows/<flow>.toml` for one flow's own."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from guidance import flows
from guidance.decision import Reason
from guidance.rule import Rule


@cache
def sentences() -> dict[str, str]:
    """Each rule's sentence, by the name its `words` give."""
    of_several = tomllib.loads(resources.files("guidance").joinpath("data/reasons.toml").read_text("utf-8"))
    of_one = (tomllib.loads(file.read_text("utf-8")) for folder in flows.__path__ for file in _files(folder))
    return {**of_several, **{name: said for own in of_one for name, said in own.items()}}


def _files(folder: str) -> list[Path]:
    return sorted(Path(folder).glob("*.toml"))


def spoken(rules: Sequence[Rule[Any]]) -> tuple[Reason, ...]:
    """These rules as reasons, each paragraph with its sentence, in the order weighed."""
    return tuple([_reason(rule.ref, rule.words) for rule in rules])


@cache
def _reason(ref: str, words: str) -> Reason:
    return Reason(ref=ref, text=sentences()[words])
