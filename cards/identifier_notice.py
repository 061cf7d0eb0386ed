"""The notice that a typed text looks like an NHS number or the like. It names the question, never the text."""

from collections.abc import Sequence
from typing import Any

from cards.elements import Box, Buttons, Execute, Part, Run, rich
from cards.labels import label_of
from cards.words import render_runs, render_text
from dialogs.context import Press
from dialogs.identifier_notice import answers_to
from dialogs.screens import Find, LooksLike
from dialogs.text.identifiers.finder import Identifier

MOST_LISTED = 3
"""Places that are named; what is in the others is opened and kept with them."""


def identifier_box(said: LooksLike, *, short: bool = False) -> Part:
    """Return each place with what was found there, and the two answers. `short`: all kinds in one line."""
    lines = [_kinds_line(said)] if short else [_find_line(find, said) for find in said.finds[:MOST_LISTED]]
    if not short and len(said.finds) > MOST_LISTED:
        lines.append(render_runs("looks_like.more"))
    asked = render_runs("looks_like.held" if said.held else "looks_like.asked")
    lines = [(*lines[0], Run(text=" "), *asked)] if len(lines) == 1 else [*lines, asked]
    presses = answers_to(said)
    keeps = "keep_and_send" if said.held else "keep_it"
    ways = (_answer_button("change_it", presses["change_it"]), _answer_button(keeps, presses["keep_it"]))
    return Box(items=(*(rich(line, spacing="Small") for line in lines), Buttons(actions=ways)), style="accent")


def _answer_button(title: str, press: Press) -> Execute:
    given: dict[str, Any] = {"m": press.matter, "r": press.revision, "card": press.card, "about": press.about}
    given["seen"] = press.inputs.get("seen", "")
    ids = {name: value for name, value in given.items() if value}
    return Execute(title=render_text(f"buttons.{title}"), verb=press.verb, data=ids)


def _find_line(find: Find, said: LooksLike) -> tuple[Run, ...]:
    where = _place(find, said)
    stop = "" if where[-1:] in "?.!" else "."
    return render_runs("looks_like.found", kinds=_kinds_text(find.kinds), where=where, stop=stop)


def _kinds_line(said: LooksLike) -> tuple[Run, ...]:
    kinds = [kind for kind in Identifier if any(kind in find.kinds for find in said.finds)]
    return render_runs("looks_like.together", kinds=_kinds_text(kinds))


def _kinds_text(kinds: Sequence[Identifier]) -> str:
    *before, last = [render_text(f"looks_like.kinds.{kind}") for kind in kinds]
    return f"{', '.join(before)} and {last}" if before else last


def _place(find: Find, said: LooksLike) -> str:
    """Return our own words for the question, or for another place where text is typed."""
    questions = said.matter.flow.questions() if said.matter else ()
    question = next((one for one in questions if one.name == find.where), None)
    if said.matter and question:
        return label_of(question, said.matter)
    return render_text(f"looks_like.where.{find.where}")
