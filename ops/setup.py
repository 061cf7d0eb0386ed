"""Set-up from nothing but Python: `python3.11 -m ops.setup run|check|package|test`.

Standard library only. A step that is done leaves a stamp with the fingerprint of what it was done from, so that a
second run costs a moment and a changed requirement is installed again.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

from ops import chromium, debian, node
from ops.commands import SetUpError, run, say
from ops.places import ROOT, VENV, VENV_PYTHON

RUN = Path("requirements.txt")
TESTS = Path("tests/requirements.txt")
PURPOSES = ("run", "check", "package", "test")


def main(arguments: list[str]) -> int:
    """Set up for the purpose named; returns the exit code, having said in one line what failed."""
    if len(arguments) != 1 or arguments[0] not in PURPOSES:
        print(f"Say what to set up for: {', '.join(PURPOSES)}.", file=sys.stderr)
        return 2
    try:
        set_up(arguments[0])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def set_up(purpose: str) -> None:
    """Install what the purpose needs and is not there yet. Raises SetUpError."""
    if sys.version_info < (3, 11):  # noqa: UP036  the machine's own Python may be older than the project's
        raise SetUpError("Python 3.11 or later is needed; name one with PYTHON=/path/to/python.")
    _virtual_environment()
    _packages(RUN)
    if purpose in {"check", "test"}:
        _packages(TESTS)
    if purpose in {"run", "test"}:
        node.install_packages(everything=purpose == "test")
    if purpose == "test":
        chromium.install()


def _virtual_environment() -> None:
    if _answers(VENV_PYTHON):
        return
    say("Making .venv")
    command = (sys.executable, "-m", "venv", "--clear", VENV)
    try:
        run("Making .venv", command)
    except SetUpError:
        # Debian's Python comes without what venv needs.
        if not debian.install(f"python3.{sys.version_info.minor}-venv"):
            raise
        run("Making .venv", command)


def _answers(python: Path) -> bool:
    if not python.exists():
        return False
    return subprocess.run([python, "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _packages(requirements: Path) -> None:
    stamp = VENV / f".{requirements.as_posix().replace('/', '-')}.installed"
    fingerprint = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say(f"Installing {requirements} (a minute or so, once)")
    pip = (VENV_PYTHON, "-m", "pip", "install", "--no-input", "--disable-pip-version-check")
    run(f"Installing {requirements}", (*pip, "--requirement", RUN, "--requirement", requirements))
    stamp.write_text(fingerprint, encoding="ascii")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
