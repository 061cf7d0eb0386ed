"""What is true of every decision on a share, whatever the facts. Each says it again from the facts, by itself."""

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
    stuck,
    told,
    unsure_limb,
    weighed,
    when_told,
)


def packed(facts: Facts) -> bool:
    """Someone else's text is in it, or may be."""
    return facts.get("third_party_document_included", False) is not False


def unlawful_perhaps(facts: Facts) -> bool:
    """Someone else's text is in it, and it may not be lawful to share it."""
    return packed(facts) and facts.get("lawfulness_unclear", False) is not False


def expected_obstacles(facts: Facts) -> set[str]:
    """The whole list, worked out again."""
    refer = holding(refer=not may_disclose(facts))
    if "no" in weighed(facts):
        return refer | {"do_not_share"}
    no_professional = facts.get("recipient_is_professional", True) is not True
    return refer | holding(
        inform_parents_first=stuck(facts) and not feared(facts) and not one_of_two(facts),
        cut_down="partly" in weighed(facts),
        establish_need_to_know="unsure" in weighed(facts),
        author_written_consent=packed(facts) and facts.get("author_written_consent") != "yes",
        discuss_with_author=packed(facts) and facts.get("discussed_with_author", False) is not True,
        legal_advice=unlawful_perhaps(facts),
        take_to_supervisor=no_professional
        or (stuck(facts) and (feared(facts) or unsure_limb(facts) or one_of_two(facts))),
    )


INVARIANTS: dict[str, Invariant] = COMMON | {
    "it may go ahead exactly when nothing is outstanding": lambda _, decision: (
        decision.may_go_ahead_now is (decision.outstanding_before_go_ahead == ())
    ),
    "what is outstanding is all of it and no more": lambda facts, decision: (
        set(decision.outstanding_before_go_ahead) == expected_obstacles(facts)
    ),
    "beside do_not_share stands nothing but refer": lambda _, decision: (
        "do_not_share" not in decision.outstanding_before_go_ahead
        or set(decision.outstanding_before_go_ahead) <= {"do_not_share", "refer"}
    ),
    "nothing goes untold without a ground whose every limb is affirmed": lambda facts, decision: (
        not decision.may_go_ahead_now or told(facts) or bool(grounds(facts))
    ),
    "nothing of someone else's goes without written consent and the talk": lambda facts, decision: (
        not decision.may_go_ahead_now
        or not packed(facts)
        or (facts["author_written_consent"], facts.get("discussed_with_author")) == ("yes", True)
    ),
    "nothing goes that is not fully needed": lambda facts, decision: (
        not decision.may_go_ahead_now or weighed(facts) == {"yes"}
    ),
    "nothing goes from someone who may not disclose": lambda facts, decision: (
        not decision.may_go_ahead_now or may_disclose(facts)
    ),
    "parents are never told first and feared for at once": lambda facts, decision: (
        not ("inform_parents_first" in decision.outstanding_before_go_ahead and feared(facts))
    ),
    "when parents are told is one of the four, or null": lambda facts, decision: (
        decision.inform_parents == (None if "no" in weighed(facts) else when_told(facts))
    ),
    "the grounds are those that hold, or null": lambda facts, decision: (
        decision.exception_grounds == (None if "no" in weighed(facts) else tuple(grounds(facts)))
    ),
    "the family is told later exactly when it goes untold on a ground and is sensitive": lambda facts, decision: (
        decision.tell_family_afterwards_or_when_safe
        is ("no" not in weighed(facts) and not told(facts) and bool(grounds(facts)) and sensitive(facts))
    ),
    "the flags of section 4 are those of the pack": lambda facts, decision: (
        of_section_4(decision) == (packed(facts), packed(facts), unlawful_perhaps(facts), False, False)
    ),
    "cut down or do not share is flagged exactly when a test says so": lambda facts, decision: (
        decision.must_cut_down_or_not_share is bool(weighed(facts) & {"no", "partly"})
    ),
    "a case note says what and to whom unless the recipient is outside the network": lambda facts, decision: (
        decision.details_in_case_note
        == (
            () if facts.get("recipient_in_professional_network", True) is False else ("information_shared", "recipient")
        )
    ),
    "the legal basis, who may disclose and the record are always said": lambda facts, decision: (
        {"legal_basis", "record", "may_disclose" if may_disclose(facts) else "must_refer"} <= set(decision.weighed)
    ),
    "the author is said to agree exactly when agreed in writing": lambda facts, decision: (
        ("author_agrees" in decision.weighed)
        is ("no" not in weighed(facts) and packed(facts) and facts.get("author_written_consent") == "yes")
    ),
    "a recipient not known to be a professional is outside the guidance": lambda facts, decision: (
        ("recipient_is_no_professional" in decision.outside_guidance)
        is (facts.get("recipient_is_professional", True) is not True)
    ),
}
