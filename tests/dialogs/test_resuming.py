"""A matter is come back to by typing: by its child, or the only one there is."""

import pytest

from dialogs.screens import Asking, MyMatters
from tests.dialogs.desks import Worker


def with_two() -> Worker:
    """A worker with a matter about P, left in the middle, and one about R that is open."""
    worker = Worker()
    for child in ("P", "R"):
        worker.says("new share")
        worker.fills_in(child=child, part_in_case="allocated")
    return worker


@pytest.mark.parametrize(
    "text",
    ["go back to P", "back to P please", "carry on with P", "can we go back to P's case", "ok, resume p", "open P"],
)
def test_the_one_about_a_child_is_opened_from_another(text: str) -> None:
    worker = with_two()
    screen = worker.says(text).shown.screen
    assert isinstance(screen, Asking)
    assert screen.numbered
    assert worker.matter.values["child"] == "P"


@pytest.mark.parametrize("text", ["carry on", "continue", "where was I?", "I'm back", "pick up where I left off"])
def test_the_only_one_is_opened_again_two_days_later(text: str) -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated")
    worker.says("stop")
    worker.says(text)
    assert worker.matter.values["child"] == "P"


def test_of_several_the_list_is_shown() -> None:
    worker = with_two()
    worker.says("stop")
    assert isinstance(worker.says("carry on").shown.screen, MyMatters)


@pytest.mark.parametrize("text", ["where was i", "carry on", "what do i do now", "what next?"])
def test_in_the_middle_of_one_its_card_is_shown_again(text: str) -> None:
    worker = with_two()
    before = worker.matter
    shown = worker.says(text).shown
    assert isinstance(shown.screen, Asking)
    assert shown.asides == ()
    assert worker.matter == before


@pytest.mark.parametrize("text", ["go back to K", "carry on with the visit", "what next"])
def test_what_there_is_not_is_not_opened(text: str) -> None:
    worker = with_two()
    worker.says("stop")
    worker.says(text)
    assert worker.current == ""


def test_a_line_that_begins_so_is_still_a_line() -> None:
    worker = Worker()
    worker.says("share")
    worker.fills_in(child="P", part_in_case="allocated", recipient="gp", need_to_know="yes")
    worker.says("P has to carry on with P's inhaler")
    assert "lines" in worker.matter.values
