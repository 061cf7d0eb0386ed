"""What was said goes on into a sharing as somebody else's words, line by line, and nothing else goes along."""

from dialogs.context import Press
from tests.dialogs.desks import Worker


def told(said: str) -> Worker:
    """A worker who has recorded this."""
    worker = Worker()
    worker.presses(Press("start", about="receive"))
    worker.fills_in(
        child="P",
        from_whom="R.L.",
        they_said=said,
        came_how="in_person",
        came_when__date="2026-03-11",
        came_when__time="13:00",
    )
    worker.fills_in(limit="yes", limit_says="not D", came_with="none")
    return worker


def shared(worker: Worker) -> Worker:
    worker.presses(Press("hand_on", worker.matter.id, worker.matter.revision, about="share"))
    return worker


def test_each_sentence_is_a_line_to_be_weighed() -> None:
    worker = shared(told("P was late. T looked tired!\nP said: why not? No more."))
    assert worker.matter.flow.name == "share"
    assert [row["text"] for row in worker.matter.values["lines"]] == [  # type: ignore[union-attr,index,call-overload]
        "P was late.",
        "T looked tired!",
        "P said: why not?",
        "No more.",
    ]


def test_it_counts_as_someone_elses() -> None:
    assert shared(told("P was late.")).matter.values["someone_elses"] == "yes"


def test_the_child_goes_along_and_nothing_else() -> None:
    assert set(shared(told("P was late.")).matter.values) == {"child", "lines", "someone_elses"}


def test_more_than_can_be_weighed_is_left_to_the_worker_to_put_into_lines() -> None:
    assert "lines" not in shared(told("P was late. " * 20 + "Yes it was. " + ". ".join("abcdefghijkl"))).matter.values
    assert "lines" not in shared(told("x" * 400)).matter.values


def test_the_record_is_kept_and_can_be_gone_back_to() -> None:
    worker = told("P was late.")
    noted = worker.matter.id
    shared(worker)
    worker.presses(Press("go_back_to", worker.matter.id, worker.matter.revision))
    assert worker.matter.id == noted


def test_nothing_was_said_so_nothing_can_be_shared() -> None:
    worker = shared(told(""))
    assert worker.matter.flow.name == "receive"
