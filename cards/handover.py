"""Handing a matter over to a colleague: what it means, and the code."""

from datetime import date, datetime

from cards.actions import button, danger_button
from cards.elements import Action, Box, Buttons, Card, Part, Run, TextBlock, TextInput, rich
from cards.people import Council, as_listed, child_of, format_date_time, format_day, label_values
from cards.question_card import fault_text
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.engine.flow import nothing_left
from dialogs.engine.matter import Matter
from dialogs.handover import asks_what_is_personal
from dialogs.screens import HandingOver, TakenOver, TheCode


def draw_handing_over(screen: HandingOver, council: Council, now: datetime) -> Card:
    """What goes and what is asked afresh, then the button that makes a code."""
    matter = screen.matter
    named = as_listed(matter)
    title = render_text("hand_over.title", child=child_of(named))
    about = render_text("matters.about", child=child_of(named), them=label_values(named)["them"])
    body: list[Part] = [
        TextBlock(text=title, style="heading", size="Large", weight="Bolder"),
        rich([Run(text=about, weight="Bolder")]),
        *(rich(runs, spacing="Small") for runs in render_paragraphs("hand_over.lines", **_goes_along(matter))),
    ]
    ways: list[Action] = [button("make_code", style="positive", about=matter.id)]
    if screen.until:
        body.append(Box(items=(rich(render_runs("hand_over.open", date=_day(screen.until))),), style="emphasis"))
        ways.append(button("take_back", about=matter.id))
    if screen.fault:
        body.append(TextBlock(text=fault_text(screen.fault), color="Attention", weight="Bolder", spacing="Medium"))
    body.append(TextInput(id="initials", label=render_text("hand_over.initials"), value=screen.typed or None))
    return Card(fallback_text=title, body=tuple(body), actions=(*ways, button("home"), danger_button(matter)))


def _goes_along(matter: Matter) -> dict[str, bool]:
    """What a matter of this flow can hold: replies, follow-ups, and answers that are a worker's own."""
    flow = matter.flow
    return {
        "replies": any(way.each_of for way in flow.actions),
        "follow_ups": flow.follow_ups is not nothing_left,
        "personal": asks_what_is_personal(flow),
    }


def draw_code(screen: TheCode, council: Council, now: datetime) -> Card:
    """The code, to be read out; it is shown on this card and nowhere else."""
    matter = screen.matter
    title = render_text("hand_over.code_title", child=child_of(as_listed(matter)))
    text = render_text("hand_over.code", code=screen.code)
    lines = render_paragraphs("hand_over.code_lines", code=screen.code, date=_day(screen.until))
    body: list[Part] = [
        TextBlock(text=title, style="heading", size="Large", weight="Bolder"),
        TextBlock(text=text, size="Large", weight="Bolder"),
        *(rich(runs, spacing="Small") for runs in lines),
    ]
    back = Buttons(actions=(button("take_back", about=matter.id),))
    return Card(
        fallback_text=title, body=(*body, back), actions=(button("home"), button("matters"), danger_button(matter))
    )


def draw_taken_over(screen: TakenOver, council: Council, now: datetime) -> Card:
    """What the giver is told once it has been taken over."""
    title = render_text("hand_over.told_title")
    said = render_runs("hand_over.told_giver", offered=format_day(screen.offered), taken=format_date_time(screen.taken))
    heading = TextBlock(text=title, style="heading", size="Large", weight="Bolder")
    return Card(fallback_text=title, body=(heading, rich(said)), actions=(button("matters"), danger_button(None)))


def _day(until: date | None) -> str:
    return format_day(until.isoformat()) if until else ""
