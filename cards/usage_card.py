"""The usage figures, for administrators."""

from datetime import datetime
from itertools import groupby
from operator import itemgetter

from cards.actions import button, danger_button
from cards.elements import Card, Part, rich
from cards.layout import close_lines, small_heading, small_print, titled_card
from cards.people import Council
from cards.times import format_day
from cards.words import render_runs, render_text
from dialogs.screens import UsageFigures

MOST_ROWS = 24


def draw_usage(screen: UsageFigures, council: Council, now: datetime) -> Card:
    """Draw the newest weeks, as many rows as a card holds."""
    body: list[Part] = [rich(render_runs("usage.says" if screen.rows else "usage.none"))]
    for week, rows in groupby(screen.rows[:MOST_ROWS], key=itemgetter(0)):
        body.append(small_heading(render_text("usage.week", day=format_day(week))))
        body += close_lines(
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
    if len(screen.rows) > MOST_ROWS:
        body.append(small_print(render_text("usage.more")))
    return titled_card(render_text("usage.title"), body, (button("home"), danger_button(None)))
