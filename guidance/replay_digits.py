"""Which facts a replay code holds, flow by flow, with the values each may take.

Facts that can change a decision, and no others. A list is only ever added to at its end, and a value only ever at the
end of its values in a new make of code; the first value is always "not given".
"""

from itertools import combinations
from typing import get_args

from guidance.facts import ALLOCATED, SUPERVISOR, Consent, Covered, NoteDrafted, ToldItems, Weighed

NOT_GIVEN = None
Digit = tuple[str, tuple[object, ...]]

_TRUTHS: tuple[object, ...] = (NOT_GIVEN, False, True, "unsure")
_TESTS: tuple[object, ...] = (NOT_GIVEN, *get_args(Weighed))
_CONSENTS: tuple[object, ...] = (NOT_GIVEN, *get_args(Consent))
_ROLES: tuple[object, ...] = (NOT_GIVEN, ALLOCATED, SUPERVISOR, "neither")
_AUDIENCES = ("parents", "other_professionals", "care_proceedings")
_ANY_AUDIENCE: tuple[object, ...] = tuple(
    chosen for size in range(1, len(_AUDIENCES) + 1) for chosen in combinations(_AUDIENCES, size)
)


def _truths(*names: str) -> tuple[Digit, ...]:
    return tuple((name, _TRUTHS) for name in names)


_EVERY_FLOW: tuple[Digit, ...] = (
    ("worker_role", _ROLES),
    *_truths(
        "authorised_by_allocated_or_supervisor",
        "sensitive",
        "special_category",
        "child_has_suffered_harm",
        "real_concern_that_telling_parents_risks_further_harm",
        "telling_parents_may_prejudice_crime_investigation",
        "telling_not_reasonably_practicable",
        "court_order",
        "parents_already_told",
        *(f"parents_told_items.{item}" for item in ToldItems.model_fields),
    ),
)
_RECIPIENT: tuple[Digit, ...] = (
    *_truths("recipient_is_professional", "recipient_in_professional_network"),
    ("recipient_needs_to_know", _TESTS),
    ("information_relevant", _TESTS),
    ("information_necessary", _TESTS),
    ("information_proportionate", _TESTS),
)
_PACK: tuple[Digit, ...] = (
    *_truths("third_party_document_included"),
    ("author_written_consent", _CONSENTS),
    *_truths("discussed_with_author", "lawfulness_unclear"),
)
_SINCE_2026_12: tuple[Digit, ...] = _truths("is_social_work_staff", "only_one_parent_told")
"""Facts that came later: at the end, so that older codes read as they were."""
DIGITS: dict[str, tuple[Digit, ...]] = {
    "share": (*_EVERY_FLOW, *_RECIPIENT, *_PACK, *_SINCE_2026_12),
    "authority": (
        *_EVERY_FLOW,
        *_RECIPIENT,
        *_PACK,
        ("case_summary_says", (NOT_GIVEN, "silent", "may be disclosed", "may not be disclosed")),
        *_truths("is_social_work_staff", *(f"note_drafted.{key}" for key in NoteDrafted.model_fields)),
        *_truths("only_one_parent_told"),
    ),
    "gather": (
        *_EVERY_FLOW,
        *_truths(
            "safeguarding_concerns",
            "carrying_out_assessment_or_enquiry",
            "telling_parents_may_put_child_at_further_risk",
            "telling_parents_may_interfere_with_criminal_investigation",
            "telling_parents_may_cause_undue_delay_in_safeguarding",
            "request_gives_agencies_more_than_they_need",
            "reply_received",
            "restriction_on_reply",
        ),
        *_SINCE_2026_12,
    ),
    "document": (
        *_EVERY_FLOW,
        *_RECIPIENT,
        ("audience", (NOT_GIVEN, *_ANY_AUDIENCE)),
        *_PACK,
        *_truths(
            "author_refused",
            "consent_covers_this_audience",
            "consent_given_by_author",
            "legal_advice_obtained",
            "legal_services_redaction_done",
        ),
        ("document_contains_unshareable_information", (*_TRUTHS, "not known yet")),
        ("redaction_done_by", (NOT_GIVEN, "none", "worker only", "manager only", "worker and manager")),
        ("child_on_care_order", (*_TRUTHS, "interim")),
        *_SINCE_2026_12,
    ),
    "receive": (
        *_EVERY_FLOW,
        *_truths(
            "name_noted",
            "details_noted",
            "restriction_stated",
            "restriction_noted",
            "wants_to_pass_on_the_written_document",
        ),
    ),
    "first_contact": (*_EVERY_FLOW, *_truths(*(f"covered.{point}" for point in Covered.model_fields))),
}
