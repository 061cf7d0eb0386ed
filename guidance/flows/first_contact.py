"""The first conversation with parents (3.3 to 3.6): what has been said, and what is still to be said."""

from collections.abc import Callable

from guidance.decision import Decision, Outcome
from guidance.fact_values import parts_of
from guidance.facts import Covered, FirstContactFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.replay_digits import EVERY_FLOW
from guidance.rule import Rule, always, holding

POINTS: tuple[tuple[str, str], ...] = (
    ("3.3(a)", "legal_basis_and_may_be_without_consent"),
    ("3.5", "consent_not_required"),
    ("3.3(b)", "in_what_circumstances"),
    ("3.5(a)", "will_inform_beforehand_what"),
    ("3.5(b)", "will_inform_beforehand_why"),
    ("3.5(c)", "will_inform_beforehand_used_for"),
    ("3.5(d)", "will_inform_beforehand_to_whom"),
    ("3.3(c)", "will_gather_from_other_services"),
    ("3.6", "privacy_notice"),
    ("3.5", "parents_understand"),
)
"""Each point of the conversation with its paragraph, in the order of the facts."""


def missing(facts: FirstContactFacts) -> tuple[str, ...]:
    """3.3 to 3.6  The points that have not been covered; not sure counts as not covered."""
    covered = facts.covered or Covered()
    return tuple(point for _, point in POINTS if getattr(covered, point) is not True)


def _still_to_say(point: str) -> Callable[[FirstContactFacts], bool]:
    """The point {point} has not been covered, or that is not certain."""
    return lambda facts: point in missing(facts)


RULES: tuple[Rule[FirstContactFacts], ...] = (
    *(Rule(ref, point, _still_to_say(point)) for ref, point in POINTS),
    Rule("3.5", "no_signed_consent", always),
    Rule("3.8", "record", always),
)


def required(facts: FirstContactFacts) -> tuple[str, ...]:
    """What has been covered."""
    return ("covered",)


def outcome(facts: FirstContactFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words: there are none."""
    return None, ()


def decide(facts: FirstContactFacts) -> Decision:
    """What is still to be said to the parents; `covered` must be given."""
    held = holding(RULES, facts, nothing_may_be_shared=False)
    return decision_of(
        "first_contact",
        held,
        may_go_ahead=None,
        first_contact_missing=missing(facts),
    )


FLOW = FlowRules(
    name="first_contact",
    place=5,
    facts=FirstContactFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    coded=(*EVERY_FLOW, *parts_of(FirstContactFacts, "covered")),
)
