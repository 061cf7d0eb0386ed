"""What a person has practised, how it went by paragraph and flow, and when what was missed comes back."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dialogs.engine.answers import Json
from practice.judging import Judgement
from practice.result import PlayResult
from practice.scenario import Scenario
from practice.variants import next_day, story_id

DAYS = (2, 7, 21)
"""How many days until a paragraph comes back: two after a miss, more with each time that it goes well."""
MOST_CALLS = 20
MOST_SHOWN = 10
SMALLEST_GROUP = 5
"""Fewer people than this are never shown as a group: one of them could be known."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one paragraph or flow: how many choices were right, of how many."""

    right: int = 0
    asked: int = 0

    def plus(self, right: int, asked: int) -> "Tally":
        return Tally(self.right + right, self.asked + asked)


@dataclass(frozen=True, slots=True)
class Repetition:
    """When a paragraph comes back (a day such as 2026-03-09), and how many times running it went well."""

    due: str
    well: int = 0


@dataclass(frozen=True, slots=True)
class Call:
    """What a worker would have done before they saw an answer: the day, the flow, their line, the answer's headline."""

    on: str
    flow: str
    said: str
    headline: str


class SharedPlay(Struct, frozen=True):
    """A play that its trainee shows to the practice educators.

    Its id, the day, the trainee's name, the scenario, what they ask ("" for nothing), and the answers as they count.
    """

    id: str
    on: str
    by: str
    scenario: str
    asks: str
    values: Mapping[str, Json]

    @property
    def story(self) -> str:
        """The id of its scenario, or of the one whose near miss or later day it is."""
        return story_id(self.scenario)


@dataclass(frozen=True, slots=True)
class Miss:
    """A wrong turn: the day, the scenario, its topic, the paragraph, and what was missed, in a line."""

    on: str
    scenario: str
    topic: str
    ref: str
    said: str


@dataclass(frozen=True, slots=True)
class GroupTask:
    """What an educator has set for the group: a level or the id of a story ("" for none), and the day."""

    level: str
    story: str
    on: str


class Progress(Struct, frozen=True):
    """One person's progress. `refs` and `returns`: by paragraph. `played`: how often each scenario was finished.

    `call_first`: in real work they are asked for their own call before the answer; `calls`: those kept, the latest
    last. `shown`: the plays that they share with the practice educators, the latest last. `waiting`: the next day of
    each case that they have begun, and the day on which it comes. `missed_last`: the last wrong turn; `reflection`:
    their own line on it. `set_for_group`: what an educator has set: a level or a story, and when.
    """

    refs: Mapping[str, Tally]
    flows: Mapping[str, Tally]
    returns: Mapping[str, Repetition]
    played: Mapping[str, int]
    call_first: bool = False
    calls: tuple[Call, ...] = ()
    shown: tuple[SharedPlay, ...] = ()
    waiting: Mapping[str, str] = {}
    missed_last: Miss | None = None
    reflection: str = ""
    set_for_group: GroupTask | None = None

    def with_call(self, call: Call) -> "Progress":
        return replace(self, calls=(*self.calls, call)[-MOST_CALLS:])

    def with_result(self, result: PlayResult, today: date) -> "Progress":
        refs, returns = dict(self.refs), dict(self.returns)
        for ref, (right, asked) in result.by_ref().items():
            refs[ref] = refs.get(ref, Tally()).plus(right, asked)
            well = returns[ref].well + 1 if ref in returns else 1
            returns[ref] = _next_repetition(well if right == asked else 0, today)
        flow, name = result.scenario.flow, result.scenario.id
        flows = {**self.flows, flow: self.flows.get(flow, Tally()).plus(result.points, result.most)}
        played = {**self.played, name: self.times(name) + 1}
        return replace(
            self,
            refs=refs,
            flows=flows,
            returns=returns,
            played=played,
            waiting=self._waiting_after(result.scenario, today),
            missed_last=_last_miss(result, today) or self.missed_last,
        )

    def _waiting_after(self, scenario: Scenario, today: date) -> dict[str, str]:
        waiting = {name: day for name, day in self.waiting.items() if name != scenario.id}
        goes_on = next_day(scenario)
        if goes_on:
            waiting[goes_on[0]] = (today + timedelta(days=goes_on[1])).isoformat()
        return waiting

    def with_shown(self, play: SharedPlay) -> "Progress":
        """Add a shared play; one shared again takes the place of the one before."""
        return replace(self, shown=(*self.without_shown(play.id).shown, play)[-MOST_SHOWN:])

    def without_shown(self, play_id: str) -> "Progress":
        return replace(self, shown=tuple(play for play in self.shown if play.id != play_id))

    def times(self, scenario: str) -> int:
        return self.played.get(scenario, 0)

    def due(self, today: date) -> tuple[str, ...]:
        """Return the paragraphs that come back today or came back before, the longest waiting first."""
        waiting = [ref for ref, back in self.returns.items() if back.due <= today.isoformat()]
        return tuple(sorted(waiting, key=lambda ref: (self.returns[ref].due, ref)))

    def missed(self) -> tuple[str, ...]:
        """Return the paragraphs in which something was not right, the weakest first."""
        weak = [ref for ref, tally in self.refs.items() if tally.right < tally.asked]
        return tuple(sorted(weak, key=lambda ref: (self.refs[ref].right / self.refs[ref].asked, ref)))

    def to_json(self) -> dict[str, Any]:
        """Return what is stored of it; `progress_from_json` reads it back."""
        return {
            "refs": {ref: [tally.right, tally.asked] for ref, tally in self.refs.items()},
            "flows": {flow: [tally.right, tally.asked] for flow, tally in self.flows.items()},
            "returns": {ref: [back.due, back.well] for ref, back in self.returns.items()},
            "played": dict(self.played),
            "call_first": self.call_first,
            "calls": [[call.on, call.flow, call.said, call.headline] for call in self.calls],
            "shown": [[play.id, play.on, play.by, play.scenario, play.asks, dict(play.values)] for play in self.shown],
            "waiting": dict(self.waiting),
            "missed_last": list(astuple(self.missed_last)) if self.missed_last else None,
            "reflection": self.reflection,
            "set_for_group": list(astuple(self.set_for_group)) if self.set_for_group else None,
        }


