"""What each press comes to that is about no play: what can be practised, and how it goes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.desk import Press, Reply
from dialogs.screens import Shown
from practice import picking, showing, your_call
from practice.desk import PracticeDesk, Turned
from practice.on_a_story import here
from practice.progress import SMALLEST_GROUP, cohort
from practice.screens import Cohort, MyCalls, MyProgress
from practice.starting import begin, home


def _home(desk: PracticeDesk, press: Press) -> Turned:
    return home(desk)


def _pick(desk: PracticeDesk, press: Press) -> Turned:
    """A story of the chosen topic; without a topic, any."""
    chosen = picking.of_topic(desk.scenarios(), press.inputs.get("topic", ""), desk.progress())
    return begin(desk, chosen) if chosen else _surprise(desk, press)


def _surprise(desk: PracticeDesk, press: Press) -> Turned:
    found = picking.least_played(list(desk.scenarios().values()), desk.progress())
    return begin(desk, found) if found else home(desk)


def _missed(desk: PracticeDesk, press: Press) -> Turned:
    found = picking.of_missed(desk.scenarios(), desk.progress(), desk.now.date())
    return begin(desk, found) if found else _surprise(desk, press)


def _resume(desk: PracticeDesk, press: Press) -> Turned:
    matter = desk.find(press.about)
    scenario = desk.scenario(matter) if matter else None
    return here(matter, scenario) if matter and scenario else home(desk, "practice_gone")


def _drop(desk: PracticeDesk, press: Press) -> Turned:
    matter = desk.find(press.about)
    return home(desk, "practice_dropped", forgotten=(matter.id,)) if matter else home(desk, "practice_gone")


def my_progress(desk: PracticeDesk, press: Press) -> Turned:
    """How practice goes; before it is deleted, whether that is meant."""
    asked = press.verb == "practise_forget"
    shown = MyProgress(desk.progress(), desk.now.date().isoformat(), asked)
    return Turned(Reply(Shown(shown), desk.current or desk.real.current))


def _forget(desk: PracticeDesk, press: Press) -> Turned:
    """All that is kept of their practice goes: the counts, the plays, and what was shown of them."""
    plays = tuple(one.id for one in desk.half_way())
    shown = tuple(play.id for play in desk.progress().shown)
    gone = home(desk, "practice_deleted", forgotten=plays)
    return replace(gone, forget_progress=True, no_longer_shown=shown)


def _cohort(desk: PracticeDesk, press: Press) -> Turned:
    """Only for a practice educator, whoever's card was pressed."""
    if not desk.educator:
        return home(desk)
    everyone = desk.everyone()
    rows = cohort(everyone) if len(everyone) >= SMALLEST_GROUP else ()
    shown, older = showing.page(desk, press.about)
    screen = Cohort(rows, len(everyone), shown, older)
    return Turned(Reply(Shown(screen), desk.current or desk.real.current))


def _look(desk: PracticeDesk, press: Press) -> Turned:
    """A play that was shown to practice educators; for them alone."""
    screen = showing.looked_at(desk, press.about)
    if screen is None:
        return _cohort(desk, Press("practise_cohort"))
    return Turned(Reply(Shown(screen), desk.current or desk.real.current))


def _calls(desk: PracticeDesk, press: Press) -> Turned:
    return Turned(Reply(Shown(MyCalls(desk.progress().calls)), desk.current or desk.real.current))


def _take_back(desk: PracticeDesk, press: Press) -> Turned:
    """What was shown is shown no more."""
    after = desk.progress().without_shown(press.about)
    shown = MyProgress(after, desk.now.date().isoformat())
    reply = Reply(Shown(shown), desk.current or desk.real.current)
    return Turned(reply, progress=after, no_longer_shown=(press.about,))


ANYWHERE: Mapping[str, Callable[[PracticeDesk, Press], Turned]] = {
    "practise": _home,
    "practise_pick": _pick,
    "practise_surprise": _surprise,
    "practise_missed": _missed,
    "practise_resume": _resume,
    "practise_drop": _drop,
    "practise_progress": my_progress,
    "practise_forget": my_progress,
    "practise_forget_yes": _forget,
    "practise_cohort": _cohort,
    "practise_look": _look,
    "practise_calls": _calls,
    "practise_unshow": _take_back,
    "practise_call_first": your_call.switched,
    "your_call": your_call.said,
}
