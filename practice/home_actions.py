"""What each press comes to that is about no play: what can be practised, and how it goes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.context import Press, Result
from dialogs.screens import Shown
from practice import selection, sharing, your_call
from practice.context import PracticeContext, PracticeResult
from practice.play_actions import redisplay
from practice.progress import SMALLEST_GROUP, cohort_rows
from practice.screens import Cohort, MyCalls, MyProgress
from practice.starting import begin_play, show_home


def _show_home(desk: PracticeContext, press: Press) -> PracticeResult:
    return show_home(desk)


def _pick(desk: PracticeContext, press: Press) -> PracticeResult:
    """A story of the chosen topic; without a topic, any."""
    chosen = selection.pick_by_topic(desk.scenarios(), press.inputs.get("topic", ""), desk.progress())
    return begin_play(desk, chosen) if chosen else _pick_any(desk, press)


def _pick_any(desk: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_least_played(list(desk.scenarios().values()), desk.progress())
    return begin_play(desk, found) if found else show_home(desk)


def _pick_missed(desk: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_missed(desk.scenarios(), desk.progress(), desk.now.date())
    return begin_play(desk, found) if found else _pick_any(desk, press)


def _resume(desk: PracticeContext, press: Press) -> PracticeResult:
    matter = desk.find(press.about)
    scenario = desk.scenario(matter) if matter else None
    return redisplay(matter, scenario) if matter and scenario else show_home(desk, "practice_gone")


def _drop(desk: PracticeContext, press: Press) -> PracticeResult:
    matter = desk.find(press.about)
    return show_home(desk, "practice_dropped", forgotten=(matter.id,)) if matter else show_home(desk, "practice_gone")


def show_progress(desk: PracticeContext, press: Press) -> PracticeResult:
    """How practice goes; before it is deleted, whether that is meant."""
    asked = press.verb == "practise_forget"
    shown = MyProgress(desk.progress(), desk.now.date().isoformat(), asked)
    return PracticeResult(Result(Shown(shown), desk.current or desk.real.current))


def _forget(desk: PracticeContext, press: Press) -> PracticeResult:
    """All that is kept of their practice goes: the counts, the plays, and what was shown of them."""
    plays = tuple(one.id for one in desk.half_way())
    shown = tuple(play.id for play in desk.progress().shown)
    gone = show_home(desk, "practice_deleted", forgotten=plays)
    return replace(gone, forget_progress=True, no_longer_shown=shown)


def _show_cohort(desk: PracticeContext, press: Press) -> PracticeResult:
    """Only for a practice educator, whoever's card was pressed."""
    if not desk.educator:
        return show_home(desk)
    everyone = desk.everyone()
    rows = cohort_rows(everyone) if len(everyone) >= SMALLEST_GROUP else ()
    shown, older = sharing.shared_page(desk, press.about)
    screen = Cohort(rows, len(everyone), shown, older)
    return PracticeResult(Result(Shown(screen), desk.current or desk.real.current))


def _open_shared_play(desk: PracticeContext, press: Press) -> PracticeResult:
    """A play that was shown to practice educators; for them alone."""
    screen = sharing.open_shared_play(desk, press.about)
    if screen is None:
        return _show_cohort(desk, Press("practise_cohort"))
    return PracticeResult(Result(Shown(screen), desk.current or desk.real.current))


def _show_calls(desk: PracticeContext, press: Press) -> PracticeResult:
    return PracticeResult(Result(Shown(MyCalls(desk.progress().calls)), desk.current or desk.real.current))


def _take_back(desk: PracticeContext, press: Press) -> PracticeResult:
    """What was shown is shown no more."""
    after = desk.progress().without_shown(press.about)
    shown = MyProgress(after, desk.now.date().isoformat())
    reply = Result(Shown(shown), desk.current or desk.real.current)
    return PracticeResult(reply, progress=after, no_longer_shown=(press.about,))


HOME_ACTIONS: Mapping[str, Callable[[PracticeContext, Press], PracticeResult]] = {
    "practise": _show_home,
    "practise_pick": _pick,
    "practise_surprise": _pick_any,
    "practise_missed": _pick_missed,
    "practise_resume": _resume,
    "practise_drop": _drop,
    "practise_progress": show_progress,
    "practise_forget": show_progress,
    "practise_forget_yes": _forget,
    "practise_cohort": _show_cohort,
    "practise_look": _open_shared_play,
    "practise_calls": _show_calls,
    "practise_unshow": _take_back,
    "practise_call_first": your_call.switch_call_first,
    "your_call": your_call.take_call,
}
