"""`make release`: see that this commit may be the release that it says it is, run everything, and tag it.

The number is said once, in `guidance/__init__.py`; a new entry of the changelog is dated on the day. `python -m
ops.release notes` prints that entry, for whoever publishes the release.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from ops.paths import ROOT


def main(arguments: Sequence[str]) -> int:
    """Tag, or print what stands in the way; returns the exit code."""
    if arguments == ["notes"]:
        print(entry_of(version_in(ROOT), ROOT))
        return 0
    return release(ROOT, ["make", "test"])


def release(root: Path, everything: Sequence[str]) -> int:
    """Tag the commit that is checked out there, once `everything` has passed."""
    found = list(in_the_way(root))
    if found:
        print("\n".join(["Nothing was tagged.", *found]), file=sys.stderr)
        return 1
    if subprocess.run(everything, cwd=root, check=False).returncode:
        print("Nothing was tagged: the tests failed.", file=sys.stderr)
        return 1
    version = version_in(root)
    _git(root, "tag", "--annotate", f"v{version}", "--cleanup=whitespace", "--message", entry_of(version, root))
    print(f"Tagged v{version}. Next: git push origin v{version}; make released COMMIT=v{version}, and commit the file.")
    return 0


def version_in(root: Path) -> str:
    """The number that the source says."""
    found = re.search(r'^__version__ = "(.+)"$', (root / "guidance" / "__init__.py").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def entry_of(version: str, root: Path) -> str:
    """What the changelog says of this version, with its heading; empty where it says nothing."""
    text = (root / "CHANGELOG.md").read_text("utf-8")
    found = re.search(rf"^## ({re.escape(version)} .*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def in_the_way(root: Path) -> Iterator[str]:
    """What keeps this commit from being a release, a line each."""
    version = version_in(root)
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        yield f"guidance/__init__.py says {version or 'no version'}, which is not a number such as 1.2.3."
    if not re.match(r"\S+ \(\d{4}-\d\d-\d\d\)\n", entry_of(version, root)):
        yield f"CHANGELOG.md has no entry headed ## {version} (YYYY-MM-DD)."
    if _git(root, "tag", "--list", f"v{version}"):
        yield f"v{version} is tagged already: the next number goes into guidance/__init__.py."
    if _git(root, "status", "--porcelain"):
        yield "There are changes that are not committed, or files that are not part of the repository."


def _git(root: Path, *command: str) -> str:
    return subprocess.run(["git", *command], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
