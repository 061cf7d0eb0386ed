"""Which screen shows where a matter stands."""

from dialogs.desk import Desk
from dialogs.filling import Filled
from dialogs.matter import Matter, Phase
from dialogs.screens import Asking, LetGo, MyMatters, Screen, TheAnswer, TheNote, Welcome


def screen_of(matter: Matter | None, desk: Desk, *, numbered: bool = False) -> Screen:
    """The screen that this matter has come to; the welcome when there is none."""
    if matter is None:
        return welcome(desk)
    phase = matter.phase
    if phase is Phase.COPIED:
        return LetGo(matter)
    if phase in (Phase.ASKING, Phase.CLOSING):
        return Asking(matter, matter.standing(), numbered=numbered)
    decision = matter.decision()
    looked_at = desk.looked_at(matter)
    return TheNote(matter, decision, looked_at) if phase is Phase.NOTE else TheAnswer(matter, decision, looked_at)


def screen_after(filled: Filled, desk: Desk, *, numbered: bool = False) -> Screen:
    """The same after an attempt to fill a card in, with what could not be taken."""
    if filled.faults and filled.matter.phase in (Phase.ASKING, Phase.CLOSING):
        return Asking(filled.matter, filled.matter.standing(), filled.faults, numbered)
    return screen_of(filled.matter, desk, numbered=numbered)


def welcome(desk: Desk) -> Welcome:
    """The welcome, with how many matters are open."""
    return Welcome(sum(1 for matter in desk.every() if matter.phase is not Phase.COPIED))


def my_matters(desk: Desk, *, asked_to_delete: str = "") -> MyMatters:
    """All of this person's matters, newest first."""
    return MyMatters(tuple(desk.every()), asked_to_delete)
