"""Set-up from nothing but Python and make."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ops import processes
from ops.paths import ROOT

STEP = ["sh", str(ROOT / "ops" / "setup.sh")]


def step(folder: Path, what: str, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*STEP, what, *command], cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )


def dry_run(*arguments: str) -> str:
    """What make would do, as it says it."""
    return subprocess.run(["make", "-n", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_step_that_works_says_what_it_does_and_nothing_else(tmp_path: Path) -> None:
    done = step(tmp_path, "Listing", "echo", "a long list")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Listing ...\n", "")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("sh", "-c", "echo one; echo two.; echo; exit 3"), "two"),
        (("false",), "it said nothing"),
        (("sh", "-c", "echo 'ERROR: no such release'; echo 'a hint'; exit 1"), "ERROR: no such release"),
        (("no-such-program",), "not found"),
    ],
)
def test_a_step_that_fails_says_in_one_line_why(tmp_path: Path, command: tuple[str, ...], reason: str) -> None:
    done = step(tmp_path, "Listing", *command)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("Listing failed: ")
    assert f"{reason}. All it said is in var/set-up.log." in done.stderr


def test_a_registry_that_cannot_be_reached_is_said_in_one_line(tmp_path: Path) -> None:
    nowhere = f"http://127.0.0.1:{processes.free_port()}/simple"
    pip = [sys.executable, "-m", "pip", "download", "--retries", "0", "--index-url", nowhere, "not-a-package"]
    done = step(tmp_path, "Installing a package", *pip, PIP_CONFIG_FILE="/dev/null")
    assert "registry could not be reached" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_python_that_is_too_old_is_refused_in_one_line(tmp_path: Path) -> None:
    old = tmp_path / "python2"
    old.write_text("#!/bin/sh\necho 'Python 3.11 or later is needed' >&2; exit 1\n")
    old.chmod(0o755)
    done = step(tmp_path, "Making .venv", "make_venv", str(old))
    assert done.stderr == "Making .venv failed: Python 3.11 or later is needed. All it said is in var/set-up.log.\n"
    assert not (tmp_path / ".venv").exists()


def test_without_python_make_says_so_in_one_line() -> None:
    done = subprocess.run(
        ["make", "PYTHON=", "--assume-new=requirements.txt", "--always-make", "check"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "Python 3.11 was not found" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_node_of_the_machine_is_linked_with_its_npm(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("node", "npm"):
        (programs / name).write_text("#!/bin/sh\n")
        (programs / name).chmod(0o755)
    done = step(tmp_path, "Finding Node", "link_node", PATH=f"{programs}:{os.environ['PATH']}")
    assert done.returncode == 0
    for name in ("node", "npm"):
        assert (tmp_path / ".venv" / "npm" / name).readlink() == programs / name


def test_an_old_node_is_not_taken(tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("node", "npm"):
        (programs / name).write_text("#!/bin/sh\nexit 1\n")
        (programs / name).chmod(0o755)
    done = step(tmp_path, "Finding Node", "link_node", PATH=f"{programs}:{os.environ['PATH']}")
    assert done.returncode == 1
    assert not (tmp_path / ".venv" / "npm").exists()


def test_a_chromium_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    for name, code in (("stub", 1), ("chromium", 0)):
        (tmp_path / name).write_text(f"#!/bin/sh\nexit {code}\n")
        (tmp_path / name).chmod(0o755)
    (tmp_path / ".venv").mkdir()
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = step(tmp_path, "Finding Chromium", "link_chromium", PATH=path, CHROMIUM=str(tmp_path / "stub"))
    assert done.returncode == 0
    assert (tmp_path / ".venv" / "chromium").readlink() == tmp_path / "chromium"


def test_changed_requirements_are_installed_again() -> None:
    assert "Installing requirements.txt" in dry_run("--assume-new=requirements.txt", "package")
    assert "Installing tests/requirements.txt" in dry_run("--assume-new=requirements.txt", "check")
    assert "Installing tests/requirements.txt" not in dry_run("--assume-new=tests/requirements.txt", "package")


def test_the_npm_pins_name_no_registry() -> None:
    assert '"resolved"' not in (ROOT / "ops/npm/package-lock.json").read_text(encoding="utf-8")


def test_make_alone_lists_the_targets() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for target in ("run", "test", "check", "package", "bench", "soak", "mutate", "requirements", "clean"):
        assert f"make {target} " in listed


def test_make_test_runs_every_test_in_one_part() -> None:
    """By the name of its file or of its folder; those on the other SDK are run again."""
    run = dry_run("test").partition("BOT_SDK=agents")[0].replace('"', " ").split()
    left_out = {word.removeprefix("--ignore=") for word in run if word.startswith("--ignore=")}
    for path in (ROOT / "tests").rglob("test_*.py"):
        file, folder = str(path.relative_to(ROOT)), "/".join(path.relative_to(ROOT).parts[:2])
        in_folder = folder in run and file not in {folder, *left_out}
        assert run.count(file) + in_folder == 1, file
