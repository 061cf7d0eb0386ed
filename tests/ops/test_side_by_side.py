"""What `make test` prints of its parts."""

import subprocess
import sys

import pytest

PASSED = "echo '.... [ 50%]'; echo .s..; echo 5 passed"
FAILED = "echo '..F. [100%]'; echo 'E  assert 1 == 2'; exit 1"


def ran(*parts: str) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "ops.side_by_side", *parts], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.splitlines()


def test_what_failed_stands_last_and_dots_are_left_out() -> None:
    code, lines = ran(f"one: {FAILED}", f"two: {PASSED}")
    assert code == 1
    assert {"..F. [100%]", "E  assert 1 == 2", "5 passed"} <= set(lines)
    assert not {".... [ 50%]", ".s.."} & set(lines)
    assert lines[-2].startswith("two: ok, ")
    assert lines[-1].startswith("one: FAILED, ")


@pytest.mark.parametrize(("command", "code"), [("true", 0), ("kill -9 $$", 1)])
def test_it_ends_well_only_when_every_part_did(command: str, code: int) -> None:
    assert ran("one: true", f"two: {command}")[0] == code
