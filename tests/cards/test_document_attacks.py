"""What a person typed about a document is on its cards only as text, and however much, every card can be sent."""

from collections.abc import Iterator
from functools import cache

import pytest

from dialogs.engine.flow import SizeLimit
from dialogs.engine.matter import Matter, offers
from dialogs.engine.questions import Words
from dialogs.engine.size_limits import MOST_IN_ONE, MOST_TOLD, weight_of
from dialogs.screens import Answered, Asking, MyMatters, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.matters import Given
from tests.cards.of_document import ANSWERS, BEFORE, FILLED_IN, OF_DOCUMENT, QUOTING
from tests.cards.schema import faults_of
from tests.cards.test_attacks import ALLOWED, ATTACKS
from tests.cards.walking import Json, executes, size_of, texts

pytestmark = pytest.mark.long

MARK = "Zqx"
LARGEST = 28_000
FLOW = OF_DOCUMENT.flow
MOST_NOTICED = {question.name: question.most for question in FLOW.questions() if isinstance(question, Words)}
FREE = tuple(MOST_NOTICED)
FIXED: dict[str, Given] = {
    "to the nurse, on every ground": FILLED_IN,
    "to an unlisted professional": {**FILLED_IN, "recipient": "other_professional"},
    "nothing done": {**ANSWERS["everything at once"][1], **QUOTING, "author_agreed": "not_asked"},
    "for the father": {**FILLED_IN, **ANSWERS["taken out by both, on a care order"][1]},
}


def attacked(fixed: Given, attack: str) -> Matter:
    return OF_DOCUMENT.matter(fixed, {name: f"{MARK} {attack} {MARK}" for name in FREE if name in fixed})


def screens_of(one: Matter) -> Iterator[Shown]:
    """Every screen that is made of a matter, closed in every way."""
    decision = one.decision()
    yield Shown(TheAnswer(one, decision))
    for draft in FLOW.texts:
        if offers(one, draft.verb):
            yield Shown(WordsToUse(one, decision, draft.name))
    for outcome in ("given", "not_given"):
        done = one.hold({"outcome": outcome})
        yield Shown(TheNote(done, decision))
    yield Shown(MyMatters((one,)))
    for card in FLOW.every_step():
        yield Shown(Answered(one, card.name))
        opened = one.hold(
            {name: value for name, value in BEFORE[card.name].items() if name in ("outcome", "told_since")}
        )
        opened = opened.reopen(*(ask.question.name for ask in card.asks))
        if opened.position.step == card:
            yield Shown(Asking(opened, opened.position))
            yield Shown(Asking(opened, opened.position, numbered=True))


def misplaced(card: Json) -> list[tuple[str, str]]:
    return [(kind, key) for kind, key, text in texts(card) if MARK in text and (kind, key) not in ALLOWED]


@cache
def cards_of(name: str, attack: str) -> tuple[Json, ...]:
    """Every card of a case with the attack in all that a person writes."""
    return tuple(as_sent(shown) for shown in screens_of(attacked(FIXED[name], attack)))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_typed_is_text_and_nothing_else(attack: str) -> None:
    for name in FIXED:
        for card in cards_of(name, attack):
            assert misplaced(card) == []
            assert faults_of(card) == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_typed_adds_no_button_and_takes_none_away(attack: str) -> None:
    for name in FIXED:
        plain = [[b["verb"] for b in executes(card)] for card in cards_of(name, "x")]
        assert [[b["verb"] for b in executes(card)] for card in cards_of(name, attack)] == plain


def at_its_most(fixed: Given, letter: str, order: tuple[str, ...]) -> Matter:
    """As much in each answer as is taken, in this order, until nothing more is."""
    after = {ask.question.name for card in FLOW.closing for ask in card.asks}
    room = {"before": SizeLimit().before, "after": SizeLimit().after, "told": MOST_TOLD}
    own: dict[str, str] = {}
    for name in order:
        kinds = ["after" if name in after else "before"] + (["told"] if name in FLOW.told else [])
        most = min(MOST_IN_ONE, *(room[kind] for kind in kinds)) - weight_of("")
        own[name] = letter * max(1, most // (weight_of(letter) - weight_of("")))
        own[name] = own[name][: MOST_NOTICED[name]]
        for kind in kinds:
            room[kind] -= weight_of(own[name])
    return OF_DOCUMENT.matter(fixed, own)


@pytest.mark.parametrize("letter", ["x", '"', "\u00e9", "\U0001f600"])
@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("backwards", [False, True])
def test_with_as_much_as_is_taken_every_card_can_be_sent(letter: str, name: str, backwards: bool) -> None:
    given = tuple(word for word in FREE if word in FIXED[name])
    one = at_its_most(FIXED[name], letter, given[::-1] if backwards else given)
    sizes = [(type(s.screen).__name__, size_of(as_sent(s))) for s in screens_of(one)]
    assert [row for row in sizes if row[1] >= LARGEST] == []
