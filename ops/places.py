"""Where things stand in the work tree. Standard library only: set-up reads it before anything is installed."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
NODE_PACKAGES = VENV / "npm" / "node_modules"
VAR = ROOT / "var"
