"""The cases of who may disclose, and of the entry in the case summary."""

from collections.abc import Iterator, Mapping

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, across, every
from guidance.enumeration.facts_of_rules import LIMBS, NEED, PACKED, TELLING, WHO
from guidance.enumeration.share import BACKGROUNDS
from guidance.enumeration.situations import CRIME, HARMED, NEEDED, NOT_THEIRS, TOLD
from guidance.fact_values import every_value, parts_of
from guidance.facts import AuthorityFacts

SUMMARY: Values = every_value(AuthorityFacts, "case_summary_says", or_not_given=True)
STAFF: Values = every_value(AuthorityFacts, "is_social_work_staff", or_not_given=True)
ENTRY: Values = every_value(AuthorityFacts, *parts_of(AuthorityFacts, "note_drafted"), or_not_given=True)
OWN: Values = {**WHO, **STAFF, **SUMMARY, **ENTRY}
PARTLY_SET_OUT: Facts = {"recipient_needs_to_know": "yes", "information_relevant": "partly"}
ENTRY_ALONE: Several = ({"note_drafted": {}}, {"note_drafted": {}} | PARTLY_SET_OUT, {"note_drafted": {}} | NOT_THEIRS)


def who_and_the_summary() -> Iterator[Facts]:
    """3.10  Every role, authorised or not, staff or not, whatever the summary says, on each background of a share."""
    return every({**WHO, **STAFF, **SUMMARY}, *BACKGROUNDS)


def the_entry() -> Iterator[Facts]:
    """3.10  Every value of each part of the entry: by itself, with half a share, by someone else, and with a share."""
    return every({**ENTRY, **SUMMARY}, *ENTRY_ALONE, TOLD)


def referred_on_the_role_alone() -> Iterator[Facts]:
    """3.10  Someone who may not disclose, asked nothing more."""
    return every({**STAFF, **SUMMARY, "authorised_by_allocated_or_supervisor": (False, "unsure", None)}, NOT_THEIRS)


def the_share_itself() -> Iterator[Facts]:
    """3.7, 3.9  Every value of the limbs, told or not, and of the tests, for someone who may disclose."""
    yield from every({"parents_already_told": TRUTH, **LIMBS, **SUMMARY}, NEEDED)
    yield from every(NEED, TOLD)


def someone_elses_text() -> Iterator[Facts]:
    """4.1 to 4.3  Every value of what a pack brings; told, and on a ground."""
    return every({**PACKED, **SUMMARY}, TOLD, NEEDED | HARMED | CRIME)


def pairs_with_sharing() -> Iterator[Facts]:
    """Every fact of 3.10 with every fact of sharing, with all values of both, on each background of a share."""
    return across(OWN, {**TELLING, **NEED, **PACKED}, BACKGROUNDS)


ENUMERATIONS: Mapping[str, Enumeration] = {
    "who and the summary": who_and_the_summary,
    "the entry": the_entry,
    "referred on the role alone": referred_on_the_role_alone,
    "the share itself": the_share_itself,
    "someone else's text": someone_elses_text,
    "pairs with sharing": pairs_with_sharing,
}
