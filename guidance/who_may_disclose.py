"""3.10  Who may give out information from the records."""

from guidance.facts import ALLOCATED, SUPERVISOR, Facts
from guidance.memoise import memoised


@memoised
def may_disclose(facts: Facts) -> bool:
    """3.10  The worker is social work staff: the allocated worker, the supervisor, or authorised by one of them."""
    theirs = facts.worker_role in (ALLOCATED, SUPERVISOR) or facts.authorised_by_allocated_or_supervisor is True
    return theirs and facts.is_social_work_staff is True


def must_refer(facts: Facts) -> bool:
    """3.10  The worker is not allocated, supervising or authorised by either, or not surely social work staff."""
    return not may_disclose(facts)
