"""Longer texts to say, send or record: plain text from `cards/letters/`, and the boxes to show it in."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cards.elements import Box, Part, Run, TextInput, rich
from cards.layout import opened_below, small_heading, words_in_view
from cards.words import render_text
from dialogs.signature import initials_of, job_of
from dialogs.text.sentences import end_sentence
from guidance import __version__

FOLDERS = [Path(__file__).parent / "letters"]


def add_folder(folder: Path) -> None:
    """Look for templates in this folder too, after those of the project."""
    if folder not in FOLDERS:
        FOLDERS.append(folder)
    _environment.cache_clear()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDERS),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701  plain text: it is shown in text boxes, never read as markup
        trim_blocks=False,
    )
    environment.filters["ended"] = end_sentence
    environment.globals["release"] = __version__
    return environment


def render_letter(name: str, **values: Any) -> str:
    """Return the text of a template ("share/note"), with runs of empty lines folded into one."""
    text = _environment().get_template(f"{name}.j2").render(values)
    lines: list[str] = []
    for line in (row.rstrip() for row in text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)


def signed(text: str, signature: str) -> str:
    """Return the text with the worker's initials and job where a template leaves room for them."""
    if not signature:
        return text
    initials, job = initials_of(signature), job_of(signature)
    text = text.replace("[your initials and job]", signature if job else f"{initials} [job]")
    text = text.replace(ASKED, initials)
    if not job:
        return text
    return re.sub(r"\[((?:your )?name)(?:,| and) job, (work number|team manager's name)\]", rf"[\1], {job}, [\2]", text)


ASKED = "[your initials]"
"""Where the initials go."""


def speech_box(name: str, text: str) -> list[Part]:
    """Return a text to be read out, under its label (`wording.labels`): how it begins, and the rest one press away."""
    spoken = [rich([Run(text=paragraph)]) for paragraph in text.split("\n\n")]
    first = next((place for place in range(1, len(spoken)) if words_in_view(spoken[:place]) > BEGINNING), len(spoken))
    if words_in_view(spoken[first:]) < BEGINNING:
        first = len(spoken)
    heading = small_heading(render_text(f"wording.labels.{name}"))
    rest = opened_below(f"rest_{name}", render_text("wording.read_on"), spoken[first:])
    return [heading, Box(items=tuple(spoken[:first]), style="emphasis"), *rest]


BEGINNING = 30
"""Words after which the rest of what is said folds away, where that is as many again."""


def letter_box(name: str, text: str) -> list[Part]:
    """Return a text to be edited, copied and sent by the worker, never by us."""
    return edit_box(name, f"words_{name}", text)


def edit_box(name: str, box: str, text: str) -> list[Part]:
    """Return a text to be edited in a box of this id, which comes along with every press."""
    label = render_text(f"wording.labels.{name}")
    return [TextInput(id=box, label=label, is_multiline=True, value=text)]
