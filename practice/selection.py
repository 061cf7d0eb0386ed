"""Which scenario comes next: of a topic, which is a flow, at random, or about what was missed."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

from practice.progress import Progress
from practice.registry import KINDS
from practice.repository import refs
from practice.scenario import Scenario


def topics(scenarios: Mapping[str, Scenario]) -> tuple[str, ...]:
    """The flows that have a scenario. A finer choice would tell what a story turns on before it is read."""
    played = {scenario.flow for scenario in scenarios.values()}
    return tuple(flow for flow in KINDS if flow in played)


def of_topic(scenarios: Mapping[str, Scenario], topic: str, progress: Progress) -> Scenario | None:
    """A scenario of this topic that was played least; None when there is none."""
    return least_played([one for one in scenarios.values() if one.flow == topic], progress)


def least_played(scenarios: Sequence[Scenario], progress: Progress) -> Scenario | None:
    """One of those that were finished least often."""
    fewest = min((progress.times(one.id) for one in scenarios), default=0)
    least = [one for one in scenarios if progress.times(one.id) == fewest]
    return random.choice(least) if least else None  # noqa: S311  nothing secret: which story comes next


def of_missed(scenarios: Mapping[str, Scenario], progress: Progress, today: date) -> Scenario | None:
    """One about the paragraphs that come back today; else about the weakest. None when nothing was missed."""
    for ref in (*progress.due(today), *progress.missed()):
        about = [one for one in scenarios.values() if ref in refs(one)]
        if about:
            return least_played(about, progress)
    return None
