"""Buttons, headings, lists, small print and whole cards, made of the elements; and sections that a press opens.

A button opens a section in place. No client says of such a button whether its section is open, so each begins with its
own name. Its button can be typed as well: the card then comes with that section open.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, Literal

from msgspec import Struct

from cards.elements import (
    Action,
    Box,
    Buttons,
    Card,
    ChoiceInput,
    Column,
    Execute,
    OpenUrl,
    OwnWords,
    Part,
    RichText,
    Row,
    Run,
    TextBlock,
    TextInput,
    Toggle,
    rich,
)
from cards.words import render_text
from dialogs.engine.matter import Matter


def titled_card(title: OwnWords, body: Sequence[Part], actions: tuple[Action, ...] = ()) -> Card:
    """Return a card with this heading, these parts and these actions at its foot."""
    return Card(fallback_text=title, body=(large_heading(title), *body), actions=actions)


def large_heading(text: OwnWords) -> TextBlock:
    return TextBlock(text=text, style="heading", size="Large", weight="Bolder")


def small_heading(text: OwnWords) -> TextBlock:
    return TextBlock(text=text, style="heading", weight="Bolder", spacing="Medium")


def small_print(text: OwnWords, **fields: Any) -> TextBlock:
    return TextBlock(text=text, size="Small", is_subtle=True, **fields)


def fault_line(text: OwnWords, **fields: Any) -> TextBlock:
    """Return what is wrong with something that was typed or chosen."""
    return TextBlock(text=text, color="Attention", weight="Bolder", **fields)


def close_lines(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    """Return paragraphs with little space between them."""
    return [rich(runs, spacing="Small") for runs in paragraphs]


def numbered_list(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    return close_lines((Run(text=f"{number}. "), *runs) for number, runs in enumerate(paragraphs, start=1))


def bulleted_list(paragraphs: Iterable[Sequence[Run]]) -> list[Part]:
    return close_lines((Run(text="\u2022 "), *runs) for runs in paragraphs)


MOST_TOGETHER = 6
"""Buttons in a row: Teams hides any more behind dots."""


class Section(Struct, frozen=True):
    """What opens under a button: its id on the card, the button's title, and its parts."""

    id: str
    title: OwnWords
    parts: tuple[Part, ...]
    style: Literal["positive"] | None = None


def folded(sections: Iterable[Section]) -> list[Part]:
    """Return a row of buttons, one for each section that holds something, and under it these sections."""
    opens: list[Toggle] = []
    boxes: list[Part] = []
    for one in sections:
        if one.parts:
            opens.append(Toggle(title=one.title, style=one.style, target_elements=(one.id,)))
            heading = TextBlock(text=one.title, style="heading", weight="Bolder")
            boxes.append(Box(id=one.id, is_visible=False, style="emphasis", items=(heading, *one.parts)))
    return [*button_rows(opens), *boxes]


def opened_below(ident: str, title: OwnWords, parts: Sequence[Part], *, boxed: bool = True) -> list[Part]:
    """Return a button and, under it, the parts that it opens; nothing where there are none.

    `boxed`: on a ground of their own, which takes of their width.
    """
    if not parts:
        return []
    opens = Toggle(title=title, target_elements=(ident,))
    return [
        Buttons(actions=(opens,)),
        Box(id=ident, is_visible=False, style="emphasis" if boxed else None, items=tuple(parts)),
    ]


def with_button(said: Sequence[Part], way: Action, **fields: Any) -> Row:
    """Return what is said with a button at its right."""
    button = Column(width="auto", items=(Buttons(actions=(way,)),), vertical_content_alignment="Center")
    return Row(columns=(Column(width="stretch", items=tuple(said)), button), **fields)


def height_in_view(parts: Iterable[Part]) -> int:
    """Return about how many lines of text these parts are high, as Teams draws them, before anything is opened."""
    lines = 0
    for part in parts:
        if isinstance(part, ChoiceInput) and part.style != "compact":
            lines += 2 + len(part.choices)
        elif isinstance(part, TextInput) and part.is_multiline:
            lines += 6
        elif isinstance(part, Box):
            lines += 0 if part.is_visible is False else 1 + height_in_view(part.items)
        elif isinstance(part, TextBlock | RichText):
            lines += 1 + words_in_view((part,)) // WORDS_IN_A_LINE
        else:
            lines += 3
    return lines


