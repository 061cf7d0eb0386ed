"""The steps of an answer, and how many of them there is room for in view."""

from collections.abc import Sequence

from cards.elements import Box, Buttons, Column, Part, Row, Run, rich
from cards.layout import button
from cards.presenter import StepRow
from cards.words import render_text
from dialogs.engine.matter import Matter

LONGEST_BESIDE = 20
"""Letters of a word that still fits beside a button on a narrow card: a longer email address is not broken."""


def step_parts(steps: Sequence[StepRow], matter: Matter) -> list[Part]:
    """Return the steps under their numbers; one that is answered on a card of its own has a button that opens it."""
    return [_step(number, step, matter) for number, step in enumerate(steps, start=1)]


def _step(number: int, step: StepRow, matter: Matter) -> Part:
    said = rich((Run(text=f"{number}. "), *step.runs), spacing="Small")
    if not step.card:
        return said
    done = button("change", matter, title=render_text("buttons.done"), tooltip=step.named, about=step.card)
    if any(len(word) > LONGEST_BESIDE for word in "".join(run.text for run in step.runs).split()):
        return Box(items=(said, Buttons(actions=(done,), spacing="Small")), spacing="Small")
    return Row(
        columns=(Column(width="stretch", items=(said,)), Column(width="auto", items=(Buttons(actions=(done,)),))),
        spacing="Small",
    )


def fitting(steps: Sequence[StepRow], words: int, presses: int) -> list[int]:
    """Return the places of the steps that keep to so many words and buttons: the pinned ones, and the first of others.

    The very first is always among them.
    """
    shown = {place for place, step in enumerate(steps) if step.is_pinned}
    words -= sum(_words_of(steps[place]) for place in shown)
    for place, step in enumerate(steps):
        if place in shown:
            continue
        words -= _words_of(step)
        presses -= bool(step.card)
        if place and (words < 0 or presses < 0):
            break
        shown.add(place)
    return sorted(shown)


def _words_of(step: StepRow) -> int:
    return 1 + len("".join(run.text for run in step.runs).split()) + bool(step.card)
