"""The facts that a decision is made from: names, types and defaults.

One model a flow. A fact with no default is None here when it was not given; the flow's `required` says when that
is a fault. A fact that only another flow knows is ignored; a fact that no flow knows is a fault.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool

Text = Annotated[str, Field(strict=True)]
YesNoUnsure = StrictBool | Literal["unsure"]
Weighed = Literal["yes", "partly", "no", "unsure"]
Consent = Literal["yes", "no", "verbal only", "not asked", "n/a"]

ALLOCATED = "allocated social worker"
SUPERVISOR = "supervisor of the allocated social worker"


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ToldItems(_Shape):
    """What the parents have been told of this sharing (3.5); None: as `parents_already_told` says."""

    what: YesNoUnsure | None = None
    why: YesNoUnsure | None = None
    used_for: YesNoUnsure | None = None
    to_whom: YesNoUnsure | None = None


class Facts(_Shape):
    """The facts that every flow knows. Hashed by identity, so that what is worked out of one object is kept for it."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: object) -> None:
        """Undo pydantic's hash over every field, which costs more than the predicates do."""
        cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    worker_role: Text = ALLOCATED
    authorised_by_allocated_or_supervisor: YesNoUnsure | None = None
    sensitive: YesNoUnsure = False
    special_category: YesNoUnsure = False
    child_has_suffered_harm: YesNoUnsure = False
    real_concern_that_telling_parents_risks_further_harm: YesNoUnsure = False
    telling_parents_may_prejudice_crime_investigation: YesNoUnsure = False
    telling_not_reasonably_practicable: YesNoUnsure = False
    court_order: YesNoUnsure = False
    parents_already_told: YesNoUnsure = False
    parents_told_items: ToldItems = ToldItems()
    parents_attitude: Text = ""
    parents_consent: Text = ""
    is_social_work_staff: YesNoUnsure = True
    only_one_parent_told: YesNoUnsure = False


class RecipientFacts(Facts):
    """What is going, to whom, and whether they need it (3.7)."""

    recipient: Text = ""
    recipient_is_professional: YesNoUnsure = True
    recipient_in_professional_network: YesNoUnsure = True
    recipient_needs_to_know: Literal["yes", "no", "unsure"] | None = None
    information_relevant: Weighed | None = None
    information_necessary: Weighed | None = None
    information_proportionate: Weighed | None = None


class ShareFacts(RecipientFacts):
    """Sharing with a third party (section 3), with what a pack holding someone else's text brings (section 4)."""

    third_party_document_included: YesNoUnsure = False
    author_written_consent: Consent | None = None
    discussed_with_author: YesNoUnsure = False
    lawfulness_unclear: YesNoUnsure = False


class NoteDrafted(_Shape):
    """What a case-summary entry under check says (3.10)."""

    information_that_may_be_disclosed: YesNoUnsure | None = None
    information_that_may_not_be_disclosed: YesNoUnsure | None = None
    easily_accessible_to_all_team_members: YesNoUnsure | None = None


class AuthorityFacts(ShareFacts):
    """Who may disclose (3.10), and the entry in the case summary."""

    case_summary_says: Literal["silent", "may be disclosed", "may not be disclosed"] = "silent"
    note_drafted: NoteDrafted | None = None


class GatherFacts(Facts):
    """Network checks (section 5)."""

    safeguarding_concerns: YesNoUnsure | None = None
    carrying_out_assessment_or_enquiry: YesNoUnsure | None = None
    telling_parents_may_put_child_at_further_risk: YesNoUnsure | None = None
    telling_parents_may_interfere_with_criminal_investigation: YesNoUnsure | None = None
    telling_parents_may_cause_undue_delay_in_safeguarding: YesNoUnsure | None = None
    agencies_to_be_checked: list[Text] = []
    request_gives_agencies_more_than_they_need: YesNoUnsure = False
    reply_received: YesNoUnsure = False
    restriction_on_reply: YesNoUnsure = False


class DocumentFacts(RecipientFacts):
    """A document that someone else wrote (section 4)."""

    document: Text = ""
    author_agency: Text = ""
    audience: list[Literal["parents", "other_professionals", "care_proceedings"]] | None = Field(None, min_length=1)
    third_party_document_included: YesNoUnsure = True
    author_written_consent: Consent | None = None
    author_refused: YesNoUnsure | None = None
    consent_covers_this_audience: YesNoUnsure | None = None
    consent_given_by_author: YesNoUnsure | None = None
    discussed_with_author: YesNoUnsure = False
    lawfulness_unclear: YesNoUnsure = False
    legal_advice_obtained: YesNoUnsure | None = None
    document_contains_unshareable_information: StrictBool | Literal["not known yet", "unsure"] | None = None
    redaction_done_by: Literal["none", "worker only", "manager only", "worker and manager"] | None = None
    legal_services_redaction_done: YesNoUnsure | None = None
    child_on_care_order: StrictBool | Literal["interim", "unsure"] | None = None
    in_proceedings: YesNoUnsure | None = None


class ReceiveFacts(Facts):
    """Information received from a third party (3.13)."""

    name_noted: YesNoUnsure | None = None
    details_noted: YesNoUnsure | None = None
    restriction_stated: YesNoUnsure | None = None
    restriction_noted: YesNoUnsure | None = None
    wants_to_pass_on_the_written_document: YesNoUnsure | None = None


class Covered(_Shape):
    """What the first conversation has covered (3.3 to 3.6)."""

    legal_basis_and_may_be_without_consent: YesNoUnsure | None = None
    consent_not_required: YesNoUnsure | None = None
    in_what_circumstances: YesNoUnsure | None = None
    will_inform_beforehand_what: YesNoUnsure | None = None
    will_inform_beforehand_why: YesNoUnsure | None = None
    will_inform_beforehand_used_for: YesNoUnsure | None = None
    will_inform_beforehand_to_whom: YesNoUnsure | None = None
    will_gather_from_other_services: YesNoUnsure | None = None
    privacy_notice: YesNoUnsure | None = None
    parents_understand: YesNoUnsure | None = None


class FirstContactFacts(Facts):
    """The first conversation with parents (3.3 to 3.6)."""

    covered: Covered | None = None
