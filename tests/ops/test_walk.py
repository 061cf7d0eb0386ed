"""What a turn crosses does not grow unseen: docs/performance.md has the figures, and the goals that they miss."""

import re
import subprocess
import sys

from ops.paths import ROOT

MODULES, FUNCTIONS = 68, 445
"""That a text or a press from card to card crosses at most."""
CALLS = 1850
"""Of our own functions, by the press that reaches the answer."""


def test_each_turn_keeps_within_what_it_crosses_today() -> None:
    printed = subprocess.run([sys.executable, "-m", "ops.walk"], cwd=ROOT, capture_output=True, text=True, check=True)
    turns = [{name: int(n) for name, n in re.findall(r"(\w+) +(\d+)", line)} for line in printed.stdout.splitlines()]
    *others, answer = turns
    assert len(others) == 4
    assert all(turn["modules"] <= MODULES and turn["functions"] <= FUNCTIONS for turn in others)
    assert all(turn["parsed"] == 1 and not turn["decide"] for turn in others)
    assert (answer["decide"], answer["facts"], answer["parsed"]) == (1, 1, 1)
    assert answer["calls"] <= CALLS
