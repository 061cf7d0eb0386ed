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


@pytest.mark.parametrize("says", ["silent", "may be disclosed"])
def test_a_summary_that_does_not_rule_it_out_cuts_nothing_down(says: str) -> None:
    decision = decide("authority", TOLD | {"case_summary_says": says})
    assert (decision.may_go_ahead_now, decision.must_cut_down_or_not_share) == (True, False)


def test_what_the_summary_rules_out_does_not_go_as_it_is() -> None:
    decision = decide("authority", TOLD | MAY_NOT)
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (False, ("cut_down",))


def test_what_the_summary_rules_out_adds_nothing_where_nothing_may_be_shared() -> None:
    decision = decide("authority", TOLD | MAY_NOT | {"information_relevant": "no"})
    assert decision.outstanding_before_go_ahead == ("do_not_share",)


def test_referring_leaves_telling_and_the_grounds_open() -> None:
    decision = decide("authority", NEEDED | CRIME | NOT_THEIRS)
    assert (decision.inform_parents, decision.exception_grounds) == (None, None)


REFS: dict[str, tuple[dict[str, Any], str]] = {
    "referred": (NOT_THEIRS, "3.10 3.10 3.8"),
    "referred, and ruled out": (NOT_THEIRS | MAY_NOT, "3.10 3.10 3.10 3.8"),
    "theirs, told": (TOLD, "2.2 3.7 3.5 3.10 3.8 3.11 3.10"),
    "theirs, and ruled out": (TOLD | MAY_NOT, "2.2 3.7 3.5 3.10 3.8 3.11 3.10 3.10"),
    "an entry": ({"note_drafted": {}}, "3.10"),
}


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_the_reasons_are_the_paragraphs_that_were_weighed(facts: dict[str, Any], refs: str) -> None:
    assert [reason.ref for reason in decide("authority", facts).reasons] == refs.split()


def test_an_entry_being_checked_needs_nothing_else() -> None:
    drafted = {"information_that_may_be_disclosed": True, "information_that_may_not_be_disclosed": False}
    decision = decide("authority", {"note_drafted": drafted}).model_dump()
    assert decision["case_summary_note_recommended"] is True
    assert decision["case_summary_note_missing"] == (
        "information_that_may_not_be_disclosed",
        "easily_accessible_to_all_team_members",
    )


PARTS = (
    "information_that_may_be_disclosed",
    "information_that_may_not_be_disclosed",
    "easily_accessible_to_all_team_members",
)
WHOLE: dict[str, Any] = dict.fromkeys(PARTS, True)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("said", [False, "unsure", None], ids=str)
def test_a_part_that_the_entry_does_not_surely_have_is_missing(part: str, said: object) -> None:
    assert decide("authority", {"note_drafted": WHOLE | {part: said}}).case_summary_note_missing == (part,)


def test_an_entry_with_all_three_lacks_nothing() -> None:
    assert decide("authority", {"note_drafted": WHOLE}).case_summary_note_missing == ()


def test_without_an_entry_nothing_is_said_to_be_missing_from_it() -> None:
    assert decide("authority", TOLD).case_summary_note_missing is None


def test_an_entry_beside_part_of_a_share_still_needs_nothing_else() -> None:
    facts = {"note_drafted": WHOLE, "recipient_needs_to_know": "yes", "information_relevant": "partly"}
    decision = decide("authority", facts)
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (None, ())


def test_an_entry_beside_a_whole_share_leaves_the_share_decided() -> None:
    decision = decide("authority", NEEDED | {"note_drafted": {}})
    assert decision.outstanding_before_go_ahead == ("inform_parents_first",)
    assert decision.case_summary_note_missing == PARTS


def test_someone_who_may_not_disclose_refers_with_an_entry_too() -> None:
    decision = decide("authority", NOT_THEIRS | {"note_drafted": WHOLE})
    assert (decision.may_go_ahead_now, decision.outstanding_before_go_ahead) == (False, ("refer",))
    assert decision.case_summary_note_missing == ()
