"""The mutator itself: what it changes, that the change is noticed, and how what survives is told."""

from pathlib import Path

import pytest

from dialogs.flows.registry import FLOWS
from guidance.rulebook import RULEBOOK
from ops.mutate import __main__ as command
from ops.mutate import source, tables
from ops.mutate.running import OF_RULES, Mutant, NotRun, copied_tree, passes, survivors
from ops.paths import ROOT

NOTICED_BY_ONE_TEST = ("tests/guidance/test_share_table.py",)


@pytest.mark.parametrize("flow", RULEBOOK)
def test_every_mutant_has_a_name_of_its_own_and_a_place_in_the_source(flow: str) -> None:
    changes = tables.every_change(flow)
    assert len({change.name for change in changes}) == len(changes)
    for change in changes:
        path, _, number = tables.found_at(flow, change).partition(":")
        assert (ROOT / path).is_file()
        assert not number or change.sought in (ROOT / path).read_text("utf-8").splitlines()[int(number) - 1]


def test_every_rule_and_every_question_has_its_mutants() -> None:
    names = {mutant.name.rpartition(".")[0] for mutant in tables.mutants("share")}
    assert {f"share.rule.{number}.{rule.words}" for number, rule in enumerate(RULEBOOK["share"], 1)} <= names
    assert {f"share.ask.{question.name}" for question in FLOWS["share"].questions()} <= names


def test_a_rule_that_is_negated_is_noticed() -> None:
    assert not passes(NOTICED_BY_ONE_TEST, mutant="share.rule.2.not_needed.negated")


def test_a_question_that_is_dropped_is_noticed() -> None:
    assert not passes(("tests/dialogs/test_journeys.py",), mutant="share.ask.reasons.dropped")


def test_tests_that_look_elsewhere_let_a_mutant_live() -> None:
    assert passes(("tests/dialogs/test_spelling.py",), mutant="share.rule.2.not_needed.negated")


def test_unbroken_tables_pass() -> None:
    assert passes(NOTICED_BY_ONE_TEST)


@pytest.mark.parametrize(
    ("mutant", "tests"), [("share.rule.99.nothing.dropped", NOTICED_BY_ONE_TEST), ("", ("tests/nothing.py",))]
)
def test_a_run_that_is_none_is_no_survivor(mutant: str, tests: tuple[str, ...]) -> None:
    with pytest.raises(NotRun):
        passes(tests, mutant=mutant)


def test_the_source_is_broken_once_in_each_way_and_what_cannot_matter_is_left_out() -> None:
    mutants = {
        one.name: one
        for one in source.mutants_of("guidance/x.py", "def told(a: int | None) -> bool:\n    return a == 1\n")
    }
    greater = mutants["guidance/x.py ReplaceComparisonOperator_Eq_Gt: return a == 1"]
    assert greater.where == "guidance/x.py:2"
    assert greater.broken == ("guidance/x.py", "def told(a: int | None) -> bool:\n    return a > 1\n")
    assert not [name for name in mutants if "_Eq_Is:" in name or "BitOr" in name]


def test_a_broken_file_is_put_back_and_a_survivor_is_told() -> None:
    """One break in a rule's source that its test notices, and one that changes nothing."""
    path, test = "guidance/who_may_disclose.py", "tests/guidance/test_share_table.py"
    whole = (ROOT / path).read_text("utf-8")
    mutants = [
        Mutant("noticed", f"{path}:1", test, (path, "raise RuntimeError")),
        Mutant("harmless", f"{path}:1", test, (path, f"{whole}\n")),
        Mutant("noticed again", f"{path}:1", test, (path, whole.replace("def ", "def not_", 1))),
    ]
    told: list[str] = []
    assert [one.name for one in survivors(mutants, told.append)] == ["harmless"]
    assert told == ["  survived: harmless"]


def test_tests_that_fail_before_anything_is_broken_are_no_measure() -> None:
    with pytest.raises(NotRun):
        survivors([Mutant("any", "x", "tests/nothing.py")], print)


def test_a_copied_tree_holds_what_the_tests_of_the_guidance_need_and_goes_away() -> None:
    with copied_tree() as tree:
        assert passes(NOTICED_BY_ONE_TEST, tree)
    assert not tree.exists()


def test_every_module_that_is_mutated_is_there() -> None:
    assert [name for name in source.MODULES if not (ROOT / "guidance" / f"{name}.py").is_file()] == []
    assert {f"flows/{flow}" for flow in RULEBOOK} <= set(source.MODULES)


def test_a_survivor_that_the_page_names_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "PAGE", tmp_path / "mutation.md")
    (tmp_path / "mutation.md").write_text("- `one`: it says the same.\n")
    lived = [Mutant("one", "x.py:1", OF_RULES), Mutant("other", "x.py:2", OF_RULES)]
    assert [survivor.name for survivor in command.unexplained(lived)] == ["other"]
    assert command.report("x", 5, lived).splitlines() == [
        "x: 5 mutants, 2 survived",
        "  x.py:1  one  (explained)",
        "  x.py:2  other",
    ]


@pytest.mark.parametrize("arguments", [["nothing"], ["rules", "nothing"], ["tables", "nothing"]])
def test_what_is_not_known_is_refused(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    assert ended.value.code == 2
