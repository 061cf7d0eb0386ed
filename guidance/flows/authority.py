"""Who may disclose (3.10): someone who may not passes it on; someone who may is under the rules of sharing.

Also the entry in the case summary: what may and what may not be disclosed, where the whole team can see it.
"""

from guidance import need_to_know, who_may_disclose
from guidance.counterfactuals import SHARING, only
from guidance.decision import OUTSTANDING, Decision, Outcome, Outstanding
from guidance.fact_values import parts_of
from guidance.facts import AuthorityFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.flows import share
from guidance.next_steps import next_steps
from guidance.reasons import spoken
from guidance.replay_digits import EVERY_FLOW, PACK, RECIPIENT
from guidance.rule import Rule, always, holding, obstacles


def only_the_entry(facts: AuthorityFacts) -> bool:
    """3.10  An entry in the case summary is being checked, and no sharing is set out that could be decided."""
    incomplete = any(getattr(facts, name) is None for name in share.required(facts))
    return facts.note_drafted is not None and incomplete


def summary_says_no(facts: AuthorityFacts) -> bool:
    """3.10  The case summary says that this may not be disclosed."""
    return facts.case_summary_says == "may not be disclosed"


def missing_from_entry(facts: AuthorityFacts) -> tuple[str, ...] | None:
    """3.10  What the drafted entry lacks; None when there is none."""
    drafted = facts.note_drafted
    if drafted is None:
        return None
    return tuple(name for name in type(drafted).model_fields if getattr(drafted, name) is not True)


REFER: tuple[Rule[AuthorityFacts], ...] = (
    Rule("3.10", "must_refer", who_may_disclose.must_refer, "refer"),
    Rule("3.10", "summary_says_no", summary_says_no),
    Rule("3.10", "summary_entry", always),
    Rule("3.8", "record", always),
)
ENTRY = REFER[1:3]


def required(facts: AuthorityFacts) -> tuple[str, ...]:
    """What sharing needs, for someone who may disclose; nothing more for anyone else, or for an entry."""
    return () if who_may_disclose.must_refer(facts) or only_the_entry(facts) else share.required(facts)


def decide(facts: AuthorityFacts) -> Decision:
    """What 3.10 says of this person, and section 3 of the sharing if it is theirs to do."""
    if who_may_disclose.must_refer(facts):
        return _alone(facts, REFER, may_go_ahead=False)
    return _alone(facts, ENTRY, may_go_ahead=None) if only_the_entry(facts) else _share(facts)


def _share(facts: AuthorityFacts) -> Decision:
    """The sharing rules, and the case summary on top: what it says may not go is cut down."""
    decision = share.decide(facts)
    listed = _with_the_summary(facts, decision.outstanding_before_go_ahead)
    held = holding(ENTRY, facts, nothing_may_be_shared=False)
    weighed = (*holding(share.RULES, facts, nothing_may_be_shared=need_to_know.nothing_passes(facts)), *held)
    changes = {
        "flow": "authority",
        "may_go_ahead_now": not listed,
        "outstanding_before_go_ahead": listed,
        "must_cut_down_or_not_share": decision.must_cut_down_or_not_share or summary_says_no(facts),
        "case_summary_note_recommended": True,
        "case_summary_note_missing": missing_from_entry(facts),
        "next_steps": next_steps(weighed, listed, may_go_ahead=not listed, inform_parents=decision.inform_parents),
        "reasons": decision.reasons + spoken(held),
        "weighed": decision.weighed + tuple([rule.words for rule in held]),
    }
    return decision.model_copy(update=changes)


def _with_the_summary(facts: AuthorityFacts, of_sharing: tuple[Outstanding, ...]) -> tuple[Outstanding, ...]:
    """What stands in the way of the sharing, with what the case summary says may not go cut down first."""
    if not summary_says_no(facts) or "do_not_share" in of_sharing:
        return of_sharing
    return tuple([name for name in OUTSTANDING if name == "cut_down" or name in of_sharing])


def outcome(facts: AuthorityFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words."""
    if who_may_disclose.must_refer(facts):
        return False, obstacles(REFER, facts, nothing_may_be_shared=False)
    if only_the_entry(facts):
        return None, obstacles(ENTRY, facts, nothing_may_be_shared=False)
    listed = _with_the_summary(facts, share.outcome(facts)[1])
    return not listed, listed


def _alone(facts: AuthorityFacts, rules: tuple[Rule[AuthorityFacts], ...], *, may_go_ahead: bool | None) -> Decision:
    """A decision in which nothing of sharing is weighed."""
    held = holding(rules, facts, nothing_may_be_shared=False)
    return decision_of(
        "authority",
        held,
        may_go_ahead=may_go_ahead,
        must_cut_down_or_not_share=summary_says_no(facts),
        must_refer_to_allocated_worker_or_supervisor=who_may_disclose.must_refer(facts),
        case_summary_note_recommended=True,
        case_summary_note_missing=missing_from_entry(facts),
    )


FLOW = FlowRules(
    name="authority",
    place=6,
    facts=AuthorityFacts,
    required=required,
    rules=(*REFER, *share.RULES),
    decide=decide,
    outcome=outcome,
    flips=(*only(AuthorityFacts, "case_summary_says", "may be disclosed", "may not be disclosed"), *SHARING),
    unspoken={"author_written_consent": "not asked"},
    coded=(
        *EVERY_FLOW,
        *RECIPIENT,
        *PACK,
        "case_summary_says",
        "is_social_work_staff",
        *parts_of(AuthorityFacts, "note_drafted"),
        "only_one_parent_told",
    ),
    lists={
        "authority": (
            ("may_not_disclose", REFER),
            ("may_disclose", tuple(rule for rule in share.RULES if rule.words != "must_refer")),
            ("case_summary", ENTRY),
        ),
        "case_summary": (("", ENTRY),),
    },
)
"""Someone who may disclose is under the rules of sharing as well (3.10)."""
