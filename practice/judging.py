"""Each choice judged: right, defensible or wrong."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct

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
    """`NOT_REACHED`: an earlier wrong turn led past the choice."""

    RIGHT = "right"
    DEFENSIBLE = "defensible"
    WRONG = "wrong"
    NOT_REACHED = "not_reached"


POINTS = dict(zip(Judgement, (2, 1, 0, 0), strict=True))
ASKING = ("take_to_supervisor", "legal_advice", "establish_need_to_know")
"""Steps that find out before anything is done."""
UNSURE = "unsure"
PLAIN_FACTS = frozenset(
    {"part_in_case", "recipient", "rung_back", "came_how", "came_with", "staff", "case_summary_says", "legal_status"}
    | {"court_case", "taken_out_by", "visit_needs", "parents_want", "harm_suffered", "real_concern", "court_covers"}
)
"""What the story says, and each limb of an exception: read otherwise it is misread, even where the
decision is the same."""
CLAIMED = "told_items"
"""Ticks that claim something: fewer are careful, and none may be claimed that is not so."""
GUARDED = "kinds"
"""Ticks that ask for more care: more are careful, and none may be left off."""
NOTHING = frozenset({"none"})
ASSUMED_ANSWERS: Mapping[str, Json] = {"court_ordered": "no"}
"""The answers to what a choice alone can bring up where the story tells of none."""


class JudgedChoice(Struct, frozen=True):
    """`value`: the answer given; `supported`: the one that the story supports.

    `leads_to`: the conclusion with this one choice made otherwise; "" if it stays the same.
    """

    choice: ChoicePoint
    value: Json
    supported: Json
    verdict: Judgement
    trap: Trap | None = None
    clue: str = ""
    leads_to: str = ""

    @property
    def refs(self) -> tuple[str, ...]:
        """The paragraphs that it is about."""
        if self.trap:
            return tuple(self.trap.refs)
        return (self.choice.question.ref,) if self.choice.question.ref else ()


def judge_all(
    scenario: Scenario, right: Walk, values: Mapping[str, Json], taken: Mapping[str, Json] | None = None
) -> tuple[JudgedChoice, ...]:
    """Judge every choice of the scenario on these values. `right`: the walk over what the story supports.

    `taken`: the values that decided which cards were asked, where a first answer counts that was changed since.
    """
    way = values if taken is None else taken
    reached = {choice.key for choice in choices_of(scenario, walk_values(scenario, {**given_values(scenario), **way}))}
    return tuple(
        _judge(scenario, right, choice, choice.value_in(values) if choice.key in reached else None)
        for choice in choices_of(scenario, right)
    )


def _judge(scenario: Scenario, right: Walk, choice: ChoicePoint, said: Json) -> JudgedChoice:
    supported = choice.value_in(right.values)
    clue = scenario.clues.get(choice.question.name, "")
    if said is None:
        return JudgedChoice(choice, None, supported, Judgement.NOT_REACHED, clue=clue)
    if _is_supported(scenario, choice, said, supported):
        return JudgedChoice(choice, said, supported, Judgement.RIGHT, clue=clue)
    trap = _find_trap(scenario, choice, said)
    verdict = Judgement.WRONG if trap else _judge_other(scenario, right, choice, said)
    return JudgedChoice(choice, said, supported, verdict, trap, clue, _leads_to(scenario, right, choice, said))


def walk_otherwise(scenario: Scenario, right: Walk, choice: ChoicePoint, value: Any) -> Walk | None:
    """Walk through the scenario with this one choice made so; None if an answer that the rules need is missing."""
    other = {**ASSUMED_ANSWERS, **given_values(scenario), **choice.with_value(right.values, value)}
    walk = walk_values(scenario, other)
    return None if walk.missing else walk


def _leads_to(scenario: Scenario, right: Walk, choice: ChoicePoint, said: Json) -> str:
    other = walk_otherwise(scenario, right, choice, said)
    return other.conclusion if other and other.conclusion != right.conclusion else ""


def _is_supported(scenario: Scenario, choice: ChoicePoint, said: Json, supported: Json) -> bool:
    if choice.question.name in scenario.to_write:
        return bool(said) == bool(supported)
    if isinstance(said, list) and isinstance(supported, list):
        return sorted(map(str, said)) == sorted(map(str, supported))
    return said == supported


def _find_trap(scenario: Scenario, choice: ChoicePoint, said: Json) -> Trap | None:
    ids = line_ids(PRACTICE_FLOWS[scenario.flow], scenario.answers)
    for trap in scenario.traps:
        about = trap.question == choice.question.name and ids.get(trap.line, trap.line) == choice.line
        if about and is_caught(scenario, trap, {choice.line: said} if choice.line else said, ids):
            return trap
    return None


def _judge_other(scenario: Scenario, right: Walk, choice: ChoicePoint, said: Json) -> Judgement:
    """Defensible if the rules decide the same on it, or if it asks before anything is done; else wrong."""
    if isinstance(choice.question, EachLine) or choice.question.name in scenario.to_write:
        return Judgement.DEFENSIBLE if said == UNSURE else Judgement.WRONG
    walk = walk_values(scenario, {**given_values(scenario), **choice.with_value(right.values, said)})
    other = None if walk.missing else walk.decision
    if said in (UNSURE, [UNSURE]):
        opens = other is not None and other.may_go_ahead_now and not right.decision.may_go_ahead_now
        return Judgement.WRONG if opens else Judgement.DEFENSIBLE
    if choice.question.name in PLAIN_FACTS or not _is_partly_right(choice, said, choice.value_in(right.values)):
        return Judgement.WRONG
    return Judgement.DEFENSIBLE if other is not None and _is_as_careful(other, right.decision) else Judgement.WRONG


def _is_partly_right(choice: ChoicePoint, said: Json, supported: Json) -> bool:
    """Whether ticks hold what the story supports, and nothing that would have to be made up."""
    if not isinstance(said, list) or not isinstance(supported, list):
        return True
    ticks, should = set(map(str, said)), set(map(str, supported))
    if choice.question.name == CLAIMED:
        return ticks <= should or ticks == NOTHING
    return ticks >= should - NOTHING if choice.question.name == GUARDED else bool(ticks & should)


def _is_as_careful(other: Decision, right: Decision) -> bool:
    """Whether it is the same answer, or one that first asks someone and lets through nothing more."""
    todo, should = set(other.outstanding_before_go_ahead), set(right.outstanding_before_go_ahead)
    if todo == should and other.may_go_ahead_now == right.may_go_ahead_now:
        return _record_parts(other) == _record_parts(right)
    asks = any(step in todo - should for step in ASKING)
    return asks and not (should - {"inform_parents_first"}) - todo


def _record_parts(decision: Decision) -> tuple[object, ...]:
    said, entry = decision.first_contact_missing, decision.case_summary_note_missing
    return decision.inform_parents, decision.missing_from_record, said, entry
