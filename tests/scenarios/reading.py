"""Reading a card as a person does: its words, its inputs, its buttons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from cards.words import render_runs

Json = dict[str, Any]
_NESTS = ("body", "items", "columns", "actions", "inlines", "selectAction")


@dataclass(frozen=True)
class Card:
    """One card as it was at one moment in one message."""

    activity_id: str
    content: Json

    @cached_property
    def elements(self) -> list[Json]:
        """Everything on it, at any depth, in the order in which it is read."""
        return list(_walk(self.content))

    @property
    def text(self) -> str:
        """All that can be read on it, inputs' labels and values included, one element a line."""
        return "\n".join(_said(element) for element in self.elements if _said(element))

    @property
    def title(self) -> str:
        return next((e["text"] for e in self.elements if e.get("style") == "heading"), "")

    @property
    def inputs(self) -> dict[str, Json]:
        """Its inputs by id."""
        return {e["id"]: e for e in self.elements if str(e.get("type", "")).startswith("Input.")}

    @property
    def filled(self) -> dict[str, str]:
        """What its inputs hold, those that hold something."""
        return {name: e["value"] for name, e in self.inputs.items() if e.get("value")}

    @property
    def presses(self) -> list[Json]:
        """Its buttons that take a turn."""
        return [e for e in self.elements if e.get("type") == "Action.Execute"]

    @property
    def verbs(self) -> list[str]:
        return [e["verb"] for e in self.presses]

    @property
    def name(self) -> str:
        """Which card of questions it is; "" for any other."""
        return next((str(e["data"]["card"]) for e in self.presses if e["verb"] == "next"), "")

    @property
    def asks(self) -> list[str]:
        """The names of the questions it asks."""
        return [name for e in self.presses if e["verb"] == "next" for name in e["data"]["shown"].split(",")]

    @property
    def revision(self) -> int:
        return next(int(e["data"]["r"]) for e in self.presses if "r" in e["data"])

    @property
    def matter(self) -> str:
        return next((str(e["data"]["m"]) for e in self.presses if "m" in e["data"]), "")

    def button(self, verb: str, about: str = "") -> Json:
        """The button with that verb; `about` tells apart those of a list."""
        found = [e for e in self.presses if e["verb"] == verb and (not about or e["data"].get("about") == about)]
        assert found, f"no {verb} {about} on this card, only {self.verbs}:\n{self.text}"
        return found[0]

    def choices(self, name: str) -> list[str]:
        """The values that an input offers."""
        return [choice["value"] for choice in self.inputs[name]["choices"]]

    def says(self, key: str, **values: Any) -> bool:
        """Whether our own words under that key are on it."""
        said = "".join(run.text for run in render_runs(key, **values))
        return said in self.text


def own(key: str, **values: Any) -> str:
    """Our own words under a key, as they are read."""
    return "".join(run.text for run in render_runs(key, **values))


def _walk(element: Json) -> Iterator[Json]:
    yield element
    for nest in _NESTS:
        inner = element.get(nest) or ()
        for child in (inner,) if isinstance(inner, dict) else inner:
            if isinstance(child, dict) and child.get("type") != "TextRun":
                yield from _walk(child)
            elif isinstance(child, dict) and "selectAction" in child:
                yield from _walk(child["selectAction"])


def _said(element: Mapping[str, Any]) -> str:
    if element.get("type") == "RichTextBlock":
        return "".join(run["text"] for run in element["inlines"])
    choices = [choice["title"] for choice in element.get("choices", ())]
    parts = [element.get(part) for part in ("text", "label", "title", "value", "placeholder")]
    return "\n".join(str(part) for part in (*parts, *choices) if part)
