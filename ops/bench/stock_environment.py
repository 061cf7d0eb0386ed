"""The virtual environment of the stock echo bot: its package has no place in the bot's own."""

import hashlib
import sys
from pathlib import Path

from ops.commands import run, say
from ops.places import ROOT, VENV

_FOLDER = VENV / "stock"
_REQUIREMENTS = Path("ops/bench/requirements.txt")
STOCK_PYTHON = _FOLDER / "bin" / "python"


def install() -> None:
    """Make it, once. Raises SetUpError."""
    stamp = _FOLDER / ".installed"
    fingerprint = hashlib.sha256((ROOT / _REQUIREMENTS).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say("Installing the stock SDK's server beside the bot (once)")
    run("Making an environment for the stock SDK", (sys.executable, "-m", "venv", "--clear", _FOLDER))
    pip = (STOCK_PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
    run("Installing the stock SDK", (*pip, "--requirement", _REQUIREMENTS))
    stamp.write_text(fingerprint, encoding="ascii")
