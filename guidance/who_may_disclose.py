"""3.10  Who may give out information from the records."""

from guidance.facts import ALLOCATED, SUPERVISOR, Facts


def may_disclose(facts: Facts) -> bool:
    """3.10  The allocated worker, the supervisor, or someone whom one of them has authorised."""
    return facts.worker_role in (ALLOCATED, SUPERVISOR) or facts.authorised_by_allocated_or_supervisor is True


def must_refer(facts: Facts) -> bool:
    """3.10  Anyone else passes it to the allocated worker or the supervisor."""
    return not may_disclose(facts)
