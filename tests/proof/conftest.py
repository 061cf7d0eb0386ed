"""Older rules to compare with: a copy of today's, with lines changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import guidance

Changed = Callable[..., Path]


@pytest.fixture
def older(tmp_path: Path) -> Changed:
    """A folder with a copy of the rules in which, in each file named, one text stands for another."""

    def copied(*changes: tuple[str, str, str]) -> Path:
        shutil.copytree(Path(guidance.__file__).parent, tmp_path / "guidance")
        for name, now, then in changes:
            path = tmp_path / "guidance" / name
            text = path.read_text("utf-8")
            assert now in text
            path.write_text(text.replace(now, then), "utf-8")
        return tmp_path

    return copied
