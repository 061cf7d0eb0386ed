"""What an answer says of telling the parents, whatever the flow."""

from collections.abc import Mapping
from typing import Any, Literal

from guidance.decision import Decision

Silence = Literal["silence", "not_reached", "court", "told", "not_yet"]
"""What whoever is told or asked hears of the parents: see `silence`."""

FEARED = frozenset({"harm", "crime", "further_risk", "criminal_investigation"})
"""3.9(a), 3.9(b), 5.2(a), 5.2(b)  The exceptions that rest on what telling could do."""
FEARS = (
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_parents_may_put_child_at_further_risk",
    "telling_parents_may_interfere_with_criminal_investigation",
)
"""The facts that they rest on."""


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


def parents_know(decision: Decision) -> bool:
    """3.5  Whether the parents know, or are the only ones it is for. Where nothing was asked of them, nobody knows."""
    return decision.inform_parents in ("already done", "n/a")


def told_afterwards(decision: Decision) -> bool:
    """3.12  Whether it goes untold on an exception, so that the words are for afterwards."""
    return decision.inform_parents == "exception: not before"


def silence(decision: Decision, facts: Mapping[str, Any]) -> Silence:
    """3.9, 5.2  What a recipient or an agency is to hear of the parents.

    They are asked for silence only where telling could do harm or spoil an investigation. Where that is feared and no
    such exception holds, nothing is said of the parents until the supervisor has been asked.
    """
    grounds = set(decision.exception_grounds or ())
    if decision.inform_parents == "already done":
        return "told"
    if not told_afterwards(decision):
        return "not_yet"
    if grounds & FEARED:
        return "silence"
    if any(facts.get(fear) in (True, "unsure") for fear in FEARS):
        return "not_yet"
    return "not_reached" if grounds & {"not_practicable", "undue_delay"} else "court"


def by_court(decision: Decision) -> bool:
    """3.9(d)  Whether it goes on a court's order, alone or with something else."""
    return told_afterwards(decision) and "court_order" in (decision.exception_grounds or ())
