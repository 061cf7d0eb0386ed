"""Folders of the work tree, and what set-up leaves in .venv."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
NODE = ROOT / ".venv" / "npm" / "node"
NODE_PACKAGES = ROOT / ".venv" / "npm" / "node_modules"
CHROMIUM = shutil.which(os.environ.get("CHROMIUM", "")) or ROOT / ".venv" / "chromium"
