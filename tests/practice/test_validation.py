"""Everything that is wrong with a file is said at once, each fault with its line."""

from pathlib import Path

import pytest

import app
from practice.repository import FOLDER, BadScenarios, all_scenarios, playable_scenarios
from practice.validation import check_file, check_text

NAME = "share-anger-before-the-gp"
GOOD = (FOLDER / f"{NAME}.yaml").read_text("utf-8")


def faults(text: str) -> dict[int, str]:
    return {fault.line: fault.said for fault in check_text(text, NAME).faults}


def line_of(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if line.strip().startswith(start))


def test_a_good_file_has_none() -> None:
    assert faults(GOOD) == {}


@pytest.mark.parametrize(
    ("before", "after", "at", "said"),
    [
        ("level: 2", "level: 9", "level", "'1', '2', '3' or '4'"),
        ("flow: share", "flow: shares", "flow", "unknown"),
        ("recipient: gp", "recipient: vet", "recipient", "not one of school"),
        ("  recipient: gp\n", "", "answers", "recipient is asked"),
        ("contact: [ring]", "contact: [ring]\n  court_covers: all", "court_covers", "never asked"),
        ("contact: [ring]", "contact: [ring]\n  shoe_size: all", "shoe_size", "no question of the flow"),
        ("rent: leave_out", "rates: leave_out", "weights", "by the names of the lines"),
        ("she answers her phone\n", "she picks up\n", "contact: she", "do not stand in the story"),
        ("value: attitude", "value: tell_first", "- question: reasons", "what the story supports"),
        ('refs: ["3.7"]', 'refs: ["9.7"]', "- question: weights", "no paragraph"),
        ("line: rent", "line: rates", "- question: weights", "line: one of"),
        ("told_items: [what, why, used_for, to_whom]", "told_items: [what]", "near_miss", "stays the same"),
        ("outstanding: [inform_parents_first]", "outstanding: [refer]", "outstanding", "the rules say inform"),
        ('may_go_ahead_now: "false"', 'may_go_ahead_now: "true"', "may_go_ahead_now", "the rules say false"),
        ("  child: N\n", "  child: N\n  child: M\n", "child: M", "written twice"),
        (f"id: {NAME}", "id: other", "id", "so the id is too"),
        ("topic: Telling a health professional", 'topic: "  "', "topic", "some words are wanted"),
        ("topic: Telling a health professional", "topic: [a]", "topic", "words are wanted here"),
        ("  - question: reasons", "  - line: rent\n    question: reasons", "- line: rent", "not asked of each line"),
        ("  reasons: She", "  harm_suffered: No one has been\n  reasons: She", "harm_suffered", "not asked on the way"),
        (
            "  weights: You kept",
            "  court_ordered: You kept",
            "court_ordered: You kept",
            "noticed: court_ordered is not asked on the way",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(before: str, after: str, at: str, said: str) -> None:
    assert before in GOOD
    broken = GOOD.replace(before, after, 1)
    found = faults(broken)
    assert said in found.get(line_of(broken, at), ""), found


def test_all_of_them_are_said_at_once() -> None:
    broken = (
        GOOD.replace("line: rent", "line: rates").replace('refs: ["3.7"]', 'refs: ["9.7"]').replace("id: s", "id: z")
    )
    assert len(check_text(broken, NAME).faults) == 3
    unfinished = GOOD.replace("  recipient: gp\n", "").replace('refs: ["3.7"]', 'refs: ["9.7"]')
    assert len(check_text(unfinished.replace("contact: she", "contact: they"), NAME).faults) == 3
    shapeless = GOOD.replace("level: 2", "level: 9").replace("topic:", "topik:")
    assert len(check_text(shapeless, NAME).faults) == 3


def test_a_part_of_the_wrong_shape_hides_nothing_that_is_wrong_elsewhere() -> None:
    broken = (
        GOOD.replace("level: 2", "level: 9")
        .replace("recipient: gp", "recipient: vet")
        .replace("    followed: She hears", "    follows: She hears")
    )
    found = faults(broken)
    assert "'1', '2', '3' or '4'" in found[line_of(broken, "level")]
    assert "not one of school" in found[line_of(broken, "recipient")]
    assert "not a field" in found[line_of(broken, "follows")]


def test_a_faulty_trap_leaves_the_lines_of_the_others_as_they_are() -> None:
    broken = GOOD.replace("    followed: She hears", "    follows: She hears").replace('refs: ["3.7"]', 'refs: ["9.7"]')
    assert "no paragraph" in faults(broken)[line_of(broken, "- question: weights")]


NONE_AT_ALL = ["id: [", "[" * 5000, "a: " * 40, "x" * 200_000, "? [a]\n: b", "a: &x b\nc: *x", "\t- a", "", "- a\n- b"]


def test_the_second_of_two_traps_on_one_answer_is_named() -> None:
    found = check_text(GOOD.replace("value: not_practicable", "value: attitude"), NAME).faults
    assert [fault.said for fault in found] == ["trap: reasons: attitude is the answer of another trap"]


@pytest.mark.parametrize("text", [*NONE_AT_ALL, "just words"])
def test_what_is_no_scenario_at_all_is_said_so_and_raises_nothing(text: str) -> None:
    assert check_text(text, NAME).faults


def test_the_command_says_the_faults_and_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"{NAME}.yaml"
    file.write_text(GOOD.replace("recipient: gp", "recipient: vet"), "utf-8")
    assert app.main(["scenarios", "check", str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{file}:{line_of(GOOD, 'recipient')}: recipient: not one of" in said.err
    assert app.main(["scenarios", "check", str(FOLDER / f"{NAME}.yaml")]) == 0


@pytest.mark.parametrize("name", ["story.yml", "story.txt"])
def test_a_file_that_would_not_be_read_is_said_so(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(GOOD, "utf-8")
    assert "ends in .yaml" in check_file(tmp_path / name).faults[0].said


def test_what_is_no_file_takes_no_story_away(tmp_path: Path) -> None:
    (tmp_path / "a-folder.yaml").mkdir()
    (tmp_path / "nowhere.yaml").symlink_to(tmp_path / "gone")
    (tmp_path / f"{NAME}.yaml").write_text(GOOD, "utf-8")
    assert list(playable_scenarios(tmp_path)) == [NAME]
    (tmp_path / "broken.yaml").write_text("[" * 5000, "utf-8")
    assert list(playable_scenarios(tmp_path)) == [NAME]
    with pytest.raises(BadScenarios, match=r"^broken\.yaml:1: [^\n]*$"):
        all_scenarios(tmp_path)


CASE = "case-the-swimming-gala"
GOOD_CASE = (FOLDER / f"{CASE}.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("now", "instead", "said"),
    [
        (
            "      told_items: You told him exactly",
            "      told_items: You told him roughly",
            "day 2: clues: told_items",
        ),
        (
            "      told_items: [what, why, used_for, to_whom]",
            "      told_items: [all]",
            "day 2: told_items: not one of",
        ),
        ("  - after: 1", "  - after: 9", "days.1.after: at most 7"),
        ("level: 4", "level: 2", "level: 4 is for cases with days"),
        ("held_back:\n  home: idle\nclues", "clues", "held_back: home: plausible or idle?"),
        (
            "held_back:\n  home: idle\nclues",
            "held_back:\n  ear: idle\nclues",
            "held_back: ear: not a line that is left out",
        ),
        ("flow: share", "flow: shares", "flow: shares is unknown"),
    ],
)
def test_a_fault_of_a_case_is_named_with_its_day(now: str, instead: str, said: str) -> None:
    assert now in GOOD_CASE
    assert check_text(GOOD_CASE, CASE).faults == ()
    found = check_text(GOOD_CASE.replace(now, instead, 1), CASE).faults
    assert [fault.said for fault in found if fault.said.startswith(said)], found
    assert all(fault.line > 1 or "level" in fault.said for fault in found)
