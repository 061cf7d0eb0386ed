"""The cases of information received."""

from collections.abc import Iterator, Mapping

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, across, every
from guidance.enumeration.facts_of_rules import LIMBS, SENSITIVE, WHO
from guidance.fact_values import every_value
from guidance.facts import ReceiveFacts

RECORD: Values = every_value(
    ReceiveFacts,
    "name_noted",
    "details_noted",
    "restriction_stated",
    "restriction_noted",
    "wants_to_pass_on_the_written_document",
)
BYSTANDERS: Values = {"parents_already_told": TRUTH, **LIMBS, **SENSITIVE, **WHO}
"""Facts of every flow that 3.13 does not ask about."""
NOTED: Facts = dict.fromkeys(RECORD, True)
NOT_NOTED: Facts = dict.fromkeys(RECORD, False)
BACKGROUNDS: Several = (NOTED, NOT_NOTED)


def the_record() -> Iterator[Facts]:
    """3.13, 4.1  Every value of what is noted, of the restriction and of passing it on."""
    return every(RECORD, {})


def what_is_not_asked() -> Iterator[Facts]:
    """3.13  Every fact of the record with every fact that does not matter to it."""
    return across(RECORD, BYSTANDERS, BACKGROUNDS)


ENUMERATIONS: Mapping[str, Enumeration] = {"the record": the_record, "what is not asked": what_is_not_asked}
