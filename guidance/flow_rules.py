"""What a flow is to the guidance: its facts, the rules that weigh them, and what is read from both."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guidance.counterfactuals import Flips
from guidance.decision import Decision, InformParents, Outcome
from guidance.facts import Facts
from guidance.next_steps import next_steps
from guidance.paragraphs import VERSION
from guidance.reasons import spoken
from guidance.replay_digits import Digit, digits
from guidance.rule import Rule, outstanding

Lists = tuple[tuple[str, tuple[Rule[Any], ...]], ...]
"""Lists of rules, each with what it is for."""


@dataclass(frozen=True, slots=True)
class FlowRules:
    """One flow of the guidance, declared as `FLOW` at the end of its module in `guidance/flows/`.

    `place`: where it stands among the flows. `facts`: its model. `required`: which facts without a default matter, on
    the others. `rules`: in the order in which they are weighed. `decide`: the rules applied; `outcome`: the go-ahead
    and the obstacles alone, for those who only compare. `flips`: what is turned over to see what would change its
    answer; `unspoken`: how a fact counts that nobody has spoken of, where another one turned over makes it matter.
    `coded`: the facts that its replay code holds, only ever added to at the end. `lists`: the rules as `decide` weighs
    them, for each flow that is not decided by all of them at once.
    """

    name: str
    facts: type[Facts]
    required: Callable[[Any], tuple[str, ...]]
    rules: tuple[Rule[Any], ...]
    decide: Callable[[Any], Decision]
    outcome: Callable[[Any], Outcome]
    place: int = 100
    flips: Flips = ()
    unspoken: Mapping[str, object] = field(default_factory=dict)
    coded: tuple[str, ...] = ()
    lists: Mapping[str, Lists] = field(default_factory=dict)

    @property
    def digits(self) -> tuple[Digit, ...]:
        """The facts of its replay code, each with the values that its digit can stand for."""
        return digits(self.facts, self.coded)


def decision_of(
    flow: str,
    held: Sequence[Rule[Any]],
    *,
    may_go_ahead: bool | None,
    inform_parents: InformParents | None = None,
    **said: Any,
) -> Decision:
    """Return the decision of a flow in which these rules hold. `said`: its further fields."""
    todo = outstanding(held)
    return Decision(
        flow=flow,
        may_go_ahead_now=may_go_ahead,
        outstanding_before_go_ahead=todo,
        inform_parents=inform_parents,
        next_steps=next_steps(held, todo, may_go_ahead=may_go_ahead, inform_parents=inform_parents),
        reasons=spoken(held),
        weighed=tuple([rule.words for rule in held]),
        guidance_version=VERSION,
        **said,
    )
