"""Each choice judged: right, defensible or wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogs.engine.answers import Json
from dialogs.engine.lines import EachLine
from guidance.decision import Decision
from practice.choices import Choice, choices_of
from practice.registry import KINDS
from practice.scenario import Scenario, Trap
from practice.simulation import Walk, given, walked
from practice.traps import trap_caught
from practice.values import line_ids


class Verdict(StrEnum):
    """What a choice comes to. `NOT_REACHED`: an earlier wrong turn led past it."""

    RIGHT = "right"
    DEFENSIBLE = "defensible"
    WRONG = "wrong"
    NOT_REACHED = "not_reached"


POINTS: Mapping[Verdict, int] = {Verdict.RIGHT: 2, Verdict.DEFENSIBLE: 1, Verdict.WRONG: 0, Verdict.NOT_REACHED: 0}
ASKING = ("take_to_supervisor", "legal_advice", "establish_need_to_know")
"""Steps that find out before anything is done."""
UNSURE = "unsure"
PLAIN_FACTS = frozenset(
    {"part_in_case", "recipient", "rung_back", "came_how", "came_with", "staff", "case_summary_says", "legal_status"}
    | {"court_case", "taken_out_by", "visit_needs", "parents_want", "harm_suffered", "real_concern", "court_covers"}
)
"""What the story says, and each limb of an exception: read otherwise it is misread, even where the rules come to the
same."""
CLAIMED = "told_items"
"""Ticks that claim something: fewer are careful, and none may be claimed that is not so."""
GUARDED = "kinds"
"""Ticks that ask for more care: more are careful, and none may be left off."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A choice as it was made, the one that the story supports, and what it comes to."""

    choice: Choice
    value: Json
    supported: Json
    verdict: Verdict
    trap: Trap | None = None
    clue: str = ""
    leads_to: str = ""
    """The conclusion that the rules come to with this one choice made otherwise; "" where it stays the same."""

    @property
    def refs(self) -> tuple[str, ...]:
        """The paragraphs that it was about."""
        if self.trap:
            return tuple(self.trap.refs)
        return (self.choice.question.ref,) if self.choice.question.ref else ()


def judge_all(
    scenario: Scenario, right: Walk, values: Mapping[str, Json], taken: Mapping[str, Json] | None = None
) -> tuple[Judged, ...]:
    """Every choice of the scenario, judged on these values. `right`: the walk over what the story supports.

    `taken`: the values on which the way was gone, where a first answer counts that was changed since.
    """
    way = values if taken is None else taken
    reached = {choice.key for choice in choices_of(scenario, walked(scenario, {**given(scenario), **way}))}
    return tuple(_judge(scenario, right, choice, values, reached) for choice in choices_of(scenario, right))


def _judge(scenario: Scenario, right: Walk, choice: Choice, values: Mapping[str, Json], reached: set[str]) -> Judged:
    said, supported = choice.of(values), choice.of(right.values)
    clue = scenario.clues.get(choice.question.name, "")
    if choice.key not in reached or said is None:
        return Judged(choice, None, supported, Verdict.NOT_REACHED, clue=clue)
    if _same(scenario, choice, said, supported):
        return Judged(choice, said, supported, Verdict.RIGHT, clue=clue)
    trap = trap_of(scenario, choice, said)
    verdict = Verdict.WRONG if trap else _short_of_right(scenario, right, choice, said)
    return Judged(choice, said, supported, verdict, trap, clue, _leads_to(scenario, right, choice, said))


NOT_IN_THE_STORY: Mapping[str, Json] = {"court_ordered": "no"}
"""What a choice alone can bring up where the story tells of none."""


def _leads_to(scenario: Scenario, right: Walk, choice: Choice, said: Json) -> str:
    other = walked(scenario, {**NOT_IN_THE_STORY, **given(scenario), **choice.put(right.values, said)})
    return "" if other.missing or other.conclusion == right.conclusion else other.conclusion


def _same(scenario: Scenario, choice: Choice, said: Json, supported: Json) -> bool:
    if choice.question.name in scenario.to_write:
        return bool(said) == bool(supported)
    if isinstance(said, list) and isinstance(supported, list):
        return sorted(map(str, said)) == sorted(map(str, supported))
    return said == supported


def trap_of(scenario: Scenario, choice: Choice, said: Json) -> Trap | None:
    """The trap that this choice walks into, or None."""
    ids = line_ids(KINDS[scenario.flow], scenario.answers)
    for trap in scenario.traps:
        about = trap.question == choice.question.name and ids.get(trap.line, trap.line) == choice.line
        if about and trap_caught(scenario, trap, {choice.line: said} if choice.line else said, ids):
            return trap
    return None


def _short_of_right(scenario: Scenario, right: Walk, choice: Choice, said: Json) -> Verdict:
    """Defensible when the rules come to the same on it, or when it asks before anything is done."""
    if isinstance(choice.question, EachLine) or choice.question.name in scenario.to_write:
        return Verdict.DEFENSIBLE if said == UNSURE else Verdict.WRONG
    other = decided(scenario, choice.put(right.values, said))
    if said in (UNSURE, [UNSURE]):
        opens = other is not None and other.may_go_ahead_now and not right.decision.may_go_ahead_now
        return Verdict.WRONG if opens else Verdict.DEFENSIBLE
    if choice.question.name in PLAIN_FACTS or not _in_part(choice, said, choice.of(right.values)):
        return Verdict.WRONG
    return Verdict.DEFENSIBLE if other is not None and _as_careful(other, right.decision) else Verdict.WRONG


def _in_part(choice: Choice, said: Json, supported: Json) -> bool:
    """Of ticks: whether what the story supports is among them, and nothing that would have to be made up."""
    if not isinstance(said, list) or not isinstance(supported, list):
        return True
    ticks, should = set(map(str, said)), set(map(str, supported))
    if choice.question.name == CLAIMED:
        return ticks <= should or ticks == {"none"}
    return ticks >= should if choice.question.name == GUARDED else bool(ticks & should)


def decided(scenario: Scenario, values: Mapping[str, Json]) -> Decision | None:
    """What the rules say of these values; None while answers that they need are missing."""
    other = walked(scenario, {**given(scenario), **values})
    return None if other.missing else other.decision


def _as_careful(other: Decision, right: Decision) -> bool:
    """The same answer, or one that first asks someone and lets nothing through that the right one holds back."""
    todo, should = set(other.outstanding_before_go_ahead), set(right.outstanding_before_go_ahead)
    if todo == should and other.may_go_ahead_now == right.may_go_ahead_now:
        return _noted(other) == _noted(right)
    asks = any(step in todo - should for step in ASKING)
    return asks and not (should - {"inform_parents_first"}) - todo


def _noted(decision: Decision) -> tuple[object, ...]:
    said, entry = decision.first_contact_missing, decision.case_summary_note_missing
    return decision.inform_parents, decision.missing_from_record, said, entry
