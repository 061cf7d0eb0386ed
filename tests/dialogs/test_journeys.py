"""Every way through the flow comes to an answer and a close, and no card is asked twice."""

import pytest

from dialogs.desk import Press
from dialogs.matter import Phase
from dialogs.share.flow import SHARE
from tests.dialogs.journeys import LONGEST_JOURNEY, journey

MANY = 300


def cards_of(number: int) -> list[str]:
    """The cards that a journey was asked, in order, up to where it ended."""
    found = []
    for steps, worker in enumerate(journey(number)):
        assert steps <= LONGEST_JOURNEY, f"journey {number} goes on"
        card = worker.matter.standing().card
        if card:
            found.append(card.name)
    return found


def test_every_journey_ends_and_asks_no_card_twice() -> None:
    for number in range(MANY):
        cards = cards_of(number)
        assert len(cards) == len(set(cards)), f"journey {number}: {cards}"


def test_the_journeys_between_them_ask_every_card() -> None:
    asked = {card for number in range(MANY) for card in cards_of(number)}
    assert asked == {card.name for card in SHARE.every_card()}


def test_every_journey_comes_to_a_decision_and_to_a_note_or_to_another_answer() -> None:
    for number in range(MANY):
        *_, worker = journey(number)
        assert worker.matter.phase in (Phase.NOTE, Phase.ANSWER)
        assert worker.matter.decision().guidance_version


def test_cards_are_asked_in_the_order_of_the_flow() -> None:
    order = [card.name for card in SHARE.every_card()]
    for number in range(MANY):
        cards = cards_of(number)
        assert cards == sorted(cards, key=order.index), f"journey {number}"


@pytest.mark.parametrize("number", range(20))
def test_the_note_can_be_copied_at_the_end_and_nothing_but_the_reference_stays(number: int) -> None:
    *_, worker = journey(number)
    if worker.matter.phase is not Phase.NOTE:  # the parents know now, and it can still be shared or not
        worker.fills_in("not_shared", not_shared_because="no need")
    worker.presses(Press("copied", worker.matter.id, worker.matter.revision))
    assert worker.matter.phase is Phase.COPIED
    assert {"lines", "why", "harm_known", "concern_because"}.isdisjoint(worker.matter.answers.by_name)
