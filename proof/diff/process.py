"""The older rules in a process of their own, asked batch by batch."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from proof.diff.older import BadOlder

CHILD = Path(__file__).with_name("child.py")
Case = tuple[str, dict[str, Any]]


class OlderRules:
    """A running process that holds the older rules."""

    def __init__(self, to: IO[str], back: IO[str], complaints: IO[str]) -> None:
        self._to = to
        self._back = back
        self._complaints = complaints
        self.version: str = self._read()["version"]

    def decide(self, cases: Sequence[Case]) -> list[dict[str, Any]]:
        """{"decision": ...} or {"error": ...} for each. Raises BadOlder when the process has ended."""
        try:
            self._to.write(json.dumps([{"flow": flow, "facts": facts} for flow, facts in cases]) + "\n")
            self._to.flush()
        except OSError:
            raise self._ended() from None
        decided: list[dict[str, Any]] = self._read()
        return decided

    def _read(self) -> Any:
        line = self._back.readline()
        if not line:
            raise self._ended()
        return json.loads(line)

    def _ended(self) -> BadOlder:
        self._complaints.seek(0)
        said = self._complaints.read().strip().splitlines()
        return BadOlder(f"the older rules cannot be run: {said[-1] if said else 'they ended without a word'}")


@contextmanager
def run_rules(folder: Path) -> Iterator[OlderRules]:
    """The rules of this folder, running. Raises BadOlder when they cannot be."""
    command = [sys.executable, "-I", str(CHILD), str(folder)]
    pipe = subprocess.PIPE
    with (
        TemporaryFile("w+", encoding="utf-8") as complaints,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=complaints, text=True, encoding="utf-8") as process,
    ):
        try:
            if process.stdin is None or process.stdout is None:
                raise BadOlder("the older rules cannot be run: there is no way to speak to them")
            yield OlderRules(process.stdin, process.stdout, complaints)
        finally:
            process.kill()
