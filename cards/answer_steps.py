"""The steps of an answer, and how many of them there is room for in view."""

from collections.abc import Sequence

from cards.actions import button
from cards.elements import Buttons, Column, Part, Row, Run, rich
from cards.presenter import StepRow
from cards.words import render_text
from dialogs.engine.matter import Matter


def step_parts(steps: Sequence[StepRow], matter: Matter) -> list[Part]:
    """Return the steps under their numbers; one that is answered on a card of its own has a button that opens it."""
    return [_step(number, step, matter) for number, step in enumerate(steps, start=1)]


def _step(number: int, step: StepRow, matter: Matter) -> Part:
    said = rich((Run(text=f"{number}. "), *step.runs), spacing="Small")
    if not step.card:
        return said
    done = button("change", matter, title=render_text("buttons.done"), tooltip=step.named, about=step.card)
    return Row(
        columns=(Column(width="stretch", items=(said,)), Column(width="auto", items=(Buttons(actions=(done,)),))),
        spacing="Small",
    )


def fitting(steps: Sequence[StepRow], words: int, presses: int) -> int:
    """Return how many of the first steps keep to so many words and buttons; at least one, unless there is none."""
    count = 0
    for step in steps:
        words -= 1 + len("".join(run.text for run in step.runs).split()) + bool(step.card)
        presses -= bool(step.card)
        if count and (words < 0 or presses < 0):
            break
        count += 1
    return count
