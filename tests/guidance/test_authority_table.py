"""Who may disclose, and the entry in the case summary (3.10)."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from tests.guidance.facts_given import CRIME, NEEDED, NOT_THEIRS, PACK, TOLD

MAY_NOT = {"case_summary_says": "may not be disclosed"}
AUTHORISED = {"authorised_by_allocated_or_supervisor": True}

REFERRED: dict[str, dict[str, Any]] = {
    "someone else, asked nothing more": NOT_THEIRS,
    "someone else, all else in order": TOLD | NOT_THEIRS,
    "someone else, much else outstanding": NEEDED | PACK | NOT_THEIRS | {"information_relevant": "partly"},
    "someone else, and nothing may be shared": NEEDED | NOT_THEIRS | {"information_relevant": "no"},
    "someone else, on a ground": NEEDED | NOT_THEIRS | CRIME,
    "a summary that says it may be disclosed authorises no one": TOLD
    | NOT_THEIRS
    | {"case_summary_says": "may be disclosed"},
    "not sure of being authorised": TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": "unsure"},
    "not authorised": TOLD | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": False},
}


@pytest.mark.parametrize("facts", REFERRED.values(), ids=REFERRED.keys())
def test_someone_who_may_not_disclose_refers_and_that_is_all(facts: dict[str, Any]) -> None:
    decision = decide("authority", facts)
    assert decision.outstanding_before_go_ahead == ("refer",)
    assert decision.may_go_ahead_now is False
    assert decision.must_refer_to_allocated_worker_or_supervisor is True


@pytest.mark.parametrize(
    ("facts", "outstanding"),
    [
        (TOLD, ()),
        (TOLD | {"worker_role": "supervisor of the allocated social worker"}, ()),
        (TOLD | NOT_THEIRS | AUTHORISED, ()),
        (NEEDED | NOT_THEIRS | AUTHORISED, ("inform_parents_first",)),
        (NEEDED | PACK | CRIME, ("author_written_consent", "discuss_with_author")),
        (NEEDED | {"information_necessary": "no"}, ("do_not_share",)),
    ],
)
def test_someone_who_may_disclose_is_under_the_rules_of_sharing(
    facts: dict[str, Any], outstanding: tuple[str, ...]
) -> None:
    decision = decide("authority", facts)
    assert decision.outstanding_before_go_ahead == outstanding
    assert decision.may_go_ahead_now is (outstanding == ())


def test_someone_who_may_disclose_is_asked_what_sharing_needs() -> None:
    with pytest.raises(FactsError, match="recipient_needs_to_know: missing"):
        decide("authority", {})


@pytest.mark.parametrize(
    "facts", [NOT_THEIRS, TOLD, TOLD | NOT_THEIRS | AUTHORISED], ids=["someone else", "allocated", "authorised"]
)
def test_a_summary_that_says_it_may_not_be_disclosed_cuts_it_down(facts: dict[str, Any]) -> None:
    assert decide("authority", facts | MAY_NOT).must_cut_down_or_not_share is True


@pytest.mark.parametrize("staff", [False, "unsure"])
def test_only_social_work_staff_can_be_authorised(staff: object) -> None:
    decision = decide("authority", TOLD | NOT_THEIRS | AUTHORISED | {"is_social_work_staff": staff})
    assert decision.outstanding_before_go_ahead == ("refer",)


def test_an_entry_being_checked_needs_nothing_else() -> None:
    drafted = {"information_that_may_be_disclosed": True, "information_that_may_not_be_disclosed": False}
    decision = decide("authority", {"note_drafted": drafted}).model_dump()
    assert decision["case_summary_note_recommended"] is True
    assert decision["case_summary_note_missing"] == (
        "information_that_may_not_be_disclosed",
        "easily_accessible_to_all_team_members",
    )
