"""What can be practised, and a story begun."""

from dialogs.context import Result
from dialogs.engine.answers import NOTHING
from dialogs.engine.matter import Matter
from dialogs.screens import Aside, Shown
from guidance.paragraphs import VERSION
from practice.context import PracticeContext, PracticeResult
from practice.play import is_finished, is_untouched, play_screen
from practice.registry import PRACTICE_FLOWS
from practice.repository import near_miss_of
from practice.scenario import Scenario
from practice.screens import PracticeHome
from practice.selection import available_topics
from practice.simulation import given_values

MOST_LISTED = 5


def show_home(
    desk: PracticeContext, notice: str = "", *, saved: Matter | None = None, forgotten: tuple[str, ...] = ()
) -> PracticeResult:
    """What can be practised, with a word above it; no story is open then."""
    half_way = [one for one in desk.half_way() if one.id not in forgotten and not _is_same(one, saved)]
    if saved and not is_finished(saved):
        half_way.insert(0, saved)
    listed = [one for one in half_way if not is_finished(one) and _is_begun(desk, one)]
    screen = PracticeHome(
        available_topics(desk.scenarios()),
        tuple(listed[:MOST_LISTED]),
        {one.id: _title(desk, one) for one in listed},
        len(desk.progress().due(desk.now.date())),
        desk.educator,
    )
    asides = (Aside("notice", notice),) if notice else ()
    kept = (saved,) if saved else ()
    return PracticeResult(Result(Shown(screen, asides), None, saved=kept, forgotten=forgotten))


def _is_same(one: Matter, other: Matter | None) -> bool:
    return other is not None and one.id == other.id


def _is_begun(desk: PracticeContext, matter: Matter) -> bool:
    scenario = desk.scenario(matter)
    return scenario is not None and not is_untouched(matter, scenario)


def _title(desk: PracticeContext, matter: Matter) -> str:
    scenario = desk.scenario(matter)
    return scenario.topic if scenario else ""


def begin_play(desk: PracticeContext, scenario: Scenario, *, near: bool = False) -> PracticeResult:
    """A story, or its near miss. One that nothing was chosen in is dropped, so that a double click makes no second."""
    played = near_miss_of(scenario) if near else scenario
    begun_at = desk.now.strftime("%Y-%m-%dT%H:%M")
    answers = NOTHING.hold(given_values(played))
    matter = Matter(
        desk.new_id(), PRACTICE_FLOWS[scenario.flow], VERSION, answers, begun_at=begun_at, practice=played.id
    )
    unused = [one.id for one in desk.half_way() if desk.scenario(one) and not _is_begun(desk, one)]
    over = [one.id for one in desk.half_way() if is_finished(one)]
    reply = Result(Shown(play_screen(matter, played)), matter, saved=(matter,), dropped=tuple(unused + over))
    return PracticeResult(reply)
