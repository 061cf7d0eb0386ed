"""`python app.py decide` as it is run: standard input, standard output, standard error and the exit code."""

import json
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

from guidance.decide import decide
from guidance.enumeration import ENUMERATIONS, cases
from tests.guidance.facts_given import CRIME, NEEDED, TOLD

pytestmark = pytest.mark.long

APP = Path(__file__).parents[2] / "app.py"


def run(given: bytes, where: Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error; no settings, from a folder of no meaning."""
    command = [sys.executable, str(APP), "decide"]
    ended = subprocess.run(command, input=given, capture_output=True, cwd=where, env={}, timeout=60, check=False)
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


def case(facts: dict[str, Any]) -> dict[str, Any]:
    return {"flow": "share", "facts": facts}


def test_one_case_is_decided(tmp_path: Path) -> None:
    code, out, err = run(json.dumps(case(TOLD)).encode(), tmp_path)
    assert (code, json.loads(out), err) == (0, decide("share", TOLD).model_dump(mode="json"), "")


def test_a_thousand_cases_are_decided_in_their_order(tmp_path: Path) -> None:
    kinds = (TOLD, NEEDED, NEEDED | CRIME, TOLD | {"information_relevant": "no"}, TOLD | {"worker_role": "Ünal, duty"})
    given = [case(kinds[number * number % 7 % 5]) for number in range(1_000)]
    code, out, err = run(json.dumps(given, ensure_ascii=False).encode(), tmp_path)
    expected = [decide("share", one["facts"]).model_dump(mode="json") for one in given]
    assert (code, json.loads(out) == expected, err) == (0, True, "")


def test_a_thousand_cases_of_all_six_flows_are_decided_in_their_order(tmp_path: Path) -> None:
    each = {flow: cycle(islice(cases(flow), 0, None, 97)) for flow in ENUMERATIONS}
    mixed = [(flow, next(each[flow])) for flow, _ in zip(cycle(each), range(1_000), strict=False)]
    given = [{"flow": flow, "facts": facts} for flow, facts in mixed]
    code, out, err = run(json.dumps(given).encode(), tmp_path)
    expected = [decide(flow, facts).model_dump(mode="json") for flow, facts in mixed]
    assert (code, json.loads(out) == expected, err) == (0, True, "")


def test_a_fact_missing_in_a_mixed_array_is_named_with_its_index(tmp_path: Path) -> None:
    given = [case(TOLD), {"flow": "document", "facts": {"audience": ["care_proceedings"]}}]
    code, out, err = run(json.dumps(given).encode(), tmp_path)
    assert (code, out, err) == (2, "", "app.py: [1] author_written_consent: missing\n")


def test_one_fault_among_a_thousand_cases_leaves_standard_output_empty(tmp_path: Path) -> None:
    given = [case(TOLD) for _ in range(1_000)]
    given[997] = case(TOLD | {"sensitive": 1})
    code, out, err = run(json.dumps(given).encode(), tmp_path)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "[997] sensitive: " in err


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"\xff\xfe",
        b'{"flow": "share", "facts": {"recipient": "\xe9"}}',
        b'{"flow": "share", "facts": {"\\ud800": true}}',
        b"[" * 100_000,
    ],
    ids=["nothing", "not UTF-8", "Latin-1", "half a character", "too deep"],
)
def test_what_cannot_be_read_leaves_one_line_and_exit_2(given: bytes, tmp_path: Path) -> None:
    code, out, err = run(given, tmp_path)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
