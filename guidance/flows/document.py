"""A document that someone else wrote: section 4, with 3.7 and 3.9 where professionals are among those it is for."""

from collections.abc import Callable

from guidance import documents, need_to_know, telling_parents, who_may_disclose
from guidance.counterfactuals import DOCUMENT, LIMBS, NEED, TOLD, WHO
from guidance.decision import Decision, Ground, InformParents, Outcome
from guidance.facts import DocumentFacts
from guidance.flow_rules import FlowRules, decision_of
from guidance.replay_digits import EVERY_FLOW, PACK, RECIPIENT, SINCE_2026_12
from guidance.rule import Rule, always, holding, obstacles, outstanding

RULES: tuple[Rule[DocumentFacts], ...] = (
    Rule("4.1", "author_refused", documents.refused, "do_not_share", stands_alone=True),
    Rule("4.1", "refusal_stands", documents.refused, "author_written_consent", stands_alone=True),
    Rule("3.7", "not_needed", documents.needless, "do_not_share", stands_alone=True),
    Rule("3.9(d)", "ordered_without_need", documents.ordered_without_need, stands_alone=True),
    Rule("3.7", "partly_needed", documents.partly_needed, "cut_down"),
    Rule("3.7", "need_unsettled", documents.need_unsettled, "establish_need_to_know"),
    Rule("3.7", "no_professional", documents.no_professional, "take_to_supervisor"),
    Rule("3.7", "needed", documents.needed),
    Rule("4.1", "own_document", documents.own_document),
    Rule("3.1", "read_own_first", documents.own_not_read_yet),
    Rule("3.1", "own_to_cut", documents.own_holds_something, "cut_down"),
    Rule("3.7", "own_to_cut_why", documents.own_holds_something),
    Rule("3.1", "own_cut_down", documents.own_cut_down),
    Rule("4.1", "consent_missing", documents.consent_missing, "author_written_consent"),
    Rule("4.1", "author_agrees", documents.author_agrees),
    Rule("4.2", "talk_missing", documents.talk_missing, "discuss_with_author"),
    Rule("4.2", "talked_over", documents.talk_done),
    Rule("4.3", "legal_advice", documents.legal_advice_missing, "legal_advice"),
    Rule("4.3", "legal_advice_had", documents.legal_advice_had),
    Rule("4.4", "read_it_first", documents.not_read_yet),
    Rule("4.4", "redact", documents.redaction_missing, "redaction_worker_and_manager"),
    Rule("4.4", "redacted", documents.redacted),
    Rule("4.5", "legal_services_redact", documents.legal_redaction_missing, "redaction_legal_services"),
    Rule("4.5", "legal_services_redacted", documents.legal_services_redacted),
    Rule("4.5", "unsure_of_care_order", documents.unsure_of_care_order, "take_to_supervisor"),
    Rule("4.5", "ask_legal_services", documents.ask_legal_services),
    Rule("3.5", "told", documents.told),
    Rule("3.2", "tell_first", documents.tell_first_for_certain, "inform_parents_first"),
    Rule("3.9", "no_exception", documents.tell_first_for_certain),
    Rule("3.2", "tell_unless_settled", documents.tell_first_unless_settled, "inform_parents_first"),
    Rule("3.9(a)", "harm", documents.untold_for(telling_parents.harm)),
    Rule("3.9(b)", "crime", documents.untold_for(telling_parents.crime)),
    Rule("3.9(c)", "not_practicable", documents.untold_for(telling_parents.not_practicable)),
    Rule("3.9(d)", "court_order", documents.untold_for(telling_parents.court_order)),
    Rule("3.9(a)", "risk_no_harm_known", documents.risk_with_no_harm_known, "take_to_supervisor"),
    Rule("3.9(a)", "risk_and_unsure_of_harm", documents.risk_and_unsure_of_harm, "take_to_supervisor"),
    Rule("3.9", "unsure_of_a_ground", documents.unsure_of_a_ground, "take_to_supervisor"),
    Rule("3.2", "only_one_parent_told", documents.only_one_knows, "take_to_supervisor"),
    Rule("3.10", "may_disclose", who_may_disclose.may_disclose, stands_alone=True),
    Rule("3.10", "must_refer", who_may_disclose.must_refer, "refer", stands_alone=True),
    Rule("3.8", "record", always, stands_alone=True),
    Rule("3.11", "case_note", documents.goes_to_the_network),
    Rule("3.12", "tell_afterwards", documents.tell_afterwards),
)
OUTSIDE: tuple[tuple[str, Callable[[DocumentFacts], bool]], ...] = (
    ("recipient_is_no_professional", documents.no_professional),
    ("ask_legal_services", documents.ask_legal_services),
    ("only_one_parent_told", documents.only_one_knows),
)
"""What the guidance does not settle."""


