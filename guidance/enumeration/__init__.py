"""Cases enumerated: for each flow, every rule over all its own facts, and facts of different rules in pairs.

The tests hold what is true of every decision against these cases, and two versions of the rules are compared by
deciding them with both.
"""

from collections.abc import Iterator, Mapping

from guidance.enumeration import authority, document, first_contact, gather, receive, share
from guidance.enumeration.combining import Enumeration, Facts

ENUMERATIONS: dict[str, Mapping[str, Enumeration]] = {
    "share": share.ENUMERATIONS,
    "gather": gather.ENUMERATIONS,
    "document": document.ENUMERATIONS,
    "receive": receive.ENUMERATIONS,
    "first_contact": first_contact.ENUMERATIONS,
    "authority": authority.ENUMERATIONS,
}
"""Each flow's enumerations by name."""


def cases(flow: str) -> Iterator[Facts]:
    """Every enumerated case of a flow, in an order that stays the same.

    In: a flow's name. Out: facts that can be decided on, as `decide` takes them. Raises KeyError for an unknown flow.
    """
    for enumeration in ENUMERATIONS[flow].values():
        yield from enumeration()
