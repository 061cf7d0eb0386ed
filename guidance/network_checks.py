"""2.4, 5.1, 5.2  Asking other agencies: network checks where there is a safeguarding concern, else plain requests."""

from collections.abc import Callable

from guidance import telling_parents
from guidance.decision import Ground
from guidance.facts import Facts, GatherFacts, YesNoUnsure

GROUNDS = (
    "telling_parents_may_put_child_at_further_risk",
    "telling_parents_may_interfere_with_criminal_investigation",
    "telling_parents_may_cause_undue_delay_in_safeguarding",
)


def concern(facts: GatherFacts) -> bool:
    """5.1  There is a safeguarding concern."""
    return facts.safeguarding_concerns is True


def plain_request(facts: GatherFacts) -> bool:
    """2.4  No safeguarding concern is certain, but an assessment or enquiry is."""
    return not concern(facts) and facts.carrying_out_assessment_or_enquiry is True


def no_basis(facts: GatherFacts) -> bool:
    """5.1, 2.4  Neither a concern nor an assessment or enquiry that the worker is sure of."""
    return not concern(facts) and not plain_request(facts)


def plainly_no_basis(facts: GatherFacts) -> bool:
    """5.1, 2.4  There is no concern, and no assessment or enquiry: both plainly "no"."""
    return facts.safeguarding_concerns is False and facts.carrying_out_assessment_or_enquiry is False


def unsure_of_an_assessment(facts: GatherFacts) -> bool:
    """2.4  There is no concern, and the worker is not sure of an assessment or enquiry."""
    return facts.safeguarding_concerns is False and no_basis(facts) and not plainly_no_basis(facts)


def unsure_of_a_concern(facts: GatherFacts) -> bool:
    """5.1  The worker is not sure of a concern, and no assessment or enquiry gives another basis."""
    return facts.safeguarding_concerns == "unsure" and no_basis(facts)


def asks_someone(facts: GatherFacts) -> bool:
    """3.11  There is a basis for asking, so another agency is told something with the request."""
    return not no_basis(facts)


def further_risk(facts: GatherFacts) -> bool:
    """5.2(a)  There is a concern, and telling may put the child at further risk, whether or not harm has happened."""
    return concern(facts) and facts.telling_parents_may_put_child_at_further_risk is True


def criminal_investigation(facts: GatherFacts) -> bool:
    """5.2(b)  There is a concern, and telling may get in the way of a criminal investigation."""
    return concern(facts) and facts.telling_parents_may_interfere_with_criminal_investigation is True


def undue_delay(facts: GatherFacts) -> bool:
    """5.2(c)  There is a concern, and telling may cause too long a delay in keeping the child safe."""
    return concern(facts) and facts.telling_parents_may_cause_undue_delay_in_safeguarding is True


def grounds(facts: GatherFacts) -> tuple[Ground, ...]:
    """5.2 for network checks; 3.9, which speaks of gathering too, for a plain request."""
    if not concern(facts):
        return telling_parents.grounds(facts)
    held: tuple[tuple[Ground, bool], ...] = (
        ("further_risk", further_risk(facts)),
        ("criminal_investigation", criminal_investigation(facts)),
        ("undue_delay", undue_delay(facts)),
    )
    return tuple(name for name, holds in held if holds)


def told_of_checks(facts: GatherFacts) -> bool:
    """5.2  The parents have been told beforehand of the network checks."""
    return concern(facts) and telling_parents.told(facts)


def told_of_request(facts: GatherFacts) -> bool:
    """3.5  The parents have been told beforehand of a plain request."""
    return plain_request(facts) and telling_parents.told(facts)


def untold_without_ground(facts: GatherFacts) -> bool:
    """5.2  The parents have not been told of these checks, and no exception holds."""
    return not telling_parents.told(facts) and not grounds(facts)


def risk_with_no_harm_known(facts: GatherFacts) -> bool:
    """3.9(a)  It is a plain request, the parents are not told, telling is feared, and no harm is known so far."""
    return plain_request(facts) and telling_parents.risk_with_no_harm_known(facts)


def risk_and_unsure_of_harm(facts: GatherFacts) -> bool:
    """3.9(a)  It is a plain request, the parents are not told, telling is feared, and past harm is not certain."""
    return plain_request(facts) and telling_parents.risk_and_unsure_of_harm(facts)


FEARS = GROUNDS[:2]
"""5.2(a), (b)  What telling itself could do; a delay is no fear of telling."""


def _fears(facts: GatherFacts) -> tuple[YesNoUnsure | None, ...]:
    return tuple(getattr(facts, name) for name in FEARS)


def telling_is_feared(facts: GatherFacts) -> bool:
    """5.2, 3.9  No exception holds, and telling them could do harm: the supervisor is asked before anyone is told."""
    if not untold_without_ground(facts):
        return False
    if concern(facts):
        return "unsure" in _fears(facts)
    return telling_parents.danger_in_doubt(facts) or _feared_for_checks(facts)


