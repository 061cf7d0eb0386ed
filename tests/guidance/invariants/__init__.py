"""What is true of every decision, flow by flow: said again from the facts as given, independently of the rules."""

from tests.guidance.invariants import authority, document, first_contact, gather, receive, share
from tests.guidance.invariants.common import Invariant

INVARIANTS: dict[str, dict[str, Invariant]] = {
    "share": share.INVARIANTS,
    "gather": gather.INVARIANTS,
    "document": document.INVARIANTS,
    "receive": receive.INVARIANTS,
    "first_contact": first_contact.INVARIANTS,
    "authority": authority.INVARIANTS,
}
"""Each flow's invariants by the sentence that says them."""
