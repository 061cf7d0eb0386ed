"""What to do next, in the order of doing: the one list that every card, note and text is drawn from.

A step is called after the obstacle or the rule that asks for it. `data/next_steps.toml` says it in a plain sentence,
where the sentence of its rule is not one of doing.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Any

from guidance.decision import InformParents, NextStep, Outstanding
from guidance.reasons import sentences
from guidance.rule import Rule

RISKS = ("risk_no_harm_known", "risk_and_unsure_of_harm")
ASK_FIRST = (
    "ordered_without_need",
    *RISKS,
    "unsure_of_a_ground",
    "unsure_which_rules",
    "unsure_of_a_concern",
    "only_one_parent_told",
    "no_professional",
    "unsure_of_care_order",
)
"""Rules that send the worker to someone else before anything is done or said."""
FIRST_CONVERSATION = (
    "legal_basis_and_may_be_without_consent",
    "consent_not_required",
    "in_what_circumstances",
    "will_inform_beforehand_what",
    "will_inform_beforehand_why",
    "will_inform_beforehand_used_for",
    "will_inform_beforehand_to_whom",
    "will_gather_from_other_services",
    "privacy_notice",
    "parents_understand",
)
DOING_ORDER: tuple[str, ...] = (
    "no_basis_for_network_checks",
    *ASK_FIRST,
    "refer",
    "do_not_share",
    "establish_need_to_know",
    "cut_down",
    "own_to_cut",
    "read_it_first",
    "read_own_first",
    "discuss_with_author",
    "author_written_consent",
    "legal_advice",
    "redaction_worker_and_manager",
    "redaction_legal_services",
    "ask_legal_services",
    "court_order_for_checks",
    "inform_parents_first",
    "tell_parents_if_settled",
    "note_the_name",
    "note_the_details",
    "note_the_restriction",
    "restriction_honoured",
    *FIRST_CONVERSATION,
    "go_ahead",
    "summary_entry",
    "record",
    "tell_family_afterwards",
)
"""The order in which a person would do them, which is not the order in which obstacles are listed."""
BY_RULE = frozenset(
    (
        *ASK_FIRST,
        *FIRST_CONVERSATION,
        "own_to_cut",
        "read_it_first",
        "read_own_first",
        "ask_legal_services",
        "court_order_for_checks",
        "restriction_honoured",
        "record",
        "summary_entry",
        "note_the_name",
        "note_the_details",
        "note_the_restriction",
    )
)
"""Rules that are a step under their own name."""
REFS = {"go_ahead": "3.7", "tell_parents_if_settled": "3.9", "tell_family_afterwards": "3.12", "cut_down": "3.7"}
"""The paragraph of a step that is no rule's own."""
IN_DOUBT = frozenset({"unsure_of_a_ground", "court_order_for_checks"})
"""Rules beside which telling the parents first waits for what someone else says."""
NOTHING_GOES = ("ordered_without_need", "refer", "do_not_share", "record")
"""All that is left to do where nothing may go."""


def next_steps(
    held: Sequence[Rule[Any]],
    outstanding: Sequence[Outstanding],
    *,
    may_go_ahead: bool | None,
    inform_parents: InformParents | None,
) -> tuple[NextStep, ...]:
    """List what to do next.

    `held`: the rules that hold. `outstanding`: what stands in the way. While it is in doubt whether the parents may be
    told, telling them is a step only if the worker and the supervisor settle that it is.
    """
    by_rule: dict[str, str] = {rule.words: rule.ref for rule in held if rule.words in BY_RULE}
    by_obstacle: dict[str, str] = {
        rule.obstacle: rule.ref for rule in held if rule.obstacle and rule.words not in BY_RULE
    }
    obstacles = {name for name in outstanding if name in by_obstacle or name not in _of_rules(held)}
    names = (by_rule.keys() | obstacles) - {"take_to_supervisor", "inform_parents_first"}
    names |= set(_telling(by_rule, outstanding, inform_parents)) | ({"go_ahead"} if may_go_ahead else set())
    if any(risk in names for risk in RISKS):
        names.discard("unsure_of_a_ground")  # the risk says more of the same
    if "do_not_share" in names:
        names.intersection_update(NOTHING_GOES)
    refs = {**REFS, **by_obstacle, **by_rule}
    return tuple([_step(name, refs[name]) for name in DOING_ORDER if name in names])


def possible_steps(rules: Sequence[Rule[Any]]) -> tuple[tuple[NextStep, tuple[Rule[Any], ...]], ...]:
    """Return every step that these rules can lead to, in the order of doing, each with the rules that ask for it.

    No single rule asks for going ahead, or for telling the parents once that is settled or afterwards. They come with
    the rules that weigh whether the parents are told first.
    """
    asked: dict[str, list[Rule[Any]]] = {}
    for rule in rules:
        name = rule.words if rule.words in BY_RULE else rule.obstacle
        if name and name != "take_to_supervisor":
            asked.setdefault(name, []).append(rule)
    if "inform_parents_first" in asked:
        asked |= {"tell_parents_if_settled": [], "go_ahead": [], "tell_family_afterwards": []}
    return tuple((_step(name, _ref(name, asked[name])), tuple(asked[name])) for name in DOING_ORDER if name in asked)


def _ref(name: str, asked_by: Sequence[Rule[Any]]) -> str:
    """Return the paragraphs of a step, each once."""
    return ", ".join(dict.fromkeys(rule.ref for rule in asked_by)) or REFS[name]


def _of_rules(held: Sequence[Rule[Any]]) -> set[Outstanding | None]:
    """The obstacles of rules that are a step under their own name."""
    return {rule.obstacle for rule in held if rule.words in BY_RULE}


def _telling(
    by_rule: dict[str, str], outstanding: Sequence[Outstanding], inform_parents: InformParents | None
) -> Iterator[str]:
    """Telling the parents: first, only if that is settled, or afterwards."""
    if inform_parents == "take to supervisor" or (inform_parents == "before" and IN_DOUBT & by_rule.keys()):
        yield "tell_parents_if_settled"
    elif "inform_parents_first" in outstanding:
        yield "inform_parents_first"
    if inform_parents == "exception: not before":
        yield "tell_family_afterwards"


@cache
def _sentences() -> dict[str, str]:
    own = tomllib.loads(resources.files("guidance").joinpath("data/next_steps.toml").read_text("utf-8"))
    return {**sentences(), **own}


@cache
def _step(name: str, ref: str) -> NextStep:
    return NextStep(step=name, ref=ref, text=_sentences()[name])
