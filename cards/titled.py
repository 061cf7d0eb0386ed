"""A card under a heading: the shape of all that stands around the questions."""

from collections.abc import Sequence

from cards.elements import Action, Card, OwnWords, Part, TextBlock


def titled_card(title: OwnWords, body: Sequence[Part], actions: tuple[Action, ...]) -> Card:
    """A card with this heading, these parts and these actions at its foot."""
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=title, body=(heading, *body), actions=actions)


def small_heading(text: OwnWords) -> TextBlock:
    """A heading inside a card."""
    return TextBlock(text=text, style="heading", weight="Bolder", spacing="Medium")
