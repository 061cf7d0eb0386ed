"""The released version, kept as source so that a test can run it where there is no history: `released.tar.xz`.

`make released COMMIT=v1.2.3` writes that file anew, from a checkout that has this commit. Left out are tests, pages and
the examples that words were learned from; what was learned is there in its true size with nothing in it, as
presses and commands need none of it.
"""

import io
import subprocess
import sys
import tarfile
from pathlib import Path

import numpy as np

from tests.scenarios.running import ROOT

FILE = Path(__file__).with_name("released.tar.xz")
PARTS = ("app.py", "guidance", "dialogs", "cards", "practice", "bot")


def unpack(folder: Path) -> str:
    """Put its source there, and return which commit it is."""
    with tarfile.open(FILE) as kept:
        kept.extractall(folder, filter="data")
        return kept.pax_headers["comment"]


def pack(commit: str) -> None:
    """Keep this commit as the released one."""
    said = subprocess.run(["git", "archive", commit, *PARTS], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(said)) as source:
        headers = {"comment": source.pax_headers["comment"]}  # git writes the commit there
        with tarfile.open(FILE, "w:xz", preset=9, pax_headers=headers) as kept:
            for member in source:
                if member.name.endswith(".tsv"):
                    continue
                content = source.extractfile(member)
                data = content.read() if content else b""
                if member.name.endswith(".npy"):
                    data = _emptied(data)
                    member.size = len(data)
                kept.addfile(member, io.BytesIO(data))


def _emptied(array: bytes) -> bytes:
    file = io.BytesIO()
    np.save(file, np.zeros_like(np.load(io.BytesIO(array))))
    return file.getvalue()


if __name__ == "__main__":
    pack(sys.argv[1])
