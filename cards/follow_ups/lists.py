"""Lists of follow-ups: a worker's own, and the team's overdue ones for a supervisor."""

from collections.abc import Sequence
from datetime import datetime

from cards.additions import due_day, follow_up_values, status_text
from cards.elements import Box, Buttons, Card, Column, OwnWords, Part, Row, Run, rich
from cards.layout import button, danger_button, page_buttons, small_print, titled_card
from cards.people import Council
from cards.welcome import home_button
from cards.words import key_for_flow, render_runs, render_text
from dialogs.flows.follow_ups_opened import LONGEST_NAME
from dialogs.follow_ups.follow_up import FollowUp
from dialogs.follow_ups.screens import PAGE, MyFollowUps, TeamFollowUps


def draw_own_follow_ups(screen: MyFollowUps, council: Council, now: datetime) -> Card:
    """Draw a worker's own, the next due first."""
    rows = [_row(one, now) for one in screen.follow_ups[screen.first : screen.first + PAGE]]
    body = rows or [rich(render_runs("follow_ups.none"))]
    body += _page_buttons("follow_ups", screen.follow_ups, screen.first)
    ways = (home_button(open_matter=screen.open_matter), button("my_requests"), danger_button(None))
    return titled_card(render_text("follow_ups.mine"), body, ways)


def _row(follow_up: FollowUp, now: datetime) -> Part:
    about = key_for_flow(follow_up.flow, f"follow_ups.about.{follow_up.kind}")
    state = status_text(follow_up, now)
    lines = (
        rich([Run(text=_title(follow_up), weight="Bolder")]),
        rich(render_runs(about, **follow_up_values(follow_up)), spacing="None"),
        rich([Run(text=state, is_subtle=True, size="Small")], spacing="None"),
    )
    opens = Column(width="auto", items=(Buttons(actions=(button("open_follow_up", about=follow_up.id),)),))
    return Row(columns=(Column(width="stretch", items=lines), opens), separator=True)


def draw_team_follow_ups(screen: TeamFollowUps, council: Council, now: datetime) -> Card:
    """Draw the team's overdue ones: whose each is, and nothing about any family."""
    rows: list[Part] = []
    for one in screen.follow_ups[screen.first : screen.first + PAGE]:
        since = render_text("follow_ups.team.since", day=due_day(one.due_at))
        whose = render_runs(
            "follow_ups.team.whose", name=one.owner_name[:LONGEST_NAME] or render_text("follow_ups.team.no_name")
        )
        title = rich([Run(text=_title(one), weight="Bolder")])
        small = rich([Run(text=since, is_subtle=True, size="Small")], spacing="None")
        rows.append(Box(items=(title, rich(whose, spacing="None"), small), separator=True))
    body = rows or [rich(render_runs("follow_ups.team.none"))]
    body += _page_buttons("team_follow_ups", screen.follow_ups, screen.first)
    body.append(small_print(render_text("follow_ups.team.no_details")))
    return titled_card(render_text("follow_ups.team.title"), body, (button("home"), danger_button(None)))


def _title(follow_up: FollowUp) -> OwnWords:
    kind = render_text(f"follow_ups.kinds.{follow_up.kind}")
    return render_text("follow_ups.title", number=follow_up.number, kind=kind)


def _page_buttons(verb: str, every: Sequence[FollowUp], first: int) -> list[Part]:
    return page_buttons(verb, first, PAGE, len(every), back="buttons.show_sooner")


def kept_section(follow_ups: Sequence[FollowUp], *, copied: bool) -> list[Part]:
    """Return one line for each follow-up; empty if nothing is left to be done."""
    if not follow_ups:
        return []
    lines: list[Part] = [
        rich(
            render_runs(
                "follow_ups.kept.line",
                kind=render_text(f"follow_ups.kinds.{one.kind}"),
                named=one.named,
                day=due_day(one.due_at),
            ),
            spacing="Small",
        )
        for one in follow_ups
    ]
    said = rich(render_runs("follow_ups.kept.copied" if copied else "follow_ups.kept.note"))
    return [Box(items=(said, *lines, Buttons(actions=(button("follow_ups"),))), style="emphasis")]
