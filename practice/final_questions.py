"""The two questions before the result: what would you do, and which paragraph does it rest on?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from cards import words
from cards.people import names
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Ticks
from guidance.decision import Decision
from guidance.paragraphs import paragraphs
from guidance.rulebook import RULEBOOK
from practice.choices import ChoicePoint, choices_of
from practice.judging import ASSUMED_ANSWERS, Judgement
from practice.repository import BACKGROUND
from practice.scenario import Scenario
from practice.simulation import Walk, given_values, near_miss_walk, walk_values
from practice.supervising import SUPERVISING, holds_but_for_detail
from practice.values import line_ids

WOULD_DO, RESTS_ON = "would_do", "rests_on"
"""The names under which the two answers are kept."""
MOST_OFFERED = 6
CAN_STOP = ("share", "gather", "document")
"""The rules by which it can come to "ring your supervisor"."""
CAREFUL = ("take_to_supervisor", "outside", "legal_advice", "ask")
"""Conclusions that ask someone before anything is done."""
TOLD_RULES: Mapping[str, tuple[str, ...]] = {
    "share": ("told",),
    "authority": ("told",),
    "gather": ("told", "told_of_checks"),
}
"""The rule that lets it go ahead where the parents know. Someone else's document rests on its author as well."""
STANDS_IN_THE_WAY = ("no_exception", "summary_says_no")
"""Rules that hold something back together with another, and so name no step of their own."""
NOT_DECISIVE = (*BACKGROUND, "needed", "may_disclose", "tell_afterwards")


@dataclass(frozen=True, slots=True)
class FinalOptions:
    """What is offered: the names of headlines, and paragraphs."""

    conclusions: tuple[str, ...]
    refs: tuple[str, ...]


def final_options(scenario: Scenario, right: Walk) -> FinalOptions:
    """What could be decided on this story if one choice were made otherwise; in a fixed order, so that none stands
    out."""
    near = near_miss_walk(scenario)
    walks = [right, *([near] if near else []), *_trap_walks(scenario, right), *_other_walks(scenario, right)]
    careful = ("take_to_supervisor",) if right.decision.flow in CAN_STOP and right.flow is not SUPERVISING else ()
    first = [one.conclusion for one in walks[:2]]
    names = dict.fromkeys([*first, *careful, *(one.conclusion for one in walks)])
    found = dict.fromkeys(
        list(decisive_refs(right)[:2])
        + [ref for trap in scenario.traps for ref in trap.refs]
        + [ref for one in walks for ref in decisive_refs(one)]
    )
    conclusions = _padded(2, list(names), words.names_under(f"in_{scenario.flow}.headlines"))[:MOST_OFFERED]
    refs = _padded(4, list(found), EVERYDAY)[:MOST_OFFERED]
    return FinalOptions(_in_order(conclusions, scenario.flow), _by_number(refs))


EVERYDAY = ("3.7", "3.10", "3.5", "4.1", "5.1")
"""Paragraphs that are offered where few others come near."""
BEFOREHAND = ("checklist", "checklist_left")
"""Headlines that stand before anything is decided."""


def _padded(count: int, found: list[str], more: Iterable[str]) -> list[str]:
    """With enough besides to choose from."""
    further = [name for name in more if name not in found and name not in BEFOREHAND]
    return found + further[: max(0, count - len(found))]


def _other_walks(scenario: Scenario, right: Walk) -> Iterator[Walk]:
    for choice in choices_of(scenario, right):
        for option in choice.option_values():
            yield from _walk_with(scenario, right, choice, [option] if isinstance(choice.question, Ticks) else option)


def _trap_walks(scenario: Scenario, right: Walk) -> Iterator[Walk]:
    """Where each wrong turn that the story invites would lead: that is to be among what is offered."""
    ids = line_ids(right.flow, scenario.answers)
    by_key = {(choice.question.name, choice.line): choice for choice in choices_of(scenario, right)}
    for trap in scenario.traps:
        choice = by_key.get((trap.question, ids.get(trap.line, trap.line)))
        if choice and choice.option_values():
            ticks = [trap.value] if isinstance(trap.value, str) else trap.value
            yield from _walk_with(scenario, right, choice, ticks if isinstance(choice.question, Ticks) else trap.value)


