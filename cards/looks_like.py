"""The notice that something typed looks like an NHS number and the like: it names the question, never the text."""

from typing import Any

from cards import words
from cards.elements import Box, Buttons, Execute, Part, Run, rich
from cards.rows import label_of
from dialogs.desk import Press
from dialogs.held_back import answers_to
from dialogs.screens import Find, LooksLike

MOST_LISTED = 3
"""Places that are named; what is in the others is opened and kept with them."""


def notice(said: LooksLike) -> Part:
    """Each place with what is there, and the two answers."""
    lines = [_line(find, said) for find in said.finds[:MOST_LISTED]]
    if len(said.finds) > MOST_LISTED:
        lines.append(words.say("looks_like.more"))
    asked = words.say("looks_like.held" if said.held else "looks_like.asked")
    lines = [(*lines[0], Run(text=" "), *asked)] if len(lines) == 1 else [*lines, asked]
    presses = answers_to(said)
    ways = (
        _way("change_it", presses["change_it"]),
        _way("keep_and_send" if said.held else "keep_it", presses["keep_it"]),
    )
    return Box(items=(*(rich(line, spacing="Small") for line in lines), Buttons(actions=ways)), style="accent")


def _way(title: str, press: Press) -> Execute:
    given: dict[str, Any] = {"m": press.matter, "r": press.revision, "card": press.card, "about": press.about}
    ids = {name: value for name, value in given.items() if value}
    return Execute(title=words.label(f"buttons.{title}"), verb=press.verb, data=ids)


def _line(find: Find, said: LooksLike) -> tuple[Run, ...]:
    *before, last = [words.label(f"looks_like.kinds.{kind}") for kind in find.kinds]
    kinds = f"{', '.join(before)} and {last}" if before else last
    where = _where(find, said)
    return words.say("looks_like.found", kinds=kinds, where=where, stop="" if where[-1:] in "?.!" else ".")


def _where(find: Find, said: LooksLike) -> str:
    """Our own words for the question, or for another place where something is typed."""
    questions = said.matter.flow.questions() if said.matter else ()
    question = next((one for one in questions if one.name == find.where), None)
    if said.matter and question:
        return label_of(question, said.matter)
    return words.label(f"looks_like.where.{find.where}")
