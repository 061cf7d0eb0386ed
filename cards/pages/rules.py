"""The rules of a flow on its page: each beside the restatement of its paragraph, then the steps they lead to."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from cards.pages.conditions import describe, lowered
from cards.pages.labels import change_label
from cards.words import render_text
from dialogs.engine.flow import Flow
from guidance.next_steps import possible_steps
from guidance.paragraphs import paragraph, paragraphs
from guidance.reasons import sentences
from guidance.rule import Rule
from guidance.rule import always as in_every_case
from guidance.rulebook import FLOWS, lists_of

_REF = re.compile(r"\b\d\.\d+(?:\([a-d]\))?(?!\d)")


def rules(flow: Flow) -> Iterator[str]:
    """Yield the lines about the rules, numbered through, each list of them under what it is for."""
    number = 0
    if any(rule.stands_alone for rule in _every_rule(flow)):
        yield from (render_text("pages.rules_left"), "")
    for name, listed in lists_of(flow.name, flow.rules):
        if name:
            yield from (f"### {render_text(f'pages.lists.{name}')}", "")
        for rule in listed:
            number += 1
            yield f"{number}. **{rule.ref}** {sentences()[rule.words]}"
            yield from (f"{' ' * (len(str(number)) + 2)}- {line}" for line in _about(flow, rule))
        yield ""


def _about(flow: Flow, rule: Rule[Any]) -> Iterator[str]:
    said = paragraph(rule.ref)
    yield f"*{rule.ref} ({render_text(f'force.{said.force}')}):* {said.text}"
    condition = render_text("pages.in_every_case") if rule.when is in_every_case else lowered(describe(flow, rule.when))
    yield f"*{render_text('pages.rule_holds')}:* {condition}."
    if rule.obstacle:
        yield f"*{render_text('pages.blocks')}:* {render_text(f'pages.outstanding.{rule.obstacle}')}."
    if rule.stands_alone:
        yield render_text("pages.stands_alone")


def steps(flow: Flow) -> Iterator[str]:
    """Yield the steps that these rules can lead to, in the order of doing, with the numbers of their rules."""
    every = _every_rule(flow)
    if any(rule.obstacle == "do_not_share" for rule in every):
        yield from (render_text("pages.next_steps_left"), "")
    for number, (step, asked_by) in enumerate(possible_steps(every), 1):
        when = _when(step.step, asked_by, every)
        yield f"{number}. {step.text} ({step.ref}) *{render_text('pages.step_when')}:* {when}."


def _every_rule(flow: Flow) -> list[Rule[Any]]:
    return [rule for _, listed in lists_of(flow.name, flow.rules) for rule in listed]


def _when(step: str, asked_by: Sequence[Rule[Any]], every: Sequence[Rule[Any]]) -> str:
    if not asked_by:
        return render_text(f"pages.steps.{step}")
    numbers = [str(number) for number, rule in enumerate(every, 1) if rule in asked_by]
    return render_text("pages.rule_counts", numbers=numbers)


def changes(flow: Flow) -> Iterator[str]:
    """Yield what could change the answer: each fact, in words, with what it would turn to."""
    flipped = ((fact, value) for fact, values in FLOWS[flow.rules].flips for value in values)
    said = (change_label(flow.name, fact, value) for fact, value in flipped)
    yield from (f"- {line[:1].upper()}{line[1:]}" for line in dict.fromkeys(said) if line)


def paragraphs_named(text: str) -> Iterator[str]:
    """Yield each paragraph that a text names, restated, in the guidance's order."""
    named = set(_REF.findall(text))
    for ref, said in paragraphs().items():
        if ref in named:
            yield f"- **{ref} {said.heading}** ({render_text(f'force.{said.force}')}). {said.text}"
