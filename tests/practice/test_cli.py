"""`scenarios play`: a file of answers comes to what the chat would say, and a bad one to a line that says why."""

import json
from pathlib import Path

import pytest

import app
from practice.final_questions import decisive_refs
from practice.registry import PRACTICE_FLOWS
from practice.repository import FOLDER, all_scenarios
from practice.simulation import model_walk
from practice.variants import NEAR_MISS_SUFFIX

NAME = "share-anger-before-the-gp"
SCENARIO = all_scenarios()[NAME]
CHOSEN = {
    name: SCENARIO.answers[name]
    for name in (
        "part_in_case",
        "recipient",
        "need_to_know",
        "someone_elses",
        "weights",
        "kinds",
        "told_items",
        "contact",
    )
}
LAST = {"would_do": "inform_parents_first", "rests_on": "3.2"}


def play(tmp_path: Path, said: object, *more: str) -> int:
    """Play this file; returns the exit code."""
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(said), "utf-8")
    return app.main(["scenarios", "play", NAME, "--answers", str(file), *more])


@pytest.mark.parametrize(("reasons", "points"), [(["tell_first"], 24), (["attitude"], 22), (["unsure"], 23)])
def test_it_comes_to_what_the_chat_would_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reasons: list[str], points: int
) -> None:
    assert play(tmp_path, {"answers": {**CHOSEN, "reasons": reasons}, **LAST}) == 0
    said = capsys.readouterr().out
    assert f"{points} of 24 points" in said
    assert said.startswith("PRACTICE.")
    assert SCENARIO.story in said
    left_open = reasons == ["unsure"]  # it asks whether harm is known, which the file does not answer
    assert ("PRACTICE. Made up, not a record." in said) is not left_open
    assert SCENARIO.near_miss is not None
    assert SCENARIO.near_miss.story in said
    trap = next(trap for trap in SCENARIO.traps if trap.value == "attitude")
    assert (trap.followed in said) is (reasons == ["attitude"])


def test_for_a_program_it_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert play(tmp_path, {"answers": {**CHOSEN, "reasons": ["attitude"]}, **LAST}, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["id"], said["points"], said["most"]) == (NAME, 22, 24)
    verdicts = {one["question"]: one["verdict"] for one in said["choices"]}
    assert verdicts["reasons"] == "wrong"
    assert set(verdicts.values()) == {"right", "wrong"}


@pytest.mark.parametrize("name", [NAME, NAME + NEAR_MISS_SUFFIX])
def test_without_answers_the_story_s_own_are_played(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert app.main(["scenarios", "play", name, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["points"] == said["most"]


def test_half_an_answer_says_what_was_left_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert play(tmp_path, {"answers": {"part_in_case": "allocated"}}) == 0
    said = capsys.readouterr().out
    assert "You did not say what you would do. The rules say: Not yet." in said
    assert "You named no paragraph. It rests on 3.2" in said


BAD: dict[str, tuple[object, str]] = {
    "an option that there is not": ({"answers": {"recipient": "vet"}}, "recipient: not one of school"),
    "ticks for one choice": ({"answers": {"recipient": ["gp"]}}, "recipient: not one of"),
    "no text": ({"answers": {"reasons": True}}, "reasons: not one of"),
    "no question": ({"answers": {"shoe_size": "4"}}, "shoe_size: no question"),
    "one for all lines": ({"answers": {"weights": "needs"}}, "weights: one answer for each line"),
    "a table for ticks": ({"answers": {"told_items": {"a": "b"}}}, "told_items: not one of"),
    "no conclusion": ({"would_do": "dance"}, "would_do: one of"),
    "no paragraph": ({"rests_on": "9.9"}, "rests_on: one of"),
    "another field": ({"answer": {}}, "answer: not a field"),
    "a list": ([1, 2], "a table is wanted"),
}


@pytest.mark.parametrize(("said", "why"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_one_line_that_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], said: object, why: str
) -> None:
    assert play(tmp_path, said) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert why in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("raw", [b"\xff\xfe", b"[1,", b"[" * 5000, b"{'answers': {'recipient': gp, 'recipient': gp}}"])
def test_what_cannot_be_read_is_one_line_too(tmp_path: Path, capsys: pytest.CaptureFixture[str], raw: bytes) -> None:
    file = tmp_path / "answers.yaml"
    file.write_bytes(raw)
    assert app.main(["scenarios", "play", NAME, "--answers", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_story_that_there_is_not_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["scenarios", "play", "no-such-story"]) == 2
    assert "no scenario is called no-such-story" in capsys.readouterr().err


def test_the_last_answers_of_the_model_are_its_own() -> None:
    right = model_walk(SCENARIO)
    assert (right.conclusion, decisive_refs(right)[0]) == (LAST["would_do"], LAST["rests_on"])


@pytest.mark.parametrize("flow", sorted(PRACTICE_FLOWS))
def test_a_new_file_has_every_question_of_its_flow_and_says_what_is_still_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], flow: str
) -> None:
    file = tmp_path / "my-story.yaml"
    assert app.main(["scenarios", "new", flow, str(file)]) == 0
    text = file.read_text("utf-8")
    asked = {ask.question.name for step in PRACTICE_FLOWS[flow].steps for ask in step.asks}
    assert [name for name in asked if f"{name}: " not in text] == []
    assert app.main(["scenarios", "check", str(file)]) == 2
    said = capsys.readouterr().err
    assert "TODO_question" in said
    assert "not YAML" not in said


def test_a_new_file_takes_the_place_of_none(tmp_path: Path) -> None:
    file = tmp_path / "my-story.yaml"
    file.write_text("mine", "utf-8")
    assert app.main(["scenarios", "new", "share", str(file)]) == 2
    assert file.read_text("utf-8") == "mine"


@pytest.mark.parametrize("given", [["tell", "my-story.yaml"], ["share", "My Story.yaml"], ["share", "my-story.txt"]])
def test_a_new_file_of_no_flow_or_no_good_name_is_refused(tmp_path: Path, given: list[str]) -> None:
    assert app.main(["scenarios", "new", given[0], str(tmp_path / given[1])]) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_played_before_it_is_handed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / f"{NAME}.yaml"
    file.write_text((FOLDER / file.name).read_text("utf-8"), "utf-8")
    assert app.main(["scenarios", "play", str(file)]) == 0
    assert SCENARIO.story in capsys.readouterr().out


def test_all_of_them_are_checked_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["scenarios", "check"]) == 0
    assert str(len(all_scenarios())) in capsys.readouterr().out


def test_the_schema_for_editors_is_that_of_the_models(capsys: pytest.CaptureFixture[str]) -> None:
    """`python app.py scenarios schema > docs/scenario.schema.json` draws it anew."""
    assert app.main(["scenarios", "schema"]) == 0
    kept = FOLDER.parents[1] / "docs" / "scenario.schema.json"
    assert json.loads(capsys.readouterr().out) == json.loads(kept.read_text("utf-8"))
