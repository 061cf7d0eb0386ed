"""The case note: its type, title and date on the card, its Details in one box that can be edited and copied."""

from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.approvals.worker import looked_at_parts
from cards.beyond import ways_beyond
from cards.elements import Box, Buttons, Card, Part, Run, TextBlock, TextInput, Toggle, rich
from cards.faces import face_of
from cards.follow_ups.kept import kept_parts
from cards.people import Council, moment
from dialogs.matter import Matter
from dialogs.screens import TheNote
from dialogs.weight import weight_of
from guidance.decision import Decision


def draw(screen: TheNote, council: Council, now: datetime) -> Card:
    """The note, ready to be copied to MOSAIC."""
    matter, decision = screen.matter, screen.decision
    title = words.label("note.title")
    edited = matter.note_edited if matter.note_edited_for == matter.drafted_from else ""
    face = face_of(matter)
    note = edited or face.note(matter, decision, council)
    body: list[Part] = [
        TextBlock(text=title, style="heading", size="Large", weight="Bolder"),
        *face.note_parts(matter, decision, council),
        *_heading(matter, decision, now),
        TextInput(id="note", label=words.label("note.box"), is_multiline=True, value=note),
        *(_edited_before(matter, note) if matter.note_edited and not edited else _to_read(note)),
        TextBlock(text=words.label("note.after"), size="Small", is_subtle=True),
        *kept_parts(screen.still_to_do, copied=False),
        *looked_at_parts(matter, screen.looked_at),
        *ways_beyond(matter),
    ]
    leads_back = "back" if matter.flow.note_at_once else "show_answer"
    actions = (
        button("copied", matter, style="positive"),
        button(leads_back, matter),
        button("stop", matter),
        danger(matter),
    )
    return Card(fallback_text=title, body=tuple(body), actions=actions)


def _to_read(note: str) -> list[Part]:
    """The same text in full, for a phone whose box shows a few lines; left out when the card would grow too large."""
    if weight_of(note) > LONGEST_SHOWN_TWICE:
        return []
    opens = Toggle(title=words.label("note.read"), target_elements=("whole",))
    paragraphs = tuple(rich([Run(text=part)]) for part in note.split("\n\n"))
    return [Buttons(actions=(opens,)), Box(id="whole", is_visible=False, style="emphasis", items=paragraphs)]


def _edited_before(matter: Matter, note: str) -> list[Part]:
    """The worker's own version of an earlier draft, kept beside the new one."""
    if weight_of(matter.note_edited, note) > 2 * LONGEST_SHOWN_TWICE:
        return [TextBlock(text=words.label("note.edited_too_long"), size="Small", is_subtle=True)]
    return [TextInput(id="before", label=words.label("note.before"), is_multiline=True, value=matter.note_edited)]


LONGEST_SHOWN_TWICE = 11_000
"""Bytes as JSON: twice this and the rest of the card stay under the 28 KB that a message may hold."""


def _heading(matter: Matter, decision: Decision, now: datetime) -> list[Part]:
    dated = moment(matter.values.get(matter.flow.dated)) or moment(now.isoformat())
    said = [
        words.label("note.kind", kind=words.label(words.in_flow(matter.flow.name, "note.kinds.information_sharing"))),
        words.label("note.heading", heading=face_of(matter).note_heading(matter, decision)),
        words.label("note.date", date=dated),
    ]
    rows: list[Part] = [rich([Run(text=text)], spacing="Small") for text in said]
    check = rich([Run(text=words.label("note.check"), weight="Bolder")])
    return [*rows, Box(items=(check,), style="emphasis")]


def addition(matter: Matter, now: datetime) -> str:
    """A short addition to a note that already stands on MOSAIC."""
    return words.plain("let_go.added", when=moment(now.isoformat()), words=matter.additions[-1]).text
