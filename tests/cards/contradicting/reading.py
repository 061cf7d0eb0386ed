"""A drawn card as lines: which is the headline, a step, a row of a ledger, and what is hidden until it is opened."""

import re
from collections.abc import Iterator
from typing import Any

from tests.cards.contradicting.statements import Line

BY_ID = (
    (re.compile(r"ref\d+"), "paragraph"),
    (re.compile("changes"), "change"),
    (re.compile("answers"), "their answers"),
    (re.compile("close_|box_|ask"), "question"),
    (re.compile("whole"), "twice"),
)
"""Boxes that open, by how their ids begin: what is in them is general, conditional, or the worker's own."""
UNREAD = frozenset({"twice", "paragraph", "change", "question", "their answers"})
"""Lines that say nothing of this case as it is, or say it again."""
OF_INPUT = {"management_note": "management", "request_addition": "verdict"}
SECTIONS = {"NEXT": "next", "STILL MISSING": "missing", "LEDGER": "ledger"}
"""The headings in a note under which a line is more than noted."""
NUMBER = re.compile(r"^\d{1,2}\. ")
ROW_OF_LEDGER = re.compile(r": [a-zA-Z ,]+$")
HEADING_OF_NOTE = re.compile(r"[A-Z ,']{4,}(?: \(|$)")
STILL_MISSING = re.compile(r"(?i)\bstill missing: ")


def read(card: dict[str, Any], where: str, kind: str = "") -> list[Line]:
    """Every line of the card, the hidden ones included; `kind`: of all that plays no other part."""
    return [line for line in _Reading(where, kind).of(card) if line.text and line.kind not in UNREAD]


class _Reading:
    """One reading, from the top down: what comes before the second heading is the headline and its steps."""

    def __init__(self, where: str, kind: str) -> None:
        self.where, self.kind = where, kind
        self.headings = self.steps = 0

    def of(self, card: dict[str, Any]) -> Iterator[Line]:
        for element in card.get("body", []):
            yield from self._element(element, self.kind)
        for action in card.get("actions", []):
            yield self._line("button", str(action.get("title", "")))

    def _element(self, element: dict[str, Any], kind: str, *, row: bool = False) -> Iterator[Line]:
        kind = _of_box(str(element.get("id") or ""), kind) if element["type"] == "Container" else kind
        if element["type"] == "TextBlock":
            yield from self._text(element["text"], self._of_heading(element, kind))
        elif element["type"] == "RichTextBlock":
            said = "".join(str(run["text"]) for run in element["inlines"])
            answered = len(element["inlines"]) > 1 and element["inlines"][0].get("isSubtle")
            yield from self._text(said, "their answers" if answered else self._of_paragraph(said, kind, row=row))
        elif element["type"].startswith("Input."):
            yield from self._input(element, kind)
        for action in element.get("actions", []):
            yield self._line("button", str(action.get("title", "")))
        for inner in element.get("items", []):
            yield from self._element(inner, kind, row=row)
        for column in element.get("columns", []):
            for inner in column["items"]:
                yield from self._element(inner, kind, row=True)

    def _of_heading(self, element: dict[str, Any], kind: str) -> str:
        if element.get("style") != "heading" or kind:
            return kind or "said"
        self.headings += 1
        return "headline" if self.headings == 1 else "said"

    def _of_paragraph(self, said: str, kind: str, *, row: bool) -> str:
        if kind:
            return kind
        if row and ROW_OF_LEDGER.search(said):
            return "ledger"
        if self.headings == 1 and NUMBER.match(said):
            self.steps += 1
            return "first step" if self.steps == 1 else "step"
        return "said"

    def _text(self, text: str, kind: str) -> Iterator[Line]:
        for row in text.split("\n"):
            before, found, missing = _parted(row)
            yield self._line(kind, before)
            if found:
                yield from (self._line("missing", part) for part in missing.rstrip(". ").split("; "))

    def _input(self, element: dict[str, Any], kind: str) -> Iterator[Line]:
        yield self._line(kind if kind else "question", str(element.get("label", "")))
        value, name = str(element.get("value") or ""), str(element["id"])
        if element["type"] != "Input.Text" or not value:
            return
        if name == "note" or name.endswith("note_so_far"):
            yield from note_lines(value, self.where)
        else:
            yield from (self._line(OF_INPUT.get(name, kind or "words"), text) for text in value.split("\n"))

    def _line(self, kind: str, text: str) -> Line:
        return Line(kind, self.where, NUMBER.sub("", text.strip()))


def _of_box(name: str, kind: str) -> str:
    return next((found for begins, found in BY_ID if begins.match(name)), kind) if name else kind


def _parted(text: str) -> tuple[str, bool, str]:
    found = STILL_MISSING.search(text)
    return (text[: found.end()], True, text[found.end() :]) if found else (text, False, "")


def note_lines(note: str, where: str) -> Iterator[Line]:
    """The lines of a note, by the heading that they are under."""
    kind = "note"
    for text in note.split("\n"):
        said = text.strip()
        if said.isupper() or HEADING_OF_NOTE.match(said):
            kind = SECTIONS.get(said, "note")
        yield Line(kind, where, NUMBER.sub("", said).removeprefix("- "))
