"""Words to say are there to be read; words to send stand in a box to be edited and copied."""

from cards.elements import Box, Part, Run, TextBlock, TextInput, rich
from cards.words import render_text


def speech_box(name: str, text: str) -> list[Part]:
    """A text to be read out, under its label (`wording.labels`)."""
    heading = TextBlock(text=render_text(f"wording.labels.{name}"), style="heading", weight="Bolder", spacing="Medium")
    spoken = tuple(rich([Run(text=paragraph)]) for paragraph in text.split("\n\n"))
    return [heading, Box(items=spoken, style="emphasis")]


def letter_box(name: str, text: str) -> list[Part]:
    """A text to be edited, copied and sent by the worker, never by us."""
    return edit_box(name, f"words_{name}", text)


def edit_box(name: str, box: str, text: str) -> list[Part]:
    """The same in a box of this id, which comes along with every press."""
    label = render_text(f"wording.labels.{name}")
    return [TextInput(id=box, label=label, is_multiline=True, value=text)]
