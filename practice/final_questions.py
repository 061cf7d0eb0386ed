"""The two questions before the result: what would you do, and which paragraph does it rest on?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from cards.labels import label_values
from cards.words import key_for_flow, keys_under, render_text
from dialogs.engine.matter import Matter
from dialogs.engine.questions import Ticks
from guidance.decision import Decision
from guidance.paragraphs import paragraphs
from guidance.rulebook import RULEBOOK
from practice.choices import ChoicePoint, choices_of
from practice.following_up import FOLLOWING_UP
from practice.judging import Judgement, walk_otherwise
from practice.registry import PRACTICE_FLOWS
from practice.repository import BACKGROUND
from practice.scenario import Scenario
from practice.simulation import Walk, model_walk
from practice.supervising import SUPERVISING, holds_but_for_detail
from practice.values import line_ids
from practice.variants import story_id

WOULD_DO, RESTS_ON = "would_do", "rests_on"
"""The names under which the two answers are kept."""
MOST_OFFERED, MOST_REFS = 6, 8
OFTEN: Mapping[str, tuple[str, ...]] = {
    "share": ("yes", "yes_untold", "inform_parents_first", "do_not_share", "take_to_supervisor"),
    "authority": ("yes", "yes_untold", "inform_parents_first", "not_yours", "take_to_supervisor"),
    "gather": ("checks", "checks_untold", "inform_parents_first", "no_basis_for_network_checks", "take_to_supervisor"),
    "document": ("yes", "author_written_consent", "redaction_worker_and_manager", "legal_advice", "take_to_supervisor"),
}
"""The conclusions that each story of a flow offers; of a flow that is not here, all that it has."""
SELDOM: Mapping[str, tuple[str, ...]] = {
    "share": ("one_parent", "several", "not_yours", "cut_down", "author_written_consent", "outside"),
    "authority": ("one_parent", "establish_need_to_know", "yes_ring_back", "summary_no", "refer"),
    "gather": ("one_parent", "cut_down", "request", "unsure_of_a_concern"),
    "document": ("redaction_legal_services", "yes_court", "yes_legal", "several", "refused", "yes_untold"),
}
"""One of them fills the last place, so that what is seldom right is not right wherever it is offered."""
OFTEN_REFS: Mapping[str, tuple[str, ...]] = {
    "share": ("3.2", "3.5", "3.7", "3.9(a)", "3.9(b)", "3.9(c)", "3.10"),
    "authority": ("3.2", "3.5", "3.7", "3.9(a)", "3.9(b)", "3.9(c)", "3.10"),
    "gather": ("3.2", "3.7", "5.1", "5.2", "5.2(a)", "5.2(b)", "5.2(c)"),
    "document": ("3.1", "3.7", "4.1", "4.2", "4.3", "4.4", "4.5"),
    "receive": ("3.7", "3.9", "3.11", "3.13", "4.1", "4.2"),
    "first_contact": ("3.3(a)", "3.3(b)", "3.3(c)", "3.5", "3.5(c)", "3.6", "3.7"),
    "case_summary": ("3.5", "3.7", "3.8", "3.10", "3.11"),
    "following_up": ("3.2", "3.5", "3.7", "3.8", "3.9(a)", "3.9(b)", "3.12"),
    "supervising": ("3.1", "3.2", "3.9", "3.9(a)", "3.9(b)", "3.9(c)", "3.10"),
}
SELDOM_REFS: Mapping[str, tuple[str, ...]] = {
    "share": ("3.9(d)", "3.9", "4.1", "3.12"),
    "authority": ("3.9", "3.11", "3.12"),
    "gather": ("3.9", "2.4", "3.9(a)"),
    "document": ("3.9(b)", "3.2"),
}
BEFOREHAND = ("checklist", "checklist_left")
"""Headlines that are shown before anything is decided."""
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
NUMBER = r"(?:(?:option|number|no\.?) ?)?\(?(?P<number>\d{1,2})\)?\.?"
PARAGRAPH = r"(?:it rests on )?(?:para(?:graph)? )?(?P<ref>\d+\.\d+(?:\([a-z]\))?)\.?"
BARE = re.compile(rf"(?i)\s*(?:{NUMBER})?(?:\s*(?:,|;|and|\s)\s*|^\s*)?(?:{PARAGRAPH})?\s*")
"""A number, a paragraph or both, and nothing else: anything more could be a question, or mean something else."""


@dataclass(frozen=True, slots=True)
class FinalOptions:
    """The names of the headlines and the paragraphs that are offered."""

    conclusions: tuple[str, ...]
    refs: tuple[str, ...]


@lru_cache(maxsize=512)
def final_options(scenario: Scenario) -> FinalOptions:
    """Offer what is commonly decided in the flow, the right answer, and what a wrong turn of the story would lead to.

    What is offered must not tell the answer: hence the same for each story, but for the last place or two. The order is
    fixed, so that no option stands out.
    """
    right = model_walk(scenario)
    turns = _trap_turns(scenario, choices_of(scenario, right))
    led = [walk for choice, value in turns if (walk := walk_otherwise(scenario, right, choice, value))]
    own = tuple(keys_under(f"in_{scenario.flow}.headlines"))
    headlines = list(dict.fromkeys([*keys_under("headlines"), *own]))
    common = OFTEN.get(scenario.flow, tuple(name for name in own if name not in BEFOREHAND))
    conclusions = [right.conclusion, *common, *(one.conclusion for one in led), *_turned(SELDOM, scenario)]
    refs = [*decisive_refs(right)[:2], *OFTEN_REFS[scenario.flow], *_turned(SELDOM_REFS, scenario)]
    most = MOST_OFFERED if scenario.flow in OFTEN else len(common)
    return FinalOptions(_first(conclusions, most, headlines), _first(refs, MOST_REFS, list(paragraphs())))


def _turned(further: Mapping[str, tuple[str, ...]], scenario: Scenario) -> tuple[str, ...]:
    """Return what else may be offered, begun at a place that each story has of its own."""
    names = further.get(scenario.flow, ())
    at = crc32(story_id(scenario.id).encode()) % max(1, len(names))
    return names[at:] + names[:at]


def _first(found: Iterable[str], most: int, order: list[str]) -> tuple[str, ...]:
    offered = list(dict.fromkeys(found))[:most]
    return tuple(sorted(offered, key=order.index))


def _trap_turns(scenario: Scenario, choices: tuple[ChoicePoint, ...]) -> Iterator[tuple[ChoicePoint, Any]]:
    """Yield each wrong turn that the story invites: where it would lead is to be among what is offered."""
    ids = line_ids(PRACTICE_FLOWS[scenario.flow], scenario.answers)
    by_key = {(choice.question.name, choice.line): choice for choice in choices}
    for trap in scenario.traps:
        choice = by_key.get((trap.question, ids.get(trap.line, trap.line)))
        if choice and choice.possible_values():
            ticks = isinstance(choice.question, Ticks) and isinstance(trap.value, str)
            yield choice, [trap.value] if ticks else trap.value


def decisive_refs(walk: Walk) -> tuple[str, ...]:
    """Return the paragraphs of what stands in the way, of the ground that holds, or of what is in order."""
    if walk.flow is SUPERVISING and walk.conclusion == "ask":
        asked = {question.name: question.ref for question in walk.asked}
        short = [n for n, right in (("prompt_enough", "yes"), ("prompt_detail", "no")) if walk.values.get(n) != right]
        if short:
            return tuple(dict.fromkeys(asked[name] for name in short))
    if walk.flow is FOLLOWING_UP:
        return (*(_refs_deciding(walk.decision) if walk.conclusion == "look_again" else ()), "3.12")
    return tuple(dict.fromkeys(_refs_deciding(walk.decision)))


def _refs_deciding(decision: Decision) -> list[str]:
    held = [rule for rule in RULEBOOK[decision.flow] if rule.words in decision.weighed]
    in_the_way = [rule.ref for rule in held if rule.obstacle or rule.words in STANDS_IN_THE_WAY]
    if decision.outstanding_before_go_ahead and in_the_way:
        return in_the_way
    grounds = [rule.ref for rule in held if rule.words in (decision.exception_grounds or ())]
    told = [rule.ref for rule in held if rule.words in TOLD_RULES.get(decision.flow, ())]
    weighed = zip(decision.weighed, decision.reasons, strict=True)
    rest = [reason.ref for name, reason in weighed if name not in NOT_DECISIVE]
    return grounds or told or rest or [reason.ref for reason in decision.reasons]


def conclusion_text(matter: Matter, name: str) -> str:
    """Return a conclusion as its headline says it."""
    return str(render_text(key_for_flow(matter.flow.name, f"headlines.{name}"), **label_values(matter)))


def judge_conclusion(said: str, right: Walk) -> Judgement:
    """Judge what they would do: a part of it or a more careful step is defensible."""
    if said == right.conclusion:
        return Judgement.RIGHT
    todo = right.decision.outstanding_before_go_ahead
    if said == "inform_parents_first" and set(todo) & set(CAREFUL):
        return Judgement.WRONG  # whether they may be told is what is asked about
    if right.flow is SUPERVISING and said == "agree":
        return Judgement.DEFENSIBLE if holds_but_for_detail(right.values, right.decision) else Judgement.WRONG
    defensible = said in CAREFUL or said in todo or (said == "several" and todo)
    return Judgement.DEFENSIBLE if defensible else Judgement.WRONG


def judge_ref(said: str, right: Walk) -> Judgement:
    """Judge the paragraph that it rests on: another that was weighed is defensible."""
    decisive = decisive_refs(right)
    if said in decisive:
        return Judgement.RIGHT
    weighed = zip(right.decision.weighed, right.decision.reasons, strict=True)
    near = {reason.ref for name, reason in weighed if name not in NOT_DECISIVE}
    near |= {"3.5"} if "3.2" in decisive else set()  # what they are to be told, and when
    heads = {ref.partition("(")[0] for ref in decisive}
    return Judgement.DEFENSIBLE if said in near or said.partition("(")[0] in heads else Judgement.WRONG


def read_final_answers(text: str, scenario: Scenario) -> dict[str, str]:
    """Return the answers that a typed text gives: a number or the words of an option, and a paragraph.

    A paragraph or a number that is not offered is no answer.
    """
    right = model_walk(scenario)
    options = final_options(scenario)
    bare = BARE.fullmatch(text)
    if bare is None:
        labels = {name: conclusion_text(right.matter, name) for name in options.conclusions}
        said = {WOULD_DO: _option_by_words(text, labels)}
    else:
        number, ref = int(bare["number"] or 0), (bare["ref"] or "").lower()
        said = {
            WOULD_DO: options.conclusions[number - 1] if 0 < number <= len(options.conclusions) else "",
            RESTS_ON: ref if ref in options.refs else "",
        }
    return {name: value for name, value in said.items() if value}


def _option_by_words(text: str, labels: dict[str, str]) -> str:
    """Return the option that begins with these words, if only one does."""
    said = _words(text)
    meant = [name for name, label in labels.items() if said and _words(label)[: len(said)] == said]
    return meant[0] if len(meant) == 1 else ""


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())
