"""Debian's own packages, where this is Debian and we may install them."""

import os
import shutil
from pathlib import Path

from ops.commands import SetUpError, run, say

_RELEASE = Path("/etc/os-release")


def install(*packages: str) -> bool:
    """Install packages and return True; False where this is not Debian, we are not root, or apt could not."""
    if os.geteuid() != 0 or not shutil.which("apt-get") or not _is_debian():
        return False
    say(f"Installing {' '.join(packages)} from Debian")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run("apt-get update", ("apt-get", "update"), quiet)
        run("apt-get install", ("apt-get", "install", "--yes", "--no-install-recommends", *packages), quiet)
    except SetUpError as error:
        say(str(error))
        return False
    return True


def _is_debian() -> bool:
    return _RELEASE.exists() and "ID=debian" in _RELEASE.read_text(encoding="utf-8").splitlines()
