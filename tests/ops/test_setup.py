"""Set-up from nothing but Python."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from ops import commands, node, processes
from ops.places import ROOT

# What runs before anything is installed.
FIRST = ["setup", "commands", "node", "chromium", "debian", "places"]


def imported(module: Path) -> set[str]:
    found: set[str] = set()
    for part in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(part, ast.Import):
            found |= {name.name.split(".")[0] for name in part.names}
        elif isinstance(part, ast.ImportFrom) and part.module == "ops":
            found |= {f"ops.{name.name}" for name in part.names}
        elif isinstance(part, ast.ImportFrom) and part.module:
            found.add(part.module if part.module.startswith("ops.") else part.module.split(".")[0])
    return found


@pytest.mark.parametrize("name", FIRST)
def test_what_runs_first_needs_nothing_installed(name: str) -> None:
    assert imported(ROOT / "ops" / f"{name}.py") <= sys.stdlib_module_names | {f"ops.{module}" for module in FIRST}


def test_a_registry_that_cannot_be_reached_is_said_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "LOG", tmp_path / "set-up.log")
    monkeypatch.setattr(commands, "VAR", tmp_path)
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    nowhere = f"http://127.0.0.1:{processes.free_port()}/simple"
    pip = [sys.executable, "-m", "pip", "download", "--retries", "0", "--index-url", nowhere, "not-a-package"]

    with pytest.raises(commands.SetUpError) as caught:
        commands.run("Installing a package", pip)

    assert "registry could not be reached" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_npm_pins_name_no_registry() -> None:
    assert '"resolved"' not in (node.PINS / "package-lock.json").read_text(encoding="utf-8")


def test_make_alone_lists_the_targets() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for target in ("run", "test", "check", "package", "bench", "soak", "mutate", "clean"):
        assert f"make {target} " in listed
