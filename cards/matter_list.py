"""The list of a worker's matters: what each is about, its state and when it was begun."""

from datetime import datetime

from cards.actions import button, danger_button
from cards.elements import Action, Box, Buttons, Card, Column, OwnWords, Part, Row, Run, rich
from cards.layout import small_print, titled_card
from cards.people import Council, as_listed, child_of, label_values
from cards.times import format_date_time
from cards.welcome import home_button
from cards.words import render_runs, render_text
from dialogs.current_screen import PAGE
from dialogs.engine.matter import Matter, Phase
from dialogs.screens import MyMatters


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
    kind, state = render_text(f"flows.{matter.flow.name}"), render_text(f"matters.{_state(matter)}")
    second = render_text("matters.kind", kind=kind, state=state)
    lines = [rich([Run(text=first, weight="Bolder")]), _small(second)]
    if matter.begun_at:
        lines.append(_small(render_text("matters.begun", when=format_date_time(matter.begun_at))))
    return tuple(lines)


def _state(matter: Matter) -> str:
    return "changing" if matter.answered and matter.phase is Phase.ASKING else str(matter.phase)


def _small(text: OwnWords) -> Part:
    return rich([Run(text=text, is_subtle=True, size="Small")], spacing="None")


def _child(matter: Matter) -> OwnWords:
    return OwnWords(child_of(matter)) if matter.values.get("child") else render_text("matters.no_child")


def _button(verb: str, matter: Matter, child: str) -> Action:
    return button(verb, tooltip=_tooltip(verb, child), about=matter.id)


def _tooltip(verb: str, child: str) -> OwnWords:
    return OwnWords(f"{render_text(f'buttons.{verb}')}: {child}")
