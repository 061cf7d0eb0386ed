"""However much a person writes, every card made of it can be sent, and nothing of it is lost."""

from collections.abc import Iterator
from functools import cache

import pytest

from bot.incoming import Address, Incoming, Kind, Scope, excess, filled_in, to_press
from dialogs.approvals.request import NOT_REVIEWED, ReviewStatus
from dialogs.context import Result
from dialogs.engine.answers import Json as Value
from dialogs.engine.flow import SizeLimit
from dialogs.engine.lines import EachLine, EachLineWords, Lines
from dialogs.engine.matter import Matter
from dialogs.engine.moment_question import Moment
from dialogs.engine.per_item import OfLine
from dialogs.engine.questions import Choice, Question, Ticks, Words
from dialogs.engine.size_limits import MOST_IN_ONE, weight_of
from dialogs.screens import Answered, Aside, Asking, Find, LooksLike, Screen, Shown, TheAnswer, TheNote, WordsToUse
from dialogs.text.identifiers.finder import Identifier
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import lines, matter
from tests.cards.of_approvals import request
from tests.cards.walking import INPUTS, Json, executes, of_type, size_of
from tests.dialogs.desks import NOW, Worker

pytestmark = pytest.mark.long

LARGEST = 28_000
ROOM_FOR_NOTICES = 650
"""Bytes that a card leaves for what is said above it."""
SHORTEST = 0.002
LONGEST, LONGEST_LINE, MOST_LINES = 1_500, 300, 10

CHOSEN = {
    "child": "ABC1234567890, ABC1234567891, ABC1234567892, ABC1234567893, ABC1234567894 and ABC1234567895",
    "part_in_case": "authorised",
    "staff": "yes",
    "court_ordered": "no",
    "recipient": "not_professional",
    "need_to_know": "yes",
    "someone_elses": "unsure",
    "author_agreed": "forwarded",
    "author_talk": "no",
    "lawful_doubt": "yes",
    "told_items": "none",
    "reasons": "risk,crime,not_practicable,court,attitude,habit,unsure",
    "contact": "ring,write,text,in_person",
    "harm_suffered": "yes",
    "real_concern": "yes",
    "court_covers": "part",
    "kinds": "ethnicity,beliefs,health,sexuality,genetic,other_sensitive",
    "shared_how": "in_person",
    "why_now": "concern",
    "assessment": "yes",
    "more_than_needed": "yes",
    "told_of_checks": "unsure",
    "check_grounds": "further_risk,investigation,delay,object,unsure",
    "sent_how": "secure_email",
    "reply_document": "yes",
}
"""The answers with which most is asked and most is said."""

LETTERS = {
    "plain": "x",
    "as people write": "P said: \u201cI don\u2019t want to.\u201d I rang T\u2019s phone, no reply.\n",
    "accents": "\u00e9",
    "emoji": "\U0001f600",
    "quotes": '"',
    "backslashes": "\\",
    "control characters": "\x01",
    "right to left": "\u202e",
}


def longest(letter: str, length: int) -> str:
    return (letter * length)[:length].strip() or "x"


MARKS = {"weights": ("unsure", "trim", "needs"), "parents_look": ("other",)}
"""What is chosen for one line after another, where that is not yes."""


def inputs_for(question: Question, worker: Worker, letter: str, part: float) -> dict[str, str]:
    """The most that this question takes, or a part of that."""
    name = question.name
    if isinstance(question, OfLine):
        return inputs_for(question.inner, worker, letter, part)
    if isinstance(question, EachLine | EachLineWords):
        return _of_each_line(question, question.which(worker.matter.values), letter, part)
    if isinstance(question, Lines):
        each = longest(letter.replace("\n", " "), int((LONGEST / MOST_LINES - 3) * part))
        return {name: "\n".join(f"{number}{each}" for number in range(MOST_LINES))}
    if isinstance(question, Moment):
        return {f"{name}__date": "2026-03-12" if question.future else "2026-03-10", f"{name}__time": "10:00"}
    if isinstance(question, Words):
        return {name: f"{'a ' if question.joined else ''}{longest(letter, int(LONGEST * part) - 2)}"}
    assert isinstance(question, Choice | Ticks) or name == "child"
    return {name: CHOSEN[name]}


def _of_each_line(question: EachLine | EachLineWords, lines: list[str], letter: str, part: float) -> dict[str, str]:
    if isinstance(question, EachLineWords):
        return {f"{question.name}__{line}": longest(letter, int(LONGEST_LINE * part)) for line in lines}
    marks = MARKS.get(question.name, ("yes",))
    return {f"{question.name}__{line}": marks[number % len(marks)] for number, line in enumerate(lines)}