NO_PROGRESS = Progress({}, {}, {}, {})


def progress_from_json(stored: Mapping[str, Any]) -> Progress:
    """Read progress as it is stored, by this version or an earlier one."""
    return Progress(
        {ref: Tally(*tally) for ref, tally in stored["refs"].items()},
        {flow: Tally(*tally) for flow, tally in stored["flows"].items()},
        {ref: Repetition(*back) for ref, back in stored["returns"].items()},
        dict(stored["played"]),
        stored.get("call_first", False),
        tuple(Call(*call) for call in stored.get("calls", ())),
        tuple(SharedPlay(*play) for play in stored.get("shown", ())),
        dict(stored.get("waiting", {})),
        Miss(*stored["missed_last"]) if stored.get("missed_last") else None,
        stored.get("reflection", ""),
        GroupTask(*stored["set_for_group"]) if stored.get("set_for_group") else None,
    )


def _last_miss(result: PlayResult, today: date) -> Miss | None:
    """Return the first wrong turn of this play with what was overlooked there; None if there was none."""
    turn = next((one for one in result.judged if one.verdict is Judgement.WRONG), None)
    if turn is None:
        return None
    said = turn.trap.next_time if turn.trap else ""
    ref = turn.refs[0] if turn.refs else ""
    return Miss(today.isoformat(), result.scenario.id, result.scenario.topic, ref, said)


def _next_repetition(well: int, today: date) -> Repetition:
    return Repetition((today + timedelta(days=DAYS[min(well, len(DAYS) - 1)])).isoformat(), well)


def cohort_rows(everyone: list[Progress]) -> tuple[tuple[str, int, int, int], ...]:
    """Return (paragraph, people, right, asked) for each paragraph that at least five have practised."""
    rows = []
    for ref in sorted({ref for one in everyone for ref in one.refs}):
        tallies = [one.refs[ref] for one in everyone if ref in one.refs]
        if len(tallies) >= SMALLEST_GROUP:
            rows.append((ref, len(tallies), sum(one.right for one in tallies), sum(one.asked for one in tallies)))
    return tuple(rows)
