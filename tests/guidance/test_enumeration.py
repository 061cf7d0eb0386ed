"""Every combination that can matter of the facts of each flow, against what is true of every decision."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from guidance.decide import decide, may_go_ahead, read_facts
from guidance.decision import Decision, Ground, InformParents
from guidance.enumeration import ENUMERATIONS, cases
from guidance.enumeration.combining import TRUTH, Facts
from guidance.flows import authority, document, first_contact, gather, receive, share
from guidance.rule import Rule
from guidance.rulebook import FLOWS
from tests.counted import ENUMERATED, count
from tests.guidance.invariants import INVARIANTS
from tests.guidance.sampling import VALUES

pytestmark = pytest.mark.long

COUNTS: dict[str, dict[str, int]] = {
    "share": {
        "the exceptions": 3**8,
        "one parent of two": 3**7,
        "the four told": 3 * 3 * 4**4,
        "need to know": 2 * 4**3 * 3 * 3 * 3,
        "who may disclose": 6 * 3 * 4 * 3,
        "someone else's text": 3 * 3 * 5 * 3 * 3,
        "pairs across rules": 6 * (43 * 21 + 43 * 10 + 43 * 14 + 21 * 10 + 21 * 14 + 10 * 14),
        "situations together": 3**5 * 2 * 4 * 5 * 4,
    },
    "gather": {
        "the basis and the exceptions": 3**7,
        "the exceptions of sharing": 4 * 3**6,
        "the four told": 3 * 3 * 4**4,
        "the request and the reply": 2 * 3**5,
        "sensitive information": 6 * 3**2,
        "who may disclose": 6 * 3 * 4 * 3,
        "pairs across rules": 6 * (6 * 71 + 9 * 62 + 9 * 53 + 43 * 10),
    },
    "document": {
        "the author's agreement": 5 * 3**7,
        "what must come out": 7 * 3 * 4**3 * 3,
        "need to know": 4**3 * 3**3,
        "the exceptions": 3**7,
        "the exceptions elsewhere": 2 * 3**5,
        "the four told": 3 * 4**4,
        "who may disclose": 5 * 3 * 4 * 3,
        "pairs across rules": 5 * (7 * 115 + 26 * 89 + 15 * 74 + 21 * 53 + 43 * 10),
        "situations together": 7 * 2 * 4 * 5 * 4 * 4 * 2,
    },
    "receive": {"the record": 3**5, "what is not asked": 2 * 15 * 34},
    "first_contact": {"said or not": 2**10, "two points": 45 * 4**2 * 2, "what is not asked": 2 * 40 * 34},
    "authority": {
        "who and the summary": 6 * 3 * 4 * 4 * 4,
        "the entry": 4 * 4**3 * 4,
        "referred on the role alone": 4 * 4 * 3,
        "the share itself": 3**6 * 4 + 4**3 * 3**3,
        "someone else's text": 2 * 3 * 5 * 3 * 3 * 4,
        "pairs with sharing": 6 * (7 + 4 + 4 + 12) * (43 + 21 + 14),
    },
}
TOTALS = {
    "share": 69_483,
    "gather": 19_509,
    "document": 58_136,
    "receive": 1_263,
    "first_contact": 5_184,
    "authority": 20_584,
}
OF_A_SHARE = {
    "inform_parents_first",
    "refer",
    "cut_down",
    "do_not_share",
    "establish_need_to_know",
    "author_written_consent",
    "discuss_with_author",
    "legal_advice",
    "take_to_supervisor",
}
OBSTACLES = {
    "share": OF_A_SHARE,
    "authority": OF_A_SHARE,
    "document": OF_A_SHARE | {"redaction_worker_and_manager", "redaction_legal_services"},
    "gather": {
        "inform_parents_first",
        "refer",
        "cut_down",
        "establish_need_to_know",
        "no_basis_for_network_checks",
        "take_to_supervisor",
    },
    "receive": {"author_written_consent", "discuss_with_author"},
    "first_contact": set[str](),
}
GO_AHEAD: dict[str, set[bool | None]] = {
    "share": {True, False},
    "gather": {True, False},
    "document": {True, False},
    "authority": {True, False, None},
    "receive": {False, None},
    "first_contact": {None},
}
RULES: dict[str, tuple[Rule[Any], ...]] = {
    "share": share.RULES,
    "gather": gather.RULES,
    "document": document.RULES,
    "receive": receive.RULES,
    "first_contact": first_contact.RULES,
    "authority": (*share.RULES, *authority.REFER),
}
Decided = list[tuple[Facts, Decision]]


@pytest.fixture(scope="module", params=list(COUNTS))
def flow(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def decided(flow: str) -> Iterator[Decided]:
    """Every case of a flow with its decision; one flow is held at a time."""
    yield [(facts, decide(flow, facts)) for facts in cases(flow)]


def test_the_number_of_cases_is_known(flow: str) -> None:
    counted = {name: sum(1 for _ in enumeration()) for name, enumeration in ENUMERATIONS[flow].items()}
    assert counted == COUNTS[flow]


def test_the_number_of_all_cases_is_known(flow: str, decided: Decided) -> None:
    assert len(decided) == TOTALS[flow]


def test_the_cases_come_in_the_same_order_each_time(flow: str, decided: Decided) -> None:
    assert all(facts == again for (facts, _), again in zip(decided, cases(flow), strict=True))


def test_the_outcome_alone_is_that_of_the_whole_decision(flow: str, decided: Decided) -> None:
    known = FLOWS[flow]
    apart = [
        facts
        for facts, decision in decided
        if known.outcome(read_facts(known, facts)) != (decision.may_go_ahead_now, decision.outstanding_before_go_ahead)
    ]
    assert apart == []


def test_every_invariant_holds_in_every_case(flow: str, decided: Decided, request: pytest.FixtureRequest) -> None:
    broken = {
        sentence: next((facts for facts, decision in decided if not holds(facts, decision)), None)
        for sentence, holds in INVARIANTS[flow].items()
    }
    assert {sentence: facts for sentence, facts in broken.items() if facts is not None} == {}
    count(request.node, ENUMERATED, flow, len(decided))


def test_every_answer_is_reached(flow: str, decided: Decided) -> None:
    assert {decision.may_go_ahead_now for _, decision in decided} == GO_AHEAD[flow]


def test_every_obstacle_that_the_flow_can_meet_is_reached_and_no_other(flow: str, decided: Decided) -> None:
    assert {name for _, decision in decided for name in decision.outstanding_before_go_ahead} == OBSTACLES[flow]


def test_every_rule_speaks_in_some_case_and_is_silent_in_another(flow: str, decided: Decided) -> None:
    spoke = Counter(line for _, decision in decided for line in {(r.ref, r.text) for r in decision.reasons})
    assert len(spoke) == len({(rule.ref, rule.words) for rule in RULES[flow]})
    silent_in_none = sum(number == len(decided) for number in spoke.values())
    assert silent_in_none == len({rule.words for rule in RULES[flow] if rule.words in ALWAYS_SAID[flow]})


ALWAYS_SAID = {
    "share": {"legal_basis", "record"},
    "gather": {"record"},
    "document": {"record"},
    "receive": {"record"},
    "first_contact": {"no_signed_consent", "record"},
    "authority": {"summary_entry"},
}


@pytest.mark.parametrize("flow", ["share", "gather", "document", "authority"], indirect=True, scope="module")
def test_not_sure_goes_ahead_only_where_yes_and_no_both_would(flow: str, decided: Decided) -> None:
    truths = {name for name, values in VALUES[flow].items() if tuple(values[:3]) == TRUTH}
    bolder = [
        (facts, name)
        for facts, decision in decided
        if decision.may_go_ahead_now
        for name in truths & facts.keys()
        if facts[name] == "unsure"
        and not _counts_as_someone_elses(facts, name)
        and not all(may_go_ahead(flow, facts | {name: value}) for value in (True, False))
    ]
    assert bolder == []


def _counts_as_someone_elses(facts: Facts, name: str) -> bool:
    """4.4  Not sure who wrote it is someone else's (decisions.md), and what that holds is not asked for the court."""
    return name == "third_party_document_included" and facts.get("audience") == ["care_proceedings"]


