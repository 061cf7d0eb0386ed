"""Questions in workers' own words: those that the guidance answers, by flow, and those that it does not."""

import json
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
Asked = tuple[tuple[str, frozenset[str]], ...]


def covered() -> Asked:
    """Each question that the guidance answers, with the flows that it may start; "none" where it starts none."""
    rows = [line.split("\t") for line in _lines("examples.tsv")]
    told = [(question, frozenset({flow})) for _, flow, question in rows]
    held = [(one["q"], frozenset({one["flow"], *one["flow_also"]})) for one in held_out() if one["kind"] == "covered"]
    return tuple(told + held)


def not_covered() -> tuple[str, ...]:
    """Each question that it does not answer, adversarial ones among them."""
    return (*_lines("negatives.txt"), *(one["q"] for one in held_out() if one["kind"] != "covered"))


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def held_out() -> list[dict[str, Any]]:
    """The questions to measure with, and never to learn from."""
    found: list[dict[str, Any]] = json.loads((_FOLDER / "dev.json").read_text(encoding="utf-8"))
    return found