def _walk_with(scenario: Scenario, right: Walk, choice: ChoicePoint, value: Any) -> Iterator[Walk]:
    """The walk with this one choice made so; none where an answer that the rules need is missing on that way."""
    other = walk_values(
        scenario, {**ASSUMED_ANSWERS, **given_values(scenario), **choice.with_value(right.values, value)}
    )
    if not other.missing:
        yield other


def _in_order(names: list[str], flow: str) -> tuple[str, ...]:
    order = list(dict.fromkeys([*words.names_under("headlines"), *words.names_under(f"in_{flow}.headlines")]))
    return tuple(sorted(names, key=lambda name: order.index(name) if name in order else len(order)))


def _by_number(refs: list[str]) -> tuple[str, ...]:
    order = list(paragraphs())
    return tuple(sorted(refs, key=order.index))


def decisive_refs(walk: Walk) -> tuple[str, ...]:
    """The paragraphs that decide: of what stands in the way, of the ground that holds, or of what is in order."""
    if walk.flow is SUPERVISING and walk.conclusion == "ask":
        asked = {question.name: question.ref for question in walk.asked}
        short = [n for n, right in (("prompt_enough", "yes"), ("prompt_detail", "no")) if walk.values.get(n) != right]
        if short:
            return tuple(dict.fromkeys(asked[name] for name in short))
    return _refs_deciding(walk.decision)


def _refs_deciding(decision: Decision) -> tuple[str, ...]:
    held = [rule for rule in RULEBOOK[decision.flow] if rule.words in decision.weighed]
    in_the_way = [rule.ref for rule in held if rule.obstacle or rule.words in STANDS_IN_THE_WAY]
    if decision.outstanding_before_go_ahead and in_the_way:
        return tuple(dict.fromkeys(in_the_way))
    grounds = [rule.ref for rule in held if rule.words in (decision.exception_grounds or ())]
    if grounds:
        return tuple(dict.fromkeys(grounds))
    told = [rule.ref for rule in held if rule.words in TOLD_RULES.get(decision.flow, ())]
    rest = [
        reason.ref for name, reason in zip(decision.weighed, decision.reasons, strict=True) if name not in NOT_DECISIVE
    ]
    all_of = [reason.ref for reason in decision.reasons]
    return tuple(dict.fromkeys(told or rest or all_of))


def conclusion_text(matter: Matter, name: str) -> str:
    """A conclusion as its headline says it."""
    key = words.in_flow(matter.flow.name, f"headlines.{name}")
    return str(words.label(key, **names(matter)))


def judge_conclusion(said: str, right: Walk) -> Judgement:
    """Whether that is what to do: right, a part of it or a more careful step, or wrong."""
    if said == right.conclusion:
        return Judgement.RIGHT
    todo = right.decision.outstanding_before_go_ahead
    if said == "inform_parents_first" and set(todo) & set(CAREFUL):
        return Judgement.WRONG  # whether they may be told is what is asked about
    if right.flow is SUPERVISING and said == "agree":
        return Judgement.DEFENSIBLE if holds_but_for_detail(right.values, right.decision) else Judgement.WRONG
    return Judgement.DEFENSIBLE if said in CAREFUL or said in todo or (said == "several" and todo) else Judgement.WRONG


def judge_ref(said: str, right: Walk) -> Judgement:
    """Whether it rests on that paragraph: right, another that was weighed, or wrong."""
    decisive = decisive_refs(right)
    if said in decisive:
        return Judgement.RIGHT
    weighed = zip(right.decision.weighed, right.decision.reasons, strict=True)
    near = {reason.ref for name, reason in weighed if name not in NOT_DECISIVE}
    near |= {"3.5"} if "3.2" in decisive else set()  # what they are to be told, and when
    heads = {ref.partition("(")[0] for ref in decisive}
    return Judgement.DEFENSIBLE if said in near or said.partition("(")[0] in heads else Judgement.WRONG