def _feared_for_checks(facts: GatherFacts) -> bool:
    """5.2(a), (b)  Not sure of a concern, and there is a reason in 5.2 to fear telling, or perhaps one."""
    return facts.safeguarding_concerns == "unsure" and any(said in (True, "unsure") for said in _fears(facts))


def only_one_knows(facts: GatherFacts) -> bool:
    """3.2  Only one parent is told, or that is not certain, and no exception holds."""
    return asks_someone(facts) and untold_without_ground(facts) and facts.only_one_parent_told is not False


def tell_first(facts: GatherFacts) -> bool:
    """5.2, 3.2  The parents should be told before anyone is asked."""
    return untold_without_ground(facts) and not telling_is_feared(facts) and not only_one_knows(facts)


def court_order_for_checks(facts: GatherFacts) -> bool:
    """3.9(d)  A court has ordered the checks, or may have, the parents are not told, and no exception of 5.2 holds."""
    return concern(facts) and untold_without_ground(facts) and facts.court_order is not False


def exception_in_doubt(facts: GatherFacts) -> bool:
    """5.2, 3.9  A part of an exception may hold, or a court order that 5.2 does not name."""
    return unsure_of_a_ground(facts) or court_order_for_checks(facts)


def tell_before_checks(facts: GatherFacts) -> bool:
    """5.2  There is a concern, the parents are not told, and no exception holds or is in doubt."""
    return concern(facts) and tell_first(facts) and not exception_in_doubt(facts)


def tell_before_request(facts: GatherFacts) -> bool:
    """3.2  It is a plain request, parents are not told, no exception holds or is in doubt, telling is not feared."""
    return plain_request(facts) and tell_first(facts) and not exception_in_doubt(facts)


def checks_unless_settled(facts: GatherFacts) -> bool:
    """5.2  There is a concern, parents are not told, and a delay is in doubt or a court may have ordered the checks."""
    return concern(facts) and tell_first(facts) and exception_in_doubt(facts)


def request_unless_settled(facts: GatherFacts) -> bool:
    """3.2, 3.9  It is a plain request, parents are not told, an exception is in doubt, and telling is not feared."""
    return plain_request(facts) and tell_first(facts) and exception_in_doubt(facts)


def request_for(ground: Callable[[Facts], bool]) -> Callable[[GatherFacts], bool]:
    """3.9  It is a plain request, for which the exceptions of 3.9 count, and {ground}."""
    return lambda facts: plain_request(facts) and ground(facts)


def unsure_about_checks(facts: GatherFacts) -> bool:
    """5.2  There is a concern, the parents are not told, no exception holds, and the worker is not sure of one."""
    return concern(facts) and unsure_of_a_ground(facts)


def unsure_about_request(facts: GatherFacts) -> bool:
    """3.9  It is a plain request, the parents are not told, no exception holds, and the worker is not sure of one."""
    return plain_request(facts) and unsure_of_a_ground(facts)


def unsure_which_rules(facts: GatherFacts) -> bool:
    """5.2, 3.9  It is a plain request, a concern is not ruled out, and there may be a reason not to tell parents."""
    reason = bool(grounds(facts)) or _feared_for_checks(facts)
    unsure = facts.safeguarding_concerns == "unsure" and plain_request(facts)
    return unsure and reason and not telling_parents.told(facts)


def limbs(facts: GatherFacts) -> tuple[YesNoUnsure | None, ...]:
    """5.2 (3.9 for a plain request)  What the exceptions rest on, one by one."""
    if not concern(facts):
        return telling_parents.limbs(facts)
    return (
        facts.telling_parents_may_put_child_at_further_risk,
        facts.telling_parents_may_interfere_with_criminal_investigation,
        facts.telling_parents_may_cause_undue_delay_in_safeguarding,
    )


def unsure_of_a_ground(facts: GatherFacts) -> bool:
    """5.2  No exception holds, and the worker is not sure of one: a second head before anyone is told."""
    return untold_without_ground(facts) and "unsure" in limbs(facts)


def asks_too_much(facts: GatherFacts) -> bool:
    """3.7  The request tells the agency more than it needs to answer."""
    return facts.request_gives_agencies_more_than_they_need is True


def unsure_of_the_request(facts: GatherFacts) -> bool:
    """3.7  The worker is not sure whether the request tells too much."""
    return facts.request_gives_agencies_more_than_they_need == "unsure"


def untold_on_a_ground(facts: GatherFacts) -> bool:
    """5.2  The parents have not been told, and an exception holds."""
    return not telling_parents.told(facts) and bool(grounds(facts))


def tell_afterwards(facts: GatherFacts) -> bool:
    """3.12  Sensitive information goes with the request on an exception, before the parents are told."""
    return untold_on_a_ground(facts) and telling_parents.sensitive(facts)


def reply_in(facts: GatherFacts) -> bool:
    """3.13  A reply has come."""
    return facts.reply_received is True


def reply_is_restricted(facts: GatherFacts) -> bool:
    """3.13  A reply came with a limit on passing it on or using it, or that is not certain."""
    return reply_in(facts) and facts.restriction_on_reply is not False
