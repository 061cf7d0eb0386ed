"""The welcome, the question which of several flows was meant, and help: what is wanted most first, the rest opens."""

from collections.abc import Iterable
from datetime import datetime

from cards.elements import Action, Buttons, Card, Part, rich
from cards.layout import (
    MOST_TOGETHER,
    Section,
    button,
    close_lines,
    danger_button,
    folded,
    link_buttons,
    opened_below,
    small_print,
    titled_card,
)
from cards.people import Council
from cards.presenter import WelcomePlace
from cards.presenters import PRESENTERS
from cards.words import render_paragraphs, render_runs, render_text
from dialogs.flows.registry import FLOWS
from dialogs.screens import Help, Welcome, WhichOne

PHONE = "phone"
GROUPS = ("tell", "ask")
ON_THE_PHONE = WelcomePlace("tell", 3)
COMMONEST = ("share", "authority", "document", "gather")
"""What is begun most often, in view at first sight."""


def draw_welcome(screen: Welcome, council: Council, now: datetime) -> Card:
    """Draw danger, what the bot does and what is begun most; all else opens. Below, what the bot is not."""
    ours = council.name or render_text("welcome.our_council")
    body: list[Part] = [Buttons(actions=(danger_button(None),)), rich(render_runs("welcome.does", council=ours))]
    body.append(Buttons(actions=start_buttons(COMMONEST)))
    body += folded([Section("more", render_text("welcome.more"), tuple(_more()))])
    body += [small_print(render_text(f"welcome.{part}")) for part in ("ask", "is_not")]
    if screen.kept:
        counted = render_text("welcome.one" if screen.kept == 1 else "welcome.many", count=screen.kept)
        body.append(rich(render_runs("welcome.kept", kept=counted)))
    return titled_card(render_text("welcome.title"), body, (button("matters"), button("help")))


def _more() -> list[Part]:
    """Return the buttons for everything that is begun less often, and for what is kept."""
    others = [flow for group in GROUPS for flow in begun_from(group) if flow not in COMMONEST]
    ways = tuple(button(verb) for verb in ("practise", "follow_ups", "about_me"))
    return [Buttons(actions=(*start_buttons(others), button("outside"))), Buttons(actions=ways)]


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
    body: list[Part] = [] if screen.guessed else [rich(render_runs("outside.which_says"))]
    body += [Buttons(actions=start_buttons(some), spacing="Small") for some in _rows(screen.flows)]
    actions = (button("outside"), home_button(open_matter=False), button("help"), danger_button(None))
    return titled_card(render_text(f"outside.{'guess' if screen.guessed else 'which'}_title"), body, actions)


def _rows(flows: tuple[str, ...]) -> list[tuple[str, ...]]:
    known = tuple(flow for flow in flows if flow in FLOWS)
    return [known[start : start + MOST_TOGETHER] for start in range(0, len(known), MOST_TOGETHER)]


def draw_help(screen: Help, council: Council, now: datetime) -> Card:
    body = close_lines(render_paragraphs("help.starting"))
    more = close_lines(render_paragraphs("help.anytime"))
    body += opened_below("anytime", render_text("help.anytime_title"), more)
    body.append(Buttons(actions=(button("my_requests"), button("approvals"))))
    links = link_buttons("national_guidance", council.national_guidance_url)
    actions = (
        home_button(open_matter=screen.open_matter),
        button("matters"),
        button("follow_ups"),
        danger_button(None),
        *links,
    )
    return titled_card(render_text("help.title"), body, actions)


def home_button(*, open_matter: bool) -> Action:
    """Return the way back to the open matter, or to what can be begun."""
    return button("home", title=render_text("buttons.home" if open_matter else "buttons.to_start"))
