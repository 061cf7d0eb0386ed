"""What is true of every decision on who may disclose (3.10). Each says it again from the facts."""

from guidance.decide import decide
from guidance.decision import Decision
from tests.guidance.invariants import share
from tests.guidance.invariants.common import (
    COMMON,
    TESTS,
    Facts,
    Invariant,
    grounds,
    may_disclose,
    of_section_4,
    told,
    weighed,
)

PARTS = (
    "information_that_may_be_disclosed",
    "information_that_may_not_be_disclosed",
    "easily_accessible_to_all_team_members",
)
SAME_AS_IN_SHARING = (
    "inform_parents",
    "exception_grounds",
    "details_in_case_note",
    "tell_family_afterwards_or_when_safe",
    "outside_guidance",
)


def ruled_out(facts: Facts) -> bool:
    """The summary says that it may not be disclosed."""
    return facts.get("case_summary_says") == "may not be disclosed"


def nothing_to_share(facts: Facts) -> bool:
    """Only an entry is under check: what sharing needs to know was not all given."""
    packed = facts.get("third_party_document_included", False) is not False
    asked = (*TESTS, "author_written_consent") if packed and "no" not in weighed(facts) else TESTS
    return "note_drafted" in facts and any(facts.get(fact) is None for fact in asked)


def shares(facts: Facts) -> bool:
    """The rules of sharing decide."""
    return may_disclose(facts) and not nothing_to_share(facts)


def expected_obstacles(facts: Facts) -> set[str]:
    """The whole list, worked out again."""
    if not may_disclose(facts):
        return {"refer"}
    if nothing_to_share(facts):
        return set()
    found = share.expected_obstacles(facts)
    return found | {"cut_down"} if ruled_out(facts) and "do_not_share" not in found else found


def expected_go_ahead(facts: Facts) -> bool | None:
    """Null only where an entry is checked by someone who may disclose."""
    return None if may_disclose(facts) and nothing_to_share(facts) else not expected_obstacles(facts)


def expected_gaps(facts: Facts) -> tuple[str, ...] | None:
    """What the entry lacks, worked out again."""
    drafted = facts.get("note_drafted")
    return None if drafted is None else tuple(part for part in PARTS if drafted.get(part) is not True)


def _as_in_sharing(facts: Facts, decision: Decision) -> bool:
    own = {name: value for name, value in facts.items() if name != "note_drafted"}
    alike = decide("share", own)
    return all(getattr(decision, name) == getattr(alike, name) for name in SAME_AS_IN_SHARING) and (
        of_section_4(decision) == of_section_4(alike)
    )


INVARIANTS: dict[str, Invariant] = COMMON | {
    "it may go ahead exactly when nothing is outstanding of a share": lambda facts, decision: (
        decision.may_go_ahead_now is expected_go_ahead(facts)
    ),
    "what is outstanding is all of it and no more": lambda facts, decision: (
        set(decision.outstanding_before_go_ahead) == expected_obstacles(facts)
    ),
    "someone who may not disclose refers, and that is all": lambda facts, decision: (
        may_disclose(facts) or decision.outstanding_before_go_ahead == ("refer",)
    ),
    "nothing goes untold without a ground whose every limb is affirmed": lambda facts, decision: (
        not decision.may_go_ahead_now or told(facts) or bool(grounds(facts))
    ),
    "nothing goes that the case summary rules out": lambda facts, decision: (
        not (decision.may_go_ahead_now and ruled_out(facts))
    ),
    "cut down or do not share is flagged when the summary or a test says so": lambda facts, decision: (
        decision.must_cut_down_or_not_share
        is (ruled_out(facts) or (shares(facts) and bool(weighed(facts) & {"no", "partly"})))
    ),
    "all else is as in sharing, or nothing": lambda facts, decision: (
        _as_in_sharing(facts, decision)
        if shares(facts)
        else not any(
            (
                decision.inform_parents,
                decision.exception_grounds,
                *of_section_4(decision),
                decision.details_in_case_note,
                decision.tell_family_afterwards_or_when_safe,
            )
        )
    ),
    "an entry in the case summary is always recommended": lambda _, decision: (
        decision.case_summary_note_recommended is True
    ),
    "what the entry lacks is all of it and no more": lambda facts, decision: (
        decision.case_summary_note_missing == expected_gaps(facts)
    ),
}
