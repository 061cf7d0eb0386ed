"""Each kind of card is as it was when somebody last looked at it."""

from difflib import unified_diff

import pytest

from dialogs.screens import Further, Screen
from practice.rendering import DRAWERS
from tests.cards.golden import FOLDER, KINDS, expected
from tests.cards.states import every_state


@pytest.mark.parametrize("name", [f"{name}.json" for name in KINDS])
def test_a_card_is_as_it_was_last_looked_at(name: str) -> None:
    path = FOLDER / name
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    difference = [*unified_diff(kept.splitlines(), expected()[name].splitlines(), "looked at", "drawn", "", "", 2, "")]
    if difference:
        pytest.fail("\n".join([*difference, "", "If this is meant: make goldens"]), pytrace=False)


def test_every_file_is_of_a_kind_of_card() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.json" for name in KINDS}


def test_every_kind_of_screen_has_a_card_to_look_at() -> None:
    states = every_state()
    shown = {type(states[state].screen) for state in KINDS.values()}
    assert shown == ({*Screen.__args__} - {Further}) | {*DRAWERS}


def test_every_card_of_questions_is_there_to_look_at() -> None:
    flow_cards = {state.split()[1].rstrip(",:") for state in every_state() if state.startswith("asking ")} - {"on"}
    assert {f"asking_{card}" for card in flow_cards} <= set(KINDS)
