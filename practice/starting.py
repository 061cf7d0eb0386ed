"""The home of practice, and a story begun."""

from cards.words import render_text
from dialogs.context import Result
from dialogs.engine.matter import Matter
from dialogs.screens import Aside, Shown
from practice.context import PracticeContext, PracticeResult
from practice.play import is_finished, is_untouched, play_screen
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Scenario
from practice.screens import PracticeHome
from practice.selection import available_topics
from practice.simulation import given_values, new_play
from practice.variants import find_variant

MOST_LISTED = 5


def show_home(
    context: PracticeContext, notice: str = "", *, saved: Matter | None = None, forgotten: tuple[str, ...] = ()
) -> PracticeResult:
    """Show what can be practised, with a notice above it. No story is open then.

    `saved`: a play to save; `forgotten`: the ids of plays to delete.
    """
    half_way = [one for one in context.half_way() if one.id not in forgotten and not (saved and one.id == saved.id)]
    topics: dict[str, str] = {}
    listed = []
    for one in [saved, *half_way] if saved else half_way:
        scenario = context.scenario(one)
        if scenario and not is_finished(one) and not is_untouched(one, scenario):
            listed.append(one)
            topics[one.id] = scenario.topic
    due = len(context.progress().due(context.now.date()))
    screen = PracticeHome(
        available_topics(context.scenarios()),
        tuple(listed[:MOST_LISTED]),
        topics,
        due,
        context.educator,
        _cases_going_on(context),
        _set_by_educator(context),
        sum(context.scenario(one) is None for one in half_way),
    )
    asides = (Aside("notice", notice),) if notice else ()
    kept = (saved,) if saved else ()
    return PracticeResult(Result(Shown(screen, asides), None, saved=kept, forgotten=forgotten))


def _cases_going_on(context: PracticeContext) -> tuple[tuple[str, str, str], ...]:
    """Return the next day of each case that was begun, its topic, and when it comes ("" for now), the first first."""
    today, waiting = context.now.date().isoformat(), context.progress().waiting
    found = [(day, name, find_variant(context.scenarios(), name)) for name, day in waiting.items()]
    known = sorted((day, name, one.topic) for day, name, one in found if one)
    return tuple((name, topic, day if day > today else "") for day, name, topic in known)[:MOST_LISTED]


def _set_by_educator(context: PracticeContext) -> str:
    """Return what is set for the group, in words; "" if nothing is, or a story that is gone."""
    task = context.group_task()
    if task is None:
        return ""
    story = context.scenarios().get(task.story)
    if story:
        return story.topic
    return str(render_text(f"practice.levels.{task.level}")) if task.level else ""


def begin_play(context: PracticeContext, scenario: Scenario) -> PracticeResult:
    """Begin a story, its near miss, or a later day of a case.

    Plays that are over are dropped, and those in which nothing was chosen, so that a double click makes no second.
    """
    begun_at = context.now.strftime("%Y-%m-%dT%H:%M")
    matter = new_play(scenario.id, PRACTICE_FLOWS[scenario.flow], given_values(scenario), context.new_id(), begun_at)
    plays = [(one, context.scenario(one)) for one in context.half_way()]
    unused = [one.id for one, own in plays if own and is_untouched(one, own)]
    over = [one.id for one, _ in plays if is_finished(one)]
    result = Result(Shown(play_screen(matter, scenario)), matter, saved=(matter,), dropped=tuple(unused + over))
    return PracticeResult(result)
