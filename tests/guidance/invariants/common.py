"""What the flows have in common, said again from the facts as they are given; and what is true of every decision."""

from collections.abc import Callable
from typing import Any

from guidance.decision import Decision
from guidance.facts import ALLOCATED, SUPERVISOR
from guidance.paragraphs import paragraphs
from tests.guidance.facts_given import ITEMS

Facts = dict[str, Any]
Invariant = Callable[[Facts, Decision], bool]

ORDER = [
    "inform_parents_first",
    "refer",
    "cut_down",
    "do_not_share",
    "establish_need_to_know",
    "author_written_consent",
    "discuss_with_author",
    "legal_advice",
    "redaction_worker_and_manager",
    "redaction_legal_services",
    "no_basis_for_network_checks",
    "take_to_supervisor",
]
TESTS = ("information_relevant", "information_necessary", "information_proportionate", "recipient_needs_to_know")
LIMBS = {
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
}


def told(facts: Facts) -> bool:
    """All four, and not only one parent; those not given are as the general answer says."""
    if facts.get("only_one_parent_told", False) is not False:
        return False
    general = facts.get("parents_already_told", False)
    given = facts.get("parents_told_items", {})
    return [general if given.get(item) is None else given[item] for item in ITEMS] == [True] * 4


def grounds(facts: Facts) -> list[str]:
    """The exceptions of 3.9 with every limb affirmed."""
    affirmed = {limb for limb in LIMBS if facts.get(limb) is True}
    harm = {"child_has_suffered_harm", "real_concern_that_telling_parents_risks_further_harm"}
    found = ["harm"] if harm <= affirmed else []
    found += ["crime"] if "telling_parents_may_prejudice_crime_investigation" in affirmed else []
    found += ["not_practicable"] if "telling_not_reasonably_practicable" in affirmed else []
    return found + (["court_order"] if "court_order" in affirmed else [])


def stuck(facts: Facts) -> bool:
    """Untold, and no exception of 3.9 holds."""
    return not told(facts) and not grounds(facts)


def feared(facts: Facts) -> bool:
    """Telling may bring harm, or spoil an investigation, or that is not certain (decisions.md, "Not sure")."""
    concern = facts.get("real_concern_that_telling_parents_risks_further_harm", False)
    harm_ruled_out = facts.get("child_has_suffered_harm", False) is False
    crime = facts.get("telling_parents_may_prejudice_crime_investigation", False)
    return concern is True or (concern == "unsure" and not harm_ruled_out) or crime == "unsure"


def one_of_two(facts: Facts) -> bool:
    """Only one parent knows, or that may be so: outside the guidance."""
    return facts.get("only_one_parent_told", False) is not False


def unsure_limb(facts: Facts) -> bool:
    """Not sure of some limb of 3.9."""
    return any(facts.get(limb) == "unsure" for limb in LIMBS)


def when_told(facts: Facts) -> str:
    """3.2, 3.9  When the parents are told, where telling them is in question at all."""
    if told(facts):
        return "already done"
    if grounds(facts):
        return "exception: not before"
    return "take to supervisor" if feared(facts) or one_of_two(facts) else "before"


def weighed(facts: Facts) -> set[str | None]:
    """The results of the four tests of 3.7."""
    return {facts.get(test) for test in TESTS}


def may_disclose(facts: Facts) -> bool:
    """Social work staff, and allocated, supervising, or authorised."""
    own = facts.get("worker_role", ALLOCATED) in (ALLOCATED, SUPERVISOR)
    staff = facts.get("is_social_work_staff", True) is True
    return staff and (own or facts.get("authorised_by_allocated_or_supervisor") is True)


def sensitive(facts: Facts) -> bool:
    """Sensitive or of a special category, or it may be."""
    return any(facts.get(fact, False) is not False for fact in ("sensitive", "special_category"))


def of_section_4(decision: Decision) -> tuple[bool, ...]:
    """The flags of section 4: consent, the talk, legal advice, redaction, Legal Services."""
    return (
        decision.author_written_consent_needed,
        decision.discuss_with_author_agency,
        decision.legal_advice_needed,
        decision.redaction_needed_by_worker_and_manager,
        decision.legal_services_redaction_needed,
    )


def holding(**standing: bool) -> set[str]:
    """The names of those that hold."""
    return {name for name, stands in standing.items() if stands}


def _steps(decision: Decision) -> set[str]:
    return {one.step for one in decision.next_steps}


DOUBTS = {"unsure_of_a_ground", "court_order_for_checks"}
"""Beside these nobody is said to be told first for certain, and no exception to be ruled out."""
RULED_OUT = {"tell_first", "no_exception", "tell_before_checks", "tell_before_request"}


def _forbidden(decision: Decision) -> set[str]:
    """Steps that would contradict the rest of the decision."""
    in_doubt = decision.inform_parents == "take to supervisor" or DOUBTS & set(decision.weighed)
    told_or_not = decision.inform_parents in ("already done", "exception: not before", "n/a", None)
    nothing = "do_not_share" in decision.outstanding_before_go_ahead
    return (
        ({"inform_parents_first"} if in_doubt or told_or_not or nothing else set())
        | ({"go_ahead"} if not decision.may_go_ahead_now else {"do_not_share", "refer", "cut_down"})
        | ({"tell_family_afterwards"} if decision.inform_parents != "exception: not before" else set())
    )


COMMON: dict[str, Invariant] = {
    "no exception is ruled out while one is in doubt": lambda _, decision: (
        not (DOUBTS & set(decision.weighed) and RULED_OUT & set(decision.weighed))
    ),
    "consent is never required of parents": lambda _, decision: decision.consent_required_from_parents is False,
    "it is always recorded": lambda _, decision: decision.record_on_mosaic is True,
    "nothing goes ahead past something outstanding": lambda _, decision: (
        not (decision.may_go_ahead_now and decision.outstanding_before_go_ahead)
    ),
    "what is outstanding stands in the listed order, each once": lambda _, decision: (
        list(decision.outstanding_before_go_ahead)
        == [name for name in ORDER if name in decision.outstanding_before_go_ahead]
    ),
    "beside do_not_share stand at most refer and a refused author's consent": lambda _, decision: (
        "do_not_share" not in decision.outstanding_before_go_ahead
        or set(decision.outstanding_before_go_ahead) <= {"do_not_share", "refer", "author_written_consent"}
    ),
    "referring is flagged exactly when it is outstanding": lambda _, decision: (
        decision.must_refer_to_allocated_worker_or_supervisor is ("refer" in decision.outstanding_before_go_ahead)
    ),
    "there is something to do next, each step once and a paragraph of its own": lambda _, decision: (
        len({one.step for one in decision.next_steps}) == len(decision.next_steps) > 0
        and all(one.ref in paragraphs() and one.text for one in decision.next_steps)
    ),
    "telling first is no step while it is in doubt, and going ahead none while something is outstanding": (
        lambda _, decision: not _steps(decision) & _forbidden(decision)
    ),
    "there are reasons, each a paragraph with a sentence, in step with what was weighed": lambda _, decision: (
        len(decision.reasons) == len(decision.weighed) > 0
        and all(reason.ref in paragraphs() and reason.text for reason in decision.reasons)
    ),
}
