"""A play that a trainee shows to the practice educators, of their own accord, until they take it back."""

import re

from dialogs.engine.answers import NOTHING
from dialogs.engine.matter import Matter
from guidance.paragraphs import VERSION
from practice.context import PracticeContext
from practice.final_questions import WOULD_DO
from practice.progress import Progress, SharedPlay
from practice.registry import PRACTICE_FLOWS
from practice.screens import EducatorScreen

MOST_LISTED = 15
NOT_OF_A_NAME = re.compile(r"[^\w .,'\u2019-]|_")
LONGEST_NAME = 60
"""Teams lets a person call themselves anything: nothing of a name is read as markup."""


def shared_since(desk: PracticeContext, matter: Matter) -> str:
    """The day since which this play is shown, as 2026-03-09; "" for one that is not."""
    return next((play.on for play in desk.progress().shown if play.id == matter.id), "")


def share_play(desk: PracticeContext, matter: Matter, asks: str) -> Progress:
    """The progress with this play shown as it stands. `asks`: what the trainee would like to know."""
    name = NOT_OF_A_NAME.sub("", desk.name)[:LONGEST_NAME].strip()
    play = SharedPlay(matter.id, desk.now.date().isoformat(), name, matter.practice, asks, matter.values)
    return desk.progress().with_shown(play)


def all_shared_plays(desk: PracticeContext) -> tuple[tuple[SharedPlay, str], ...]:
    """What is shown to this educator with its topic, the latest first; nothing to anyone else."""
    if not desk.educator:
        return ()
    plays = sorted(desk.shown(), key=lambda play: play.on, reverse=True)
    found = [(play, desk.scenarios().get(play.story)) for play in plays]
    return tuple((play, scenario.topic) for play, scenario in found if scenario)


def shared_page(desk: PracticeContext, about: str) -> tuple[tuple[tuple[SharedPlay, str], ...], int]:
    """Some of what is shown, from this place on, and where the next page begins; 0 where there is none."""
    every = all_shared_plays(desk)
    first = int(about) if about.isascii() and about.isdecimal() and int(about) < len(every) else 0
    after = first + MOST_LISTED
    return every[first:after], after if after < len(every) else 0


def open_shared_play(desk: PracticeContext, play_id: str) -> EducatorScreen | None:
    """A play that is shown, to be looked at by an educator; None for anyone else, or when it was taken back."""
    play = next((play for play, _ in all_shared_plays(desk) if play.id == play_id), None)
    if play is None:
        return None
    story = desk.scenarios()[play.story]
    matter = Matter(play.id, PRACTICE_FLOWS[story.flow], VERSION, NOTHING.hold(play.values), practice=play.scenario)
    scenario = desk.scenario(matter)
    return EducatorScreen(matter, scenario, play) if scenario and WOULD_DO in matter.values else None
