"""What would go to the parents is looked at text by text before words are made of it."""

import re

import pytest

from dialogs.context import Press, Result
from dialogs.engine.letter_review import doubtful_first, texts_for_parents
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import Asking, Shown, TheAnswer, TheNote
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import Given, lines
from tests.cards.of_document import NURSE_UNTOLD, OF_DOCUMENT
from tests.cards.of_gather import ANSWERS, GATHER_STATES
from tests.cards.walking import of_type, read_out
from tests.dialogs.desks import Worker

GRAN: Given = {
    **matters.TELL_FIRST,
    "lines": lines("P coughs at night", "Gran is worried", "P has missed two check-ups"),
    "weights": {"L1": "needs", "L2": "needs", "L3": "leave_out"},
}
"""Two lines that go, one of them doubtful, and one that is left out."""


def worker_with(given: Given = GRAN) -> Worker:
    worker = Worker()
    one = matters.matter(given)
    worker.kept[one.id] = one
    worker.current = one.id
    return worker


def marks(worker: Worker, **said: str) -> dict[str, str]:
    """The inputs of the look, by the beginning of each text; fine where nothing is said."""
    found = {}
    for one in doubtful_first(texts_for_parents(worker.matter.values)):
        mark = next((mark for word, mark in said.items() if word in one.text), "fine")
        found[f"parents_look__{one.id}"] = mark
    return found


def look_of(reply: Result) -> str:
    assert isinstance(reply.shown.screen, Asking)
    assert reply.shown.screen.position.step is not None
    assert reply.shown.screen.position.step.name == "parents_look"
    assert reply.posts == ()
    return read_out(as_sent(reply.shown))


def words_of(reply: Result) -> str:
    (posted,) = reply.posts
    return read_out(as_sent(Shown(posted)))


@pytest.mark.parametrize("typing", [False, True])
def test_each_text_that_goes_is_shown_with_the_four_questions_before_words_are_made(typing: bool) -> None:
    worker = worker_with()
    said = look_of(worker.says("words for the parents") if typing else worker.goes_on("words_parents"))
    assert "who told us" in said
    assert "Where someone lives" in said
    assert "Another person's health" in said
    assert "What the police plan" in said
    for text in ("Gran is worried", "P coughs at night", "P can be checked at school", "make an asthma plan"):
        assert text in said
    assert "P has missed two check-ups" not in said
    assert said.index("1. Gran is worried") < said.index("P coughs at night")
    assert "Gran is worried Look at this one first." in said


def test_the_words_come_once_all_of_it_was_looked_at_and_are_not_asked_about_again() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    reply = worker.fills_in(**marks(worker))
    assert isinstance(reply.shown.screen, TheAnswer)
    assert "Gran is worried" in words_of(reply)
    assert "Gran is worried" in words_of(worker.goes_on("words_parents"))


def test_a_text_without_an_answer_is_asked_about_again() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    some = dict(list(marks(worker).items())[:2])
    look_of(worker.fills_in(**some))
    assert worker.matter.phase is Phase.CLOSING


def test_other_words_go_to_the_parents_and_the_recipient_hears_the_line_as_it_was() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    reply = worker.fills_in(**marks(worker, Gran="other"))
    assert "Gran is worried" in read_out(as_sent(reply.shown))
    (gran,) = [one.id for one in texts_for_parents(worker.matter.values) if "Gran" in one.text]
    said = words_of(worker.fills_in(**{f"parents_put__{gran}": "P may need more help"}))
    assert "P may need more help" in said
    assert "Gran" not in said
    assert "Gran is worried" in words_of(worker.goes_on("words_recipient"))


def test_words_that_are_still_to_be_written_leave_a_gap_that_names_the_line() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    worker.fills_in(**marks(worker, Gran="other", checked="other", plan="other"))
    said = words_of(worker.fills_in())
    assert "[line 2, in words that may go to them]" in said
    assert "I'm doing it [why, in words that may go to them]." in said
    assert "will use it [what it is for, in words that may go to them]." in said
    for text in ("Gran", "checked at school", "asthma plan"):
        assert text not in said


def test_it_can_be_done_by_typing_one_after_another_or_as_a_list() -> None:
    worker = worker_with()
    worker.says("words for the parents")
    for said in ("other words", "2 fine, 3 fine", "it can go to them as it is"):
        reply = worker.says(said)
    assert isinstance(reply.shown.screen, Asking)
    assert reply.shown.screen.position.step is not None
    assert reply.shown.screen.position.step.name == "parents_put"
    said = words_of(worker.says("P may need more help"))
    assert "P may need more help" in said
    assert "Gran" not in said


