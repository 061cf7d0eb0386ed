"""The README says what the code does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_every_setting_stands_in_the_readme_with_its_default_and_meaning() -> None:
    for setting in Settings.documented():
        assert f"| `{setting.name}` | {setting.default} | {setting.meaning} |" in README


def test_every_target_the_readme_names_is_in_the_makefile() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "package", "bench", "soak", "mutate"):
        assert f"make {target}" in listed
    assert "`make help` lists the rest" in README


def test_every_target_and_page_that_contributing_names_is_there() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    targets = set(re.findall(r"(?:`|^ {4})make ([a-z-]+)", page, re.MULTILINE))
    assert {"check", "test", "requirements"} <= targets
    assert [target for target in targets if f"make {target} " not in listed] == []
    assert [link for link in re.findall(r"\]\(([^)]+)\)", page) if not (ROOT / link).exists()] == []


def test_every_picture_and_page_that_the_readme_shows_is_there() -> None:
    linked = [part.split(")")[0] for part in README.split("](")[1:]]
    for link in linked:
        assert (ROOT / link).exists(), link


def test_every_command_stands_in_the_readme() -> None:
    asked = [sys.executable, "app.py", "-h"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = listed.partition("{")[2].partition("}")[0].split(",")
    assert len(commands) > 4
    for command in commands:
        assert command == "serve" or f"`python app.py {command}" in README


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/names.md", "docs/performance.md"])
def test_every_module_and_folder_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:[a-z_]+|<flow>)/[a-z_/<>.]+)`", (ROOT / page).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path.replace("<flow>", "share")).exists()] == []
