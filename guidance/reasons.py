"""The sentence that each rule speaks with (`data/reasons.toml`)."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from guidance.decision import Reason
from guidance.rule import Rule


@cache
def sentences() -> dict[str, str]:
    """Each rule's sentence, by the name its `words` give."""
    return tomllib.loads(resources.files("guidance").joinpath("data/reasons.toml").read_text("utf-8"))


def spoken(rules: Sequence[Rule[Any]]) -> tuple[Reason, ...]:
    """These rules as reasons, each paragraph with its sentence, in the order weighed."""
    return tuple([_reason(rule.ref, rule.words) for rule in rules])


@cache
def _reason(ref: str, words: str) -> Reason:
    return Reason(ref=ref, text=sentences()[words])
