"""What was typed in network checks is on a card only as text."""

from functools import lru_cache

import pytest

from dialogs.engine.matter import Matter
from dialogs.screens import Answered, Asking, MyMatters, Screen, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards.drawn import as_sent
from tests.cards.matters import Given, lines
from tests.cards.of_gather import FILLED_IN, GATHER_STATES
from tests.cards.schema import faults_of
from tests.cards.test_attacks import ATTACKS, MARK, misplaced, pressable
from tests.cards.walking import Json, texts

pytestmark = pytest.mark.long

OWN = (
    *("why", "grounds_because", "harm_known", "concern_because", "crime_because", "not_practicable_because"),
    *("parents", "told_how", "sent_different", "parents_said", "child_view", "departed_because", "not_sent_because"),
)
REPLIES = ("reply_who", "reply_said", "reply_limit")


CASES: tuple[Given, ...] = (
    {"told_of_checks": "reason"},
    {"why_now": "assessment"},
    {"told_of_checks": "tell_first"},
)
ENDS: tuple[Given, ...] = (
    {"outcome": "sent", "reply_of": "L1"},
    {"outcome": "not_sent"},
)


def attacked(attack: str) -> tuple[Matter, ...]:
    """Matters of both branches, with an attack in all that is a person's own words."""
    typed = f"{MARK} {attack} {MARK}"
    own: Given = dict.fromkeys(OWN, typed)
    of_lines: Given = {"agencies": lines(f"{typed} 1", f"GP: {typed} 2")}
    of_replies: Given = {name: {"L1": typed} for name in REPLIES}
    every = [GATHER_STATES.matter(FILLED_IN, own, of_lines, of_replies, case, end) for end in ENDS for case in CASES]
    return (*every, *(one.reopen("outcome", "reply_of", "told_since") for one in every[: len(CASES)]))


@lru_cache(maxsize=2)
def cards_of(attack: str) -> list[Json]:
    found_cards = []
    for one in attacked(attack):
        decision = one.decision()
        screens: list[Screen] = [TheAnswer(one, decision), TheNote(one, decision), MyMatters((one,))]
        screens += [WordsToUse(one, decision, name) for name in ("requests", "parents")]
        screens += [Answered(one, card.name) for card in one.flow.every_step()]
        for card in one.flow.every_step():
            opened = one.reopen(*(ask.question.name for ask in card.asks))
            if opened.position.step:
                screens.append(Asking(opened, opened.position))
                screens.append(Asking(opened, opened.position, numbered=True))
        found_cards += [as_sent(Shown(screen)) for screen in screens]
    return found_cards


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_typed_stays_text(attack: str) -> None:
    cards = cards_of(attack)
    assert [place for card in cards for place in misplaced(card)] == []
    assert [fault for card in cards for fault in faults_of(card)] == []
    assert [pressable(card) for card in cards] == [pressable(card) for card in cards_of("plain")]
    assert any(MARK in text for card in cards for _, _, text in texts(card))
