"""A play that a trainee shows to the practice educators, of their own accord, until they take it back."""

import re

from dialogs.engine.matter import Matter
from practice.context import PracticeContext
from practice.final_questions import WOULD_DO
from practice.progress import Progress, SharedPlay
from practice.registry import PRACTICE_FLOWS
from practice.screens import EducatorScreen
from practice.simulation import new_play

MOST_LISTED = 8
NOT_OF_A_NAME = re.compile(r"[^\w .,'\u2019-]|_")
LONGEST_NAME = 60
"""Teams lets a person call themselves anything: nothing of a name is read as markup."""


def shared_since(context: PracticeContext, matter: Matter) -> str:
    """Return the day since which this play is shared, such as 2026-03-09; "" if it is not."""
    return next((play.on for play in context.progress().shown if play.id == matter.id), "")


def share_play(context: PracticeContext, matter: Matter, asks: str) -> Progress:
    """Return the progress with this play shared as it is. `asks`: what the trainee would like to know."""
    name = NOT_OF_A_NAME.sub("", context.name)[:LONGEST_NAME].strip()
    play = SharedPlay(matter.id, context.now.date().isoformat(), name, matter.practice, asks, matter.values)
    return context.progress().with_shown(play)


def _all_shared_plays(context: PracticeContext) -> tuple[tuple[SharedPlay, str], ...]:
    """Return what is shared with this educator, each with its topic, the latest first; nothing for anyone else."""
    if not context.educator:
        return ()
    plays = sorted(context.shown(), key=lambda play: play.on, reverse=True)
    found = [(play, context.scenarios().get(play.story)) for play in plays]
    return tuple((play, scenario.topic) for play, scenario in found if scenario)


def shared_page(context: PracticeContext, about: str) -> tuple[tuple[tuple[SharedPlay, str], ...], int]:
    """Return the shared plays from this place on, and where the next page begins; 0 if there is none."""
    every = _all_shared_plays(context)
    first = int(about) if about.isascii() and about.isdecimal() and int(about) < len(every) else 0
    after = first + MOST_LISTED
    return every[first:after], after if after < len(every) else 0


def open_shared_play(context: PracticeContext, play_id: str) -> EducatorScreen | None:
    """Return a shared play as an educator sees it; None for anyone else, or when it was taken back."""
    play = next((play for play, _ in _all_shared_plays(context) if play.id == play_id), None)
    if play is None:
        return None
    flow = PRACTICE_FLOWS[context.scenarios()[play.story].flow]
    matter = new_play(play.scenario, flow, play.values, play.id)
    scenario = context.scenario(matter)
    return EducatorScreen(matter, scenario, play) if scenario and WOULD_DO in matter.values else None
