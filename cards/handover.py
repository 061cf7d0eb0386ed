"""Cards for handing a matter over to a colleague: what it means, and the code."""

from datetime import date, datetime

from cards.actions import button, danger_button
from cards.elements import Action, Box, Buttons, Card, Part, Run, TextBlock, TextInput, rich
from cards.layout import close_lines, fault_line, titled_card
from cards.people import Council, as_listed, child_of, label_values
from cards.question_card import fault_text
from cards.times import format_date_time, format_day
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.engine.flow import nothing_left
from dialogs.engine.matter import Matter
from dialogs.handover import asks_what_is_personal
from dialogs.screens import HandingOver, TakenOver, TheCode


def draw_handing_over(screen: HandingOver, council: Council, now: datetime) -> Card:
    """Draw what goes along and what is asked again, with the button that makes a code."""
    matter = screen.matter
    named = as_listed(matter)
    title = render_text("hand_over.title", child=child_of(named))
    about = render_text("matters.about", child=child_of(named), them=label_values(named)["them"])
    body: list[Part] = [rich([Run(text=about, weight="Bolder")])]
    body += close_lines(render_paragraphs("hand_over.lines", **_goes_along(matter)))
    ways: list[Action] = [button("make_code", style="positive", about=matter.id)]
    if screen.until:
        body.append(Box(items=(rich(render_runs("hand_over.open", date=_day(screen.until))),), style="emphasis"))
        ways.append(button("take_back", about=matter.id))
    if screen.fault:
        body.append(fault_line(fault_text(screen.fault), spacing="Medium"))
    body.append(TextInput(id="initials", label=render_text("hand_over.initials"), value=screen.typed or None))
    return titled_card(title, body, (*ways, button("home"), danger_button(matter)))


def _goes_along(matter: Matter) -> dict[str, bool]:
    """Return which kinds of content a matter of this flow can hold."""
    flow = matter.flow
    return {
        "replies": any(way.each_of for way in flow.actions),
        "follow_ups": flow.follow_ups is not nothing_left,
        "personal": asks_what_is_personal(flow),
    }


def draw_code(screen: TheCode, council: Council, now: datetime) -> Card:
    matter = screen.matter
    title = render_text("hand_over.code_title", child=child_of(as_listed(matter)))
    text = render_text("hand_over.code", code=screen.code)
    lines = render_paragraphs("hand_over.code_lines", code=screen.code, date=_day(screen.until))
    code = TextBlock(text=text, size="Large", weight="Bolder")
    back = Buttons(actions=(button("take_back", about=matter.id),))
    actions = (button("home"), button("matters"), danger_button(matter))
    return titled_card(title, (code, *close_lines(lines), back), actions)


def draw_taken_over(screen: TakenOver, council: Council, now: datetime) -> Card:
    """Draw what the giver is told once a colleague has taken the matter over."""
    said = render_runs("hand_over.told_giver", offered=format_day(screen.offered), taken=format_date_time(screen.taken))
    return titled_card(render_text("hand_over.told_title"), (rich(said),), (button("matters"), danger_button(None)))


def _day(until: date | None) -> str:
    return format_day(until.isoformat()) if until else ""