@pytest.mark.parametrize(
    ("flow_of_part", "name", "inside"),
    [
        ("share", "the four told", "parents_told_items"),
        ("gather", "the four told", "parents_told_items"),
        ("document", "the four told", "parents_told_items"),
        ("authority", "the entry", "note_drafted"),
        ("first_contact", "two points", "covered"),
    ],
)
def test_not_sure_of_a_part_counts_as_no(flow_of_part: str, name: str, inside: str) -> None:
    unlike = [
        facts
        for facts in ENUMERATIONS[flow_of_part][name]()
        if "unsure" in facts.get(inside, {}).values()
        and decide(flow_of_part, _unsure_as_no(facts, inside)) != decide(flow_of_part, facts)
    ]
    assert unlike == []


def _unsure_as_no(facts: Facts, inside: str) -> Facts:
    return facts | {inside: {name: False if said == "unsure" else said for name, said in facts[inside].items()}}


@pytest.mark.parametrize("flow_of_telling", ["share", "document", "gather", "authority"])
def test_not_sure_of_a_limb_adds_to_what_no_would_leave_outstanding(flow_of_telling: str) -> None:
    """But for telling the parents first, which waits while what telling could do is itself in doubt."""
    fewer = [
        (facts, limb)
        for name in ("the exceptions", "the exceptions of sharing", "the share itself")
        if name in ENUMERATIONS[flow_of_telling]
        for facts in ENUMERATIONS[flow_of_telling][name]()
        for limb in LIMBS
        if facts.get(limb) == "unsure"
        and not _but_for_telling(flow_of_telling, facts | {limb: False}) <= _outstanding(flow_of_telling, facts)
    ]
    assert fewer == []


LIMBS = (
    "child_has_suffered_harm",
    "real_concern_that_telling_parents_risks_further_harm",
    "telling_parents_may_prejudice_crime_investigation",
    "telling_not_reasonably_practicable",
    "court_order",
)


def _but_for_telling(flow: str, facts: Facts) -> frozenset[str]:
    return _outstanding(flow, facts) - {"inform_parents_first"}


def _outstanding(flow: str, facts: Facts) -> frozenset[str]:
    return frozenset(FLOWS[flow].outcome(read_facts(FLOWS[flow], facts))[1])


def test_every_way_of_telling_parents_is_reached_somewhere() -> None:
    reached = {decide("document", facts).inform_parents for facts in ENUMERATIONS["document"]["situations together"]()}
    assert reached == {*get_args(InformParents), None}


def test_every_ground_is_reached_somewhere() -> None:
    reached = {
        ground
        for flow, name in (("share", "the exceptions"), ("gather", "the basis and the exceptions"))
        for facts in ENUMERATIONS[flow][name]()
        for ground in decide(flow, facts).exception_grounds or ()
    }
    assert reached == set(get_args(Ground))
