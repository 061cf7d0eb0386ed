"""What is true of every decision on a document (section 4, 3.7, 3.9). Each says it again from the facts."""

from guidance.decision import Decision
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


def others(facts: Facts) -> bool:
    """Someone else wrote it, or may have."""
    return facts.get("third_party_document_included", True) is not False


def to_professionals(facts: Facts) -> bool:
    """Professionals are among the audience."""
    return "other_professionals" in facts["audience"]


def distributed(facts: Facts) -> bool:
    """4.4  To parents or to professionals."""
    return bool({"parents", "other_professionals"} & set(facts["audience"]))


def agreed(facts: Facts) -> bool:
    """4.1  In writing, by the author, for this audience, and not refused."""
    about = (facts.get("consent_covers_this_audience"), facts.get("consent_given_by_author"))
    refusal = facts.get("author_refused") in (True, "unsure")
    return facts.get("author_written_consent") == "yes" and about == (True, True) and not refusal


def refused(facts: Facts) -> bool:
    """The author said no."""
    return others(facts) and facts.get("author_refused") is True


def stopped(facts: Facts) -> bool:
    """Nothing may be shared at all."""
    return refused(facts) or (to_professionals(facts) and "no" in weighed(facts))


def unlawful_perhaps(facts: Facts) -> bool:
    """4.3  It may not be lawful."""
    return others(facts) and facts.get("lawfulness_unclear", False) is not False


def to_redact(facts: Facts) -> bool:
    """4.4  Distributed, and it holds something that cannot be shared."""
    return others(facts) and distributed(facts) and facts.get("document_contains_unshareable_information") is True


def for_legal_services(facts: Facts) -> bool:
    """4.5  Exactly with a Care Order and something to redact."""
    return to_redact(facts) and facts["child_on_care_order"] is True


def unread(facts: Facts) -> bool:
    """What it holds is not known."""
    held = facts.get("document_contains_unshareable_information")
    return (distributed(facts) or not others(facts)) and held in ("not known yet", "unsure")


def ours_to_cut(facts: Facts) -> bool:
    """Our own, it holds what this reader can't have, and nobody has taken it out."""
    holds = facts.get("document_contains_unshareable_information") is True
    return not others(facts) and holds and facts.get("redaction_done_by", "none") == "none"


def expected_obstacles(facts: Facts) -> set[str]:
    """The whole list, worked out again."""
    refer = holding(refer=not may_disclose(facts))
    if stopped(facts):
        return refer | {"do_not_share"} | holding(author_written_consent=refused(facts))
    professional = to_professionals(facts)
    for_the_supervisor = (
        professional and facts.get("recipient_is_professional", True) is not True,
        professional and stuck(facts) and (feared(facts) or unsure_limb(facts) or one_of_two(facts)),
        to_redact(facts) and facts.get("child_on_care_order") == "unsure",
    )
    return refer | holding(
        inform_parents_first=professional and stuck(facts) and not feared(facts) and not one_of_two(facts),
        cut_down=(professional and "partly" in weighed(facts)) or ours_to_cut(facts),
        establish_need_to_know=professional and "unsure" in weighed(facts),
        author_written_consent=others(facts) and not agreed(facts),
        discuss_with_author=others(facts) and facts.get("discussed_with_author", False) is not True,
        legal_advice=unlawful_perhaps(facts) and facts["legal_advice_obtained"] is not True,
        redaction_worker_and_manager=to_redact(facts) and facts["redaction_done_by"] != "worker and manager",
        redaction_legal_services=for_legal_services(facts) and facts["legal_services_redaction_done"] is not True,
        take_to_supervisor=any(for_the_supervisor),
    )


def expected_telling(facts: Facts) -> str | None:
    """When the parents are told, worked out again."""
    if stopped(facts):
        return None
    if to_professionals(facts):
        return when_told(facts)
    return "n/a" if set(facts["audience"]) == {"parents"} else None


