"""Actions that belong to no play: what can be practised, and how it goes."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from dialogs.context import Press, Result
from dialogs.screens import Screen, Shown
from practice import selection, sharing, your_call
from practice.context import PracticeContext, PracticeResult
from practice.play_actions import redisplay
from practice.progress import SMALLEST_GROUP, cohort_rows
from practice.screens import Cohort, MyCalls, MyProgress
from practice.starting import begin_play, show_home


def _show(context: PracticeContext, screen: Screen) -> PracticeResult:
    """Show a screen beside what is open, which stays open."""
    return PracticeResult(Result(Shown(screen), context.current or context.real.current))


def _show_home(context: PracticeContext, press: Press) -> PracticeResult:
    return show_home(context)


def _pick(context: PracticeContext, press: Press) -> PracticeResult:
    """Begin a story of the chosen topic; without a topic, any."""
    found = selection.pick_by_topic(context.scenarios(), press.inputs.get("topic", ""), context.progress())
    return begin_play(context, found) if found else _pick_any(context, press)


def _pick_any(context: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_least_played(list(context.scenarios().values()), context.progress())
    return begin_play(context, found) if found else show_home(context)


def _pick_missed(context: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_missed(context.scenarios(), context.progress(), context.now.date())
    return begin_play(context, found) if found else _pick_any(context, press)


def _resume(context: PracticeContext, press: Press) -> PracticeResult:
    matter = context.find(press.about)
    scenario = context.scenario(matter) if matter else None
    return redisplay(matter, scenario) if matter and scenario else show_home(context, "practice_gone")


def _drop(context: PracticeContext, press: Press) -> PracticeResult:
    matter = context.find(press.about)
    if matter is None:
        return show_home(context, "practice_gone")
    return show_home(context, "practice_dropped", forgotten=(matter.id,))


def show_progress(context: PracticeContext, press: Press) -> PracticeResult:
    """Show how practice goes; before it is deleted, ask whether that is meant."""
    asked = press.verb == "practise_forget"
    return _show(context, MyProgress(context.progress(), context.now.date().isoformat(), asked))


def _forget(context: PracticeContext, press: Press) -> PracticeResult:
    """Delete all that is kept of their practice: the counts, the plays, and what was shared of them."""
    plays = tuple(one.id for one in context.half_way())
    shown = tuple(play.id for play in context.progress().shown)
    home = show_home(context, "practice_deleted", forgotten=plays)
    return replace(home, forget_progress=True, no_longer_shown=shown)


def _show_cohort(context: PracticeContext, press: Press) -> PracticeResult:
    """Show the group, only to a practice educator, whoever's card was pressed."""
    if not context.educator:
        return show_home(context)
    everyone = context.everyone()
    rows = cohort_rows(everyone) if len(everyone) >= SMALLEST_GROUP else ()
    return _show(context, Cohort(rows, len(everyone), *sharing.shared_page(context, press.about)))


def _open_shared_play(context: PracticeContext, press: Press) -> PracticeResult:
    screen = sharing.open_shared_play(context, press.about)
    return _show(context, screen) if screen else _show_cohort(context, Press("practise_cohort"))


def _show_calls(context: PracticeContext, press: Press) -> PracticeResult:
    return _show(context, MyCalls(context.progress().calls))


def _take_back(context: PracticeContext, press: Press) -> PracticeResult:
    """Stop sharing a play."""
    after = context.progress().without_shown(press.about)
    shown = _show(context, MyProgress(after, context.now.date().isoformat()))
    return replace(shown, progress=after, no_longer_shown=(press.about,))


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
