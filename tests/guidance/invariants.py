"""What is true of every decision on a share, whatever the facts. Each says it again from the facts, by itself."""

from collections.abc import Callable
from typing import Any

from guidance.decision import Decision
from guidance.facts import ALLOCATED, SUPERVISOR
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
    return [given.get(item, general) for item in ITEMS] == [True] * 4


def grounds(facts: Facts) -> list[str]:
    """The exceptions with every limb affirmed."""
    affirmed = {limb for limb in LIMBS if facts.get(limb) is True}
    harm = {"child_has_suffered_harm", "real_concern_that_telling_parents_risks_further_harm"}
    found = ["harm"] if harm <= affirmed else []
    found += ["crime"] if "telling_parents_may_prejudice_crime_investigation" in affirmed else []
    found += ["not_practicable"] if "telling_not_reasonably_practicable" in affirmed else []
    return found + (["court_order"] if "court_order" in affirmed else [])


def stuck(facts: Facts) -> bool:
    """Untold, and no exception holds."""
    return not told(facts) and not grounds(facts)


def feared(facts: Facts) -> bool:
    """There is a real concern that telling brings harm."""
    return facts.get("real_concern_that_telling_parents_risks_further_harm") is True


def weighed(facts: Facts) -> set[str]:
    """What the four tests of 3.7 came to."""
    return {facts[test] for test in TESTS}


def packed(facts: Facts) -> bool:
    """Someone else's text is in it, or may be."""
    return facts.get("third_party_document_included", False) is not False


def may_disclose(facts: Facts) -> bool:
    """Allocated, supervising, or authorised."""
    own = facts.get("worker_role", ALLOCATED) in (ALLOCATED, SUPERVISOR)
    return own or facts.get("authorised_by_allocated_or_supervisor") is True


def sensitive(facts: Facts) -> bool:
    """Sensitive or of a special category, or it may be."""
    return any(facts.get(fact, False) is not False for fact in ("sensitive", "special_category"))


def expected_obstacles(facts: Facts) -> set[str]:
    """The whole list, worked out again."""
    refer = set() if may_disclose(facts) else {"refer"}
    if "no" in weighed(facts):
        return refer | {"do_not_share"}
    unsure_limb = any(facts.get(limb) == "unsure" for limb in LIMBS)
    no_professional = facts.get("recipient_is_professional", True) is not True
    standing = {
        "inform_parents_first": stuck(facts) and not feared(facts),
        "cut_down": "partly" in weighed(facts),
        "establish_need_to_know": "unsure" in weighed(facts),
        "author_written_consent": packed(facts) and facts.get("author_written_consent") != "yes",
        "discuss_with_author": packed(facts) and facts.get("discussed_with_author", False) is not True,
        "legal_advice": packed(facts) and facts.get("lawfulness_unclear", False) is not False,
        "take_to_supervisor": no_professional or (stuck(facts) and (feared(facts) or unsure_limb)),
    }
    return refer | {name for name, stands in standing.items() if stands}


def expected_telling(facts: Facts) -> str | None:
    """When the parents are told, worked out again."""
    if "no" in weighed(facts):
        return None
    if told(facts):
        return "already done"
    if grounds(facts):
        return "exception: not before"
    return "take to supervisor" if feared(facts) else "before"


INVARIANTS: dict[str, Invariant] = {
    "consent is never required of parents": lambda _, decision: decision.consent_required_from_parents is False,
    "it is always recorded": lambda _, decision: decision.record_on_mosaic is True,
    "it may go ahead exactly when nothing is outstanding": lambda _, decision: (
        decision.may_go_ahead_now is (decision.outstanding_before_go_ahead == ())
    ),
    "what is outstanding stands in the listed order, each once": lambda _, decision: (
        list(decision.outstanding_before_go_ahead)
        == [name for name in ORDER if name in decision.outstanding_before_go_ahead]
    ),
    "what is outstanding is all of it and no more": lambda facts, decision: (
        set(decision.outstanding_before_go_ahead) == expected_obstacles(facts)
    ),
    "beside do_not_share stands nothing but refer": lambda _, decision: (
        "do_not_share" not in decision.outstanding_before_go_ahead
        or set(decision.outstanding_before_go_ahead) <= {"do_not_share", "refer"}
    ),
    "nothing goes untold without a ground whose every limb is affirmed": lambda facts, decision: (
        not decision.may_go_ahead_now or told(facts) or bool(grounds(facts))
    ),
    "nothing of someone else's goes without written consent and the talk": lambda facts, decision: (
        not decision.may_go_ahead_now
        or not packed(facts)
        or (facts["author_written_consent"], facts.get("discussed_with_author")) == ("yes", True)
    ),
    "nothing goes that is not fully needed": lambda facts, decision: (
        not decision.may_go_ahead_now or weighed(facts) == {"yes"}
    ),
    "nothing goes from someone who may not disclose": lambda facts, decision: (
        not decision.may_go_ahead_now or may_disclose(facts)
    ),
    "parents are never told first and feared for at once": lambda facts, decision: (
        not ("inform_parents_first" in decision.outstanding_before_go_ahead and feared(facts))
    ),
    "when parents are told is one of the four, or null": lambda facts, decision: (
        decision.inform_parents == expected_telling(facts)
    ),
    "the grounds are those that hold, or null": lambda facts, decision: (
        decision.exception_grounds == (None if "no" in weighed(facts) else tuple(grounds(facts)))
    ),
    "the family is told later exactly when it goes untold on a ground and is sensitive": lambda facts, decision: (
        decision.tell_family_afterwards_or_when_safe
        is ("no" not in weighed(facts) and not told(facts) and bool(grounds(facts)) and sensitive(facts))
    ),
    "the flags of section 4 are those of the pack": lambda facts, decision: (
        (
            decision.author_written_consent_needed,
            decision.discuss_with_author_agency,
            decision.legal_advice_needed,
            decision.redaction_needed_by_worker_and_manager,
            decision.legal_services_redaction_needed,
        )
        == (
            packed(facts),
            packed(facts),
            packed(facts) and facts.get("lawfulness_unclear", False) is not False,
            False,
            False,
        )
    ),
    "cut down or do not share is flagged exactly when a test says so": lambda facts, decision: (
        decision.must_cut_down_or_not_share is bool(weighed(facts) & {"no", "partly"})
    ),
    "referring is flagged exactly when it is outstanding": lambda _, decision: (
        decision.must_refer_to_allocated_worker_or_supervisor is ("refer" in decision.outstanding_before_go_ahead)
    ),
}
