"""A play that a trainee shows to the practice educators, of their own accord, until they take it back."""

from dialogs.answers import NOTHING
from dialogs.matter import Matter
from guidance.paragraphs import VERSION
from practice.deciding import RESTS_ON, WOULD_DO
from practice.desk import PracticeDesk
from practice.kinds import KINDS
from practice.playing import counted
from practice.progress import Progress, ShownPlay
from practice.screens import LookedAt

MOST_LISTED = 20


def shown_on(desk: PracticeDesk, matter: Matter) -> str:
    """The day since which this play is shown, as 2026-03-09; "" for one that is not."""
    return next((play.on for play in desk.progress().shown if play.id == matter.id), "")


def with_shown(desk: PracticeDesk, matter: Matter, asks: str) -> Progress:
    """The progress with this play shown, as its answers count. `asks`: what the trainee would like to know."""
    scenario = desk.scenario(matter)
    if scenario is None:
        return desk.progress()
    last = {name: matter.values[name] for name in (WOULD_DO, RESTS_ON)}
    values = {**counted(matter, scenario), **last}
    play = ShownPlay(matter.id, desk.now.date().isoformat(), desk.name, matter.practice, asks, values)
    return desk.progress().with_shown(play)


def of_everyone(desk: PracticeDesk) -> tuple[tuple[ShownPlay, str], ...]:
    """What is shown to this educator with its topic, the latest first; nothing to anyone else."""
    if not desk.educator:
        return ()
    plays = sorted((play for one in desk.everyone() for play in one.shown), key=lambda play: play.on, reverse=True)
    found = [(play, desk.scenarios().get(play.story)) for play in plays[:MOST_LISTED]]
    return tuple((play, scenario.topic) for play, scenario in found if scenario)


def looked_at(desk: PracticeDesk, play_id: str) -> LookedAt | None:
    """A play that is shown, to be looked at by an educator; None for anyone else, or when it was taken back."""
    play = next((play for play, _ in of_everyone(desk) if play.id == play_id), None)
    if play is None:
        return None
    story = desk.scenarios()[play.story]
    matter = Matter(play.id, KINDS[story.flow], VERSION, NOTHING.hold(play.values), practice=play.scenario)
    scenario = desk.scenario(matter)
    return LookedAt(matter, scenario, play) if scenario else None
