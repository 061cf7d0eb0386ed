"""What is installed: compiled requirements, and the package itself."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.request import urlopen

import pytest
from packaging.requirements import Requirement

from guidance import __version__
from ops.paths import ROOT
from ops.processes import Program, answers, free_port
from ops.sbom import components, written

COMPILED = (
    "requirements.txt",
    "requirements-telemetry.txt",
    "requirements-agents.txt",
    "tests/requirements.txt",
    "ops/npm/requirements.txt",
)
# Permissive, or weak copyleft that is kept by not changing the package itself (LGPL, MPL).
ALLOWED = {
    *("MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "ISC", "PSF-2.0", "Zlib", "CC0-1.0"),
    *("MPL-2.0", "LGPL-3.0-only"),
}
PACKAGES = ("guidance", "dialogs", "cards", "practice", "bot", "proof")
ANOTHER = "9.8.7"
"""The release that the installed copy says it is, in the one place where it is said."""


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


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package in it, as `pip install .` makes it from a clean copy."""
    folder = tmp_path_factory.mktemp("installed")
    source, site = folder / "source", folder / "site"
    source.mkdir()
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "app.py",
        "pyproject.toml",
        "requirements.in",
        "requirements-telemetry.in",
        "requirements-agents.in",
        "README.md",
        "LICENSE",
    ):
        shutil.copy(ROOT / name, source)
    said = source / "guidance" / "__init__.py"
    said.write_text(said.read_text("utf-8").replace(f'"{__version__}"', f'"{ANOTHER}"'), "utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--target", str(site)]
    subprocess.run([*pip, str(source)], cwd=folder, check=True, capture_output=True)
    return site


def test_an_installed_package_has_every_file_that_the_source_has(installed: Path) -> None:
    files = {path.relative_to(ROOT) for name in PACKAGES for path in (ROOT / name).rglob("*") if path.is_file()}
    kept = sorted(path for path in files if "__pycache__" not in path.parts)
    assert [path for path in kept if not (installed / path).exists()] == []


def test_an_installed_package_decides(installed: Path, tmp_path: Path) -> None:
    case = b'{"flow": "share", "facts": {"parents_already_told": true}}'
    command = [sys.executable, str(installed / "bin" / "sharing-guide"), "decide"]
    said = subprocess.run(
        command, cwd=tmp_path, env={"PYTHONPATH": str(installed)}, input=case, capture_output=True, check=False
    )
    assert said.returncode == 2
    assert b"recipient_needs_to_know: missing" in said.stderr


@pytest.mark.parametrize("command", [["flows"], ["coverage"]])
def test_what_needs_the_source_says_so_where_it_is_not(installed: Path, tmp_path: Path, command: list[str]) -> None:
    run = [sys.executable, str(installed / "bin" / "sharing-guide"), *command]
    said = subprocess.run(run, cwd=tmp_path, env={"PYTHONPATH": str(installed)}, capture_output=True, check=False)
    assert said.returncode == 2
    assert b"needs the source" in said.stderr


def test_an_installed_package_serves_and_says_its_release(installed: Path, tmp_path: Path) -> None:
    port = free_port()
    settings = {"PYTHONPATH": str(installed), "DANGEROUSLY_ALLOW_UNAUTHENTICATED": "1", "PORT": str(port)}
    program = Program("the bot", [sys.executable, installed / "bin" / "sharing-guide"], settings, tmp_path)
    program.start()
    try:
        program.wait_until(lambda: answers(port, "/readyz"), 60)
        with urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            assert answer.read() == f"ok {ANOTHER}".encode()
    finally:
        program.stop()
    assert (tmp_path / "var" / "sharing-guide.db").exists()


SAID = """
from cards.letters import _environment
from ops.package import PackageSettings, manifest
from ops.sbom import written
from tests.ops.test_package import SETTINGS
print(_environment().from_string("{{ release }}").render())
print(manifest(PackageSettings.from_environment(SETTINGS)))
print(*written().values())
"""


def test_one_number_is_said_in_the_package_the_manifest_each_note_and_the_bill_of_materials(
    installed: Path, tmp_path: Path
) -> None:
    (metadata,) = installed.glob("sharing_guide-*.dist-info/METADATA")
    assert f"\nVersion: {ANOTHER}\n" in metadata.read_text("utf-8")
    path = {"PYTHONPATH": f"{installed}:{ROOT}"}
    said = subprocess.run([sys.executable, "-c", SAID], cwd=tmp_path, env=path, check=True, capture_output=True).stdout
    note, _, others = said.decode().partition("\n")
    assert note == ANOTHER
    assert f'"version": "{ANOTHER}"' in others.partition("bomFormat")[0]
    assert f"pkg:pypi/sharing-guide@{ANOTHER}" in others
    letters = ROOT / "cards" / "letters"
    notes = [*letters.glob("*/note.j2"), *letters.glob("*/entry.j2")]
    assert {path.parent for path in notes} == set(letters.iterdir()) - {letters / "follow_ups"}
    assert [path for path in notes if "Sharing Guide {{ release }}" not in path.read_text("utf-8")] == []


def test_the_version_and_the_licence_are_said() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert f"## {__version__} " in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_bill_of_materials_and_the_licences_are_those_of_the_requirements() -> None:
    stale = [path.name for path, text in written().items() if path.read_text("utf-8") != text]
    assert stale == [], "write them again: make sbom"


def test_every_licence_allows_what_we_do_with_it() -> None:
    found = {one.name: one.licence for one in components()}
    assert found.keys() == pinned("requirements.txt").keys() | pinned("requirements-telemetry.txt").keys()
    parts = {(name, part) for name, said in found.items() for part in re.split(r" AND | OR |[()]", said) if part}
    assert [(name, part) for name, part in sorted(parts) if part not in ALLOWED] == []
