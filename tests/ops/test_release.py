"""What may be tagged as a release, in a small repository of its own."""

import subprocess
from pathlib import Path

import pytest

from ops.paths import ROOT
from ops.release import entry_of, in_the_way, release, version_in


def git(root: Path, *command: str) -> str:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    return subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True, text=True).stdout


def commit(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = {"version": root / "guidance" / "__init__.py", "changelog": root / "CHANGELOG.md"}[name]
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Change")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    git(tmp_path, "init", "--quiet")
    changelog = "# Changelog\n\n## 1.2.3 (2026-11-27)\n\n- New.\n\n## 1.2.2 (2026-11-01)\n\n- Old.\n"
    commit(tmp_path, version='__version__ = "1.2.3"\n', changelog=changelog)
    return tmp_path


def test_a_release_is_tagged_with_its_entry_of_the_changelog(repository: Path) -> None:
    assert release(repository, ["true"]) == 0
    said = git(repository, "tag", "--list", "--format=%(refname:short): %(contents)")
    assert said.strip() == "v1.2.3: 1.2.3 (2026-11-27)\n\n- New."


def test_nothing_is_tagged_where_a_test_fails(repository: Path) -> None:
    assert release(repository, ["false"]) == 1
    assert git(repository, "tag") == ""


def test_nothing_is_tagged_twice_nor_with_a_change_that_is_not_committed(repository: Path) -> None:
    release(repository, ["true"])
    (repository / "CHANGELOG.md").write_text("# Changelog\n")
    found = list(in_the_way(repository))
    assert [line.split()[0] for line in found] == ["CHANGELOG.md", "v1.2.3", "There"]
    assert release(repository, ["true"]) == 1


@pytest.mark.parametrize("heading", ["1.2.3 (in progress)", "1.2.4 (2026-11-27)", "1.2.3"])
def test_an_entry_without_a_date_or_of_another_number_is_none(repository: Path, heading: str) -> None:
    commit(repository, changelog=f"# Changelog\n\n## {heading}\n\n- New.\n")
    assert [line.split()[0] for line in in_the_way(repository)] == ["CHANGELOG.md"]


def test_a_number_that_is_none_is_refused(repository: Path) -> None:
    commit(repository, version='__version__ = "1.2.3-dev"\n', changelog="## 1.2.3-dev (2026-11-27)\n\n- New.\n")
    assert [line.split()[0] for line in in_the_way(repository)] == ["guidance/__init__.py"]


def test_the_source_and_its_changelog_say_the_same_number() -> None:
    assert entry_of(version_in(ROOT), ROOT)
