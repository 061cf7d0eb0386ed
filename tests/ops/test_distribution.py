"""What is installed: compiled requirements, and the package itself."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from ops.paths import ROOT

COMPILED = ("requirements.txt", "tests/requirements.txt", "ops/npm/requirements.txt")
PACKAGES = ("guidance", "dialogs", "cards", "practice", "bot", "proof")


def pinned(path: str) -> dict[str, str]:
    """Each release of a compiled file by its name; every one of them has to carry a hash."""
    lines = (ROOT / path).read_text("utf-8").replace(" \\\n", " ").splitlines()
    entries = [
        line.partition(" --hash=sha256:") for line in lines if line.strip() and not line.lstrip().startswith("#")
    ]
    assert all(hashed for _, hashed, _ in entries)
    releases = (re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", entry) for entry, _, _ in entries)
    return {canonical(release[1]): release[2] for release in releases if release}


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(path: str) -> list[Requirement]:
    lines = [line.partition(" #")[0].strip() for line in (ROOT / path).read_text("utf-8").splitlines()]
    return [Requirement(line) for line in lines if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("path", COMPILED)
def test_what_is_asked_for_is_compiled_to_a_release_that_it_allows(path: str) -> None:
    releases = pinned(path)
    wanted = asked(path.replace(".txt", ".in"))
    assert wanted
    for requirement in wanted:
        assert requirement.specifier.contains(releases[canonical(requirement.name)]), requirement


def test_the_tests_run_on_the_releases_that_the_bot_runs_on() -> None:
    own, tests = pinned("requirements.txt"), pinned("tests/requirements.txt")
    assert own.keys() & tests.keys()
    assert {name: tests[name] for name in own.keys() & tests.keys()} == {
        name: own[name] for name in own.keys() & tests.keys()
    }


def test_what_the_bot_needs_comes_with_a_reason() -> None:
    lines = (ROOT / "requirements.in").read_text("utf-8").splitlines()
    assert [line for line in lines if " # " not in line and not line.startswith("#")] == []


def test_an_installed_package_has_everything_that_a_command_reads(tmp_path: Path) -> None:
    source, site = tmp_path / "source", tmp_path / "site"
    source.mkdir()
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "pyproject.toml", "requirements.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--target", str(site)]
    subprocess.run([*pip, str(source)], cwd=tmp_path, check=True, capture_output=True)

    data = {path.relative_to(source) for name in PACKAGES for path in (source / name).rglob("*") if path.is_file()}
    assert [path for path in sorted(data) if not (site / path).exists()] == []
    command: list[str | Path] = [sys.executable, site / "bin" / "sharing-guide", "scenarios", "list"]
    listed = subprocess.run(command, cwd=tmp_path, env={"PYTHONPATH": str(site)}, check=True, capture_output=True)
    assert b'"id"' in listed.stdout


def test_the_version_and_the_licence_are_said() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert f"## {project['version']} " in (ROOT / "CHANGELOG.md").read_text("utf-8")
