"""However much is written in network checks, every card made of it can be sent, with a reply from every agency."""

from collections.abc import Iterator
from functools import cache

import pytest

from dialogs.context import Press
from dialogs.engine.lines import lines_of
from dialogs.engine.matter import Phase
from dialogs.screens import Asking, Screen, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.test_largest_cards import LARGEST, LETTERS, NoRoom, fill_in_as_much_as_it_takes
from tests.cards.walking import size_of
from tests.dialogs.desks import Worker

PARTS = (1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
by_letter = pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())


@cache
def walked(letter: str) -> tuple[tuple[str, Shown], ...]:
    """Every screen from the start to the note with as many replies as are taken."""
    for most in PARTS:
        try:
            return tuple(_walked(letter, most))
        except NoRoom:
            continue
    raise AssertionError("no way comes to its end")


def _walked(letter: str, most: float) -> Iterator[tuple[str, Shown]]:
    worker = Worker()
    worker.presses(Press("start", about="gather"))
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "asked", reply.shown
    worker.goes_on("words_parents")
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "looked at", reply.shown
    yield from _beside(worker)
    worker.fills_in("sent")
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "closed", reply.shown
    agencies = [line for line, _ in lines_of(worker.matter.values, "agencies")]
    for number, line in enumerate(agencies, start=1):
        worker.goes_on("reply", about=line)
        for reply in fill_in_as_much_as_it_takes(worker, letter, most * (0.02 if number > 1 else 0.3)):
            yield f"reply {number}", reply.shown
        yield from _beside(worker)


def _beside(worker: Worker) -> Iterator[tuple[str, Shown]]:
    one = worker.matter
    decision = one.decision()
    screens: list[Screen] = [TheNote(one, decision)] if one.phase is Phase.NOTE else [TheAnswer(one, decision)]
    screens += [WordsToUse(one, decision, name) for name in ("requests", "parents")]
    for screen in screens:
        yield type(screen).__name__, Shown(screen)
    for card in one.flow.steps:
        opened = one.reopen(*(ask.question.name for ask in card.asks))
        if opened.position.step == card:
            yield f"{card.name} again", Shown(Asking(opened, opened.position, numbered=True))


@by_letter
def test_every_card_on_the_way_can_be_sent(letter: str) -> None:
    sizes = [(name, size_of(as_sent(shown))) for name, shown in walked(letter)]
    assert len(sizes) > 40
    assert [(name, size) for name, size in sizes if size >= LARGEST] == []


@by_letter
def test_a_note_that_was_edited_before_a_reply_came_can_be_sent_too(letter: str) -> None:
    for note in (shown.screen for name, shown in walked(letter) if name == "TheNote"):
        assert isinstance(note, TheNote)
        for length in (3_000, 6_000, 12_000):
            edited = note.matter.changed(note_edited="x" * length, note_edited_for="an earlier draft")
            assert size_of(as_sent(Shown(TheNote(edited, note.decision)))) < LARGEST


def test_ten_agencies_are_asked_and_each_reply_stands_in_the_note() -> None:
    note = [shown for name, shown in walked("x") if name == "TheNote"][-1].screen
    assert isinstance(note, TheNote)
    drawn = str(as_sent(Shown(note)))
    assert drawn.count("From: ") >= 10
    assert "No reply yet." not in drawn
