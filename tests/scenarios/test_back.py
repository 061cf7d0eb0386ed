"""Back and Stop, from every card: no answer is lost, and nothing half typed."""

from collections.abc import AsyncIterator, Mapping, Sequence

import pytest

from tests.scenarios.journeys import CARDS, EVERY_CARD, ROUTINE, UNTOLD
from tests.scenarios.reading import Card
from tests.scenarios.worker import Worker

HALF: Mapping[str, Mapping[str, str]] = {
    "you_and_them": {"child": "P", "recipient": "gp"},
    "what_and_why": {"lines": "P has missed two asthma check-ups", "why": "P can sl"},
    "author": {"author_talk": "no"},
    "weigh": {"weights__L2": "unsure", "kinds": "health"},
    "closer_look": {"shorter__L1": "P mis", "line_relevant__L2": "no"},
    "parents_know": {"told_items": "what,why"},
    "tell_first": {"reasons__first": "no", "reasons": "risk,crime", "parents": "T"},
    "grounds": {"harm_suffered": "unsure", "harm_known": "P said"},
}
"""Some inputs of each card, not all of them."""


async def walk(worker: Worker, cards: Sequence[str] = CARDS) -> AsyncIterator[str]:
    """Go from card to card; at each of them the name of it."""
    await worker.say("share")
    for card in cards:
        await worker.go_on(EVERY_CARD, until=card)
        assert worker.card.name == card
        yield card


def holds(card: Card, filled: Mapping[str, str]) -> bool:
    return filled.items() <= card.filled.items()


async def test_back_opens_the_card_before_as_it_was_answered(worker: Worker) -> None:
    answered: dict[str, Mapping[str, str]] = {}
    async for card in walk(worker):
        if card != CARDS[0]:
            before = CARDS[CARDS.index(card) - 1]
            await worker.press("back", **HALF[card])
            assert worker.card.name == before
            assert holds(worker.card, answered[before]), card
            await worker.press("next")
        answered[card] = worker.given(EVERY_CARD)


async def test_what_was_half_typed_before_back_is_there_again(worker: Worker) -> None:
    async for card in walk(worker, CARDS[1:]):
        await worker.press("back", **HALF[card])
        await worker.press("next")
        assert worker.card.name == card
        assert worker.card.filled == HALF[card]


async def test_what_was_half_typed_before_stop_is_there_when_the_matter_is_opened_again(worker: Worker) -> None:
    async for card in walk(worker):
        await worker.press("stop", **HALF[card])
        await worker.press("matters")
        await worker.press("open")
        assert worker.card.name == card
        assert worker.card.filled == HALF[card]


async def test_what_was_half_typed_before_danger_is_there_afterwards(worker: Worker) -> None:
    async for card in walk(worker):
        await worker.press("danger", **HALF[card])
        assert worker.card.verbs == ["carry_on", "danger_off"]
        await worker.press("carry_on")
        assert worker.card.name == card
        assert worker.card.filled == HALF[card]


async def test_back_can_be_typed(worker: Worker) -> None:
    async for card in walk(worker, CARDS[1:]):
        await worker.say("back")
        assert worker.card.name == CARDS[CARDS.index(card) - 1]


async def test_back_through_every_card_and_forward_again_comes_to_the_same_answer(worker: Worker) -> None:
    await worker.say("share")
    before = await worker.go_on(EVERY_CARD)
    while "back" in worker.card.verbs:
        await worker.press("back")
    assert worker.card.name == CARDS[0]
    after = await worker.go_on({})
    assert after.text == before.text


async def test_back_from_the_note_undoes_the_close_and_keeps_what_was_filled_in(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press("shared", shared_how="phone", parents_said="They were pleased.")
    await worker.press("show_answer")
    assert holds(worker.card, {"shared_how": "phone", "parents_said": "They were pleased."})


async def test_back_from_they_know_now_undoes_it(worker: Worker) -> None:
    await worker.say("share")
    await worker.go_on(UNTOLD | {"reasons": "tell_first"})
    before = worker.card.title
    await worker.say("they know")
    assert worker.card.name == "told_since"
    await worker.press("back")
    assert worker.card.title == before


@pytest.mark.parametrize("verb", ["words_recipient", "danger", "stop", "change", "back"])
async def test_what_was_half_typed_in_a_closing_box_stays(worker: Worker, verb: str) -> None:
    half = {"shared_how": "phone", "shared_with": "R.L.", "parents_said": "They", "not_shared_because": "No"}
    await worker.say("share")
    await worker.go_on(ROUTINE)
    await worker.press(verb, about="parents_know" if verb == "change" else "", **half)
    if verb == "stop":
        await worker.press("matters")
        await worker.press("open")
    if verb == "danger":
        await worker.press("carry_on")
    await worker.go_on(ROUTINE)
    assert holds(worker.card, half)
