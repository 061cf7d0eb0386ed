"""The list of a worker's matters, each with its state and when it was begun; and handing one over to a colleague."""

from datetime import date, datetime

from cards.elements import Action, Box, Buttons, Card, Column, OwnWords, Part, Row, Run, TextBlock, TextInput, rich
from cards.labels import child_of, label_values
from cards.layout import button, close_lines, danger_button, fault_line, small_print, titled_card
from cards.people import Council, as_listed
from cards.question_card import fault_text
from cards.times import format_date_time, format_day
from cards.welcome import home_button
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.current_screen import PAGE
from dialogs.engine.flow import nothing_left
from dialogs.engine.matter import Matter, Phase
from dialogs.handover import asks_what_is_personal
from dialogs.screens import HandingOver, MyMatters, TakenOver, TheCode


def draw_matters(screen: MyMatters, council: Council, now: datetime) -> Card:
    """Draw a page of matters; each can be opened, handed over or deleted."""
    body: list[Part] = [_row(matter, screen) for matter in screen.matters]
    if not body:
        body.append(rich(render_runs("matters.none")))
    if len(screen.matters) < screen.total:
        body += _page_buttons(screen)
    ways = (home_button(open_matter=screen.open_matter), button("my_requests"), danger_button(None))
    return titled_card(render_text("matters.title"), body, ways)


def _page_buttons(screen: MyMatters) -> list[Part]:
    """Return which of them these are, with buttons to the other pages."""
    total, last = screen.total, screen.first + len(screen.matters)
    said = render_text("matters.page", first=screen.first + 1, last=last, total=total)
    ways: list[Action] = []
    if last < total:
        ways.append(button("matters", title=render_text("buttons.show_more"), about=str(last)))
    if screen.first:
        ways.append(button("matters", title=render_text("buttons.show_newer"), about=str(screen.first - PAGE)))
    return [small_print(said, spacing="Medium"), Buttons(actions=tuple(ways))]


def _row(matter: Matter, screen: MyMatters) -> Part:
    said = Row(columns=(Column(width="stretch", items=_about(matter)),))
    if matter.id != screen.asked_to_delete:
        child = _child(as_listed(matter))
        title = render_text("buttons.hand_over_row")
        over = button("hand_over", title=title, tooltip=_tooltip("hand_over_row", child), about=matter.id)
        ways = Buttons(actions=(_button("open", matter, child), over, _button("delete", matter, child)))
        return Box(items=(said, ways), separator=True)
    keep = button("matters", title=render_text("buttons.delete_no"), about=str(screen.first))
    sure = Buttons(actions=(button("delete_yes", about=matter.id, style="destructive"), keep))
    return Box(items=(said, rich(render_runs("matters.sure")), sure), separator=True, style="emphasis")


def _about(matter: Matter) -> tuple[Part, ...]:
    """Return whom it is about, its kind and state, and when it was begun."""
    named = as_listed(matter)
    first = render_text("matters.about", child=_child(named), them=label_values(named)["them"])
    state = "changing" if matter.answered and matter.phase is Phase.ASKING else str(matter.phase)
    kind, state = render_text(f"flows.{matter.flow.name}"), render_text(f"matters.{state}")
    second = render_text("matters.kind", kind=kind, state=state)
    lines = [rich([Run(text=first, weight="Bolder")]), _small(second)]
    if matter.begun_at:
        lines.append(_small(render_text("matters.begun", when=format_date_time(matter.begun_at))))
    return tuple(lines)


def _small(text: OwnWords) -> Part:
    return rich([Run(text=text, is_subtle=True, size="Small")], spacing="None")


def _child(matter: Matter) -> OwnWords:
    return OwnWords(child_of(matter)) if matter.values.get("child") else render_text("matters.no_child")


def _button(verb: str, matter: Matter, child: str) -> Action:
    return button(verb, tooltip=_tooltip(verb, child), about=matter.id)


def _tooltip(verb: str, child: str) -> OwnWords:
    return OwnWords(f"{render_text(f'buttons.{verb}')}: {child}")


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
