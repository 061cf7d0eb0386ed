"""The welcome, the question which of several flows was meant, and help."""

from collections.abc import Iterable
from datetime import datetime

from cards.actions import button, danger_button, link_buttons
from cards.elements import Action, Buttons, Card, Part, rich
from cards.layout import close_lines, small_heading, small_print, titled_card
from cards.people import Council
from cards.presenter import WelcomePlace
from cards.presenters import PRESENTERS
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.flows.registry import FLOWS
from dialogs.screens import Help, Welcome, WhichOne

PHONE = "phone"
GROUPS = ("tell", "ask")
ON_THE_PHONE = WelcomePlace("tell", 3)
MOST_TOGETHER = 6
"""Buttons in a row: Teams hides any more behind dots."""


def draw_welcome(screen: Welcome, council: Council, now: datetime) -> Card:
    """Draw what the bot does and what can be begun; below the buttons, what it is not."""
    ours = council.name or render_text("welcome.our_council")
    body: list[Part] = [rich(render_runs("welcome.does", council=ours))]
    for group in GROUPS:
        body += _group(group)
    body += [small_print(render_text(f"welcome.{part}")) for part in ("ask", "is_not")]
    if screen.kept:
        counted = render_text("welcome.one" if screen.kept == 1 else "welcome.many", count=screen.kept)
        body.append(rich(render_runs("welcome.kept", kept=counted)))
    actions: tuple[Action, ...] = (
        button("matters"),
        button("practise"),
        button("follow_ups"),
        button("about_me"),
        button("help"),
        danger_button(None),
    )
    return titled_card(render_text("welcome.title"), body, actions)


def _group(group: str) -> list[Part]:
    """Return the buttons of a group under a heading; the last group ends with what is none of them."""
    buttons = start_buttons(begun_from(group))
    if group == GROUPS[-1]:
        buttons = (*buttons, button("outside"))
    return [small_heading(render_text(f"welcome.groups.{group}")), Buttons(actions=buttons, spacing="Small")]


def begun_from(group: str) -> list[str]:
    """Return the flows of a group, and the call, in the order in which they are likeliest wanted."""
    places = {PHONE: ON_THE_PHONE, **{name: presenter.welcome for name, presenter in PRESENTERS.items()}}
    return sorted((name for name, at in places.items() if at.group == group), key=lambda name: places[name].place)


def start_buttons(flows: Iterable[str]) -> tuple[Action, ...]:
    """Return a button for each of these flows that can be begun."""
    known = [flow for flow in flows if flow in FLOWS or flow == PHONE]
    return tuple(button("start", title=render_text(f"buttons.flow.{flow}"), about=flow) for flow in known)


def draw_which_one(screen: WhichOne, council: Council, now: datetime) -> Card:
    """Ask which flow a first message meant that fits several."""
    body: list[Part] = [rich(render_runs("outside.which_says"))]
    body += [Buttons(actions=start_buttons(some), spacing="Small") for some in _rows(screen.flows)]
    actions = (button("outside"), home_button(open_matter=False), button("help"), danger_button(None))
    return titled_card(render_text("outside.which_title"), body, actions)


def _rows(flows: tuple[str, ...]) -> list[tuple[str, ...]]:
    known = tuple(flow for flow in flows if flow in FLOWS)
    return [known[start : start + MOST_TOGETHER] for start in range(0, len(known), MOST_TOGETHER)]


def draw_help(screen: Help, council: Council, now: datetime) -> Card:
    """Draw what can be typed."""
    body: list[Part] = []
    for group in ("starting", "anytime"):
        body.append(small_heading(render_text(f"help.{group}_title")))
        body += close_lines(render_paragraphs(f"help.{group}"))
    links = link_buttons("national_guidance", council.national_guidance_url)
    actions = (
        home_button(open_matter=screen.open_matter),
        button("matters"),
        button("my_requests"),
        button("follow_ups"),
        button("approvals"),
        danger_button(None),
        *links,
    )
    return titled_card(render_text("help.title"), body, actions)


def home_button(*, open_matter: bool) -> Action:
    """Return the way back to the open matter, or to what can be begun."""
    return button("home", title=render_text("buttons.home" if open_matter else "buttons.to_start"))