WORDS_IN_A_LINE = 9


def button_rows(actions: Sequence[Action]) -> list[Part]:
    starts = range(0, len(actions), MOST_TOGETHER)
    return [Buttons(actions=tuple(actions[at : at + MOST_TOGETHER])) for at in starts]


_TEXT, _TITLE = attrgetter("text"), attrgetter("title")


def words_in_view(parts: Iterable[Part]) -> int:
    """Return how many words are read before anything is opened, buttons included; the text of inputs is not counted."""
    read: list[str] = []
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if isinstance(part, TextBlock):
            read.append(part.text)
        elif isinstance(part, RichText):
            read.append("" if part.is_visible is False else "".join(map(_TEXT, part.inlines)))
        elif isinstance(part, Buttons):
            read += filter(None, map(_TITLE, part.actions))
        elif isinstance(part, Row):
            for column in part.columns:
                waiting += column.items
        elif isinstance(part, Box):
            waiting += () if part.is_visible is False else part.items
        else:
            read.append(part.label)
            if isinstance(part, ChoiceInput) and part.style != "compact":
                read += map(_TITLE, part.choices)
            elif isinstance(part, ChoiceInput | TextInput):
                read.append(part.placeholder or "")
    return len(" ".join(read).split())


def actions_in_view(parts: Iterable[Part]) -> int:
    """Return how many buttons can be pressed before anything is opened."""
    found = 0
    for part in parts:
        if isinstance(part, Buttons):
            found += len(part.actions)
        elif isinstance(part, Row):
            found += sum(actions_in_view(column.items) for column in part.columns)
        elif isinstance(part, Box) and part.is_visible is not False:
            found += actions_in_view(part.items)
    return found


Style = Literal["positive", "destructive"]


def button(
    verb: str,
    matter: Matter | None = None,
    *,
    title: OwnWords | None = None,
    tooltip: OwnWords | None = None,
    style: Style | None = None,
    **ids: Any,
) -> Execute:
    """Return a button titled by its verb's words, or by `title`. `ids` go into its data."""
    shown = title or render_text(f"buttons.{verb}")
    data = {"m": matter.id, "r": matter.revision, **ids} if matter else ids
    return Execute(title=shown, tooltip=tooltip, verb=verb, data=data, style=style)


IN_PRACTICE = "practice"


def danger_button(matter: Matter | None, *, practice: bool = False) -> Execute:
    """Return the "act first" button of every card. On a card of practice it says so and names no matter."""
    if practice or (matter and matter.practice):
        return button("danger", style="destructive", about=IN_PRACTICE)
    return button("danger", matter, style="destructive")


def no_help_button(about: str, matter: Matter | None = None) -> Execute:
    """Return the quiet "This didn't help". `about`: of what, as `dialogs/feedback.py` names it."""
    return button("no_help", matter, about=about)


def page_buttons(verb: str, first: int, page: int, count: int, *, back: str) -> list[Part]:
    """Return buttons to the next and the last page of a list, if there are any; `back` names the latter's words."""
    ways: list[Action] = []
    if first + page < count:
        ways.append(button(verb, title=render_text("buttons.show_more"), about=str(first + page)))
    if first:
        ways.append(button(verb, title=render_text(back), about=str(first - page)))
    return [Buttons(actions=tuple(ways))] if ways else []


def toggle_button(title: str, *ids: str, **values: Any) -> Toggle:
    return Toggle(title=render_text(f"buttons.{title}", **values), target_elements=ids)


def link_buttons(title: str, url: str) -> tuple[OpenUrl, ...]:
    """Return a button that opens a page of the council's, or nothing if its address is not set."""
    return (OpenUrl(title=render_text(f"buttons.{title}"), url=url),) if url else ()