def fill_in_as_much_as_it_takes(worker: Worker, letter: str, most: float = 1) -> Iterator[Result]:
    """Each card at its longest, or at a part of that; where it is refused, less and less of what was refused."""
    parts: dict[str, float] = {}
    while worker.matter.position.step:
        standing = worker.matter.position
        sent = [inputs_for(q, worker, letter, parts.get(q.name, most)) for q in standing.questions]
        reply = worker.fills_in(**{name: value for inputs in sent for name, value in inputs.items()})
        yield reply
        faults = getattr(reply.shown.screen, "faults", {})
        assert {(name, fault.code) for name, fault in faults.items() if fault.code != "too_much"} == set()
        for name in faults:
            parts[name] = parts.get(name, most) * 0.6
            if parts[name] < SHORTEST:
                raise NoRoom


class NoRoom(Exception):
    """Earlier answers left no room for even a word of this one: a person would go back and shorten them."""


@cache
def journey(letter: str) -> tuple[tuple[str, Shown, Worker], ...]:
    """The journey with as much in each answer as lets every other be given too; the last screen is the note."""
    for most in (1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1):
        try:
            return tuple(_journey(letter, most))
        except NoRoom:
            continue
    raise AssertionError("no journey comes to its end")


def _journey(letter: str, most: float) -> Iterator[tuple[str, Shown, Worker]]:
    """Every screen on the way from the start to the note, and those that can be opened beside them."""
    worker = Worker()
    yield "start", worker.says("share").shown, worker
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "asked", reply.shown, worker
    yield from beside_the_answer(worker)
    worker.goes_on("words_parents")
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "looked at", reply.shown, worker
    answered = worker.matter
    worker.fills_in("shared")
    for reply in fill_in_as_much_as_it_takes(worker, letter, most):
        yield "closed", reply.shown, worker
    noted = worker.matter
    yield "answer with the close filled in", worker.fills_in("show_answer").shown, worker
    yield from beside_the_answer(worker)
    worker.kept[noted.id] = noted
    others = (noted,) * 6
    yield "answer, with others", Shown(TheAnswer(answered, answered.decision(), others)), worker
    yield "note, with others", Shown(TheNote(noted, noted.decision(), others)), worker
    yield "note", Shown(TheNote(noted, noted.decision())), worker


def beside_the_answer(worker: Worker) -> Iterator[tuple[str, Shown, Worker]]:
    one = worker.matter
    notices = (Aside("notice", "newer_guidance", {"version": "2026-11"}),)
    yield "answer under a notice", Shown(TheAnswer(one.changed(danger=True), one.decision()), notices), worker
    yield "words for the parents", Shown(WordsToUse(one, one.decision(), "parents")), worker
    yield "words for the recipient", Shown(WordsToUse(one, one.decision(), "recipient")), worker
    for card in one.flow.every_step():
        yield f"answered {card.name}", Shown(Answered(one, card.name)), worker
        opened = one.reopen(*(ask.question.name for ask in card.asks))
        if opened.position.step == card:
            yield f"{card.name} again", Shown(Asking(opened, opened.position)), worker
            yield f"{card.name} again, by typing", Shown(Asking(opened, opened.position, numbered=True)), worker


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_every_card_on_the_way_can_be_sent(letter: str) -> None:
    sizes = {name: size_of(as_sent(shown)) for name, shown, _ in journey(letter)}
    assert len(sizes) > 20
    assert not {name: size for name, size in sizes.items() if size >= LARGEST}


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_every_card_on_the_way_can_be_sent_under_a_notice_of_what_was_found(letter: str) -> None:
    finds = tuple(Find(question, tuple(Identifier)) for question in ("why", "lines", "harm_known", "parents"))
    for name, shown, worker in journey(letter):
        if size_of(as_sent(shown)) < LARGEST - ROOM_FOR_NOTICES and not isinstance(shown.screen, Answered):
            for notice in (LooksLike(finds, worker.matter), LooksLike(finds, worker.matter, "ask_supervisor", "13:40")):
                above = Shown(shown.screen, (*shown.asides, notice))
                assert size_of(as_sent(above)) < LARGEST, name


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_a_note_that_was_edited_before_a_change_can_be_sent_too(letter: str) -> None:
    one = noted(letter)
    note = note_of(as_sent(Shown(TheNote(one, one.decision()))))
    for kept in (note, longest(letter, 6_000)):
        edited = one.changed(note_edited=kept, note_edited_for="an earlier draft")
        for looked_at in (NOT_REVIEWED, ReviewStatus(request())):
            shown = Shown(TheNote(edited, one.decision(), looked_at=looked_at))
            assert size_of(as_sent(shown)) < LARGEST


