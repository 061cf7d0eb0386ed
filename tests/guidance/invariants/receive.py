"""What is true of every decision on information received (3.13, 4.1, 4.2). Each says it again from the facts."""

from tests.guidance.invariants.common import COMMON, Facts, Invariant, of_section_4

RECORD = ("professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use")


def passed_on(facts: Facts) -> bool:
    """The document is to go on, or may be."""
    return facts["wants_to_pass_on_the_written_document"] is not False


def expected_missing(facts: Facts) -> list[str]:
    """What is still to be noted, worked out again."""
    limit = facts.get("restriction_stated", True) is not False and facts.get("restriction_noted") is not True
    gaps = (facts["name_noted"] is not True, facts["details_noted"] is not True, limit)
    return [name for name, gap in zip(RECORD, gaps, strict=True) if gap]


INVARIANTS: dict[str, Invariant] = COMMON | {
    "going ahead is no question unless a document is to be passed on": lambda facts, decision: (
        decision.may_go_ahead_now is (False if passed_on(facts) else None)
    ),
    "passing on needs written consent and the talk, and nothing else stands in the way": lambda facts, decision: (
        decision.outstanding_before_go_ahead
        == (("author_written_consent", "discuss_with_author") if passed_on(facts) else ())
    ),
    "the flags of section 4 are those of passing on": lambda facts, decision: (
        of_section_4(decision) == (passed_on(facts), passed_on(facts), False, False, False)
    ),
    "what is missing is all of it and no more": lambda facts, decision: (
        decision.missing_from_record == tuple(expected_missing(facts))
    ),
    "the note holds the three of 3.13": lambda _, decision: decision.details_in_case_note == RECORD,
    "nothing is cut down, and nobody is referred to": lambda _, decision: (
        not decision.must_cut_down_or_not_share and not decision.must_refer_to_allocated_worker_or_supervisor
    ),
    "telling parents is no question here": lambda _, decision: (
        (decision.inform_parents, decision.exception_grounds, decision.tell_family_afterwards_or_when_safe)
        == (None, None, False)
    ),
    "a stated restriction is always said to be honoured": lambda facts, decision: (
        ("restriction_honoured" in decision.weighed) is (facts.get("restriction_stated") is True)
    ),
}
