"""A card that holds words to use: for the parents, the recipient, an author, an agency."""

from datetime import datetime

from cards.actions import danger_button
from cards.elements import Card, TextBlock
from cards.people import Council
from cards.presenters import presenter_of
from dialogs.screens import WordsToUse


def draw_letter(screen: WordsToUse, council: Council, now: datetime) -> Card:
    """The page of these words, as the matter's flow writes them."""
    page = presenter_of(screen.matter).pages[screen.name](screen.matter, screen.decision, council)
    heading = TextBlock(text=page.title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=page.title, body=(heading, *page.body), actions=(danger_button(screen.matter),))