def expected_grounds(facts: Facts) -> tuple[str, ...] | None:
    """The exceptions, worked out again."""
    if stopped(facts):
        return None
    return tuple(grounds(facts)) if to_professionals(facts) else ()


def bitten(decision: Decision) -> set[str]:
    """The paragraphs of section 4 whose flag is up."""
    paragraphs = ("4.1", "4.2", "4.3", "4.4", "4.5")
    return {ref for ref, up in zip(paragraphs, of_section_4(decision), strict=True) if up}


INVARIANTS: dict[str, Invariant] = COMMON | {
    "it may go ahead exactly when nothing is outstanding and what it holds is known": lambda facts, decision: (
        decision.may_go_ahead_now is (decision.outstanding_before_go_ahead == () and not unread(facts))
    ),
    "what is outstanding is all of it and no more": lambda facts, decision: (
        set(decision.outstanding_before_go_ahead) == expected_obstacles(facts)
    ),
    "it goes to no professional untold without a ground whose every limb is affirmed": lambda facts, decision: (
        not decision.may_go_ahead_now or not to_professionals(facts) or told(facts) or bool(grounds(facts))
    ),
    "nothing of someone else's goes without the author's consent for this audience and the talk": (
        lambda facts, decision: (
            not decision.may_go_ahead_now
            or not others(facts)
            or (agreed(facts) and facts.get("discussed_with_author") is True)
        )
    ),
    "Legal Services redact exactly with a Care Order and something to redact": lambda facts, decision: (
        decision.legal_services_redaction_needed is for_legal_services(facts)
    ),
    "when parents are told is one of the five, or null": lambda facts, decision: (
        decision.inform_parents == expected_telling(facts)
    ),
    "the grounds are those that hold, or null": lambda facts, decision: (
        decision.exception_grounds == expected_grounds(facts)
    ),
    "the family is told later exactly when it goes untold on a ground and is sensitive": lambda facts, decision: (
        decision.tell_family_afterwards_or_when_safe
        is (bool(expected_grounds(facts)) and not told(facts) and sensitive(facts))
    ),
    "the flags of section 4 are those that bite, done or not": lambda facts, decision: (
        of_section_4(decision)
        == (
            others(facts),
            others(facts),
            unlawful_perhaps(facts),
            to_redact(facts),
            for_legal_services(facts),
        )
    ),
    "cut down or do not share is flagged exactly when a test or the author says so": lambda facts, decision: (
        decision.must_cut_down_or_not_share
        is (stopped(facts) or (to_professionals(facts) and "partly" in weighed(facts)) or ours_to_cut(facts))
    ),
    "a case note is asked for exactly where it goes into the network": lambda facts, decision: (
        bool(decision.details_in_case_note)
        is (to_professionals(facts) and facts.get("recipient_in_professional_network", True) is not False)
    ),
    "it is said to be needed exactly where professionals need all of it": lambda facts, decision: (
        ("needed" in decision.weighed) is (not stopped(facts) and to_professionals(facts) and weighed(facts) == {"yes"})
    ),
    "the author is said to agree exactly when agreed in writing, for this audience": lambda facts, decision: (
        ("author_agrees" in decision.weighed) is (not stopped(facts) and others(facts) and agreed(facts))
    ),
    "each part of section 4 that bites is a reason, done or not, unless nothing may be shared": (
        lambda facts, decision: stopped(facts) or bitten(decision) <= {reason.ref for reason in decision.reasons}
    ),
    "an exception is said exactly where it counts": lambda facts, decision: (
        {"harm", "crime", "not_practicable", "court_order"} & set(decision.weighed)
        == set(expected_grounds(facts) or ())
    ),
    "no answer claims what an order leaves open": lambda facts, decision: (
        ("ask_legal_services" in decision.outside_guidance)
        is (
            others(facts)
            and (
                facts.get("child_on_care_order") == "interim"
                or (facts.get("child_on_care_order") is True and not to_redact(facts))
            )
        )
    ),
}
