"""What can be done: the welcome, the question which of two was meant, and help."""

from collections.abc import Iterable
from datetime import datetime

from cards import words
from cards.actions import button, danger, open_url
from cards.elements import Action, Buttons, Card, Part, TextBlock, rich
from cards.people import Council
from cards.presenter import WelcomePlace
from cards.presenters import PRESENTERS
from cards.titled import small_heading, titled
from dialogs.flows.registry import FLOWS
from dialogs.screens import Help, Welcome, WhichOne

PHONE = "phone"
GROUPS = ("tell", "ask")
ON_THE_PHONE = WelcomePlace("tell", 3)
MOST_TOGETHER = 6
"""Buttons in a row: Teams hides any more behind dots."""


def welcome(screen: Welcome, council: Council, now: datetime) -> Card:
    """What it does and what can be done; below the buttons, what it is not."""
    ours = council.name or words.label("welcome.our_council")
    body: list[Part] = [rich(words.say("welcome.does", council=ours))]
    for group in GROUPS:
        body += _group(group)
    body += [_small(f"welcome.{part}") for part in ("ask", "is_not")]
    if screen.kept:
        counted = words.label("welcome.one" if screen.kept == 1 else "welcome.many", count=screen.kept)
        body.append(rich(words.say("welcome.kept", kept=counted)))
    actions: tuple[Action, ...] = (
        button("matters"),
        button("practise"),
        button("follow_ups"),
        button("about_me"),
        button("help"),
        danger(None),
    )
    return titled(words.label("welcome.title"), body, actions)


def _small(key: str) -> TextBlock:
    return TextBlock(text=words.label(key), size="Small", is_subtle=True)


def _group(group: str) -> list[Part]:
    """The buttons of a group under its small heading; the last group ends with what is none of them."""
    buttons = starts(begun_from(group))
    if group == GROUPS[-1]:
        buttons = (*buttons, button("outside"))
    return [small_heading(words.label(f"welcome.groups.{group}")), Buttons(actions=buttons, spacing="Small")]


def begun_from(group: str) -> list[str]:
    """Return the flows of a group, and the call, in the order in which they are likeliest wanted."""
    places = {PHONE: ON_THE_PHONE, **{name: presenter.welcome for name, presenter in PRESENTERS.items()}}
    return sorted((name for name, at in places.items() if at.group == group), key=lambda name: places[name].place)


def starts(flows: Iterable[str]) -> tuple[Action, ...]:
    """A button for each of these that can be begun."""
    known = [flow for flow in flows if flow in FLOWS or flow == PHONE]
    return tuple(button("start", title=words.label(f"buttons.flow.{flow}"), about=flow) for flow in known)


def which_one(screen: WhichOne, council: Council, now: datetime) -> Card:
    """A first message that fits several: the worker says which."""
    body: list[Part] = [rich(words.say("outside.which_says"))]
    body += [Buttons(actions=starts(some), spacing="Small") for some in _rows(screen.flows)]
    actions = (button("outside"), on(open_matter=False), button("help"), danger(None))
    return titled(words.label("outside.which_title"), body, actions)


def _rows(flows: tuple[str, ...]) -> list[tuple[str, ...]]:
    known = tuple(flow for flow in flows if flow in FLOWS)
    return [known[start : start + MOST_TOGETHER] for start in range(0, len(known), MOST_TOGETHER)]


def help_card(screen: Help, council: Council, now: datetime) -> Card:
    """What can be typed."""
    body: list[Part] = []
    for group in ("starting", "anytime"):
        body.append(small_heading(words.label(f"help.{group}_title")))
        body += [rich(runs, spacing="Small") for runs in words.say_each(f"help.{group}")]
    links = open_url("national_guidance", council.national_guidance_url)
    actions = (on(open_matter=screen.open_matter), button("matters"), button("follow_ups"), danger(None), *links)
    return titled(words.label("help.title"), body, actions)


def on(*, open_matter: bool) -> Action:
    """Back to the matter that is open, or to what can be begun."""
    return button("home", title=words.label("buttons.home" if open_matter else "buttons.to_start"))
