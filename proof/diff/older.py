"""The older rules: from a folder that holds a `guidance` package, or from a revision of this repository."""

import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]


class BadOlder(Exception):
    """There are no older rules to compare with; the text says in one line why."""


@contextmanager
def older_rules(named: str) -> Iterator[Path]:
    """The folder that holds the older `guidance` package, for as long as it is compared with. Raises BadOlder."""
    if named and Path(named).is_dir():
        if not (Path(named) / "guidance" / "decide.py").is_file():
            raise BadOlder(f"{named}: the folder holds no guidance package that can decide")
        yield Path(named).resolve()
        return
    packed = _of_revision(named)
    with TemporaryDirectory(prefix="older-rules-") as folder:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def _of_revision(named: str) -> bytes:
    commit = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}")
    if commit is None:
        raise BadOlder(f"{named}: neither a folder nor a revision of this repository")
    packed = _git("archive", "--format=tar", commit.decode().strip(), "guidance")
    if packed is None:
        raise BadOlder(f"{named}: that revision has no guidance package")
    return packed


def _git(*arguments: str) -> bytes | None:
    """What git printed; None when it refused, or is not there."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
