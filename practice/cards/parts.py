"""Parts that several cards of practice are made of."""

from collections.abc import Iterable

from cards.elements import Action, Buttons, Card, OwnWords, Part, RichText, Run, TextBlock, rich
from cards.layout import danger_button, titled_card
from cards.words import render_text


def practice_card(title: OwnWords, body: Iterable[Part], *ways: Action) -> Card:
    """Return a card of practice: every one ends with the button for danger."""
    return titled_card(title, [*body], (*ways, danger_button(None, practice=True)))


def row_of(*ways: Action) -> Buttons:
    return Buttons(actions=ways, spacing="Small")


def line(text: str) -> RichText:
    return rich([Run(text=text)], spacing="Small")


def small_print(key: str) -> TextBlock:
    return TextBlock(text=render_text(key), size="Small", is_subtle=True)
