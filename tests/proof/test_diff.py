"""Two versions of the rules compared: today's, and a copy with a line changed."""

from pathlib import Path
from typing import Any

import pytest

from guidance.paragraphs import VERSION
from proof.cases import Case
from proof.diff import BadOlder, as_table, diff
from proof.diff.compare import describe_change
from tests.guidance.facts_given import CRIME, NEEDED, NOT_THEIRS, TOLD
from tests.proof.conftest import Changed

SHARES: tuple[Case, ...] = (
    ("share", TOLD),
    ("share", NEEDED),
    ("share", NEEDED | CRIME),
    ("share", TOLD | NOT_THEIRS),
    ("share", NEEDED | NOT_THEIRS),
)
WITHOUT_REFER = (
    "flows/share.py",
    'who_may_disclose.must_refer, "refer", stands',
    "who_may_disclose.must_refer, stands",
)


def kinds(found: dict[str, Any]) -> dict[str, int]:
    return {one["kind"]: one["count"] for one in found["kinds"]}


def test_the_same_rules_change_nothing(older: Changed) -> None:
    found = diff(str(older()), SHARES).to_json()
    assert (found["cases"], found["changed"], found["kinds"]) == (5, 0, [])
    assert (found["old_version"], found["new_version"]) == (VERSION, VERSION)


def test_each_kind_of_change_is_counted_with_an_example(older: Changed) -> None:
    found = diff(str(older(WITHOUT_REFER)), SHARES).to_json()
    assert kinds(found) == {
        "may_go_ahead_now: true -> false; outstanding_before_go_ahead + refer": 1,
        "outstanding_before_go_ahead + refer": 1,
    }
    assert found["by_flow"] == {"share": {"cases": 5, "changed": 2}}
    example = found["kinds"][0]["example"]
    assert example["facts"] == TOLD | NOT_THEIRS
    assert example["then"]["decision"]["may_go_ahead_now"] is True
    assert example["now"]["decision"]["may_go_ahead_now"] is False


def test_another_paragraph_for_the_same_answer_is_a_change(older: Changed) -> None:
    then = older(("flows/share.py", 'Rule("3.8", "record"', 'Rule("3.1", "record"'))
    assert kinds(diff(str(then), SHARES[:1]).to_json()) == {"reasons - 3.1, + 3.8": 1}


def test_another_sentence_for_the_same_paragraph_is_none(older: Changed) -> None:
    then = older(("data/reasons.toml", "Record it on the child's MOSAIC record.", "Write it down."))
    assert diff(str(then), SHARES).to_json()["changed"] == 0


def test_another_version_number_is_said_and_is_no_change(older: Changed) -> None:
    found = diff(str(older(("paragraphs.py", f'"{VERSION}"', '"2020-01"'))), SHARES).to_json()
    assert (found["old_version"], found["changed"]) == ("2020-01", 0)


def test_a_fact_unknown_to_the_older_rules_is_a_kind_of_its_own(older: Changed) -> None:
    then = older(("facts.py", "    sensitive: YesNoUnsure", "    delicate: YesNoUnsure"))
    found = diff(str(then), [("share", TOLD | {"sensitive": False})]).to_json()
    assert kinds(found) == {"could not be decided then: sensitive: unknown fact": 1}


def test_older_rules_that_stumble_over_a_case_say_so_and_go_on(older: Changed) -> None:
    then = older(("who_may_disclose.py", "return not may_disclose(facts)", "return facts.nothing_of_the_sort"))
    found = diff(str(then), [("share", TOLD), ("receive", {})])
    assert (found.cases.total(), found.changed["share"]) == (2, 1)


def test_more_cases_than_one_batch_are_each_compared_with_their_own(older: Changed) -> None:
    found = diff(str(older(WITHOUT_REFER)), (SHARES[number % 5] for number in range(1_203)))
    assert (found.cases["share"], found.changed["share"]) == (1_203, 480)


def test_the_table_holds_the_counts_and_the_kinds(older: Changed) -> None:
    lines = as_table(diff(str(older(WITHOUT_REFER)), SHARES)).splitlines()
    assert lines[2].split() == ["share", "5", "2"]
    assert lines[-1].split(maxsplit=2) == ["share", "1", "outstanding_before_go_ahead + refer"]


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadOlder, match="holds no guidance package"):
        diff(str(tmp_path), SHARES)


@pytest.mark.parametrize("named", ["no-such-revision", "--output=x", "", "HEAD:guidance"])
def test_what_is_neither_a_folder_nor_a_revision_is_refused(named: str) -> None:
    with pytest.raises(BadOlder, match="neither a folder nor a revision"):
        diff(named, SHARES)


def test_rules_that_cannot_be_loaded_are_refused_in_one_line(older: Changed) -> None:
    then = older(("decide.py", "from guidance.facts import", "from guidance.factz import"))
    with pytest.raises(BadOlder, match=r"cannot be run: ModuleNotFoundError[^\n]*$"):
        diff(str(then), SHARES)


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ({"inform_parents": None}, {"inform_parents": "before"}, "inform_parents: null -> before"),
        ({"missing_from_record": None}, {"missing_from_record": []}, "missing_from_record: null -> none"),
        ({"exception_grounds": ["a", "b"]}, {"exception_grounds": ["b", "a"]}, "exception_grounds in another order"),
        ({"exception_grounds": ["a"]}, {"exception_grounds": ["b"]}, "exception_grounds - a, + b"),
        ({}, {"a_later_field": True}, "a_later_field: null -> true"),
        ({"may_go_ahead_now": True}, {"may_go_ahead_now": True}, None),
    ],
)
def test_a_change_is_said_field_by_field(then: dict[str, Any], now: dict[str, Any], said: str | None) -> None:
    assert describe_change({"decision": then}, {"decision": now}) == said


def test_a_case_that_neither_decides_has_not_changed() -> None:
    assert describe_change({"error": "one"}, {"error": "other"}) is None
    assert describe_change({"decision": {}}, {"error": "x: missing"}) == "cannot be decided now: x: missing"
