"""Which scenario comes next: of a topic, at random, or about what was missed."""

import random
from collections.abc import Mapping, Sequence
from datetime import date

from practice.progress import Progress
from practice.scenario import Scenario
from practice.shelf import refs


def topics(scenarios: Mapping[str, Scenario]) -> tuple[str, ...]:
    """Every topic, in the order of the alphabet."""
    return tuple(sorted({scenario.topic for scenario in scenarios.values()}))


def of_topic(scenarios: Mapping[str, Scenario], topic: str, progress: Progress) -> Scenario | None:
    """A scenario of this topic that was played least; None when there is none."""
    return least_played([one for one in scenarios.values() if one.topic == topic], progress)


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
