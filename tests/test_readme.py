"""The README says what the code does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "deploy").rglob("*.md"))
    if path.name != "CHANGELOG.md"
)


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 120


def test_every_setting_is_listed_with_its_default_and_meaning() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for setting in Settings.documented():
        assert f"| `{setting.name}` | {setting.default} | {setting.meaning} |" in page


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


def test_every_picture_and_page_that_a_page_shows_is_there() -> None:
    linked = {(page, link) for page in PAGES for link in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))}
    there = {(page, link) for page, link in linked if "://" in link or (page.parent / link).exists()}
    assert sorted(linked - there) == []


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    assert [path.name for path in (ROOT / "docs").glob("*.md") if f"({path.name})" not in index] == ["README.md"]


def test_every_command_is_listed() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    asked = [sys.executable, "app.py", "-h"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = listed.partition("{")[2].partition("}")[0].split(",")
    assert len(commands) > 4
    for command in commands:
        assert command == "serve" or f"`python app.py {command}" in page


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/inside.md", "docs/names.md", "docs/performance.md"])
def test_every_module_and_folder_that_a_page_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:[a-z_]+|<flow>)/[a-z_/<>.]+)`", (ROOT / page).read_text("utf-8"))
    assert [path for path in named if not (ROOT / path.replace("<flow>", "share")).exists()] == []
