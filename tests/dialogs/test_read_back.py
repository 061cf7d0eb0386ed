"""What was typed is read back, and a bare "no" that settles that nothing goes is not taken before it was read back."""

import pytest

from dialogs.context import Press
from dialogs.screens import Asking, ReadBack
from tests.dialogs.desks import Worker


def at_the_need() -> Worker:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated", recipient="gp")
    return worker


def read_back(worker: Worker, text: str) -> list[ReadBack]:
    return [aside for aside in worker.says(text).shown.asides if isinstance(aside, ReadBack)]


@pytest.mark.parametrize("no", ["no", "No.", "nah", "nope", "no they don't"])
def test_a_bare_no_that_settles_that_nothing_goes_is_read_back_first(no: str) -> None:
    worker = at_the_need()
    (asked,) = read_back(worker, no)
    assert asked.asked
    assert asked.questions == ("need_to_know",)
    assert "need_to_know" not in worker.matter.values


@pytest.mark.parametrize("again", ["yes", "no", "that's right", "Yes, that's right", "yep"])
def test_it_is_taken_once_it_is_said_again(again: str) -> None:
    worker = at_the_need()
    worker.says("no")
    worker.says(again)
    assert worker.matter.values["need_to_know"] == "no"
    assert "typed_no" not in worker.matter.answers.by_name


def test_another_answer_in_its_place_is_taken_as_it_is() -> None:
    worker = at_the_need()
    worker.says("no")
    worker.says("they need it")
    assert worker.matter.values["need_to_know"] == "yes"


def test_said_in_words_it_is_taken_at_once() -> None:
    worker = at_the_need()
    worker.says("they don't need it")
    assert worker.matter.values["need_to_know"] == "no"


def test_after_a_press_a_yes_is_a_yes_again() -> None:
    worker = at_the_need()
    worker.says("no")
    worker.fills_in("stop")
    worker.presses(Press("open", about="m1"))
    worker.presses(Press("carry_on", "m1", worker.matter.revision))
    before = worker.matter.revision
    worker.fills_in("next", need_to_know="no")
    worker.presses(Press("change", "m1", worker.matter.revision, about="you_and_them"))
    assert worker.matter.revision > before
    worker.fills_in("next", child="P", part_in_case="allocated", recipient="gp", need_to_know="")
    worker.says("yes")
    assert worker.matter.values["need_to_know"] == "yes"


def test_the_last_line_that_is_left_out_by_a_bare_no_is_read_back() -> None:
    worker = at_the_need()
    worker.says("yes")
    worker.fills_in(lines="one\ntwo", why="so that P is seen", used_for="plan care", someone_elses="no")
    worker.says("no")
    (asked,) = read_back(worker, "no")
    assert asked.asked
    worker.says("yes")
    assert worker.matter.values["weights"] == dict.fromkeys(("L1", "L2"), "leave_out")


@pytest.fixture
def of_my_part() -> Worker:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P")
    (asked,) = read_back(worker, "it got allocated to me on Monday")
    assert asked.meant == ("allocated",)
    assert "part_in_case" not in worker.matter.values
    return worker


def test_odd_words_that_could_open_the_way_are_taken_once_they_are_said_again(of_my_part: Worker) -> None:
    of_my_part.says("yes")
    assert of_my_part.matter.values["part_in_case"] == "allocated"


OTHERS_CASE = {"child": "P", "part_in_case": "authorised", "recipient": "gp", "need_to_know": "yes"}
WHAT_AND_WHY = {"lines": "one", "why": "so that P is seen", "used_for": "plan care", "someone_elses": "yes"}


@pytest.mark.parametrize(
    ("said", "question", "text", "meant"),
    [
        ([{"child": "P"}], "part_in_case", "held by the senior I sit with", "none"),
        ([OTHERS_CASE], "staff", "just the contact supervisor", "no"),
        (
            [{**OTHERS_CASE, "part_in_case": "allocated"}, WHAT_AND_WHY],
            "author_agreed",
            "she won't have it passed on",
            "refused",
        ),
    ],
)
def test_odd_words_that_would_end_it_at_once_are_read_back_first(
    said: list[dict[str, str]], question: str, text: str, meant: str
) -> None:
    worker = Worker()
    worker.says("share")
    for given in said:
        worker.fills_in(**given)
    (asked,) = read_back(worker, text)
    assert asked.meant == (meant,)
    assert question not in worker.matter.values
    worker.says("no")
    assert question not in worker.matter.values


def test_a_no_to_what_was_read_is_no_answer_to_the_question(of_my_part: Worker) -> None:
    of_my_part.says("no")
    assert "part_in_case" not in of_my_part.matter.values
    assert of_my_part.matter.answers.ever_given.get("part_in_case") is None


def test_what_was_understood_is_read_back_where_the_card_moves_on() -> None:
    worker = at_the_need()
    (said,) = read_back(worker, "they need it")
    assert not said.asked
    assert said.questions == ("need_to_know",)
    assert isinstance(worker.says("go back").shown.screen, Asking)


def test_it_is_asked_again_under_what_is_said_of_something_else() -> None:
    worker = at_the_need()
    worker.says("no")
    (again,) = read_back(worker, "what does consent mean")
    assert again.asked
    worker.says("yes")
    assert worker.matter.values["need_to_know"] == "no"


def test_it_is_no_longer_asked_once_an_answer_was_not_understood() -> None:
    worker = at_the_need()
    worker.says("no")
    worker.says("well you know")
    assert read_back(worker, "what does consent mean") == []
    worker.says("yes")
    assert worker.matter.values["need_to_know"] == "yes"


def test_a_no_to_what_was_read_back_is_not_told_off() -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P")
    worker.says("its my cas")
    screen = worker.says("no").shown.screen
    assert isinstance(screen, Asking)
    assert screen.faults["part_in_case"].code == "not_that_one"


def test_it_is_asked_again_under_news_that_changes_nothing_here() -> None:
    worker = at_the_need()
    worker.says("no")
    (again,) = read_back(worker, "rang mum this morning and told her")
    assert again.asked
