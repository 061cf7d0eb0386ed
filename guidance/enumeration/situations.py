"""Situations that many cases start from: what is said in each, and nothing more."""

from guidance.enumeration.combining import Facts

NEEDED: Facts = {
    "recipient_needs_to_know": "yes",
    "information_relevant": "yes",
    "information_necessary": "yes",
    "information_proportionate": "yes",
}
"""3.7 is met, and nothing else is said: the parents have not been told."""

TOLD: Facts = {**NEEDED, "parents_already_told": True}
"""3.7 is met and the parents have been told: nothing stands in the way."""

HARMED: Facts = {"child_has_suffered_harm": True}
CONCERN: Facts = {"real_concern_that_telling_parents_risks_further_harm": True}
CRIME: Facts = {"telling_parents_may_prejudice_crime_investigation": True}
NOT_PRACTICABLE: Facts = {"telling_not_reasonably_practicable": True}
COURT: Facts = {"court_order": True}
NOT_THEIRS: Facts = {"worker_role": "duty worker"}
PACK: Facts = {"third_party_document_included": True, "author_written_consent": "not asked"}
AGREED: Facts = {**PACK, "author_written_consent": "yes", "discussed_with_author": True}

CONCERNS: Facts = {
    "safeguarding_concerns": True,
    "carrying_out_assessment_or_enquiry": False,
    "telling_parents_may_put_child_at_further_risk": False,
    "telling_parents_may_interfere_with_criminal_investigation": False,
    "telling_parents_may_cause_undue_delay_in_safeguarding": False,
}
"""5.1 gives a basis, no exception of 5.2 is claimed, and the parents have not been told."""

ASSESSMENT: Facts = {**CONCERNS, "safeguarding_concerns": False, "carrying_out_assessment_or_enquiry": True}
"""2.4 gives a basis, for a plain request."""

REPORT: Facts = {
    "author_written_consent": "yes",
    "author_refused": False,
    "consent_covers_this_audience": True,
    "consent_given_by_author": True,
    "discussed_with_author": True,
    "legal_advice_obtained": False,
    "document_contains_unshareable_information": False,
    "redaction_done_by": "none",
    "child_on_care_order": False,
    "legal_services_redaction_done": False,
}
"""Someone else's document, agreed and talked over, with nothing to take out."""

TO_PARENTS: Facts = {**REPORT, "audience": ["parents"]}
TO_PROFESSIONALS: Facts = {**REPORT, **TOLD, "audience": ["other_professionals"]}
TO_BOTH: Facts = {**REPORT, **NEEDED, "audience": ["parents", "other_professionals"]}
INTO_PROCEEDINGS: Facts = {**REPORT, "audience": ["care_proceedings"]}
HOLDS_SOMETHING: Facts = {"document_contains_unshareable_information": True}
CARE_ORDER: Facts = {"child_on_care_order": True}