def test_a_skipped_rewriting_leaves_a_gap() -> None:
    worker = worker_with()
    worker.says("words for the parents")
    worker.says("1 other words, 2 fine, 3 fine, 4 fine")
    assert "[line 2, in words that may go to them]" in words_of(worker.says("skip"))


def test_a_changed_text_is_looked_at_again_and_an_unchanged_one_keeps_its_answer() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    worker.fills_in(**marks(worker))
    changed = worker.matter.hold({"why": "the neighbour can rest"})
    worker.kept[changed.id] = changed.hold({"told_items": ["none"]})
    card = as_sent(worker.goes_on("words_parents").shown)
    chosen = {one["id"]: one.get("value") for one in of_type(card, "Input.ChoiceSet")}
    assert sorted(str(value) for value in chosen.values()) == ["None", "fine", "fine", "fine"]


@pytest.mark.parametrize("typing", [False, True])
def test_back_leaves_the_look_for_where_the_words_were_asked_for(typing: bool) -> None:
    worker = worker_with()
    before = worker.matter.values
    worker.goes_on("words_parents")
    reply = worker.says("back") if typing else worker.goes_on("back")
    assert isinstance(reply.shown.screen, TheAnswer)
    assert worker.matter.values == before
    look_of(worker.goes_on("words_parents"))


def test_back_from_the_rewriting_opens_the_look_again() -> None:
    worker = worker_with()
    worker.goes_on("words_parents")
    worker.fills_in(**marks(worker, Gran="other"))
    look_of(worker.goes_on("back"))
    assert isinstance(worker.goes_on("back").shown.screen, TheAnswer)


def test_stopping_in_the_middle_comes_back_to_the_look() -> None:
    worker = worker_with()
    one = worker.matter
    worker.goes_on("words_parents")
    worker.goes_on("stop")
    look_of(worker.presses(Press("open", about=one.id)))


def test_from_a_note_the_close_and_an_edited_note_stay_as_they_are() -> None:
    worker = worker_with({**matters.HARM, **matters.SHARED_UNTOLD})
    assert worker.matter.phase is Phase.NOTE
    look_of(worker.goes_on("words_parents"))
    drafted = worker.matter.drafted_from
    reply = worker.fills_in(**marks(worker))
    assert isinstance(reply.shown.screen, TheNote)
    assert worker.matter.drafted_from == drafted
    assert worker.matter.values["outcome"] == "shared"
    assert "a mark on B's left forearm" in words_of(reply)


@pytest.mark.parametrize(
    ("made", "shown", "left_out"),
    [
        (
            GATHER_STATES.matter(ANSWERS["tell first"][1]),
            ("GP: any injuries seen since June", "Why: I can see how R is doing"),
            (),
        ),
        (
            OF_DOCUMENT.matter(NURSE_UNTOLD, {"reasons": ["tell_first"]}),
            ("Why: P can be looked after", "What for: plan P's care"),
            ("psychiatrist's report",),
        ),
    ],
    ids=["gather", "document"],
)
def test_every_flow_that_has_words_for_parents_looks_first(
    made: Matter, shown: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    worker = worker_with()
    worker.kept[made.id] = made
    said = look_of(worker.goes_on("words_parents"))
    assert all(text in said for text in shown)
    assert not any(text in said for text in left_out)
    assert worker.fills_in(**marks(worker)).posts


NATURAL = (
    "Gran is worried",
    "Neighbours hear shouting",
    "Police will arrest D on Friday",
    "D's HIV test was positive",
    "T is living at 4 Mill Lane",
    "P said P wants football",
)


@pytest.mark.parametrize("line", NATURAL)
def test_a_doubtful_text_stands_first_and_none_is_ever_hidden(line: str) -> None:
    given: Given = {
        **matters.TELL_FIRST,
        "lines": lines("P coughs at night", line),
        "weights": {"L1": "needs", "L2": "needs"},
    }
    assert doubtful_first(texts_for_parents(given))[0].text == line
    assert {one.text for one in doubtful_first(texts_for_parents(given))} >= {line, "P coughs at night"}


def test_nothing_says_that_it_has_filtered() -> None:
    worker = worker_with()
    said = look_of(worker.goes_on("words_parents"))
    assert not re.search(r"\b(?:filtered|removed|checked for you|safe)\b", said)
    assert "I can't tell, so please read every one." in said
