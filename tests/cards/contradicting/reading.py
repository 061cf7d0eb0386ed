"""A drawn card as lines: which is the headline, a step, a row of a ledger, and what is hidden until it is opened."""

import re
from collections.abc import Iterator
from functools import cache
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
    reading = _Reading(where, kind)
    reading.read(card)
    return [line for line in reading.lines if line.text and line.kind not in UNREAD]


class _Reading:
    """One reading, from the top down: what comes before the second heading is the headline and its steps."""

    def __init__(self, where: str, kind: str) -> None:
        self.where, self.kind = where, kind
        self.headings = self.steps = 0
        self.lines: list[Line] = []

    def read(self, card: dict[str, Any]) -> None:
        for element in card.get("body", ()):
            self._element(element, self.kind)
        self._buttons(card)

    def _element(self, element: dict[str, Any], kind: str, *, row: bool = False) -> None:
        of_type = element["type"]
        if of_type == "Container":
            kind = _of_box(str(element.get("id") or ""), kind)
        elif of_type == "TextBlock":
            self._text(element["text"], self._of_heading(element, kind))
        elif of_type == "RichTextBlock":
            inlines = element["inlines"]
            said = "".join([str(run["text"]) for run in inlines])
            answered = len(inlines) > 1 and inlines[0].get("isSubtle")
            self._text(said, "their answers" if answered else self._of_paragraph(said, kind, row=row))
        elif of_type.startswith("Input."):
            self._input(element, kind)
        self._buttons(element)
        for inner in element.get("items", ()):
            self._element(inner, kind, row=row)
        for column in element.get("columns", ()):
            for inner in column["items"]:
                self._element(inner, kind, row=True)

    def _buttons(self, element: dict[str, Any]) -> None:
        for action in element.get("actions", ()):
            self._line("button", str(action.get("title", "")))

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

    def _text(self, text: str, kind: str) -> None:
        for row in text.split("\n"):
            before, found, missing = _parted(row)
            self._line(kind, before)
            if found:
                for part in missing.rstrip(". ").split("; "):
                    self._line("missing", part)

    def _input(self, element: dict[str, Any], kind: str) -> None:
        self._line(kind if kind else "question", str(element.get("label", "")))
        value, name = str(element.get("value") or ""), str(element["id"])
        if element["type"] != "Input.Text" or not value:
            return
        if name == "note" or name.endswith("note_so_far"):
            self.lines += note_lines(value, self.where)
        else:
            for text in value.split("\n"):
                self._line(OF_INPUT.get(name, kind or "words"), text)

    def _line(self, kind: str, text: str) -> None:
        self.lines.append(Line(kind, self.where, _without_number(text)))


@cache
def _without_number(text: str) -> str:
    return NUMBER.sub("", text.strip())


def _of_box(name: str, kind: str) -> str:
    return next((found for begins, found in BY_ID if begins.match(name)), kind) if name else kind


@cache
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
        yield Line(kind, where, _without_number(said).removeprefix("- "))
