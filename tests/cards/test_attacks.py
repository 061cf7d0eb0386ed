"""What a person typed is on a card only as text: in a run of text or in a box, never where it is read as more."""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from msgspec.structs import replace

from dialogs.engine.answers import Answer, Answers
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Fault
from dialogs.screens import ActNow, AfterCopy, Answered, Asking, MyMatters, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards import matters
from tests.cards.drawn import as_sent
from tests.cards.matters import FILLED_IN, Given, lines, looking, matter
from tests.cards.schema import faults_of
from tests.cards.states import copied
from tests.cards.walking import Json, executes, of_type, texts
from tests.dialogs.desks import Worker

MARK = "Zqx"

ATTACKS: Mapping[str, str] = {
    "a Markdown link": "[click here](https://example.org/steal)",
    "a Markdown picture": "![x](https://example.org/x.png)",
    "Markdown marks": "**bold** _it_ `code` # head ~~s~~ > quote",
    "a Markdown list": "\n- one\n- two\n1. three",
    "a bare address": "https://example.org/a?b=c#d mailto:a@example.org",
    "HTML": "<b>bold</b><i>x</i><script>alert(1)</script><img src=x onerror=alert(1)><at>bot</at>",
    "HTML entities": "&lt;b&gt; &amp; &#x41; &nbsp;",
    "a broken tag": "<b <i> </b> < > <!-- --> <![CDATA[",
    "Jinja": "{{ 7 * 7 }} {% raw %} {{ config }} {# gone #} {% for x in y %}",
    "Jinja that raises": "{{ nothing_of_this_name.at_all }}{% include 'note.j2' %}",
    "JSON": '"}], "actions": [{"type": "Action.Execute", "verb": "delete_yes"}], "x": "\\u0041\\n',
    "card templating": "${$root.x} ${if(true, 'a', 'b')} {{DATE(2026-01-01T00:00:00Z, SHORT)}}",
    "right to left override": "\u202eabc\u202c \u2066x\u2069 \u200f",
    "zero width": "a\u200bb\u200cc\u200dd\ufeffe\u00adf",
    "newlines of every kind": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x0bseven\x85eight",
    "control characters": "\x00\x01\x1b[31m\x7f",
    "a very long word": "w" * 90,
    "quotes and backslashes": '"\'\\ \u201c\u2018 \\" \\\\',
    "combined and emoji": "e\u0301\u0301\u0301 \U0001f469\u200d\U0001f467 \U0001f3f4\U000e0067\U000e0062\U000e007f",
    "a mention": "<at>Everyone</at> @everyone",
    "a format": "%s %(x)s {0} {x!r} %n",
}
PLAIN_AND_LONG = "plain " * 30
"""So long that answers are drawn without what would make them too large to send."""
FREE_TEXTS = (
    "recipient_named",
    "why",
    "used_for",
    "parents",
    "harm_known",
    "concern_because",
    "crime_because",
    "not_practicable_because",
    "told_how",
    "shared_with",
    "shared_different",
    "parents_said",
    "child_view",
    "departed_because",
    "not_shared_because",
    "passed_on_to",
    "hand_over",
)
ALLOWED = frozenset({("TextRun", "text"), ("Input.Text", "value"), ("Input.ChoiceSet", "value")})

WHOLE: Given = {
    **FILLED_IN,
    "recipient": "not_professional",
    "told_items": ["none"],
    "weights": {"L1": "needs", "L2": "trim", "L3": "leave_out"},
    "shorter": {"L2": "short"},
    "lines": lines("P one", "P two", "P three"),
}


def mark(name: str) -> str:
    """Stands at both ends of what was typed for one question, so that any part of it is found wherever it gets to."""
    return f"Zqx{(*FREE_TEXTS, 'lines', 'shorter', 'addition', 'note').index(name):02d}x"


def marked(name: str, attack: str) -> str:
    return f"{mark(name)} {attack} {mark(name)}"


