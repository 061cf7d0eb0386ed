"""What is true of every decision on asking other agencies (5.1, 5.2, 2.4). Each says it again from the facts."""

from tests.guidance.invariants.common import (
    COMMON,
    Facts,
    Invariant,
    feared,
    grounds,
    holding,
    may_disclose,
    of_section_4,
    one_of_two,
    sensitive,
    told,
    unsure_limb,
)

OF_CHECKS = {
    "telling_parents_may_put_child_at_further_risk": "further_risk",
    "telling_parents_may_interfere_with_criminal_investigation": "criminal_investigation",
    "telling_parents_may_cause_undue_delay_in_safeguarding": "undue_delay",
}
REPLY = ["professional_name", "details_of_information", "restrictions_on_further_disclosure_or_use"]


def checks(facts: Facts) -> bool:
    """There is a concern: network checks, under 5.2."""
    return facts["safeguarding_concerns"] is True


def request(facts: Facts) -> bool:
    """No concern that is sure, but an assessment: a plain request, under 2.4 and 3.9."""
    return not checks(facts) and facts.get("carrying_out_assessment_or_enquiry") is True


def baseless(facts: Facts) -> bool:
    """Neither is affirmed."""
    return not checks(facts) and not request(facts)


def exceptions(facts: Facts) -> list[str]:
    """5.2 for network checks, 3.9 for a plain request, and never the one for the other."""
    if checks(facts):
        return [ground for fact, ground in OF_CHECKS.items() if facts.get(fact) is True]
    return grounds(facts) if request(facts) else []


def unsure(facts: Facts) -> bool:
    """Not sure of an exception that could count here."""
    return any(facts.get(fact) == "unsure" for fact in OF_CHECKS) if checks(facts) else unsure_limb(facts)


def feared_here(facts: Facts) -> bool:
    """Telling may do harm by the rules that count, or by those that would count if there is a concern."""
    fears = [facts.get(fact) for fact in list(OF_CHECKS)[:2]]
    if checks(facts):
        return "unsure" in fears
    perhaps = facts["safeguarding_concerns"] == "unsure" and bool({True, "unsure"} & set(fears))
    return feared(facts) or perhaps


def expected_obstacles(facts: Facts) -> set[str]:
    """The whole list, worked out again."""
    if baseless(facts):
        unsure_of_concern = facts["safeguarding_concerns"] == "unsure"
        return {"take_to_supervisor" if unsure_of_concern else "no_basis_for_network_checks"}
    untold_for_nothing = not told(facts) and not exceptions(facts)
    either_rules = facts["safeguarding_concerns"] == "unsure" and not told(facts) and bool(exceptions(facts))
    asked = facts.get("request_gives_agencies_more_than_they_need", False)
    in_doubt = feared_here(facts) or one_of_two(facts)
    return holding(
        inform_parents_first=untold_for_nothing and not in_doubt,
        refer=not may_disclose(facts),
        cut_down=asked is True,
        establish_need_to_know=asked == "unsure",
        take_to_supervisor=either_rules or (untold_for_nothing and (in_doubt or unsure(facts))),
    )


def expected_telling(facts: Facts) -> str | None:
    """When the parents are told, worked out again."""
    if baseless(facts):
        return None
    if told(facts):
        return "already done"
    if exceptions(facts):
        return "exception: not before"
    return "take to supervisor" if feared_here(facts) or one_of_two(facts) else "before"


def expected_note(facts: Facts) -> list[str]:
    """3.11, 3.13  What the case note holds."""
    asked = [] if baseless(facts) else ["information_shared", "recipient"]
    return asked + (REPLY if facts.get("reply_received") is True else [])


def _basis(facts: Facts) -> str:
    """What is said of the basis."""
    if baseless(facts):
        if facts["safeguarding_concerns"] == "unsure":
            return "unsure_of_a_concern"
        return "no_basis" if facts["carrying_out_assessment_or_enquiry"] is False else "unsure_of_a_basis"
    return "basis" if checks(facts) else "plain_request"


INVARIANTS: dict[str, Invariant] = COMMON | {
    "it may go ahead exactly when nothing is outstanding": lambda _, decision: (
        decision.may_go_ahead_now is (decision.outstanding_before_go_ahead == ())
    ),
    "what is outstanding is all of it and no more": lambda facts, decision: (
        set(decision.outstanding_before_go_ahead) == expected_obstacles(facts)
    ),
    "no basis stands alone": lambda _, decision: (
        "no_basis_for_network_checks" not in decision.outstanding_before_go_ahead
        or decision.outstanding_before_go_ahead == ("no_basis_for_network_checks",)
    ),
    "nobody is asked untold without a ground whose every limb is affirmed": lambda facts, decision: (
        not decision.may_go_ahead_now or told(facts) or bool(exceptions(facts))
    ),
    "nobody is asked without a basis, or more than they need": lambda facts, decision: (
        not decision.may_go_ahead_now
        or (not baseless(facts) and facts.get("request_gives_agencies_more_than_they_need", False) is False)
    ),
    "when parents are told is one of the four, or null": lambda facts, decision: (
        decision.inform_parents == expected_telling(facts)
    ),
    "the grounds are those that hold, or null": lambda facts, decision: (
        decision.exception_grounds == (None if baseless(facts) else tuple(exceptions(facts)))
    ),
    "the family is told later exactly when it goes untold on a ground and is sensitive": lambda facts, decision: (
        decision.tell_family_afterwards_or_when_safe
        is (not told(facts) and bool(exceptions(facts)) and sensitive(facts))
    ),
    "nothing of section 4 is asked": lambda _, decision: not any(of_section_4(decision)),
    "cut down is flagged exactly when the request says too much": lambda facts, decision: (
        decision.must_cut_down_or_not_share
        is (not baseless(facts) and facts.get("request_gives_agencies_more_than_they_need") is True)
    ),
    "the case note holds what was asked and what came back": lambda facts, decision: (
        list(decision.details_in_case_note) == expected_note(facts)
    ),
    "a limit on a reply is honoured unless there surely is none": lambda facts, decision: (
        ("restriction_honoured" in decision.weighed)
        is (
            not baseless(facts)
            and facts.get("reply_received") is True
            and facts.get("restriction_on_reply", False) is not False
        )
    ),
    "each exception that counts is said, and no other": lambda facts, decision: (
        {*OF_CHECKS.values(), "harm", "crime", "not_practicable", "court_order"} & set(decision.weighed)
        == set(exceptions(facts))
    ),
    "a basis is claimed exactly where there is one": lambda facts, decision: (
        {"no_basis", "unsure_of_a_basis", "unsure_of_a_concern", "basis", "plain_request"} & set(decision.weighed)
        == {_basis(facts)}
    ),
    "a plain request is never called a network check": lambda facts, decision: (
        not request(facts) or not {"basis", "tell_before_checks", "told_of_checks"} & set(decision.weighed)
    ),
}
