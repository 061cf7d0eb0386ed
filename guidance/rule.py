"""What a flow's list of rules is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from guidance.decision import OUTSTANDING, Outstanding
from guidance.facts import Facts

F_contra = TypeVar("F_contra", bound=Facts, contravariant=True)


@dataclass(frozen=True, slots=True)
class Rule(Generic[F_contra]):
    """One line of a flow: the paragraph, the words it speaks with, and when it holds.

    `words` names a sentence in `data/reasons.toml`. `obstacle` is what the line puts in the way, if anything.
    `stands_alone` lines are the only ones left when nothing may be shared at all.
    """

    ref: str
    words: str
    when: Callable[[F_contra], bool]
    obstacle: Outstanding | None = None
    stands_alone: bool = False


def always(_: Facts) -> bool:
    """Holds in every case."""
    return True


def holding(
    rules: Sequence[Rule[F_contra]], facts: F_contra, *, nothing_may_be_shared: bool
) -> tuple[Rule[F_contra], ...]:
    """The rules that hold on these facts, in the order they are weighed."""
    return tuple([r for r in rules if (r.stands_alone or not nothing_may_be_shared) and r.when(facts)])


def obstacles(
    rules: Sequence[Rule[F_contra]], facts: F_contra, *, nothing_may_be_shared: bool
) -> tuple[Outstanding, ...]:
    """Return what stands in the way on these facts, in the listed order, without weighing the other rules."""
    blocking = [rule for rule in rules if rule.obstacle]
    return outstanding(holding(blocking, facts, nothing_may_be_shared=nothing_may_be_shared))


def outstanding(rules: Sequence[Rule[F_contra]]) -> tuple[Outstanding, ...]:
    """The obstacles among these rules, each once, in the listed order."""
    found = {rule.obstacle for rule in rules}
    return tuple([name for name in OUTSTANDING if name in found])
