"""`make soak`: the tests that take long, at full length: 200 kills on each database instead of ten."""

import os
import subprocess
import sys

from ops.places import ROOT

FULL_LENGTH = {"SOAK_KILLS": "200"}


def main() -> int:
    """Run them; returns pytest's exit code."""
    command = [sys.executable, "-m", "pytest", "tests/bot/test_kills.py", "-v"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | FULL_LENGTH, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
