"""The cases of asking other agencies: network checks and plain requests."""

from collections.abc import Iterator, Mapping

from guidance.enumeration.combining import TRUTH, Enumeration, Facts, Several, Values, every, pairs
from guidance.enumeration.facts_of_rules import LIMBS, SENSITIVE, TELLING, TOLD_ITEMS, WHO
from guidance.enumeration.situations import ASSESSMENT, CONCERN, CONCERNS, CRIME, HARMED, NOT_THEIRS
from guidance.fact_values import every_value
from guidance.facts import GatherFacts

BASIS: Values = every_value(GatherFacts, "safeguarding_concerns", "carrying_out_assessment_or_enquiry")
GROUNDS: Values = every_value(
    GatherFacts,
    "telling_parents_may_put_child_at_further_risk",
    "telling_parents_may_interfere_with_criminal_investigation",
    "telling_parents_may_cause_undue_delay_in_safeguarding",
)
REQUEST: Values = every_value(
    GatherFacts, "request_gives_agencies_more_than_they_need", "reply_received", "restriction_on_reply"
)
RULES: tuple[Values, ...] = (BASIS, GROUNDS, REQUEST, TELLING, WHO)

TOLD: Facts = {"parents_already_told": True}
RISK: Facts = {"telling_parents_may_put_child_at_further_risk": True}
UNSURE_OF_A_CONCERN: Facts = ASSESSMENT | {"safeguarding_concerns": "unsure"}
BACKGROUNDS: Several = (
    CONCERNS | TOLD,
    CONCERNS,
    CONCERNS | RISK | {"sensitive": True},
    ASSESSMENT | CONCERN,
    UNSURE_OF_A_CONCERN | CRIME,
    ASSESSMENT | HARMED | CONCERN | NOT_THEIRS | {"request_gives_agencies_more_than_they_need": True},
)
"""What stands beside a pair: told, untold, each basis with and without a way of going untold, much outstanding."""


def the_basis_and_the_exceptions() -> Iterator[Facts]:
    """5.1, 5.2, 2.4  Every value of what gives a basis and of every exception; told or not, sensitive or not."""
    return every({**BASIS, **GROUNDS, **TOLD_OR_NOT, "sensitive": TRUTH}, {})


def the_exceptions_of_sharing() -> Iterator[Facts]:
    """3.9  Every value of every limb: for a plain request, where they count, and for checks, where they do not."""
    return every({**TOLD_OR_NOT, **LIMBS}, ASSESSMENT, UNSURE_OF_A_CONCERN, CONCERNS, UNSURE_OF_A_CONCERN | RISK)


def the_four_told() -> Iterator[Facts]:
    """3.5, 5.2  Every value of the four and of what they inherit; untold without and with an exception."""
    return every({**TOLD_OR_NOT, **TOLD_ITEMS}, CONCERNS, CONCERNS | RISK, ASSESSMENT | CONCERN)


def the_request_and_the_reply() -> Iterator[Facts]:
    """3.7, 3.13  Every value of what is asked and of what came back, on every basis."""
    return every({**BASIS, **REQUEST}, CONCERNS | TOLD, CONCERNS)


def sensitive_information() -> Iterator[Facts]:
    """3.12  Every value of what makes it sensitive, on each background."""
    return every(SENSITIVE, *BACKGROUNDS)


def who_may_disclose() -> Iterator[Facts]:
    """3.10  Every role, authorised or not, on each background."""
    return every(WHO, *BACKGROUNDS)


def pairs_across_rules() -> Iterator[Facts]:
    """Every two facts of different rules, with all values of both, on each background."""
    return pairs(RULES, BACKGROUNDS)


TOLD_OR_NOT: Values = {"parents_already_told": TRUTH}
ENUMERATIONS: Mapping[str, Enumeration] = {
    "the basis and the exceptions": the_basis_and_the_exceptions,
    "the exceptions of sharing": the_exceptions_of_sharing,
    "the four told": the_four_told,
    "the request and the reply": the_request_and_the_reply,
    "sensitive information": sensitive_information,
    "who may disclose": who_may_disclose,
    "pairs across rules": pairs_across_rules,
}
