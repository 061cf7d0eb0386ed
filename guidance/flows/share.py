"""Sharing with a third party: section 3, with what someone else's text in the pack brings from section 4."""

from collections.abc import Callable

from guidance import need_to_know, telling_parents, third_party_pack, who_may_disclose
from guidance.counterfactuals import SHARING
from guidance.decision import Decision, InformParents, Outcome
from guidance.facts import ShareFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.replay_digits import EVERY_FLOW, PACK, RECIPIENT, SINCE_2026_12
from guidance.rule import Rule, always, holding, obstacles, outstanding

RULES: tuple[Rule[ShareFacts], ...] = (
    Rule("2.2", "legal_basis", always, stands_alone=True),
    Rule("3.7", "not_needed", need_to_know.nothing_passes, "do_not_share", stands_alone=True),
    Rule("3.9(d)", "ordered_without_need", need_to_know.ordered_without_need, stands_alone=True),
    Rule("3.7", "partly_needed", need_to_know.part_passes, "cut_down"),
    Rule("3.7", "need_unsettled", need_to_know.unsettled, "establish_need_to_know"),
    Rule("3.7", "needed", need_to_know.all_pass),
    Rule("3.7", "no_professional", need_to_know.recipient_is_no_professional, "take_to_supervisor"),
    Rule("3.5", "told", telling_parents.told),
    Rule("3.2", "tell_first", telling_parents.tell_first_for_certain, "inform_parents_first"),
    Rule("3.9", "no_exception", telling_parents.tell_first_for_certain),
    Rule("3.2", "tell_unless_settled", telling_parents.tell_first_unless_settled, "inform_parents_first"),
    Rule("3.9(a)", "harm", telling_parents.harm),
    Rule("3.9(b)", "crime", telling_parents.crime),
    Rule("3.9(c)", "not_practicable", telling_parents.not_practicable),
    Rule("3.9(d)", "court_order", telling_parents.court_order),
    Rule("3.9(a)", "risk_no_harm_known", telling_parents.risk_with_no_harm_known, "take_to_supervisor"),
    Rule("3.9(a)", "risk_and_unsure_of_harm", telling_parents.risk_and_unsure_of_harm, "take_to_supervisor"),
    Rule("3.9", "unsure_of_a_ground", telling_parents.unsure_of_a_ground, "take_to_supervisor"),
    Rule("3.2", "only_one_parent_told", telling_parents.only_one_knows, "take_to_supervisor"),
    Rule("3.10", "may_disclose", who_may_disclose.may_disclose, stands_alone=True),
    Rule("3.10", "must_refer", who_may_disclose.must_refer, "refer", stands_alone=True),
    Rule("4.1", "consent_missing", third_party_pack.consent_missing, "author_written_consent"),
    Rule("4.1", "author_agrees", third_party_pack.author_agrees),
    Rule("4.2", "talk_missing", third_party_pack.talk_missing, "discuss_with_author"),
    Rule("4.2", "talked_over", third_party_pack.talk_done),
    Rule("4.3", "legal_advice", third_party_pack.legal_advice_first, "legal_advice"),
    Rule("3.8", "record", always, stands_alone=True),
    Rule("3.11", "case_note", need_to_know.goes_to_the_network),
    Rule("3.12", "tell_afterwards", telling_parents.tell_afterwards),
)

OUTSIDE: tuple[tuple[str, Callable[[ShareFacts], bool]], ...] = (
    ("recipient_is_no_professional", need_to_know.recipient_is_no_professional),
    ("only_one_parent_told", telling_parents.only_one_knows),
)
"""What the guidance does not settle."""


def required(facts: ShareFacts) -> tuple[str, ...]:
    """The facts without a default that matter here: the tests of 3.7, and the author's agreement if there is one."""
    asks_author = third_party_pack.in_the_pack(facts) and not need_to_know.nothing_passes(facts)
    return (*need_to_know.TESTS, "author_written_consent") if asks_author else need_to_know.TESTS


def inform_parents(facts: ShareFacts) -> InformParents:
    """3.2, 3.5, 3.9  When the parents are told of this sharing."""
    if telling_parents.told(facts):
        return "already done"
    if telling_parents.grounds(facts):
        return "exception: not before"
    return "take to supervisor" if telling_parents.ask_before_telling(facts) else "before"


def outcome(facts: ShareFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words."""
    found = obstacles(RULES, facts, nothing_may_be_shared=need_to_know.nothing_passes(facts))
    return not found, found


def decide(facts: ShareFacts) -> Decision:
    """What the guidance says of this sharing; the facts must hold all that `required` names."""
    nothing = need_to_know.nothing_passes(facts)
    held = holding(RULES, facts, nothing_may_be_shared=nothing)
    todo = outstanding(held)
    informed = None if nothing else inform_parents(facts)
    return decision_of(
        "share",
        held,
        may_go_ahead=not todo,
        inform_parents=informed,
        exception_grounds=None if nothing else telling_parents.grounds(facts),
        author_written_consent_needed=third_party_pack.in_the_pack(facts),
        discuss_with_author_agency=third_party_pack.in_the_pack(facts),
        legal_advice_needed=third_party_pack.legal_advice_first(facts),
        must_cut_down_or_not_share=nothing or need_to_know.part_passes(facts),
        must_refer_to_allocated_worker_or_supervisor=who_may_disclose.must_refer(facts),
        details_in_case_note=("information_shared", "recipient") if need_to_know.goes_to_the_network(facts) else (),
        tell_family_afterwards_or_when_safe=not nothing and telling_parents.tell_afterwards(facts),
        outside_guidance=tuple([name for name, stands in OUTSIDE if stands(facts)]),
    )


FLOW = FlowRules(
    name="share",
    place=1,
    facts=ShareFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    flips=SHARING,
    unspoken={"author_written_consent": "not asked"},
    coded=(*EVERY_FLOW, *RECIPIENT, *PACK, *SINCE_2026_12),
)
