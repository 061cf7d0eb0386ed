"""What is true of every decision on a first conversation (3.3 to 3.6). Each says it again from the facts."""

from tests.guidance.invariants.common import COMMON, Invariant, of_section_4

POINTS = (
    "legal_basis_and_may_be_without_consent",
    "consent_not_required",
    "in_what_circumstances",
    "will_inform_beforehand_what",
    "will_inform_beforehand_why",
    "will_inform_beforehand_used_for",
    "will_inform_beforehand_to_whom",
    "will_gather_from_other_services",
    "privacy_notice",
    "parents_understand",
)

INVARIANTS: dict[str, Invariant] = COMMON | {
    "going ahead is no question, and nothing stands in the way": lambda _, decision: (
        (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (None, ())
    ),
    "what is missing is every point that was not surely covered, in order": lambda facts, decision: (
        decision.first_contact_missing == tuple(point for point in POINTS if facts["covered"].get(point) is not True)
    ),
    "each missing point has its reason, and no other has": lambda _, decision: (
        tuple(words for words in decision.weighed if words in POINTS) == decision.first_contact_missing
    ),
    "no signed consent is a condition": lambda _, decision: "no_signed_consent" in decision.weighed,
    "nothing of sharing is decided": lambda _, decision: (
        not any(of_section_4(decision))
        and (decision.inform_parents, decision.exception_grounds) == (None, None)
        and not decision.must_cut_down_or_not_share
        and not decision.tell_family_afterwards_or_when_safe
    ),
}