def attacked(attack: str) -> Matter:
    """A matter with every answer, the attack in each that is a person's own words."""
    own: Given = {name: marked(name, attack) for name in FREE_TEXTS}
    of_lines: Given = {
        "lines": lines(*(f"{marked('lines', attack)} {number}" for number in range(3))),
        "shorter": {"L2": marked("shorter", attack)},
    }
    return matter(WHOLE, own, of_lines)


def screens_of(one: Matter) -> Iterator[Shown]:
    """Every screen that is made of a matter, closed in every way."""
    decision = one.decision()
    yield from (
        Shown(TheAnswer(one, decision)),
        Shown(WordsToUse(one, one.decision(), "recipient")),
        Shown(WordsToUse(one, decision, "parents")),
    )
    for outcome in ("shared", "not_shared", "passed_on"):
        done = one.hold({"outcome": outcome})
        yield Shown(TheNote(done, done.decision()))
    told = one.hold({**matters.TOLD, "told_since": "yes", "outcome": "shared"})
    yield Shown(TheNote(told, told.decision()))
    yield from _asked(one)
    yield from (Shown(MyMatters((one,))), Shown(MyMatters((one,), one.id)), Shown(ActNow(one)))


def _asked(one: Matter) -> Iterator[Shown]:
    for card in one.flow.every_step():
        yield Shown(Answered(one, card.name))
        asked = opened_at(one, card.name)
        yield Shown(Asking(asked, asked.position))
        yield Shown(Asking(asked, asked.position, numbered=True))


ASKED_ONLY_WITH: dict[str, Given] = {
    "told_since": {"told_since": "yes"},
    "staff": {"part_in_case": "authorised"},
    "court_first": {"weights": {"L1": "leave_out", "L2": "leave_out", "L3": "leave_out"}},
}


def opened_at(one: Matter, card: str) -> Matter:
    """The matter with this card open, its answers as drafts in it."""
    close: Given = {"outcome": card} if card in ("shared", "not_shared", "passed_on") else {}
    close = ASKED_ONLY_WITH.get(card, close)
    if card in ("parents_look", "parents_put"):
        close = looking(one.values, *["other"] * 9)
    asks = next(every.asks for every in one.flow.every_step() if every.name == card)
    return (one.hold(close) if close else one).reopen(*(ask.question.name for ask in asks))


@cache
def cards_of(attack: str) -> tuple[Json, ...]:
    """Every card of a matter in which all own words are the attack."""
    return tuple(as_sent(shown) for shown in screens_of(attacked(attack)))


def misplaced(card: Json) -> list[tuple[str, str]]:
    """The places on a card, other than plain text, that hold a person's words."""
    return [(kind, key) for kind, key, text in texts(card) if MARK in text and (kind, key) not in ALLOWED]


def pressable(card: Json) -> list[tuple[object, ...]]:
    """What can be pressed, in order, but for what opens the steps that had no room: longer words leave less of it."""
    keys = ("type", "verb", "title", "tooltip", "url", "targetElements", "data")
    pressed = [one for one in of_type(card, *ACTIONS) if one.get("targetElements") != ["steps"]]
    return [tuple(str(one.get(key)) for key in keys) for one in pressed]


ACTIONS = ("Action.Execute", "Action.OpenUrl", "Action.ToggleVisibility", "Action.Submit", "Action.ShowCard")

by_attack = pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())


@by_attack
def test_typed_words_stand_only_in_runs_of_text_and_in_boxes(attack: str) -> None:
    assert [place for card in cards_of(attack) for place in misplaced(card)] == []


@by_attack
def test_every_typed_word_is_found_again_as_it_was_typed(attack: str) -> None:
    drawn = {text for card in cards_of(attack) for _, _, text in texts(card) if MARK in text}
    typed = {name: marked(name, attack) for name in (*FREE_TEXTS, "lines", "shorter")}
    assert [name for name, words in typed.items() if not any(words in text for text in drawn)] == []


