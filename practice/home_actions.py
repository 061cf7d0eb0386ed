"""Actions that belong to no play: what can be practised, and how it goes."""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from dialogs.context import Press, Result
from dialogs.screens import Screen, Shown
from practice import selection, sharing, your_call
from practice.context import PracticeContext, PracticeResult
from practice.play_actions import redisplay
from practice.progress import SMALLEST_GROUP, GroupTask, cohort_rows
from practice.screens import Cohort, MyCalls, MyProgress, SupervisionRecord
from practice.starting import begin_play, show_home
from practice.variants import find_variant

LONGEST_LINE = 300


def _show(context: PracticeContext, screen: Screen) -> PracticeResult:
    """Show a screen beside what is open, which stays open."""
    return PracticeResult(Result(Shown(screen), context.current or context.real.current))


def _pick(context: PracticeContext, press: Press) -> PracticeResult:
    """Begin a story of the chosen topic and level; without either, the next in order."""
    topic, level = press.inputs.get("topic", ""), press.inputs.get("level", "")
    found = selection.pick_by(context.scenarios(), topic, level, context.progress())
    return begin_play(context, found) if found else _pick_any(context, press)


def _pick_any(context: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_least_played(list(context.scenarios().values()), context.progress())
    return begin_play(context, found) if found else show_home(context)


def _pick_missed(context: PracticeContext, press: Press) -> PracticeResult:
    found = selection.pick_missed(context.scenarios(), context.progress(), context.now.date())
    return begin_play(context, found) if found else _pick_any(context, press)


def _go_on(context: PracticeContext, press: Press) -> PracticeResult:
    """Begin the next day of a case, if it is waiting; it may be begun before its day, as in a workshop."""
    found = find_variant(context.scenarios(), press.about) if press.about in context.progress().waiting else None
    return begin_play(context, found) if found else show_home(context, "practice_gone")


def _begin_task(context: PracticeContext, press: Press) -> PracticeResult:
    """Begin what an educator has set: the story, or one of the level."""
    task = context.group_task()
    if task is None:
        return show_home(context)
    one = context.scenarios().get(task.story)
    found = one or selection.pick_by(context.scenarios(), "", task.level, context.progress())
    return begin_play(context, found) if found else show_home(context, "practice_gone")


def _set_task(context: PracticeContext, press: Press) -> PracticeResult:
    """Set a level or a story for the group, or nothing; only an educator can."""
    if not context.educator:
        return show_home(context)
    level, story = press.inputs.get("set_level", ""), press.inputs.get("set_story", "")
    known = {one.level for one in context.scenarios().values()}
    task = GroupTask(
        level if level in known else "", story if story in context.scenarios() else "", context.now.isoformat()
    )
    after = replace(context.progress(), set_for_group=task)
    return replace(_cohort(context, press, task), progress=after)


def _reflect(context: PracticeContext, press: Press) -> PracticeResult:
    """Keep their own line on the last wrong turn."""
    line = " ".join(press.inputs.get("reflection", "").split())[:LONGEST_LINE]
    after = replace(context.progress(), reflection=line)
    return replace(_show(context, SupervisionRecord(after, kept=True)), progress=after)


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
    return _cohort(context, press, context.group_task()) if context.educator else show_home(context)


def _cohort(context: PracticeContext, press: Press, task: GroupTask | None) -> PracticeResult:
    everyone = context.everyone()
    rows = cohort_rows(everyone) if len(everyone) >= SMALLEST_GROUP else ()
    stories = tuple((one.id, f"{one.level}. {one.topic}: {one.id}") for one in context.scenarios().values())
    page = sharing.shared_page(context, press.about)
    return _show(context, Cohort(rows, len(everyone), *page, stories, task))


def _open_shared_play(context: PracticeContext, press: Press) -> PracticeResult:
    screen = sharing.open_shared_play(context, press.about)
    return _show(context, screen) if screen else _show_cohort(context, Press("practise_cohort"))


def _take_back(context: PracticeContext, press: Press) -> PracticeResult:
    """Stop sharing a play."""
    after = context.progress().without_shown(press.about)
    shown = _show(context, MyProgress(after, context.now.date().isoformat()))
    return replace(shown, progress=after, no_longer_shown=(press.about,))


HOME_ACTIONS: Mapping[str, Callable[[PracticeContext, Press], PracticeResult]] = {
    "practise": lambda context, _: show_home(context),
    "practise_pick": _pick,
    "practise_surprise": _pick_any,
    "practise_missed": _pick_missed,
    "practise_day": _go_on,
    "practise_task": _begin_task,
    "practise_set": _set_task,
    "practise_record": lambda context, _: _show(context, SupervisionRecord(context.progress())),
    "practise_reflect": _reflect,
    "practise_resume": _resume,
    "practise_drop": _drop,
    "practise_progress": show_progress,
    "practise_forget": show_progress,
    "practise_forget_yes": _forget,
    "practise_cohort": _show_cohort,
    "practise_look": _open_shared_play,
    "practise_calls": lambda context, _: _show(context, MyCalls(context.progress().calls)),
    "practise_unshow": _take_back,
    "practise_call_first": your_call.switch_call_first,
    "your_call": your_call.take_call,
}
