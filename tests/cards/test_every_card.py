"""What holds for every card in every state."""

from collections import Counter
from functools import cache

import msgspec
import orjson
import pytest

from cards.elements import Card
from dialogs.approvals.screens import ChannelDigest, ChannelPrompt
from dialogs.screens import ActNow, Welcome
from tests.cards.drawn import every_bare_card, every_card, every_closed_card
from tests.cards.schema import faults_of
from tests.cards.states import every_state, left_behind
from tests.cards.verbs import every_verb
from tests.cards.walking import INPUTS, Json, elements, executes, of_type, rows_of_actions, size_of, without_fallbacks

pytestmark = pytest.mark.long

LARGEST = 28_000
MOST_ACTIONS = 6
KNOWN_DATA = {"m", "r", "card", "about", "shown", "seen", "team"}


@cache
def every() -> list[tuple[str, Json]]:
    """All of them, not drawn before a test asks: collecting the tests draws nothing."""
    drawn = (every_card(), every_bare_card(), every_closed_card())
    return [(name, card) for cards in drawn for name, card in cards.items()]


def ids_of(card: Json) -> list[str]:
    """The ids of everything but the choices."""
    return [element["id"] for element in elements(card) if "id" in element]


def holding(fault: dict[str, object]) -> dict[str, object]:
    """Only what is at fault, so that a failure shows it and nothing else."""
    return {name: found for name, found in fault.items() if found}


def test_every_card_is_valid_against_the_official_schema() -> None:
    assert not holding({name: faults_of(card) for name, card in every()})


def test_every_card_is_made_of_the_elements_as_they_are_typed() -> None:
    """Here, since nothing checks a card while it is drawn."""
    made = [(name, card, msgspec.convert(without_fallbacks(card), Card)) for name, card in every()]
    assert not [name for name, card, typed in made if as_json(typed.to_json()) != as_json(card)]


def test_each_press_has_the_same_as_a_message_for_clients_without_it() -> None:
    lacking = {name for name, card in every() for action in executes(card) if "fallback" not in action}
    assert lacking == {name for name, card in every() if size_of(without_fallbacks(card)) > 18_000}
    for _, card in every():
        for action in executes(card):
            same = action.get("fallback", {"type": "Action.Submit", "data": {**action["data"], "verb": action["verb"]}})
            assert (same["type"], same["data"]) == ("Action.Submit", {**action["data"], "verb": action["verb"]})


def as_json(card: Json) -> bytes:
    return orjson.dumps(card, option=orjson.OPT_SORT_KEYS)


@pytest.mark.parametrize(
    "broken",
    [
        {"type": "Container", "items": [], "style": "pretty"},
        {"type": "TextBlock"},
        {"type": "TextBlock", "text": "x", "colour": "Attention"},
        {"type": "Container", "items": [{"type": "Input.Text", "id": "a", "isMultiline": "yes"}]},
        {"type": "Blink", "text": "x"},
    ],
)
def test_the_schema_names_what_is_at_fault(broken: Json) -> None:
    card = every_card()["welcome, 0 kept"]
    assert faults_of({**card, "body": [*card["body"], broken]})


def test_every_card_is_declared_as_1_5_in_british_english() -> None:
    assert {(card["version"], card["lang"], card["$schema"]) for _, card in every()} == {
        ("1.5", "en-GB", "http://adaptivecards.io/schemas/adaptive-card.json")
    }


def test_every_card_has_words_for_a_client_that_cannot_draw_it() -> None:
    assert all(card["fallbackText"].strip() for _, card in every())


def test_every_card_can_be_sent() -> None:
    assert not holding({name: size_of(card) for name, card in every() if size_of(card) >= LARGEST})


def test_every_input_says_what_it_is_for() -> None:
    inputs = [(name, one) for name, card in every() for one in of_type(card, *INPUTS)]
    assert not [(name, one["id"]) for name, one in inputs if not one["label"].strip()]


def test_no_two_inputs_of_a_card_are_called_the_same() -> None:
    for name, card in every():
        labels = [one["label"] for one in of_type(card, *INPUTS) if one["type"] != "Input.Time"]
        assert len(labels) == len(set(labels)), name


def test_every_id_on_a_card_is_its_own() -> None:
    assert not holding({name: [i for i, times in Counter(ids_of(card)).items() if times > 1] for name, card in every()})


def test_every_button_that_opens_something_opens_what_is_there_and_hidden() -> None:
    for name, card in every():
        hidden = {one["id"] for one in elements(card) if one.get("isVisible") is False}
        targets = {t for toggle in of_type(card, "Action.ToggleVisibility") for t in toggle["targetElements"]}
        assert targets == hidden, name


def test_no_row_of_buttons_hides_one_behind_dots() -> None:
    assert not [name for name, card in every() if any(len(row) > MOST_ACTIONS for row in rows_of_actions(card))]


def test_the_danger_button_stands_on_every_card_that_can_be_pressed_but_the_one_it_opens() -> None:
    for name, shown in every_state().items():
        card = every_card()[name]
        welcome = isinstance(shown.screen, Welcome)  # there it is the first thing on the card
        verbs = [one.get("verb") for one in (executes(card) if welcome else card.get("actions", []))]
        elsewhere = isinstance(shown.screen, ActNow | ChannelPrompt | ChannelDigest)  # act now opens in one's own chat
        expected = 0 if left_behind(shown.screen) or elsewhere else 1
        assert verbs.count("danger") == expected, name


def test_what_is_left_of_a_card_has_nothing_to_press_or_fill_in() -> None:
    for name, shown in every_state().items():
        if left_behind(shown.screen):
            card = every_card()[name]
            assert not of_type(card, *INPUTS, "Action.Execute", "Action.OpenUrl", "Action.ToggleVisibility"), name


def test_every_button_has_words_and_a_verb_that_is_known() -> None:
    for name, card in every():
        for button in executes(card):
            assert button["title"].strip(), name
            assert button["verb"] in every_verb(), (name, button["verb"])


def test_the_data_of_a_button_holds_names_and_numbers_only() -> None:
    for name, card in every():
        for button in executes(card):
            assert set(button["data"]) <= KNOWN_DATA, name
            assert all(" " not in str(value) and len(str(value)) < 200 for value in button["data"].values()), name


def test_every_verb_that_is_known_can_be_pressed_somewhere() -> None:
    drawn = {button["verb"] for _, card in every() for button in executes(card)}
    assert every_verb() == drawn


def test_one_button_at_most_in_a_row_is_the_one_to_press() -> None:
    for name, card in every():
        for row in rows_of_actions(card):
            assert sum(action.get("style") == "positive" for action in row) <= 1, name


def test_every_picture_and_reference_can_be_read_out() -> None:
    for name, card in every():
        assert not of_type(card, "Image", "Media"), name
        for run in of_type(card, "TextRun"):
            if "selectAction" in run:
                assert run["selectAction"]["title"].strip(), name


def test_every_card_says_something_and_no_text_of_it_is_empty() -> None:
    for name, card in every():
        assert card["body"], name
        assert all(block["text"].strip() for block in of_type(card, "TextBlock")), name
        assert all(run["text"] for run in of_type(card, "TextRun")), name
        for block in of_type(card, "RichTextBlock"):
            assert "".join(run["text"] for run in block["inlines"]).strip(), name
