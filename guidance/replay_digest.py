"""A digest of what was decided: with it a replay can say whether today's rules still answer the same."""

import hashlib
import json

from guidance.decision import Decision

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 4
OUTCOME = (
    "may_go_ahead_now",
    "outstanding_before_go_ahead",
    "inform_parents",
    "exception_grounds",
    "author_written_consent_needed",
    "discuss_with_author_agency",
    "legal_advice_needed",
    "redaction_needed_by_worker_and_manager",
    "legal_services_redaction_needed",
    "must_cut_down_or_not_share",
    "must_refer_to_allocated_worker_or_supervisor",
    "details_in_case_note",
    "tell_family_afterwards_or_when_safe",
    "missing_from_record",
    "first_contact_missing",
    "case_summary_note_missing",
)
"""What of a decision is digested: its outcome, not its sentences. Another list would be another make of code."""


def digest(decision: Decision) -> str:
    """Four characters of the outcome; two outcomes that differ share them once in a million."""
    outcome = [getattr(decision, name) for name in OUTCOME]
    return letters(json.dumps(outcome), LENGTH)


def letters(text: str, count: int) -> str:
    """So many letters of the alphabet, drawn from the whole of a text."""
    return "".join(ALPHABET[byte % 32] for byte in hashlib.sha256(text.encode()).digest()[:count])
