"""The virtual environment of cosmic-ray: its packages have no place in the bot's own."""

import hashlib
import sys
from pathlib import Path

from ops.commands import run, say
from ops.places import ROOT, VENV

_FOLDER = VENV / "mutate"
_REQUIREMENTS = Path("ops/mutate/requirements.txt")
COSMIC_RAY = _FOLDER / "bin" / "cosmic-ray"
FILTER = _FOLDER / "bin" / "cr-filter-operators"


def install() -> None:
    """Make it, once. Raises SetUpError."""
    stamp = _FOLDER / ".installed"
    fingerprint = hashlib.sha256((ROOT / _REQUIREMENTS).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say("Installing cosmic-ray beside the bot (once)")
    run("Making an environment for cosmic-ray", (sys.executable, "-m", "venv", "--clear", _FOLDER))
    pip = (_FOLDER / "bin" / "python", "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
    run("Installing cosmic-ray", (*pip, "--requirement", _REQUIREMENTS))
    stamp.write_text(fingerprint, encoding="ascii")
