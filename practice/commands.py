"""What `app.py scenarios` prints, without Teams."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from practice.checking import check
from practice.shelf import listed, scenarios

BAD_INPUT = 2
Printed = tuple[str, int]


class CannotPlay(Exception):
    """There is no such scenario, or its answers cannot be read."""


def list_them(_: argparse.Namespace) -> Printed:
    """Every scenario with its computed decision. Raises BadScenarios."""
    return json.dumps([listed(scenario) for scenario in scenarios().values()], ensure_ascii=False, indent=2), 0


def check_one(given: argparse.Namespace) -> Printed:
    """What is wrong with one file, a line each. Raises OSError."""
    file = Path(given.file)
    faults = check(file).faults
    if faults:
        return "\n".join(f"{file}:{fault.line}: {fault.said}" for fault in faults), BAD_INPUT
    return f"{file}: nothing wrong", 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], Printed]] = {"list": list_them, "check": check_one}
