"""The mutator itself: what it changes, that the change is noticed, and how what survives is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dialogs.flows.registry import FLOWS
from guidance.rulebook import RULEBOOK
from ops.mutate import __main__ as command
from ops.mutate import rules, survivors
from ops.mutate.plugin import UNBROKEN
from ops.mutate.running import NotRun, found_at, survives
from ops.mutate.survivors import Found, Survivor, unexplained
from ops.mutate.tables import every_mutant
from ops.mutate.tree import copied_tree
from ops.places import ROOT

NOTICED_BY_ONE_TEST = ("tests/guidance/test_share_table.py",)
LINES = ["def told(facts: Facts) -> bool:", "    return facts.told is True"]


def one(outcome: str, worker: str = "normal", line: int = 2) -> str:
    """A line of a session's dump."""
    mutation = {"module_path": "guidance/x.py", "operator_name": "core/AddNot", "occurrence": 0, "start_pos": [line, 4]}
    return json.dumps([{"job_id": "1", "mutations": [mutation]}, {"worker_outcome": worker, "test_outcome": outcome}])


@pytest.mark.parametrize("flow", RULEBOOK)
def test_every_mutant_has_a_name_of_its_own_and_a_place_in_the_source(flow: str) -> None:
    mutants = every_mutant(flow)
    assert len({mutant.name for mutant in mutants}) == len(mutants)
    for mutant in mutants:
        path, _, number = found_at(flow, mutant).partition(":")
        assert (ROOT / path).is_file()
        assert not number or mutant.sought in (ROOT / path).read_text("utf-8").splitlines()[int(number) - 1]


def test_every_rule_and_every_question_has_its_mutants() -> None:
    names = {mutant.name.rpartition(".")[0] for mutant in every_mutant("share")}
    assert {f"share.rule.{number}.{rule.words}" for number, rule in enumerate(RULEBOOK["share"], 1)} <= names
    assert {f"share.ask.{question.name}" for question in FLOWS["share"].questions()} <= names


def test_a_rule_that_is_negated_is_noticed() -> None:
    assert not survives("share.rule.2.not_needed.negated", NOTICED_BY_ONE_TEST)


def test_a_question_that_is_dropped_is_noticed() -> None:
    assert not survives("share.ask.reasons.dropped", ("tests/dialogs/test_journeys.py",))


def test_tests_that_look_elsewhere_let_a_mutant_live() -> None:
    assert survives("share.rule.2.not_needed.negated", ("tests/test_walls.py",))


def test_unbroken_tables_pass() -> None:
    assert survives(UNBROKEN, NOTICED_BY_ONE_TEST)


@pytest.mark.parametrize(
    ("mutant", "tests"), [("share.rule.99.nothing.dropped", NOTICED_BY_ONE_TEST), (UNBROKEN, ("tests/nothing.py",))]
)
def test_a_run_that_is_none_is_no_survivor(mutant: str, tests: tuple[str, ...]) -> None:
    with pytest.raises(NotRun):
        survives(mutant, tests)


def test_a_session_tells_what_survived_and_where() -> None:
    dumped = "\n".join((one("killed"), one("survived"), one("killed", worker="skipped"), one("incompetent"), "noise"))
    found = rules.read("guidance/x.py", dumped, LINES)
    assert found.mutants == 3
    assert found.survivors == (Survivor("guidance/x.py AddNot: return facts.told is True", "guidance/x.py:2"),)


def test_a_copied_tree_holds_what_the_tests_of_the_guidance_need_and_goes_away() -> None:
    with copied_tree() as tree:
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *NOTICED_BY_ONE_TEST]
        assert subprocess.run(command, cwd=tree, capture_output=True, check=False).returncode == 0
    assert not tree.exists()


def test_every_module_that_is_mutated_is_there() -> None:
    assert [name for name in rules.MODULES if not (ROOT / "guidance" / f"{name}.py").is_file()] == []
    assert {f"flows/{flow}" for flow in RULEBOOK} <= set(rules.MODULES)


def test_a_survivor_that_the_page_names_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survivors, "PAGE", tmp_path / "mutation.md")
    (tmp_path / "mutation.md").write_text("- `one`: it says the same.\n")
    found = Found("x", 5, (Survivor("one", "x.py:1"), Survivor("other", "x.py:2")))
    assert [survivor.name for survivor in unexplained([found])] == ["other"]
    assert found.said().splitlines() == ["x: 5 mutants, 2 survived", "  x.py:1  one  (explained)", "  x.py:2  other"]


@pytest.mark.parametrize("arguments", [["nothing"], ["rules", "nothing"], ["tables", "nothing"]])
def test_what_is_not_known_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2
