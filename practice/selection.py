"""Which scenario comes next: of a topic (a flow), at random, or about what was missed."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

from practice.progress import Progress
from practice.registry import PRACTICE_FLOWS
from practice.repository import practised_refs
from practice.scenario import Scenario


def available_topics(scenarios: Mapping[str, Scenario]) -> tuple[str, ...]:
    """Return the flows that have a scenario. A finer choice would tell what a story turns on before it is read."""
    played = {scenario.flow for scenario in scenarios.values()}
    return tuple(flow for flow in PRACTICE_FLOWS if flow in played)


def pick_by(scenarios: Mapping[str, Scenario], topic: str, level: str, progress: Progress) -> Scenario | None:
    """Return one of this topic and level ("" for any); without a level, of the lowest that is not played out."""
    about = [one for one in scenarios.values() if topic in ("", one.flow) and level in ("", one.level)]
    fresh = [one.level for one in about if not progress.times(one.id)]
    return pick_least_played([one for one in about if one.level == min(fresh)] if fresh else about, progress)


def pick_least_played(scenarios: Sequence[Scenario], progress: Progress) -> Scenario | None:
    """Return one of those finished least often, at random; None if there are none."""
    fewest = min((progress.times(one.id) for one in scenarios), default=0)
    least = [one for one in scenarios if progress.times(one.id) == fewest]
    return random.choice(least) if least else None  # noqa: S311  nothing secret: which story comes next


def pick_missed(scenarios: Mapping[str, Scenario], progress: Progress, today: date) -> Scenario | None:
    """Return one about the paragraphs that come back today, else the weakest; None if nothing was missed."""
    for ref in (*progress.due(today), *progress.missed()):
        about = [one for one in scenarios.values() if ref in practised_refs(one)]
        if about:
            return pick_least_played(about, progress)
    return None
