"""A decision: what the guidance says of one proposed step, and the paragraphs it rests on."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

Outstanding = Literal[
    "inform_parents_first",
    "refer",
    "cut_down",
    "do_not_share",
    "establish_need_to_know",
    "author_written_consent",
    "discuss_with_author",
    "legal_advice",
    "redaction_worker_and_manager",
    "redaction_legal_services",
    "no_basis_for_network_checks",
    "take_to_supervisor",
]
"""What can still stand in the way, in the order in which it is listed."""

OUTSTANDING: tuple[Outstanding, ...] = get_args(Outstanding)

InformParents = Literal["before", "already done", "exception: not before", "take to supervisor", "n/a"]
Ground = Literal[
    "harm",
    "crime",
    "not_practicable",
    "court_order",
    "further_risk",
    "criminal_investigation",
    "undue_delay",
]


Outcome = tuple[bool | None, tuple[Outstanding, ...]]
"""Whether it may go ahead now, and what stands in the way."""


class Reason(BaseModel):
    """One paragraph that was weighed, and what it came to in this case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ref: str
    text: str


class NextStep(BaseModel):
    """One thing to do next: its name, the paragraph that it rests on, and one plain sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: str
    ref: str
    text: str


class Decision(BaseModel):
    """The outcome of one decision; field names as they are exchanged in JSON.

    `next_steps` is what to do next, in the order of doing. `weighed` names the sentences of the reasons;
    `outside_guidance` names what the guidance does not settle.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    flow: str
    may_go_ahead_now: bool | None
    outstanding_before_go_ahead: tuple[Outstanding, ...] = ()
    inform_parents: InformParents | None = None
    exception_grounds: tuple[Ground, ...] | None = None
    author_written_consent_needed: bool = False
    discuss_with_author_agency: bool = False
    legal_advice_needed: bool = False
    redaction_needed_by_worker_and_manager: bool = False
    legal_services_redaction_needed: bool = False
    must_cut_down_or_not_share: bool = False
    must_refer_to_allocated_worker_or_supervisor: bool = False
    record_on_mosaic: Literal[True] = True
    details_in_case_note: tuple[str, ...] = ()
    tell_family_afterwards_or_when_safe: bool = False
    consent_required_from_parents: Literal[False] = False
    missing_from_record: tuple[str, ...] | None = None
    first_contact_missing: tuple[str, ...] | None = None
    case_summary_note_recommended: Literal[True] | None = None
    case_summary_note_missing: tuple[str, ...] | None = None
    next_steps: tuple[NextStep, ...]
    reasons: tuple[Reason, ...]
    weighed: tuple[str, ...]
    outside_guidance: tuple[str, ...] = ()
    guidance_version: str
