"""What a turn crosses does not grow unseen: docs/performance.md has the figures, and the goals that they miss."""

import re
import subprocess
import sys

from ops.paths import ROOT

TYPED, PRESS = (61, 337), (45, 213)
"""Modules and functions that a typed text, and a press from card to card, cross at most."""
CALLS = 1275
"""Of our own functions, by the press that reaches the answer."""


def test_each_turn_keeps_within_what_it_crosses_today() -> None:
    printed = subprocess.run([sys.executable, "-m", "ops.walk"], cwd=ROOT, capture_output=True, text=True, check=True)
    turns = [{name: int(n) for name, n in re.findall(r"(\w+) +(\d+)", line)} for line in printed.stdout.splitlines()]
    typed, *presses, answer = turns
    assert len(presses) == 3
    assert typed["modules"] <= TYPED[0] and typed["functions"] <= TYPED[1]
    assert all(press["modules"] <= PRESS[0] and press["functions"] <= PRESS[1] for press in presses)
    assert all(turn["parsed"] == 1 and not turn["decide"] for turn in (typed, *presses))
    assert (answer["decide"], answer["facts"], answer["parsed"]) == (1, 1, 1)
    assert answer["calls"] <= CALLS
