"""Headings, lists, small print and whole cards, made of the elements."""

from collections.abc import Iterable, Sequence
from typing import Any

from cards.elements import Action, Card, OwnWords, Part, Run, TextBlock, rich


def titled_card(title: OwnWords, body: Sequence[Part], actions: tuple[Action, ...] = ()) -> Card:
    """Return a card with this heading, these parts and these actions at its foot."""
    return Card(fallback_text=title, body=(large_heading(title), *body), actions=actions)


def large_heading(text: OwnWords) -> TextBlock:
    """Return the heading of a card."""
    return TextBlock(text=text, style="heading", size="Large", weight="Bolder")


def small_heading(text: OwnWords) -> TextBlock:
    """Return a heading inside a card."""
    return TextBlock(text=text, style="heading", weight="Bolder", spacing="Medium")


def small_print(text: OwnWords, **fields: Any) -> TextBlock:
    return TextBlock(text=text, size="Small", is_subtle=True, **fields)


def fault_line(text: OwnWords, **fields: Any) -> TextBlock:
    """Return what is wrong with something that was typed or chosen."""
    return TextBlock(text=text, color="Attention", weight="Bolder", **fields)


def close_lines(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    """Return paragraphs that stand close together."""
    return [rich(runs, spacing="Small") for runs in paragraphs]


def numbered_list(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    return close_lines((Run(text=f"{number}. "), *runs) for number, runs in enumerate(paragraphs, start=1))


def bulleted_list(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    return close_lines((Run(text="\u2022 "), *runs) for runs in paragraphs)
