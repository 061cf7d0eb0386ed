"""The case note: its type, title and date on the card, its Details in one box that can be edited and copied."""

from datetime import datetime

from cards.approvals.answer_section import review_section
from cards.continue_section import continue_section, further_ways
from cards.elements import Action, Box, Buttons, Card, OwnWords, Part, Run, TextBlock, TextInput, rich
from cards.follow_ups.lists import kept_section
from cards.labels import label_values
from cards.layout import (
    Section,
    button,
    close_lines,
    danger_button,
    folded,
    large_heading,
    link_buttons,
    opened_below,
    small_print,
)
from cards.letters import signed
from cards.people import Council
from cards.presenter import FlowPresenter
from cards.presenters import presenter_of
from cards.times import format_date_time, format_day
from cards.words import key_for_flow, render_run, render_text
from dialogs.approvals.request import ReviewStatus
from dialogs.engine.matter import Matter
from dialogs.engine.size_limits import weight_of
from dialogs.engine.undo import before_the_last, before_the_last_way
from dialogs.screens import TheNote
from dialogs.signature import INPUT
from guidance.decision import Decision


def draw_note(screen: TheNote, council: Council, now: datetime) -> Card:
    """Draw the note, ready to be copied to MOSAIC."""
    matter, decision = screen.matter, screen.decision
    title = _label(matter, "title")
    edited = matter.note_edited if matter.note_edited_for == matter.drafted_from else ""
    face = presenter_of(matter)
    note = signed(edited or insert_handovers(matter, face.note(matter, decision, council)), screen.signature)
    above, asked = face.note_parts(matter, decision, council), _signature_box(matter, note)
    room = SHOWN_TWICE - (Card(fallback_text=title, body=tuple(above)).size() if above else 0)
    head = [large_heading(title), *above, *_heading(matter, decision, now)]
    body: list[Part] = [
        TextInput(id="note", label=_label(matter, "box"), is_multiline=True, value=note),
        *(
            _earlier_version(matter, note, room)
            if matter.note_edited and not edited and not _is_as_drafted(matter, face, council, screen.signature)
            else _full_text(matter, note, room)
        ),
        small_print(_label(matter, "after")),
        *_request_ends(screen.looked_at),
    ]
    leads_back = "back" if matter.flow.note_at_once else "show_answer"
    actions: tuple[Action, ...] = (
        button("copied", matter, style="positive"),
        button(leads_back, matter),
        *((button("go_back_to", matter),) if matter.came_from else ()),
        button("stop", matter),
        danger_button(matter),
        *link_buttons("recording_policy", council.recording_policy_url),
    )
    kept = kept_section(screen.still_to_do, copied=False)
    looked_at = review_section(matter, screen.looked_at, council)
    ways = (*further_ways(matter, screen.others), *continue_section(matter))
    onward = folded([Section("onward", render_text("beyond.further"), ways)])
    below = (*kept, *looked_at, *onward)
    card = Card(fallback_text=title, body=(*head, *asked, *body, *below), actions=actions)
    if card.size() > ALONE_ABOVE:
        card = card.with_body((*head, *body, *below))
    return card if card.size() <= ALONE_ABOVE else card.with_body((*head, *body))


def _signature_box(matter: Matter, note: str) -> list[Part]:
    """Return the box for the worker's initials and job, where the note has only room for them."""
    if "[your initials" not in note:
        return []
    box = TextInput(id=INPUT, label=render_text("signature.label"), placeholder=render_text("signature.example"))
    return [box, Buttons(actions=(button("sign", matter),))]


def _request_ends(looked_at: ReviewStatus) -> list[Part]:
    """Warn that copying the note ends a request that is still open."""
    request = looked_at.request
    if request is None or not request.is_open:
        return []
    return [TextBlock(text=render_text("note.ends_request", number=request.number), weight="Bolder")]


ALONE_ABOVE = 27_400
"""Bytes: above this a note's card holds nothing else; what can follow it is one press back, under the answer."""


def _label(matter: Matter, name: str, **values: str) -> OwnWords:
    """Return words around the note, as the matter's flow says them."""
    return render_text(key_for_flow(matter.flow.name, f"note.{name}"), **values)


def insert_handovers(matter: Matter, note: str) -> str:
    """Return the note with each handing over, before its last paragraph."""
    said = handover_lines(matter)
    if not said:
        return note
    before, _, rests_on = note.rpartition("\n\n")
    return "\n\n".join(part for part in (before, "\n".join(said), rests_on) if part)


def handover_lines(matter: Matter) -> list[str]:
    """Return a line for each time that the matter was handed over: the day, and the giver's initials."""
    rows = [said.partition(" ") for said in matter.handed_over]
    return [render_text("note.handed_over", date=format_day(when), by=by) for when, _, by in rows]


def _is_as_drafted(matter: Matter, face: FlowPresenter, council: Council, signature: str) -> bool:
    """Whether the earlier version is an unchanged draft, which a card sends back without anyone editing it."""
    earlier = before_the_last(matter) or before_the_last_way(matter)
    if earlier is None:
        return False
    drafted = insert_handovers(earlier, face.note(earlier, earlier.decision(), council))
    return signed(drafted, signature).split() == signed(matter.note_edited, signature).split()


def _full_text(matter: Matter, note: str, room: int) -> list[Part]:
    """Return the note again in full, for phones whose box shows a few lines; empty if the card grew too large."""
    if 2 * weight_of(note) > room:
        return []
    return opened_below("whole", _label(matter, "read"), [rich([Run(text=part)]) for part in note.split("\n\n")])


def _earlier_version(matter: Matter, note: str, room: int) -> list[Part]:
    """Return the worker's own version of an earlier draft, kept beside the new one."""
    if weight_of(matter.note_edited, note) > room:
        return [small_print(render_text("note.edited_too_long"))]
    return [TextInput(id="before", label=render_text("note.before"), is_multiline=True, value=matter.note_edited)]


SHOWN_TWICE = 22_000
"""Bytes as JSON: this and the rest of the card, but for what its flow puts above, stay under what a message holds."""


def _heading(matter: Matter, decision: Decision, now: datetime) -> list[Part]:
    dated = format_date_time(matter.values.get(matter.flow.dated)) or format_date_time(now.isoformat())
    said = [
        _label(matter, "kind", kind=_label(matter, "kinds.information_sharing")),
        render_text("note.heading", heading=presenter_of(matter).note_heading(matter, decision)),
        _label(matter, "date", date=dated),
    ]
    rows = close_lines([Run(text=text)] for text in said)
    check = rich([Run(text=render_text("note.check", **label_values(matter)), weight="Bolder")])
    return [*rows, Box(items=(check,), style="emphasis")]


def addition_text(matter: Matter, now: datetime) -> str:
    """Return a short addition to a note that is already on MOSAIC."""
    return render_run("after_copy.added", when=format_date_time(now.isoformat()), words=matter.additions[-1]).text
