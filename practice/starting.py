"""The home of practice, and a story begun."""

from dialogs.context import Result
from dialogs.engine.matter import Matter
from dialogs.screens import Aside, Shown
from practice.context import PracticeContext, PracticeResult
from practice.play import is_finished, is_untouched, play_screen
from practice.registry import PRACTICE_FLOWS
from practice.repository import near_miss_of
from practice.scenario import Scenario
from practice.screens import PracticeHome
from practice.selection import available_topics
from practice.simulation import given_values, new_play

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
    every = available_topics(context.scenarios())
    screen = PracticeHome(every, tuple(listed[:MOST_LISTED]), topics, due, context.educator)
    asides = (Aside("notice", notice),) if notice else ()
    kept = (saved,) if saved else ()
    return PracticeResult(Result(Shown(screen, asides), None, saved=kept, forgotten=forgotten))


def begin_play(context: PracticeContext, scenario: Scenario, *, near: bool = False) -> PracticeResult:
    """Begin a story, or its near miss.

    Plays that are over are dropped, and those in which nothing was chosen, so that a double click makes no second.
    """
    played = near_miss_of(scenario) if near else scenario
    begun_at = context.now.strftime("%Y-%m-%dT%H:%M")
    matter = new_play(played.id, PRACTICE_FLOWS[scenario.flow], given_values(played), context.new_id(), begun_at)
    plays = [(one, context.scenario(one)) for one in context.half_way()]
    unused = [one.id for one, own in plays if own and is_untouched(one, own)]
    over = [one.id for one, _ in plays if is_finished(one)]
    result = Result(Shown(play_screen(matter, played)), matter, saved=(matter,), dropped=tuple(unused + over))
    return PracticeResult(result)
