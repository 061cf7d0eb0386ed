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
    """All four; those not given are as the general answer says."""
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
    """There is a real concern that telling brings harm."""
    return facts.get("real_concern_that_telling_parents_risks_further_harm") is True


def unsure_limb(facts: Facts) -> bool:
    """Not sure of some limb of 3.9."""
    return any(facts.get(limb) == "unsure" for limb in LIMBS)


def when_told(facts: Facts) -> str:
    """3.2, 3.9  When the parents are told, where telling them is in question at all."""
    if told(facts):
        return "already done"
    if grounds(facts):
        return "exception: not before"
    return "take to supervisor" if feared(facts) else "before"


def weighed(facts: Facts) -> set[str | None]:
    """What the four tests of 3.7 came to."""
    return {facts.get(test) for test in TESTS}


def may_disclose(facts: Facts) -> bool:
    """Allocated, supervising, or authorised."""
    own = facts.get("worker_role", ALLOCATED) in (ALLOCATED, SUPERVISOR)
    return own or facts.get("authorised_by_allocated_or_supervisor") is True


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
    """The names of those that stand."""
    return {name for name, stands in standing.items() if stands}


COMMON: dict[str, Invariant] = {
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
    "there are reasons, each a paragraph with a sentence, in step with what was weighed": lambda _, decision: (
        len(decision.reasons) == len(decision.weighed) > 0
        and all(reason.ref in paragraphs() and reason.text for reason in decision.reasons)
    ),
}
