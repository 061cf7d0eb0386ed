"""What an answer says of telling the parents, whatever the flow."""

from guidance.decision import Decision


def unsafe_to_tell(decision: Decision) -> bool:
    """3.9  Whether telling the parents is itself in doubt: no one is told until the supervisor has been asked."""
    return any(one.step == "tell_parents_if_settled" for one in decision.next_steps)


def only_one_knows(decision: Decision) -> bool:
    """3.2  Whether one of the parents knows and another does not: the guidance does not say what holds then."""
    return "only_one_parent_told" in decision.weighed


def telling(decision: Decision) -> bool:
    """Whether words for the parents are of use: they are to be told first, or afterwards."""
    return decision.inform_parents in ("before", "exception: not before") and not unsafe_to_tell(decision)


def untold(decision: Decision) -> bool:
    """3.5  Whether the parents do not know yet, and it matters."""
    return decision.inform_parents not in (None, "already done", "n/a")


def told_afterwards(decision: Decision) -> bool:
    """3.12  Whether it goes untold on an exception, so that the words are for afterwards."""
    return decision.inform_parents == "exception: not before"
