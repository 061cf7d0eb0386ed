"""Every way through every flow ends at an answer or a note, and no card is asked twice."""

import pytest

from dialogs.context import Press
from dialogs.engine.flow import Flow
from dialogs.engine.matter import Phase
from dialogs.flows.registry import FLOWS
from tests.dialogs.journeys import LONGEST_JOURNEY, journey, travelled

MANY = 300
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())


def cards_of(number: int, flow: Flow) -> list[str]:
    """The cards that a journey was asked, in order, up to where it ended."""
    found = []
    for steps, matter in enumerate(travelled(number, flow)):
        assert steps <= LONGEST_JOURNEY, f"journey {number} goes on"
        card = matter.position.step
        if card:
            found.append(card.name)
    return found


@EVERY_FLOW
def test_every_journey_ends_and_asks_no_card_twice(flow: Flow) -> None:
    for number in range(MANY):
        cards = cards_of(number, flow)
        assert len(cards) == len(set(cards)), f"journey {number}: {cards}"


@EVERY_FLOW
def test_the_journeys_between_them_ask_every_card(flow: Flow) -> None:
    asked = {card for number in range(MANY) for card in cards_of(number, flow)}
    assert asked == {card.name for card in flow.every_step()}


@EVERY_FLOW
def test_every_journey_comes_to_a_decision_and_to_a_note_or_to_another_answer(flow: Flow) -> None:
    for number in range(MANY):
        *_, matter = travelled(number, flow)
        assert matter.phase in (Phase.NOTE, Phase.ANSWER)
        assert matter.decision().guidance_version


@EVERY_FLOW
def test_cards_are_asked_in_the_order_of_the_flow(flow: Flow) -> None:
    order = [card.name for card in flow.every_step()]
    for number in range(MANY):
        cards = cards_of(number, flow)
        assert cards == sorted(cards, key=order.index), f"journey {number}"


@EVERY_FLOW
def test_no_parents_consent_is_ever_needed_and_it_is_always_recorded(flow: Flow) -> None:
    for number in range(MANY):
        *_, matter = travelled(number, flow)
        decision = matter.decision()
        assert decision.consent_required_from_parents is False
        assert decision.record_on_mosaic is True


@EVERY_FLOW
@pytest.mark.parametrize("number", range(20))
def test_a_note_can_be_copied_at_the_end_and_nothing_but_the_reference_stays(flow: Flow, number: int) -> None:
    """A journey that ends at the answer has no note to copy."""
    *_, worker = journey(number, flow)
    has_note = worker.matter.phase is Phase.NOTE
    worker.presses(Press("copied", worker.matter.id, worker.matter.revision))
    assert bool(worker.matter.copied_at) is has_note
    assert (set(worker.matter.answers.by_name) <= set(flow.kept)) is has_note


@EVERY_FLOW
def test_some_of_these_journeys_come_to_a_note(flow: Flow) -> None:
    ends = [travelled(number, flow)[-1].phase for number in range(20)]
    assert ends.count(Phase.NOTE) > 5
