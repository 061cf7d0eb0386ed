"""Mutants of the tables: the cards and questions of a flow, and its list of rules, changed where they are held.

No file is changed: a mutant is made in memory, in the tests' own process, before they read the tables
(`pytest -p ops.mutate.tables` with its name in MUTANT).
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from dialogs.engine.flow import Ask, Flow, Step, nothing_invalidated
from dialogs.flows.registry import FLOWS
from guidance.rule import Rule
from guidance.rulebook import RULEBOOK
from ops.mutate.running import OF_FLOWS, OF_RULES, Mutant
from ops.paths import ROOT

Predicate = Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its name ("share.ask.why.dropped"), what to look for in the source, and how it is made."""

    name: str
    sought: str
    make: Callable[[], None]

    @property
    def of_rules(self) -> bool:
        """Whether it changes a line of the rules; the others change what is asked."""
        return self.name.split(".")[1] == "rule"


def pytest_configure() -> None:
    """Make the change that MUTANT names. Raises LookupError when there is no such change."""
    named = os.environ["MUTANT"]
    changes = [change for change in every_change(named.partition(".")[0]) if change.name == named]
    if not changes:
        raise LookupError(f"no mutant is called {named}")
    changes[0].make()


def mutants(flow: str) -> list[Mutant]:
    """Every mutant of one flow's tables."""
    return [
        Mutant(change.name, found_at(flow, change), OF_RULES if change.of_rules else OF_FLOWS)
        for change in every_change(flow)
    ]


def found_at(flow: str, change: Change) -> str:
    """The file and line of what is changed: the first line of the flow's own files that holds what is looked for."""
    own = [ROOT / "guidance" / "flows" / f"{flow}.py"]
    if not change.of_rules:
        own = sorted((ROOT / "dialogs" / "flows" / flow).glob("*.py"))
    for path in own:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if change.sought in line:
                return f"{path.relative_to(ROOT).as_posix()}:{number}"
    return own[0].relative_to(ROOT).as_posix() if own else flow


def every_change(flow: str) -> tuple[Change, ...]:
    """Every change of one flow and its rules; lines that it shares with sharing are changed there only."""
    shared = {id(rule) for rule in RULEBOOK["share"]} if flow != "share" else set()
    own = [(number, rule) for number, rule in enumerate(RULEBOOK[flow], 1) if id(rule) not in shared]
    rules = [change for number, rule in own for change in _of_rule(flow, number, rule)]
    return (*rules, *(_of_flow(FLOWS[flow]) if flow in FLOWS else ()))


def _of_rule(flow: str, number: int, rule: Rule[Any]) -> Iterator[Change]:
    name = f"{flow}.rule.{number}.{rule.words}"
    sought = f'"{rule.words}"'
    yield Change(f"{name}.dropped", sought, lambda: _set(rule, "when", lambda _: False))
    yield Change(f"{name}.negated", sought, lambda: _set(rule, "when", _not(rule.when)))
    yield Change(f"{name}.stands_alone", sought, lambda: _set(rule, "stands_alone", not rule.stands_alone))
    if rule.obstacle:
        yield Change(f"{name}.no_obstacle", sought, lambda: _set(rule, "obstacle", None))


def _of_flow(flow: Flow) -> Iterator[Change]:
    for card in flow.every_step():
        yield from _of_condition(f"{flow.name}.step.{card.name}", f'"{card.name}"', card)
        for ask in card.asks:
            yield from _of_ask(flow, card, ask)
    for number, (card, after) in enumerate(zip(flow.steps, flow.steps[1:], strict=False)):
        swapped = (*flow.steps[:number], after, card, *flow.steps[number + 2 :])
        name = f"{flow.name}.steps.{card.name}.after.{after.name}"
        yield Change(name, f'"{after.name}"', partial(_set, flow, "steps", swapped))
    if flow.ends_early:
        yield Change(f"{flow.name}.never_early", "ends_early=", lambda: _set(flow, "ends_early", None))
    if flow.invalidated is not nothing_invalidated:
        name = f"{flow.name}.nothing_invalidated"
        yield Change(name, "invalidated=", lambda: _set(flow, "invalidated", nothing_invalidated))


def _of_ask(flow: Flow, card: Any, ask: Ask) -> Iterator[Change]:
    name, sought = f"{flow.name}.ask.{ask.question.name}", f".{ask.question.name.upper()}"
    left = tuple(one for one in card.asks if one is not ask)
    yield Change(f"{name}.dropped", sought, lambda: _set(card, "asks", left))
    yield from _of_condition(name, sought, ask)


def _of_condition(name: str, sought: str, asked: Step | Ask) -> Iterator[Change]:
    when = asked.when
    if when:
        yield Change(f"{name}.negated", sought, lambda: _set(asked, "when", _not(when)))
        yield Change(f"{name}.always", sought, lambda: _set(asked, "when", None))


def _not(predicate: Predicate) -> Predicate:
    return lambda given: not predicate(given)


def _set(held: object, name: str, value: object) -> None:
    """Change what is frozen, as nothing but a mutant may."""
    object.__setattr__(held, name, value)
