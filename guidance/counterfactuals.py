"""Which facts of each flow are turned over to see what would change its answer, and to which values."""

from collections.abc import Mapping

from guidance.facts import ToldItems

Flips = tuple[tuple[str, tuple[object, ...]], ...]

ALL_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, True)
NONE_TOLD: dict[str, object] = dict.fromkeys(ToldItems.model_fields, False)
BOTH = (True, False)

_TOLD: Flips = (("parents_told_items", (ALL_TOLD, NONE_TOLD)), ("only_one_parent_told", BOTH))
_NEED: Flips = (
    ("recipient_needs_to_know", ("yes", "no")),
    ("information_relevant", ("yes",)),
    ("information_necessary", ("yes",)),
    ("information_proportionate", ("yes", "partly")),
    ("recipient_is_professional", (True,)),
)
_LIMBS: Flips = (
    ("child_has_suffered_harm", BOTH),
    ("real_concern_that_telling_parents_risks_further_harm", BOTH),
    ("telling_parents_may_prejudice_crime_investigation", BOTH),
    ("telling_not_reasonably_practicable", BOTH),
    ("court_order", BOTH),
)
_WHO: Flips = (("authorised_by_allocated_or_supervisor", (True,)), ("is_social_work_staff", BOTH))
_PACK: Flips = (
    ("third_party_document_included", BOTH),
    ("author_written_consent", ("yes", "no")),
    ("discussed_with_author", BOTH),
    ("lawfulness_unclear", BOTH),
)
_CHECKS: Flips = (
    ("safeguarding_concerns", BOTH),
    ("carrying_out_assessment_or_enquiry", BOTH),
    ("request_gives_agencies_more_than_they_need", BOTH),
    ("telling_parents_may_put_child_at_further_risk", BOTH),
    ("telling_parents_may_interfere_with_criminal_investigation", BOTH),
    ("telling_parents_may_cause_undue_delay_in_safeguarding", BOTH),
)
_DOCUMENT: Flips = (
    ("third_party_document_included", BOTH),
    ("author_agrees", (True,)),
    ("author_refuses", (True,)),
    ("consent_covers_this_audience", (False,)),
    ("consent_given_by_author", (False,)),
    ("discussed_with_author", BOTH),
    ("lawfulness_unclear", BOTH),
    ("legal_advice_obtained", (True,)),
    ("document_contains_unshareable_information", BOTH),
    ("redaction_done_by", ("worker and manager",)),
    ("child_on_care_order", BOTH),
    ("legal_services_redaction_done", (True,)),
)
_SUMMARY: Flips = (("case_summary_says", ("may be disclosed", "may not be disclosed")),)

FLIPS: Flips = (*_TOLD, *_NEED, *_LIMBS, *_WHO, *_PACK)
"""Each fact of sharing with the values it is flipped to, in the guidance's order."""

FLIPS_OF: Mapping[str, Flips] = {
    "share": FLIPS,
    "authority": (*_SUMMARY, *FLIPS),
    "gather": (*_TOLD, *_CHECKS, *_LIMBS, *_WHO),
    "document": (*_DOCUMENT, *_NEED, *_TOLD, *_LIMBS, *_WHO),
    "receive": (("wants_to_pass_on_the_written_document", BOTH),),
    "first_contact": (),
}
"""The same for every flow; what decides that flow comes first."""

TOGETHER: Mapping[str, Mapping[str, object]] = {
    "author_agrees": {
        "author_written_consent": "yes",
        "author_refused": False,
        "consent_covers_this_audience": True,
        "consent_given_by_author": True,
    },
    "author_refuses": {"author_written_consent": "no", "author_refused": True},
}
"""What is only true together is turned over together, under a name of its own."""

UNSPOKEN: Mapping[str, Mapping[str, object]] = {
    "share": {"author_written_consent": "not asked"},
    "authority": {"author_written_consent": "not asked"},
    "gather": {
        "carrying_out_assessment_or_enquiry": False,
        "telling_parents_may_put_child_at_further_risk": False,
        "telling_parents_may_interfere_with_criminal_investigation": False,
        "telling_parents_may_cause_undue_delay_in_safeguarding": False,
    },
    "document": {
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
}
"""How a fact counts that nobody has spoken of, where another one turned over makes it matter."""
