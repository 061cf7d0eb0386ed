"""The older rules in a process of their own, asked batch by batch."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from proof.diff.older import BadOlder

CHILD = Path(__file__).with_name("child.py")
Case = tuple[str, dict[str, Any]]


class Older:
    """A running process that holds the older rules."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self.version: str = self._read()["version"]

    def decide(self, cases: Sequence[Case]) -> list[dict[str, Any]]:
        """{"decision": ...} or {"error": ...} for each. Raises BadOlder when the process has ended."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps([{"flow": flow, "facts": facts} for flow, facts in cases]) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise self._ended() from None
        decided: list[dict[str, Any]] = self._read()
        return decided

    def _read(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise self._ended()
        return json.loads(line)

    def _ended(self) -> BadOlder:
        assert self._process.stderr is not None
        said = self._process.stderr.read().strip().splitlines()
        return BadOlder(f"the older rules cannot be run: {said[-1] if said else 'they ended without a word'}")


@contextmanager
def running(folder: Path) -> Iterator[Older]:
    """The rules of this folder, running. Raises BadOlder when they cannot be."""
    command = [sys.executable, "-I", str(CHILD), str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, encoding="utf-8") as process:
        try:
            yield Older(process)
        finally:
            process.kill()
