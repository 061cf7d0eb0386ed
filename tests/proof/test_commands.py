"""The commands as they are run: standard output, standard error and the exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from guidance.replay_code import encode
from tests.guidance.facts_given import TOLD
from tests.proof.conftest import Changed

APP = Path(__file__).parents[2] / "app.py"


def run(where: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; from a folder of no meaning."""
    ended = subprocess.run([sys.executable, str(APP), *arguments], capture_output=True, cwd=where, check=False)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def test_replay_prints_the_decision_and_whether_it_still_stands(tmp_path: Path) -> None:
    code, out, err = run(tmp_path, "replay", encode("share", TOLD))
    said = json.loads(out)
    assert (code, err, said["flow"], said["still_stands"]) == (0, "", "share", True)
    assert said["decision"]["may_go_ahead_now"] is True


def test_diff_prints_the_counts_as_json(tmp_path: Path, older: Changed) -> None:
    code, out, err = run(tmp_path, "diff", str(older()), "--flow", "receive")
    said = json.loads(out)
    assert (code, err, said["changed"], said["kinds"]) == (0, "", 0, [])
    assert set(said["by_flow"]) == {"receive"}
    assert said["cases"] > 100


def test_flows_says_that_no_page_is_stale(tmp_path: Path) -> None:
    assert run(tmp_path, "flows", "--check") == (0, "", "")


def test_coverage_exits_1_while_a_paragraph_lacks_something(tmp_path: Path) -> None:
    code, out, err = run(tmp_path, "coverage")
    assert (code, err) == (1 if json.loads(out)["lacking"] else 0, "")


@pytest.mark.parametrize(
    "arguments",
    [("replay", "SG2-no"), ("replay", ""), ("diff", "no-such-revision"), ("diff", "."), ("diff", ".", "--flow", "x")],
)
def test_what_cannot_be_read_leaves_one_line_and_exit_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    code, out, err = run(tmp_path, *arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