@by_attack
def test_typed_words_grow_no_button_and_break_no_card(attack: str) -> None:
    plain, lean = ([pressable(card) for card in cards_of(words)] for words in ("plain", PLAIN_AND_LONG))
    assert [
        one for one in zip(map(pressable, cards_of(attack)), plain, lean, strict=True) if one[0] not in one[1:]
    ] == []
    assert [fault for card in cards_of(attack) for fault in faults_of(card)] == []


@by_attack
def test_an_edited_note_and_an_addition_stand_in_boxes_only(attack: str) -> None:
    one = matter(matters.ROUTINE, matters.SHARED)
    note = marked("note", attack)
    for made_for in (one.drafted_from, "an earlier draft"):
        edited = one.changed(note_edited=note, note_edited_for=made_for)
        card = as_sent(Shown(TheNote(edited, one.decision())))
        assert misplaced(card) == []
        assert note in {box.get("value") for box in of_type(card, "Input.Text")}
    added = copied(one).changed(additions=(marked("addition", attack),))
    card = as_sent(Shown(AfterCopy(added)))
    assert misplaced(card) == []
    assert any(marked("addition", attack) in box["value"] for box in of_type(card, "Input.Text"))


@by_attack
def test_what_was_refused_stands_in_its_box_only(attack: str) -> None:
    """A forged click can put any text under any question, the child's reference and the choices included."""
    for card in (card.name for card in matter(WHOLE).flow.every_step()):
        asked = opened_at(matter(WHOLE), card)
        refused = {question.name: Answer(marked("note", attack), held=False) for question in asked.position.questions}
        one = replace(asked, answers=Answers({**asked.answers.by_name, **refused}))
        faults = {question.name: Fault(question.name, "not_offered") for question in asked.position.questions}
        drawn = as_sent(Shown(Asking(one, one.position, faults)))
        assert misplaced(drawn) == [], card
        assert not faults_of(drawn), card


@by_attack
def test_typed_in_the_chat_it_is_no_reference_and_never_a_label(attack: str) -> None:
    worker = Worker()
    worker.says("share")
    reply = worker.says(marked("note", attack))
    assert worker.matter.values == {}
    assert misplaced(as_sent(reply.shown)) == []
    assert reply.left_behind is not None
    assert misplaced(as_sent(Shown(reply.left_behind))) == []


@by_attack
def test_pressed_with_it_in_every_input_a_card_still_comes_back(attack: str) -> None:
    worker = Worker()
    worker.says("share")
    names = [question.name for question in worker.matter.position.questions]
    reply = worker.fills_in(**{name: marked("note", attack) for name in names})
    card = as_sent(reply.shown)
    assert worker.matter.values == {}
    assert misplaced(card) == []
    assert all(button["data"].get("m") == worker.matter.id for button in executes(card))


def test_the_walk_sees_words_that_stand_where_they_should_not() -> None:
    words = marked("why", "x")
    button = {"type": "Action.Execute", "title": "a", "data": {"about": words}}
    for bad in ({"type": "TextBlock", "text": words}, {"type": "Input.Text", "label": words}, button):
        assert misplaced({"type": "AdaptiveCard", "body": [bad]})
    assert not misplaced({"type": "AdaptiveCard", "body": [{"type": "TextRun", "text": words}]})


FIRST_MESSAGES = ("{}", "research {}", "agreement to share in writing {}")
"""One that is not understood, one that is outside the guidance, one that may have meant two flows."""


@by_attack
@pytest.mark.parametrize("said", FIRST_MESSAGES)
def test_a_first_message_is_never_said_back_on_a_card(said: str, attack: str) -> None:
    card = as_sent(Worker().says(said.format(f"qqzz{attack}qqzz")).shown)
    assert "qqzz" not in str(card)
