"""The usage figures, for administrators."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter

from cards.elements import Card, Part, rich
from cards.layout import button, close_lines, danger_button, opened_below, small_heading, small_print, titled_card
from cards.people import Council
from cards.times import format_day
from cards.words import render_runs, render_text
from dialogs.screens import UsageFigures, UsageRow

IN_VIEW = 6
MOST_ROWS = 24


def draw_usage(screen: UsageFigures, council: Council, now: datetime) -> Card:
    """Draw the newest weeks, as many rows as a card holds."""
    body: list[Part] = [rich(render_runs("usage.says" if screen.rows else "usage.none"))]
    body += _weeks(screen.rows[:IN_VIEW])
    body += opened_below("more_rows", render_text("usage.read_on"), _weeks(screen.rows[IN_VIEW:MOST_ROWS]))
    if len(screen.rows) > MOST_ROWS:
        body.append(small_print(render_text("usage.more")))
    return titled_card(render_text("usage.title"), body, (button("home"), danger_button(None)))


def _weeks(counted: Sequence[UsageRow]) -> list[Part]:
    """Return a heading for each week, and a line for each of its rows."""
    parts: list[Part] = []
    for week, rows in groupby(counted, key=itemgetter(0)):
        parts.append(small_heading(render_text("usage.week", day=format_day(week))))
        parts += close_lines(
            render_runs(
                "usage.feedback" if reason else "usage.answer",
                flow=render_text(f"flows.{flow}") if flow else "",
                ref=ref,
                outcome=render_text(f"usage.outcomes.{outcome}"),
                reason=render_text(f"hearing.feedback.{reason}") if reason else "",
                times=times,
                people=people,
            )
            for _, flow, ref, outcome, reason, times, people in rows
        )
    return parts
