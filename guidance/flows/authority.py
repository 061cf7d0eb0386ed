"""Who may disclose (3.10): someone who may not passes it on; someone who may is under the rules of sharing."""

from guidance import who_may_disclose
from guidance.decision import Decision
from guidance.facts import AuthorityFacts
from guidance.flows import share
from guidance.paragraphs import VERSION
from guidance.reasons import spoken
from guidance.rule import Rule, holding, outstanding

REFER: tuple[Rule[AuthorityFacts], ...] = (
    Rule("3.10", "must_refer", who_may_disclose.must_refer, "refer", stands_alone=True),
    Rule("3.8", "record", share.always, stands_alone=True),
)


def required(facts: AuthorityFacts) -> tuple[str, ...]:
    """Nothing more, for someone who may not disclose; what sharing needs, for someone who may."""
    return () if who_may_disclose.must_refer(facts) else share.required(facts)


def decide(facts: AuthorityFacts) -> Decision:
    """What 3.10 says of this person, and section 3 of the sharing if it is theirs to do."""
    if who_may_disclose.may_disclose(facts):
        return share.decide(facts).model_copy(update={"flow": "authority"})
    held = holding(REFER, facts, nothing_may_be_shared=False)
    return Decision(
        flow="authority",
        may_go_ahead_now=False,
        outstanding_before_go_ahead=outstanding(held),
        inform_parents=None,
        exception_grounds=None,
        author_written_consent_needed=False,
        discuss_with_author_agency=False,
        legal_advice_needed=False,
        redaction_needed_by_worker_and_manager=False,
        legal_services_redaction_needed=False,
        must_cut_down_or_not_share=facts.case_summary_says == "may not be disclosed",
        must_refer_to_allocated_worker_or_supervisor=True,
        details_in_case_note=(),
        tell_family_afterwards_or_when_safe=False,
        reasons=spoken(held),
        weighed=tuple(rule.words for rule in held),
        guidance_version=VERSION,
    )
