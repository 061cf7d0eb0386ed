"""Each choice judged: right, defensible or wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dialogs.engine.answers import Json
from dialogs.engine.lines import EachLine
from guidance.decision import Decision
from practice.choices import ChoicePoint, choices_of
from practice.registry import PRACTICE_FLOWS
from practice.scenario import Scenario, Trap
from practice.simulation import Walk, given_values, walk_values
from practice.traps import is_caught
from practice.values import line_ids


class Judgement(StrEnum):
    """What a choice comes to. `NOT_REACHED`: an earlier wrong turn led past it."""

    RIGHT = "right"
    DEFENSIBLE = "defensible"
    WRONG = "wrong"
    NOT_REACHED = "not_reached"


POINTS: Mapping[Judgement, int] = {
    Judgement.RIGHT: 2,
    Judgement.DEFENSIBLE: 1,
    Judgement.WRONG: 0,
    Judgement.NOT_REACHED: 0,
}
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
class JudgedChoice:
    """A choice as it was made, the one that the story supports, and what it comes to."""

    choice: ChoicePoint
    value: Json
    supported: Json
    verdict: Judgement
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
) -> tuple[JudgedChoice, ...]:
    """Every choice of the scenario, judged on these values. `right`: the walk over what the story supports.

    `taken`: the values on which the way was gone, where a first answer counts that was changed since.
    """
    way = values if taken is None else taken
    reached = {choice.key for choice in choices_of(scenario, walk_values(scenario, {**given_values(scenario), **way}))}
    return tuple(_judge(scenario, right, choice, values, reached) for choice in choices_of(scenario, right))


def _judge(
    scenario: Scenario, right: Walk, choice: ChoicePoint, values: Mapping[str, Json], reached: set[str]
) -> JudgedChoice:
    said, supported = choice.value_in(values), choice.value_in(right.values)
    clue = scenario.clues.get(choice.question.name, "")
    if choice.key not in reached or said is None:
        return JudgedChoice(choice, None, supported, Judgement.NOT_REACHED, clue=clue)
    if _is_supported(scenario, choice, said, supported):
        return JudgedChoice(choice, said, supported, Judgement.RIGHT, clue=clue)
    trap = find_trap(scenario, choice, said)
    verdict = Judgement.WRONG if trap else _judge_other(scenario, right, choice, said)
    return JudgedChoice(choice, said, supported, verdict, trap, clue, _leads_to(scenario, right, choice, said))


ASSUMED_ANSWERS: Mapping[str, Json] = {"court_ordered": "no"}
"""What a choice alone can bring up where the story tells of none."""


def _leads_to(scenario: Scenario, right: Walk, choice: ChoicePoint, said: Json) -> str:
    other = walk_values(
        scenario, {**ASSUMED_ANSWERS, **given_values(scenario), **choice.with_value(right.values, said)}
    )
    return "" if other.missing or other.conclusion == right.conclusion else other.conclusion


def _is_supported(scenario: Scenario, choice: ChoicePoint, said: Json, supported: Json) -> bool:
    if choice.question.name in scenario.to_write:
        return bool(said) == bool(supported)
    if isinstance(said, list) and isinstance(supported, list):
        return sorted(map(str, said)) == sorted(map(str, supported))
    return said == supported


def find_trap(scenario: Scenario, choice: ChoicePoint, said: Json) -> Trap | None:
    """The trap that this choice walks into, or None."""
    ids = line_ids(PRACTICE_FLOWS[scenario.flow], scenario.answers)
    for trap in scenario.traps:
        about = trap.question == choice.question.name and ids.get(trap.line, trap.line) == choice.line
        if about and is_caught(scenario, trap, {choice.line: said} if choice.line else said, ids):
            return trap
    return None


def _judge_other(scenario: Scenario, right: Walk, choice: ChoicePoint, said: Json) -> Judgement:
    """Defensible when the rules come to the same on it, or when it asks before anything is done."""
    if isinstance(choice.question, EachLine) or choice.question.name in scenario.to_write:
        return Judgement.DEFENSIBLE if said == UNSURE else Judgement.WRONG
    other = decision_for(scenario, choice.with_value(right.values, said))
    if said in (UNSURE, [UNSURE]):
        opens = other is not None and other.may_go_ahead_now and not right.decision.may_go_ahead_now
        return Judgement.WRONG if opens else Judgement.DEFENSIBLE
    if choice.question.name in PLAIN_FACTS or not _is_partly_right(choice, said, choice.value_in(right.values)):
        return Judgement.WRONG
    return Judgement.DEFENSIBLE if other is not None and _is_as_careful(other, right.decision) else Judgement.WRONG


def _is_partly_right(choice: ChoicePoint, said: Json, supported: Json) -> bool:
    """Of ticks: whether what the story supports is among them, and nothing that would have to be made up."""
    if not isinstance(said, list) or not isinstance(supported, list):
        return True
    ticks, should = set(map(str, said)), set(map(str, supported))
    if choice.question.name == CLAIMED:
        return ticks <= should or ticks == {"none"}
    return ticks >= should if choice.question.name == GUARDED else bool(ticks & should)


def decision_for(scenario: Scenario, values: Mapping[str, Json]) -> Decision | None:
    """What the rules say of these values; None while answers that they need are missing."""
    other = walk_values(scenario, {**given_values(scenario), **values})
    return None if other.missing else other.decision


def _is_as_careful(other: Decision, right: Decision) -> bool:
    """The same answer, or one that first asks someone and lets nothing through that the right one holds back."""
    todo, should = set(other.outstanding_before_go_ahead), set(right.outstanding_before_go_ahead)
    if todo == should and other.may_go_ahead_now == right.may_go_ahead_now:
        return _record_parts(other) == _record_parts(right)
    asks = any(step in todo - should for step in ASKING)
    return asks and not (should - {"inform_parents_first"}) - todo


def _record_parts(decision: Decision) -> tuple[object, ...]:
    said, entry = decision.first_contact_missing, decision.case_summary_note_missing
    return decision.inform_parents, decision.missing_from_record, said, entry
