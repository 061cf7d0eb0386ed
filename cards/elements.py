"""The parts of an Adaptive Card (1.5) that this project uses.

What a person typed goes only into `Run.text` and into the values of inputs: neither is read as Markdown.
`TextBlock.text` is Markdown to the client, so it takes `OwnWords`, which only `cards.words` makes.
"""

from collections.abc import Collection, Sequence
from itertools import repeat
from typing import Any, Literal, NewType, TypeVar

import msgspec
from msgspec import Struct, field

OwnWords = NewType("OwnWords", str)
"""Text of this project's own, with nothing in it that a person typed but a checked reference."""

T = TypeVar("T")


def always(value: T) -> T:
    """Return a default that the JSON says as well; any other default is left out of it."""
    return field(default_factory=repeat(value).__next__)


class Element(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, rename="camel", tag_field="type"):
    """Anything on a card. Its shape is checked where cards are tested, and not again each time one is drawn."""


class Toggle(Element, tag="Action.ToggleVisibility", frozen=True, kw_only=True):
    """Show or hide parts of the card, without a turn."""

    title: OwnWords | None = None
    target_elements: tuple[str, ...]
    style: Literal["positive"] | None = None


class Execute(Element, tag="Action.Execute", frozen=True, kw_only=True):
    """A press that takes a turn. `data` holds ids and a revision, never content."""

    title: OwnWords
    tooltip: OwnWords | None = None
    verb: str
    data: dict[str, Any]
    style: Literal["positive", "destructive"] | None = None


class Submit(Element, tag="Action.Submit", frozen=True):
    """What sends a dialog, where `Action.Execute` does nothing. On a card of a chat, `Execute` brings its own."""

    title: OwnWords
    data: dict[str, Any]


class OpenUrl(Element, tag="Action.OpenUrl", frozen=True):
    """A link to the council's own page, from settings."""

    title: OwnWords
    url: str


Action = Execute | Submit | Toggle | OpenUrl


class Run(Element, tag="TextRun", frozen=True):
    text: str
    weight: Literal["Bolder"] | None = None
    italic: bool | None = None
    is_subtle: bool | None = None
    size: Literal["Small"] | None = None
    select_action: Toggle | None = None


class RichText(Element, tag="RichTextBlock", frozen=True):
    inlines: tuple[Run, ...]
    id: str | None = None
    is_visible: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None


class TextBlock(Element, tag="TextBlock", frozen=True):
    """A paragraph or heading of the project's own words."""

    text: OwnWords
    wrap: bool = always(True)
    style: Literal["heading"] | None = None
    size: Literal["Small", "Medium", "Large"] | None = None
    weight: Literal["Bolder"] | None = None
    is_subtle: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None
    color: Literal["Attention"] | None = None


class InputChoice(Element, tag=False, frozen=True):
    title: OwnWords
    value: str


class ChoiceInput(Element, tag="Input.ChoiceSet", frozen=True):
    id: str
    label: OwnWords
    choices: tuple[InputChoice, ...]
    style: Literal["compact", "expanded"] = always("expanded")
    is_multi_select: bool | None = None
    placeholder: OwnWords | None = None
    value: str | None = None
    wrap: bool = always(True)


class TextInput(Element, tag="Input.Text", frozen=True):
    id: str
    label: OwnWords
    is_multiline: bool | None = None
    placeholder: OwnWords | None = None
    value: str | None = None
    max_length: int | None = None


class DateInput(Element, tag="Input.Date", frozen=True):
    id: str
    label: OwnWords
    value: str | None = None


class TimeInput(Element, tag="Input.Time", frozen=True):
    id: str
    label: OwnWords
    value: str | None = None


class Buttons(Element, tag="ActionSet", frozen=True):
    actions: tuple[Action, ...]
    spacing: Literal["None", "Small", "Medium"] | None = None


class Column(Element, tag="Column", frozen=True):
    width: Literal["stretch", "auto"]
    items: "tuple[Part, ...]"
    vertical_content_alignment: Literal["Center"] | None = None


class Row(Element, tag="ColumnSet", frozen=True):
    columns: tuple[Column, ...]
    spacing: Literal["None", "Small", "Medium"] | None = None
    separator: bool | None = None


class Box(Element, tag="Container", frozen=True):
    items: "tuple[Part, ...]"
    id: str | None = None
    is_visible: bool | None = None
    style: Literal["emphasis", "attention", "accent", "warning"] | None = None
    separator: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None


Input = ChoiceInput | TextInput | DateInput | TimeInput
Part = TextBlock | RichText | Input | Buttons | Row | Box


class Card(
    Element,
    tag="AdaptiveCard",
    frozen=True,
    kw_only=True,
    rename={"schema": "$schema", "fallback_text": "fallbackText"},
):
    version: Literal["1.5"] = always("1.5")
    lang: Literal["en-GB"] = always("en-GB")
    fallback_text: OwnWords
    body: tuple[Part, ...]
    actions: tuple[Action, ...] = always(())
    schema: Literal["http://adaptivecards.io/schemas/adaptive-card.json"] = always(
        "http://adaptivecards.io/schemas/adaptive-card.json"
    )

    def to_json(self, opened: Collection[str] = ()) -> dict[str, Any]:
        """The card as Teams takes it.

        Each press has the same as a message, for clients on which `Action.Execute` does nothing; but not on the
        largest cards, as a message holds 28 KB. `opened`: the ids of what is not hidden this time.
        """
        drawn: dict[str, Any] = msgspec.to_builtins(self)
        with_fallbacks = self.size() <= _MOST_BEFORE_FALLBACKS
        waiting = [drawn]
        while waiting:
            part = waiting.pop()
            if with_fallbacks and part["type"] == "Action.Execute":
                same = {"type": "Action.Submit", "title": part["title"], "data": {**part["data"], "verb": part["verb"]}}
                part["fallback"] = same | ({"style": part["style"]} if "style" in part else {})
            if opened and part.get("id") in opened:
                part.pop("isVisible", None)
            for name in ("actions", "body", "items", "columns"):
                if name in part:
                    waiting += part[name]
        return drawn

    def size(self) -> int:
        """Bytes of the card on the wire."""
        return len(msgspec.json.encode(self))

    def with_body(self, body: Sequence[Part]) -> "Card":
        return msgspec.structs.replace(self, body=tuple(body))


_MOST_BEFORE_FALLBACKS = 18_000


def rich(runs: Sequence[Run], **fields: Any) -> RichText:
    return RichText(inlines=tuple(runs), **fields)