def noted(letter: str) -> Matter:
    """The matter at the end of the journey."""
    return journey(letter)[-1][2].matter


def note_of(card: Json) -> str:
    return str(next(one["value"] for one in of_type(card, "Input.Text") if one["id"] == "note"))


@pytest.mark.parametrize("letter", LETTERS.values(), ids=LETTERS.keys())
def test_what_a_card_holds_is_never_too_much_to_press_a_button_with(letter: str) -> None:
    """A client sends every box of a card with every press on it."""
    cards = {name: as_sent(shown) for name, shown, _ in journey(letter)}
    pressable = {name: card for name, card in cards.items() if {b["verb"] for b in executes(card)} - {"danger"}}
    assert len(pressable) > 10
    assert [name for name, card in pressable.items() if excess(filled_in(sent_with(card).data))] == []


def test_acting_first_is_never_refused_however_much_stands_on_the_card() -> None:
    huge = sent_with({"type": "AdaptiveCard", "body": [{"type": "Input.Text", "id": "why", "value": "x" * 100_000}]})
    assert excess(filled_in(huge.data))
    assert to_press(huge).inputs == {}


def sent_with(card: Json) -> Incoming:
    """A press on the card, its boxes as they are filled in."""
    boxes = {str(box["id"]): str(box.get("value", "")) for box in of_type(card, *INPUTS)}
    return Incoming(Kind.CLICK, "a1", ADDRESS, verb="danger", data=boxes)


ADDRESS = Address("c1", Scope.PERSONAL, "https://example.org", "t1", "b1", "u1", "o1")


@pytest.mark.parametrize("letter", ["plain", "as people write"])
def test_ordinary_writing_is_taken_at_its_longest(letter: str) -> None:
    worker = Worker()
    worker.says("share")
    for reply in fill_in_as_much_as_it_takes(worker, LETTERS[letter]):
        assert not getattr(reply.shown.screen, "faults", {})
    worker.fills_in("shared")
    first, *_ = fill_in_as_much_as_it_takes(worker, LETTERS[letter])
    assert len(getattr(first.shown.screen, "faults", {})) <= 1


ORDERS = (
    ("why", "used_for", "recipient_named", "parents", "harm_known", "concern_because", "crime_because"),
    ("not_practicable_because", "crime_because", "concern_because", "harm_known", "parents", "used_for", "why"),
)
AFTER = ("shared_with", "shared_different", "parents_said", "child_view", "departed_because")


@pytest.mark.parametrize("order", ORDERS, ids=["the first answers", "the last answers"])
@pytest.mark.parametrize("letter", ["x", '"', "\U0001f600"])
def test_with_exactly_as_much_as_is_taken_every_card_can_be_sent(letter: str, order: tuple[str, ...]) -> None:
    room, room_after = SizeLimit().before - weight_of("one", "x", "x"), SizeLimit().after
    own: dict[str, Value] = {"lines": lines("one"), "weights": {"L1": "needs"}}
    for name in order:
        own[name] = of_weight(letter, min(MOST_IN_ONE, room))
        room -= weight_of(str(own[name]))
    for name in AFTER:
        own[name] = of_weight(letter, min(MOST_IN_ONE, room_after))
        room_after -= weight_of(str(own[name]))
    one = matter(matters.HARM, CLOSED, own)
    shown: list[Screen] = [TheNote(one, one.decision()), TheAnswer(one.reopen(*AFTER), one.decision())]
    shown += [WordsToUse(one, one.decision(), "parents"), WordsToUse(one, one.decision(), "recipient")]
    assert not [type(screen) for screen in shown if size_of(as_sent(Shown(screen))) >= LARGEST]


CLOSED = {**matters.SHARED_UNTOLD, "recipient": "not_professional"}


def of_weight(letter: str, most: int) -> str:
    """As many of a letter as weigh no more than this."""
    return letter * max(0, (most - weight_of("")) // (weight_of(letter) - weight_of("")))


def test_what_is_refused_as_too_much_stands_in_its_box_with_the_reason() -> None:
    worker = Worker()
    worker.says("share")
    replies = fill_in_as_much_as_it_takes(worker, LETTERS["emoji"])
    screens = (reply.shown.screen for reply in replies)
    refused = next(screen for screen in screens if isinstance(screen, Asking) and screen.faults)
    card = as_sent(Shown(refused))
    for name in refused.faults:
        boxes = [one for one in of_type(card, "Input.Text") if one["id"] == name]
        assert [len(box["value"]) > LONGEST - 20 for box in boxes] == [True]


def test_now_is_a_wednesday_afternoon() -> None:
    """The dates above are before and after it."""
    assert NOW.isoformat() == "2026-03-11T13:40:00"
