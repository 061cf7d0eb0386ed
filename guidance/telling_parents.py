"""3.2, 3.5, 3.9, 3.12  When parents are told first, when they need not be, and when they are told afterwards."""

from guidance.decision import Ground
from guidance.facts import Facts, YesNoUnsure
from guidance.memoise import memoised


@memoised
def told(facts: Facts) -> bool:
    """3.5  The parents, not only one of them, have been told all four: what, why, what it will be used for, to whom."""
    if facts.only_one_parent_told is not False:
        return False
    items = facts.parents_told_items
    given = {items.what, items.why, items.used_for, items.to_whom}
    return given == {True} or (given <= {True, None} and facts.parents_already_told is True)


def harm(facts: Facts) -> bool:
    """3.9(a)  The child has suffered harm, and there is a real concern that telling risks further harm."""
    return facts.child_has_suffered_harm is True and concern(facts)


@memoised
def concern(facts: Facts) -> bool:
    """3.9(a)  The second part alone: a real concern that telling the parents risks further harm."""
    return facts.real_concern_that_telling_parents_risks_further_harm is True


def crime(facts: Facts) -> bool:
    """3.9(b)  Telling the parents may get in the way of the investigation of a crime."""
    return facts.telling_parents_may_prejudice_crime_investigation is True


def not_practicable(facts: Facts) -> bool:
    """3.9(c)  Telling them first is not reasonably practicable in all the circumstances known now."""
    return facts.telling_not_reasonably_practicable is True


def court_order(facts: Facts) -> bool:
    """3.9(d)  A court has ordered the disclosure of everything that is to go."""
    return facts.court_order is True


@memoised
def grounds(facts: Facts) -> tuple[Ground, ...]:
    """3.9  The exceptions whose every part is affirmed, in the guidance's order."""
    held: tuple[tuple[Ground, bool], ...] = (
        ("harm", harm(facts)),
        ("crime", crime(facts)),
        ("not_practicable", not_practicable(facts)),
        ("court_order", court_order(facts)),
    )
    return tuple([name for name, holds in held if holds])


@memoised
def untold_on_a_ground(facts: Facts) -> bool:
    """3.9  The parents have not been told, and an exception holds."""
    return not told(facts) and bool(grounds(facts))


@memoised
def untold_without_ground(facts: Facts) -> bool:
    """3.9  The parents have not been told, and no exception holds."""
    return not told(facts) and not grounds(facts)


def risk_with_no_harm_known(facts: Facts) -> bool:
    """3.9(a)  Parents are not told, no exception holds, telling is feared to bring harm, and no harm is known yet."""
    return untold_without_ground(facts) and concern(facts) and facts.child_has_suffered_harm is False


def risk_and_unsure_of_harm(facts: Facts) -> bool:
    """3.9(a)  Parents are not told, no exception holds, telling is feared to bring harm, and past harm is not sure."""
    return untold_without_ground(facts) and concern(facts) and facts.child_has_suffered_harm == "unsure"


def danger_in_doubt(facts: Facts) -> bool:
    """3.9(a), (b)  What telling itself could do is feared, or not certain: the child, or an investigation."""
    unsure = facts.real_concern_that_telling_parents_risks_further_harm == "unsure"
    of_harm = unsure and facts.child_has_suffered_harm is not False
    return concern(facts) or of_harm or facts.telling_parents_may_prejudice_crime_investigation == "unsure"


@memoised
def telling_is_feared(facts: Facts) -> bool:
    """3.9  No exception holds, and telling them could do harm: the supervisor is asked before anyone is told."""
    return untold_without_ground(facts) and danger_in_doubt(facts)


@memoised
def only_one_knows(facts: Facts) -> bool:
    """3.2  Only one parent is told, or that is not certain, and no exception holds."""
    return untold_without_ground(facts) and facts.only_one_parent_told is not False


@memoised
def tell_first(facts: Facts) -> bool:
    """3.2, 3.5  The parents should be told before anything goes."""
    return untold_without_ground(facts) and not telling_is_feared(facts) and not only_one_knows(facts)


def tell_first_for_certain(facts: Facts) -> bool:
    """3.2  The parents are not told, no exception holds or is in doubt, and telling them is not feared."""
    return tell_first(facts) and not unsure_of_a_ground(facts)


def tell_first_unless_settled(facts: Facts) -> bool:
    """3.2, 3.9  Parents are not told, no exception holds, a part of one is in doubt, and telling them is not feared."""
    return tell_first(facts) and unsure_of_a_ground(facts)


def ask_before_telling(facts: Facts) -> bool:
    """3.9  Neither "tell them first" nor an exception: whether they are told is for the supervisor."""
    return untold_without_ground(facts) and not tell_first(facts)


def limbs(facts: Facts) -> tuple[YesNoUnsure, ...]:
    """3.9  The parts of the exceptions, one by one."""
    return (
        facts.child_has_suffered_harm,
        facts.real_concern_that_telling_parents_risks_further_harm,
        facts.telling_parents_may_prejudice_crime_investigation,
        facts.telling_not_reasonably_practicable,
        facts.court_order,
    )


@memoised
def unsure_of_a_ground(facts: Facts) -> bool:
    """3.9  The parents are not told, no exception holds, and the worker is not sure of a part of one."""
    return untold_without_ground(facts) and "unsure" in limbs(facts)


def sensitive(facts: Facts) -> bool:
    """2.3, 3.12  Special category information, or what the worker marks as sensitive; not sure counts as sensitive."""
    return facts.special_category is not False or facts.sensitive is not False


def tell_afterwards(facts: Facts) -> bool:
    """3.12  Sensitive information goes on an exception, before the parents are told."""
    return untold_on_a_ground(facts) and sensitive(facts)
