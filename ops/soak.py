"""`make soak`: the tests that take long, at full length: 200 kills on each database, 500 races on PostgreSQL."""

import os
import subprocess
import sys

from ops.places import ROOT

FULL_LENGTH = {"SOAK_KILLS": "200", "SOAK_RACES": "500"}
TESTS = ("tests/bot/test_kills.py", "tests/bot/test_approval_kills.py", "tests/scenarios/test_approval_races.py")


def main() -> int:
    """Run them; returns pytest's exit code."""
    command = [sys.executable, "-m", "pytest", *TESTS, "-v"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | FULL_LENGTH, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
