"""Older rules, from a folder or a revision of this repository, run in a process of their own."""

import json
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from proof.cases import Case

ROOT = Path(__file__).resolve().parents[2]
CHILD = Path(__file__).with_name("child.py")


class BadOlder(Exception):
    """There are no older rules to compare with; the text says in one line why."""


@contextmanager
def older_rules(named: str) -> Iterator[Path]:
    """Yield the folder that holds the `guidance` package of this folder or revision. Raises BadOlder."""
    if named and Path(named).is_dir():
        if not (Path(named) / "guidance" / "decide.py").is_file():
            raise BadOlder(f"{named}: the folder holds no guidance package that can decide")
        yield Path(named).resolve()
        return
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}")
    if commit is None:
        raise BadOlder(f"{named}: neither a folder nor a revision of this repository")
    packed = _git("archive", "--format=tar", commit.decode().strip(), "guidance")
    if packed is None:
        raise BadOlder(f"{named}: that revision has no guidance package")
    with TemporaryDirectory(prefix="older-rules-") as folder:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _git(*arguments: str) -> bytes | None:
    """Return what git printed; None when it refused or is not installed."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


class OlderRules:
    """A running process that holds the older rules."""

    def __init__(self, to: IO[str], back: IO[str], complaints: IO[str]) -> None:
        self._to = to
        self._back = back
        self._complaints = complaints
        self.version: str = self._read()["version"]

    def decide(self, cases: Sequence[Case]) -> list[dict[str, Any]]:
        """Return {"decision": ...} or {"error": ...} for each case. Raises BadOlder when the process has ended."""
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
    """Run the rules of this folder. Raises BadOlder when they cannot be run."""
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
