"""The browser that the tests drive: one found on the machine, else Debian's, else Playwright's own."""

import os
import shutil
import subprocess
from collections.abc import Iterator

from ops import debian
from ops.commands import SetUpError, run, say
from ops.places import VENV_PYTHON

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_BY_HAND = "The browser tests need one: install it, or name it with CHROMIUM=/path/to/chromium."
_OWN = "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"


def find() -> str:
    """Return the path of a Chromium that starts. Raises SetUpError when there is none."""
    for path in _candidates():
        if _starts(path):
            return path
    raise SetUpError(f"No Chromium was found. {_BY_HAND}")


def install() -> None:
    """See to it that `find` finds one. Raises SetUpError when none can be had."""
    if _is_found() or (debian.install("chromium", "fonts-liberation") and _is_found()):
        return
    say("Installing Playwright's Chromium")
    try:
        run("Installing Chromium", (VENV_PYTHON, "-m", "playwright", "install", "chromium"))
    except SetUpError as error:
        raise SetUpError(f"{error} {_BY_HAND}") from error
    find()


def _is_found() -> bool:
    try:
        find()
    except SetUpError:
        return False
    return True


def _candidates() -> Iterator[str]:
    for name in (os.environ.get("CHROMIUM", ""), *_NAMES):
        if path := shutil.which(name):
            yield path
    yield run("Asking Playwright for its Chromium", (VENV_PYTHON, "-c", _OWN)).strip()


def _starts(path: str) -> bool:
    """Tell whether it runs at all: a stub that names another package, or one without its libraries, does not."""
    try:
        done = subprocess.run([path, "--version"], check=False, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
