"""What the tables of cases are written in: the facts of a case, and each field that the guidance makes of them."""

from dataclasses import dataclass, field
from typing import Any

from guidance.decide import decide

FLAGS = {
    "consent": "author_written_consent_needed",
    "talk": "discuss_with_author_agency",
    "lawyers": "legal_advice_needed",
    "redaction": "redaction_needed_by_worker_and_manager",
    "legal_redaction": "legal_services_redaction_needed",
    "cut": "must_cut_down_or_not_share",
    "refer": "must_refer_to_allocated_worker_or_supervisor",
    "tell_later": "tell_family_afterwards_or_when_safe",
}
GO, WAIT = True, False
DONE, BEFORE, EXCEPTION = "already done", "before", "exception: not before"
SUPERVISOR, PARENTS_ONLY = "take to supervisor", "n/a"
SHARED = "information_shared recipient"
RECEIVED = "professional_name details_of_information restrictions_on_further_disclosure_or_use"


@dataclass(frozen=True)
class Case:
    """Facts, and what comes of them; `grounds`, `flags` and `note` name those that hold and no others."""

    name: str
    facts: dict[str, Any]
    go: bool | None
    outstanding: str = ""
    inform_parents: str | None = None
    grounds: str | None = ""
    flags: str = ""
    note: str = ""
    more: dict[str, Any] = field(default_factory=dict)
    """Other fields of the decision, as they should be."""


def decided(flow: str, case: Case) -> Case:
    """The case as it is decided, to be compared with the case as it was written."""
    decision = decide(flow, case.facts)
    return Case(
        case.name,
        case.facts,
        decision.may_go_ahead_now,
        " ".join(decision.outstanding_before_go_ahead),
        decision.inform_parents,
        None if decision.exception_grounds is None else " ".join(decision.exception_grounds),
        _listed(case.flags, {short for short, name in FLAGS.items() if getattr(decision, name)}),
        " ".join(decision.details_in_case_note),
        {name: getattr(decision, name) for name in case.more},
    )


def _listed(written: str, found: set[str]) -> str:
    """Flags have no order: as written where they are the same."""
    return written if set(written.split()) == found else " ".join(sorted(found))


def named(**groups: tuple[Case, ...]) -> dict[str, Case]:
    """Each case by a name of its own."""
    cases = {f"{group}: {case.name}": case for group, some in groups.items() for case in some}
    assert len(cases) == sum(len(some) for some in groups.values())
    return cases
