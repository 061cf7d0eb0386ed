"""In every flow that asks for a person's own words: they stay text wherever they are, and every card can be sent."""

from collections.abc import Iterator
from functools import cache

import pytest

from dialogs.engine.flow import SizeLimit
from dialogs.engine.matter import Matter, offers
from dialogs.engine.questions import Words
from dialogs.engine.size_limits import MOST_IN_ONE, weight_of
from dialogs.screens import Answered, Asking, MyMatters, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.flow_states import FlowStates
from tests.cards.of_first_contact import FIRST_CONTACT_STATES
from tests.cards.of_receive import RECEIVE_STATES
from tests.cards.schema import faults_of
from tests.cards.test_attacks import ATTACKS, misplaced, pressable
from tests.cards.walking import size_of, texts

pytestmark = pytest.mark.long

LARGEST = 28_000
MARK = "Zqx00x"
FLOWS = (RECEIVE_STATES, FIRST_CONTACT_STATES)
every_flow = pytest.mark.parametrize("states", FLOWS, ids=[states.flow.name for states in FLOWS])


def own_words(states: FlowStates) -> list[str]:
    return [question.name for question in states.flow.questions() if isinstance(question, Words)]


def drawn(states: FlowStates, one: Matter) -> Iterator[Shown]:
    """Every screen that is made of a matter."""
    decision = one.decision()
    yield from (Shown(TheNote(one, decision)), Shown(TheAnswer(one, decision)), Shown(MyMatters((one,))))
    drafts = [draft.name for draft in states.flow.texts if offers(one, draft.verb)]
    yield from (Shown(WordsToUse(one, decision, name)) for name in drafts)
    for card in states.flow.every_step():
        yield Shown(Answered(one, card.name))
        opened = one.reopen(*(ask.question.name for ask in card.asks))
        yield Shown(Asking(opened, opened.position))
        yield Shown(Asking(opened, opened.position, numbered=True))


def attacked(states: FlowStates, attack: str) -> list[Matter]:
    """Each form of the note, with the attack in everything that a person writes."""
    own = dict.fromkeys(own_words(states), f"{MARK} {attack} {MARK}")
    return [states.matter({**states.filled_in, **given}, own) for given in states.notes.values()]


@cache
def _pressable_when_plain(flow: str) -> list[list[tuple[object, ...]]]:
    states = next(one for one in FLOWS if one.flow.name == flow)
    return [pressable(as_sent(s)) for one in attacked(states, "plain") for s in drawn(states, one)]


@every_flow
@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_typed_words_stay_text_on_every_card(states: FlowStates, attack: str) -> None:
    cards = [as_sent(s) for one in attacked(states, attack) for s in drawn(states, one)]
    assert [place for card in cards for place in misplaced(card)] == []
    assert [fault for card in cards for fault in faults_of(card)] == []
    assert [pressable(card) for card in cards] == _pressable_when_plain(states.flow.name)
    assert any(MARK in text for card in cards for _, _, text in texts(card))


def of_weight(letter: str, most: int) -> str:
    """As many of a letter as weigh no more than this."""
    return letter * max(0, (most - weight_of("")) // (weight_of(letter) - weight_of("")))


def filled_to_the_brim(states: FlowStates, letter: str, *, backwards: bool) -> dict[str, str]:
    """Own words up to the most that is taken before the answer and after it."""
    written: dict[str, str] = {}
    for cards, most in ((states.flow.steps, SizeLimit().before), (states.flow.closing, SizeLimit().after)):
        names = [ask.question.name for card in cards for ask in card.asks if isinstance(ask.question, Words)]
        for name in reversed(names) if backwards else names:
            written[name] = of_weight(letter, min(MOST_IN_ONE, most))
            most -= weight_of(written[name])  # noqa: PLW2901  what is left for the next
    return written


@every_flow
@pytest.mark.parametrize("letter", ["x", '"', "\U0001f600"])
@pytest.mark.parametrize("backwards", [False, True])
def test_with_exactly_as_much_as_is_taken_every_card_can_be_sent(
    states: FlowStates, letter: str, backwards: bool
) -> None:
    for given in states.notes.values():
        own = filled_to_the_brim(states, letter, backwards=backwards)
        one = states.matter({**states.filled_in, **given}, own)
        sizes = {type(shown.screen).__name__: size_of(as_sent(shown)) for shown in drawn(states, one)}
        assert {name: size for name, size in sizes.items() if size >= LARGEST} == {}
