"""Network checks (section 5), with 2.4 and 3.7."""

from collections.abc import Callable

from guidance import network_checks, telling_parents, who_may_disclose
from guidance.counterfactuals import CHECKS, LIMBS, TOLD, WHO
from guidance.decision import Decision, InformParents, Outcome
from guidance.facts import GatherFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.replay_digits import EVERY_FLOW, SINCE_2026_12
from guidance.rule import Rule, always, holding, obstacles, outstanding

RULES: tuple[Rule[GatherFacts], ...] = (
    Rule("5.1", "no_basis", network_checks.plainly_no_basis, "no_basis_for_network_checks", stands_alone=True),
    Rule(
        "5.1",
        "unsure_of_a_basis",
        network_checks.unsure_of_an_assessment,
        "no_basis_for_network_checks",
        stands_alone=True,
    ),
    Rule("5.1", "unsure_of_a_concern", network_checks.unsure_of_a_concern, "take_to_supervisor", stands_alone=True),
    Rule("5.1", "basis", network_checks.concern),
    Rule("2.4", "plain_request", network_checks.plain_request),
    Rule("3.7", "asks_too_much", network_checks.asks_too_much, "cut_down"),
    Rule("3.7", "unsure_of_the_request", network_checks.unsure_of_the_request, "establish_need_to_know"),
    Rule("5.2", "told_of_checks", network_checks.told_of_checks),
    Rule("3.5", "told", network_checks.told_of_request),
    Rule("5.2", "tell_before_checks", network_checks.tell_before_checks, "inform_parents_first"),
    Rule("3.2", "tell_before_request", network_checks.tell_before_request, "inform_parents_first"),
    Rule("5.2", "tell_unless_settled", network_checks.checks_unless_settled, "inform_parents_first"),
    Rule("3.2", "tell_unless_settled", network_checks.request_unless_settled, "inform_parents_first"),
    Rule("5.2(a)", "further_risk", network_checks.further_risk),
    Rule("5.2(b)", "criminal_investigation", network_checks.criminal_investigation),
    Rule("5.2(c)", "undue_delay", network_checks.undue_delay),
    Rule("3.9(a)", "harm", network_checks.request_for(telling_parents.harm)),
    Rule("3.9(b)", "crime", network_checks.request_for(telling_parents.crime)),
    Rule("3.9(c)", "not_practicable", network_checks.request_for(telling_parents.not_practicable)),
    Rule("3.9(d)", "court_order", network_checks.request_for(telling_parents.court_order)),
    Rule("3.9(a)", "risk_no_harm_known", network_checks.risk_with_no_harm_known, "take_to_supervisor"),
    Rule("3.9(a)", "risk_and_unsure_of_harm", network_checks.risk_and_unsure_of_harm, "take_to_supervisor"),
    Rule("3.9(d)", "court_order_for_checks", network_checks.court_order_for_checks),
    Rule("3.2", "only_one_parent_told", network_checks.only_one_knows, "take_to_supervisor"),
    Rule("5.2", "unsure_of_a_ground", network_checks.unsure_about_checks, "take_to_supervisor"),
    Rule("3.9", "unsure_of_a_ground", network_checks.unsure_about_request, "take_to_supervisor"),
    Rule("5.2", "unsure_which_rules", network_checks.unsure_which_rules, "take_to_supervisor"),
    Rule("3.10", "may_disclose", who_may_disclose.may_disclose),
    Rule("3.10", "must_refer", who_may_disclose.must_refer, "refer"),
    Rule("3.8", "record", always, stands_alone=True),
    Rule("3.11", "case_note", network_checks.asks_someone),
    Rule("3.13", "reply_recorded", network_checks.reply_in),
    Rule("3.13", "restriction_honoured", network_checks.reply_is_restricted),
    Rule("3.12", "tell_afterwards", network_checks.tell_afterwards),
)
OUTSIDE: tuple[tuple[str, Callable[[GatherFacts], bool]], ...] = (
    ("only_one_parent_told", network_checks.only_one_knows),
    ("court_order_for_checks", network_checks.court_order_for_checks),
)
"""What the guidance does not settle."""
REPLY = ("professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use")


def required(facts: GatherFacts) -> tuple[str, ...]:
    """The facts without a default that can change what stands in the way."""
    if facts.safeguarding_concerns is None:
        return ("safeguarding_concerns",)
    if not network_checks.concern(facts):
        return ("carrying_out_assessment_or_enquiry",)
    return network_checks.GROUNDS if network_checks.untold_without_ground(facts) else ()


def inform_parents(facts: GatherFacts) -> InformParents:
    """5.2  When the parents are told of the checks."""
    if telling_parents.told(facts):
        return "already done"
    if network_checks.grounds(facts):
        return "exception: not before"
    return "before" if network_checks.tell_first(facts) else "take to supervisor"


def outcome(facts: GatherFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words."""
    found = obstacles(RULES, facts, nothing_may_be_shared=network_checks.no_basis(facts))
    return not found, found


def decide(facts: GatherFacts) -> Decision:
    """What the guidance says of these checks; the facts must hold all that `required` names."""
    nothing = network_checks.no_basis(facts)
    held = holding(RULES, facts, nothing_may_be_shared=nothing)
    todo = outstanding(held)
    informed = None if nothing else inform_parents(facts)
    return decision_of(
        "gather",
        held,
        may_go_ahead=not todo,
        inform_parents=informed,
        exception_grounds=None if nothing else network_checks.grounds(facts),
        must_cut_down_or_not_share=not nothing and network_checks.asks_too_much(facts),
        must_refer_to_allocated_worker_or_supervisor=not nothing and who_may_disclose.must_refer(facts),
        details_in_case_note=(
            *(() if nothing else ("information_shared", "recipient")),
            *(REPLY if network_checks.reply_in(facts) else ()),
        ),
        tell_family_afterwards_or_when_safe=not nothing and network_checks.tell_afterwards(facts),
        outside_guidance=tuple([name for name, stands in OUTSIDE if stands(facts)]),
    )


FLOW = FlowRules(
    name="gather",
    place=2,
    facts=GatherFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    flips=(*TOLD, *CHECKS, *LIMBS, *WHO),
    unspoken={
        "carrying_out_assessment_or_enquiry": False,
        "telling_parents_may_put_child_at_further_risk": False,
        "telling_parents_may_interfere_with_criminal_investigation": False,
        "telling_parents_may_cause_undue_delay_in_safeguarding": False,
    },
    coded=(
        *EVERY_FLOW,
        "safeguarding_concerns",
        "carrying_out_assessment_or_enquiry",
        "telling_parents_may_put_child_at_further_risk",
        "telling_parents_may_interfere_with_criminal_investigation",
        "telling_parents_may_cause_undue_delay_in_safeguarding",
        "request_gives_agencies_more_than_they_need",
        "reply_received",
        "restriction_on_reply",
        *SINCE_2026_12,
    ),
)
