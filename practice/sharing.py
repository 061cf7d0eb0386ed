"""A play that a trainee shows to the practice educators, of their own accord, until they take it back."""

import re

from dialogs.engine.answers import NOTHING
from dialogs.engine.matter import Matter
from guidance.paragraphs import VERSION
from practice.context import PracticeContext
from practice.final_questions import WOULD_DO
from practice.progress import Progress, ShownPlay
from practice.registry import KINDS
from practice.screens import SeenByEducator

MOST_LISTED = 15
NOT_OF_A_NAME = re.compile(r"[^\w .,'\u2019-]|_")
LONGEST_NAME = 60
"""Teams lets a person call themselves anything: nothing of a name is read as markup."""


def shown_on(desk: PracticeContext, matter: Matter) -> str:
    """The day since which this play is shown, as 2026-03-09; "" for one that is not."""
    return next((play.on for play in desk.progress().shown if play.id == matter.id), "")


def with_shown(desk: PracticeContext, matter: Matter, asks: str) -> Progress:
    """The progress with this play shown as it stands. `asks`: what the trainee would like to know."""
    name = NOT_OF_A_NAME.sub("", desk.name)[:LONGEST_NAME].strip()
    play = ShownPlay(matter.id, desk.now.date().isoformat(), name, matter.practice, asks, matter.values)
    return desk.progress().with_shown(play)


def of_everyone(desk: PracticeContext) -> tuple[tuple[ShownPlay, str], ...]:
    """What is shown to this educator with its topic, the latest first; nothing to anyone else."""
    if not desk.educator:
        return ()
    plays = sorted(desk.shown(), key=lambda play: play.on, reverse=True)
    found = [(play, desk.scenarios().get(play.story)) for play in plays]
    return tuple((play, scenario.topic) for play, scenario in found if scenario)


def page(desk: PracticeContext, about: str) -> tuple[tuple[tuple[ShownPlay, str], ...], int]:
    """Some of what is shown, from this place on, and where the next page begins; 0 where there is none."""
    every = of_everyone(desk)
    first = int(about) if about.isascii() and about.isdecimal() and int(about) < len(every) else 0
    after = first + MOST_LISTED
    return every[first:after], after if after < len(every) else 0


def looked_at(desk: PracticeContext, play_id: str) -> SeenByEducator | None:
    """A play that is shown, to be looked at by an educator; None for anyone else, or when it was taken back."""
    play = next((play for play, _ in of_everyone(desk) if play.id == play_id), None)
    if play is None:
        return None
    story = desk.scenarios()[play.story]
    matter = Matter(play.id, KINDS[story.flow], VERSION, NOTHING.hold(play.values), practice=play.scenario)
    scenario = desk.scenario(matter)
    return SeenByEducator(matter, scenario, play) if scenario and WOULD_DO in matter.values else None
