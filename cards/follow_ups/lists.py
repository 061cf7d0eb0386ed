"""The lists: a worker's own, and for a supervisor the overdue ones of the team by number and name."""

from collections.abc import Sequence
from datetime import datetime

from cards import words
from cards.actions import button, danger
from cards.elements import Action, Box, Buttons, Card, OwnWords, Part, Run, TextBlock, rich
from cards.follow_ups.additions import due_day, known, standing
from cards.people import Council
from cards.titled import titled
from cards.welcome import on
from dialogs.flows.follow_ups_opened import LONGEST_NAME
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import PAGE, MyFollowUps, TeamFollowUps


def mine(screen: MyFollowUps, council: Council, now: datetime) -> Card:
    """A worker's own, the next due first; each can be opened."""
    rows = [_row(one, now) for one in screen.follow_ups[screen.first : screen.first + PAGE]]
    body = rows or [rich(words.say("follow_ups.none"))]
    body += _pages("follow_ups", screen.follow_ups, screen.first)
    return titled(words.label("follow_ups.mine"), body, (on(open_matter=screen.open_matter), danger(None)))


def _row(follow_up: FollowUp, now: datetime) -> Part:
    about = words.in_flow(follow_up.flow, f"follow_ups.about.{follow_up.kind}")
    state = standing(follow_up, now)
    lines = (
        rich([Run(text=_title(follow_up), weight="Bolder")]),
        rich(words.say(about, **known(follow_up)), spacing="None"),
        rich([Run(text=state, is_subtle=True, size="Small")], spacing="None"),
    )
    ways = Buttons(actions=(button("open_follow_up", about=follow_up.id),))
    return Box(items=(*lines, ways), separator=True)


def team(screen: TeamFollowUps, council: Council, now: datetime) -> Card:
    """The team's overdue ones. Nothing of any family stands here: whose each is can be asked."""
    rows: list[Part] = []
    for one in screen.follow_ups[screen.first : screen.first + PAGE]:
        since = words.label("follow_ups.team.since", day=due_day(one.due_at))
        whose = words.say(
            "follow_ups.team.whose", name=one.owner_name[:LONGEST_NAME] or words.label("follow_ups.team.no_name")
        )
        title = rich([Run(text=_title(one), weight="Bolder")])
        small = rich([Run(text=since, is_subtle=True, size="Small")], spacing="None")
        rows.append(Box(items=(title, rich(whose, spacing="None"), small), separator=True))
    body = rows or [rich(words.say("follow_ups.team.none"))]
    body += _pages("team_follow_ups", screen.follow_ups, screen.first)
    body.append(TextBlock(text=words.label("follow_ups.team.no_details"), size="Small", is_subtle=True))
    return titled(words.label("follow_ups.team.title"), body, (button("home"), danger(None)))


def _title(follow_up: FollowUp) -> OwnWords:
    kind = words.label(f"follow_ups.kinds.{follow_up.kind}")
    return words.label("follow_ups.title", number=follow_up.number, kind=kind)


def _pages(verb: str, every: Sequence[FollowUp], first: int) -> list[Part]:
    """The ways to the others, where there are more than a page holds."""
    ways: list[Action] = []
    if first + PAGE < len(every):
        ways.append(button(verb, title=words.label("buttons.show_more"), about=str(first + PAGE)))
    if first:
        ways.append(button(verb, title=words.label("buttons.show_sooner"), about=str(first - PAGE)))
    return [Buttons(actions=tuple(ways))] if ways else []