def required(facts: DocumentFacts) -> tuple[str, ...]:
    """The facts without a default that can change what stands in the way."""
    if facts.audience is None:
        return ("audience",)
    if documents.refused(facts):
        return ()
    needed = need_to_know.TESTS if documents.goes_to_professionals(facts) else ()
    if not documents.someone_elses(facts) or documents.needless(facts):
        return needed
    advice = ("legal_advice_obtained",) if documents.unclear_whether_lawful(facts) else ()
    return (*needed, *_of_consent(facts), *advice, *_of_redaction(facts))


def _of_consent(facts: DocumentFacts) -> tuple[str, ...]:
    """4.1  Whose consent it is, and for whom, once there is one; whether "no" was a refusal."""
    in_hand, refusal = documents.consent_may_be_in_hand(facts), documents.refusal_is_open(facts)
    if facts.author_written_consent is None:
        return ("author_written_consent",) if in_hand or refusal else ()
    return (*(documents.WHOSE_CONSENT if in_hand else ()), *(("author_refused",) if refusal else ()))


def _of_redaction(facts: DocumentFacts) -> tuple[str, ...]:
    if not documents.sent_out(facts):
        return ()
    if not documents.must_be_redacted(facts):
        return ("document_contains_unshareable_information",)
    done = ("legal_services_redaction_done",) if facts.child_on_care_order is True else ()
    return ("redaction_done_by", "child_on_care_order", *done)


def inform_parents(facts: DocumentFacts) -> InformParents | None:
    """3.2, 3.9  When the parents are told that it goes to professionals.

    "n/a" when it is for the parents alone; None when it goes to no professional but into care proceedings.
    """
    if documents.only_to_parents(facts):
        return "n/a"
    if not documents.goes_to_professionals(facts):
        return None
    if telling_parents.told(facts):
        return "already done"
    if telling_parents.grounds(facts):
        return "exception: not before"
    return "take to supervisor" if telling_parents.ask_before_telling(facts) else "before"


def grounds(facts: DocumentFacts) -> tuple[Ground, ...]:
    """3.9  The exceptions that hold, where it goes to professionals."""
    return telling_parents.grounds(facts) if documents.goes_to_professionals(facts) else ()


def outcome(facts: DocumentFacts) -> Outcome:
    """Return the go-ahead and the obstacles of `decide`, without its words."""
    found = obstacles(RULES, facts, nothing_may_be_shared=documents.nothing_may_go(facts))
    return not found and not documents.unread(facts), found


def decide(facts: DocumentFacts) -> Decision:
    """What the guidance says of this document; the facts must hold all that `required` names."""
    nothing = documents.nothing_may_go(facts)
    held = holding(RULES, facts, nothing_may_be_shared=nothing)
    todo = outstanding(held)
    may_go = not todo and not documents.unread(facts)
    informed = None if nothing else inform_parents(facts)
    return decision_of(
        "document",
        held,
        may_go_ahead=may_go,
        inform_parents=informed,
        exception_grounds=None if nothing else grounds(facts),
        author_written_consent_needed=documents.someone_elses(facts),
        discuss_with_author_agency=documents.someone_elses(facts),
        legal_advice_needed=documents.unclear_whether_lawful(facts),
        redaction_needed_by_worker_and_manager=documents.must_be_redacted(facts),
        legal_services_redaction_needed=documents.legal_services_must_redact(facts),
        must_cut_down_or_not_share=nothing or "cut_down" in todo,
        must_refer_to_allocated_worker_or_supervisor=who_may_disclose.must_refer(facts),
        details_in_case_note=("information_shared", "recipient") if documents.goes_to_the_network(facts) else (),
        tell_family_afterwards_or_when_safe=not nothing and documents.tell_afterwards(facts),
        outside_guidance=tuple([name for name, stands in OUTSIDE if stands(facts)]),
    )


FLOW = FlowRules(
    name="document",
    place=3,
    facts=DocumentFacts,
    required=required,
    rules=RULES,
    decide=decide,
    outcome=outcome,
    flips=(*DOCUMENT, *NEED, *TOLD, *LIMBS, *WHO),
    unspoken={
        "author_written_consent": "not asked",
        "author_refused": False,
        "consent_covers_this_audience": False,
        "consent_given_by_author": False,
        "legal_advice_obtained": False,
        "document_contains_unshareable_information": "not known yet",
        "redaction_done_by": "none",
        "child_on_care_order": False,
        "legal_services_redaction_done": False,
    },
    coded=(
        *EVERY_FLOW,
        *RECIPIENT,
        "audience",
        *PACK,
        "author_refused",
        "consent_covers_this_audience",
        "consent_given_by_author",
        "legal_advice_obtained",
        "legal_services_redaction_done",
        "document_contains_unshareable_information",
        "redaction_done_by",
        "child_on_care_order",
        *SINCE_2026_12,
    ),
)
