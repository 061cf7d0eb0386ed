"""The follow-ups that are kept, with their reminders: for the note, before and after it is copied."""

from collections.abc import Sequence

from cards.actions import button
from cards.additions import due_day
from cards.elements import Box, Buttons, Part, rich
from cards.words import render_runs, render_text
from dialogs.follow_ups.follow_up import FollowUp


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
