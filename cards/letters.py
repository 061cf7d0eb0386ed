"""Longer texts to say, send or record: plain text from the templates in `cards/letters/`."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dialogs.text.sentences import ended

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
    environment.filters["ended"] = ended
    return environment


def render_letter(name: str, **values: Any) -> str:
    """The text of one template ("share/note"), with runs of empty lines folded into one."""
    text = _environment().get_template(f"{name}.j2").render(values)
    lines: list[str] = []
    for line in (row.rstrip() for row in text.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)
