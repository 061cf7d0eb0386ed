"""The parts of an Adaptive Card (1.5) that this project uses.

What a person typed goes only into `Run.text` and into the values of inputs: neither is read as Markdown.
`TextBlock.text` is Markdown to the client, so it takes `OwnWords`, which only `cards.words` makes.
"""

import json
from collections.abc import Sequence
from typing import Any, Literal, NewType

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

OwnWords = NewType("OwnWords", str)
"""Text of this project's own, with nothing in it that a person typed but a checked reference."""


class Element(BaseModel):
    """Anything on a card."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class Toggle(Element):
    """Show or hide parts of the card, without a turn."""

    type: Literal["Action.ToggleVisibility"] = "Action.ToggleVisibility"
    title: OwnWords | None = None
    tooltip: OwnWords | None = None
    target_elements: tuple[str, ...]


class Execute(Element):
    """A press that takes a turn. `data` holds ids and a revision, never content."""

    type: Literal["Action.Execute"] = "Action.Execute"
    title: OwnWords
    tooltip: OwnWords | None = None
    verb: str
    data: dict[str, Any]
    style: Literal["positive", "destructive"] | None = None


class OpenUrl(Element):
    """A link to the council's own page, from settings."""

    type: Literal["Action.OpenUrl"] = "Action.OpenUrl"
    title: OwnWords
    url: str


Action = Execute | Toggle | OpenUrl


class Run(Element):
    """A run of text that is shown as it is."""

    type: Literal["TextRun"] = "TextRun"
    text: str
    weight: Literal["Bolder"] | None = None
    italic: bool | None = None
    is_subtle: bool | None = None
    size: Literal["Small"] | None = None
    select_action: Toggle | None = None


class RichText(Element):
    """A paragraph of runs."""

    type: Literal["RichTextBlock"] = "RichTextBlock"
    inlines: tuple[Run, ...]
    id: str | None = None
    is_visible: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None


class TextBlock(Element):
    """A paragraph or heading of the project's own words."""

    type: Literal["TextBlock"] = "TextBlock"
    text: OwnWords
    wrap: Literal[True] = True
    style: Literal["heading"] | None = None
    size: Literal["Small", "Medium", "Large"] | None = None
    weight: Literal["Bolder"] | None = None
    is_subtle: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None
    color: Literal["Attention"] | None = None


class InputChoice(Element):
    """One choice: what is shown and what is sent."""

    title: OwnWords
    value: str


class ChoiceInput(Element):
    """One or several of a few choices."""

    type: Literal["Input.ChoiceSet"] = "Input.ChoiceSet"
    id: str
    label: OwnWords
    choices: tuple[InputChoice, ...]
    style: Literal["compact", "expanded"] = "expanded"
    is_multi_select: bool | None = None
    placeholder: OwnWords | None = None
    value: str | None = None
    wrap: Literal[True] = True


class TextInput(Element):
    """A person's own words."""

    type: Literal["Input.Text"] = "Input.Text"
    id: str
    label: OwnWords
    is_multiline: bool | None = None
    placeholder: OwnWords | None = None
    value: str | None = None
    max_length: int | None = None


class DateInput(Element):
    """A day."""

    type: Literal["Input.Date"] = "Input.Date"
    id: str
    label: OwnWords
    value: str | None = None


class TimeInput(Element):
    """A time of day."""

    type: Literal["Input.Time"] = "Input.Time"
    id: str
    label: OwnWords
    value: str | None = None


class Buttons(Element):
    """Buttons inside the card's body."""

    type: Literal["ActionSet"] = "ActionSet"
    actions: tuple[Action, ...]
    spacing: Literal["None", "Small", "Medium"] | None = None


class Column(Element):
    """One column of a row."""

    type: Literal["Column"] = "Column"
    width: Literal["stretch", "auto"]
    items: "tuple[Part, ...]"
    vertical_content_alignment: Literal["Center"] | None = None


class Row(Element):
    """Columns side by side."""

    type: Literal["ColumnSet"] = "ColumnSet"
    columns: tuple[Column, ...]
    spacing: Literal["None", "Small", "Medium"] | None = None
    separator: bool | None = None


class Box(Element):
    """Parts that belong together."""

    type: Literal["Container"] = "Container"
    items: "tuple[Part, ...]"
    id: str | None = None
    is_visible: bool | None = None
    style: Literal["emphasis", "attention", "accent", "warning"] | None = None
    separator: bool | None = None
    spacing: Literal["None", "Small", "Medium"] | None = None


Input = ChoiceInput | TextInput | DateInput | TimeInput
Part = TextBlock | RichText | Input | Buttons | Row | Box


class Card(Element):
    """A whole card."""

    type: Literal["AdaptiveCard"] = "AdaptiveCard"
    schema_: Literal["http://adaptivecards.io/schemas/adaptive-card.json"] = (
        "http://adaptivecards.io/schemas/adaptive-card.json"
    )
    version: Literal["1.5"] = "1.5"
    lang: Literal["en-GB"] = "en-GB"
    fallback_text: OwnWords
    body: tuple[Part, ...]
    actions: tuple[Action, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The card as Teams takes it."""
        drawn = self.model_dump(by_alias=True, exclude_none=True)
        drawn["$schema"] = drawn.pop("schema_")
        return drawn

    def size(self) -> int:
        """Bytes of the card on the wire."""
        written = json.dumps(self.to_json(), ensure_ascii=False, separators=(",", ":"))
        return len(written.encode(errors="replace"))


def rich(runs: Sequence[Run], **fields: Any) -> RichText:
    """A paragraph of these runs."""
    return RichText(inlines=tuple(runs), **fields)
