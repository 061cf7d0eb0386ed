"""The commands as they are run: standard output, standard error and the exit code."""

import json
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

import app
from guidance.replay_code import encode
from proof import cases
from tests.guidance.facts_given import TOLD
from tests.proof.conftest import Changed

APP = Path(__file__).parents[2] / "app.py"
EVERY_NTH = int(os.environ.get("SOAK_COVERAGE", "50"))  # `make soak` counts every case


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


@pytest.mark.parametrize("every", [EVERY_NTH, 10_000])
def test_coverage_exits_1_while_a_paragraph_lacks_something(
    every: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of so few cases as in the second, some paragraph has none."""
    sample = islice(cases.every_case(), 0, None, every)
    monkeypatch.setattr(cases, "every_case", lambda: sample)
    code = app.main(["coverage"])
    said, err = capsys.readouterr()
    lacking = json.loads(said)["lacking"]
    assert (code, err) == (1 if lacking else 0, "")
    assert bool(lacking) is (every == 10_000)


def test_coverage_is_a_command(tmp_path: Path) -> None:
    code, out, err = run(tmp_path, "coverage", "--help")
    assert (code, err) == (0, "")
    assert "--table" in out


@pytest.mark.parametrize(
    "arguments",
    [("replay", "SG2-no"), ("replay", ""), ("diff", "no-such-revision"), ("diff", "."), ("diff", ".", "--flow", "x")],
)
def test_what_cannot_be_read_leaves_one_line_and_exit_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    code, out, err = run(tmp_path, *arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)


def in_a_shell(where: Path, line: str) -> tuple[int, str, str]:
    """The same through a shell that opens and closes what it reads and writes."""
    ended = subprocess.run(["sh", "-c", f"{sys.executable} {APP} {line}"], capture_output=True, cwd=where, check=False)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def test_a_reader_that_went_away_ends_a_command_without_a_word(tmp_path: Path) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    command = [sys.executable, str(APP), "scenarios", "list"]
    ended = subprocess.run(command, stdout=writes, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    os.close(writes)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_a_command_whose_output_is_closed_ends_well(tmp_path: Path) -> None:
    assert in_a_shell(tmp_path, "scenarios list >&-") == (0, "", "")


@pytest.mark.parametrize(
    ("line", "said"),
    [("scenarios list > /dev/full", "no space"), ("decide <&-", "no input"), ("decide < /dev/null", "")],
)
def test_what_cannot_be_read_or_written_is_one_line_and_exit_2(tmp_path: Path, line: str, said: str) -> None:
    code, out, err = in_a_shell(tmp_path, line)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
