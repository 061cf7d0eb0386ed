"""Where nothing may be shared at all, only the lines that suffice alone are given as reasons."""

from typing import Any

import pytest

from guidance.decide import decide
from tests.guidance.facts_given import AGREED, ALL_FOUR, CONCERN, COURT, CRIME, HARMED, NEEDED, NOT_THEIRS, PACK, TOLD

NOT_NEEDED: dict[str, Any] = {"information_relevant": "no"}
ELSE: dict[str, dict[str, Any]] = {
    "told": TOLD,
    "told item by item": NEEDED | ALL_FOUR,
    "not told": NEEDED,
    "harm": NEEDED | HARMED | CONCERN | {"sensitive": True},
    "crime": NEEDED | CRIME,
    "not practicable": NEEDED | {"telling_not_reasonably_practicable": True},
    "court order": NEEDED | COURT,
    "risk, no harm known": NEEDED | CONCERN,
    "unsure of a ground": NEEDED | {"court_order": "unsure"},
    "partly needed too": TOLD | {"information_necessary": "partly"},
    "unsure too": TOLD | {"recipient_needs_to_know": "unsure"},
    "not a professional": TOLD | {"recipient_is_professional": False},
    "a pack": TOLD | PACK | {"lawfulness_unclear": True},
    "a pack agreed": TOLD | AGREED,
}


@pytest.mark.parametrize("facts", ELSE.values(), ids=ELSE)
def test_what_is_not_needed_is_not_shared_for_that_reason_alone(facts: dict[str, Any]) -> None:
    decision = decide("share", facts | NOT_NEEDED)
    assert tuple(name for name in decision.weighed if name != "ordered_without_need") == (
        "legal_basis",
        "not_needed",
        "may_disclose",
        "record",
    )


@pytest.mark.parametrize("order", [True, "unsure"])
def test_what_is_not_needed_but_ordered_by_a_court_goes_to_legal_services_first(order: object) -> None:
    decision = decide("share", NEEDED | NOT_NEEDED | {"court_order": order})
    assert decision.outstanding_before_go_ahead == ("do_not_share",)
    assert "3.9(d)" in [reason.ref for reason in decision.reasons]
    assert decision.next_steps[0].step == "ordered_without_need"


@pytest.mark.parametrize("facts", ELSE.values(), ids=ELSE)
def test_what_is_not_needed_by_someone_who_may_not_disclose_is_passed_on_as_well(facts: dict[str, Any]) -> None:
    decision = decide("share", facts | NOT_NEEDED | NOT_THEIRS)
    assert (
        {"must_refer", "not_needed"}
        <= set(decision.weighed)
        <= {*("legal_basis", "not_needed", "ordered_without_need", "must_refer", "record")}
    )
    assert decision.outstanding_before_go_ahead == ("refer", "do_not_share")


@pytest.mark.parametrize("facts", ELSE.values(), ids=ELSE)
def test_a_document_that_its_author_refuses_stays_for_that_reason_alone(facts: dict[str, Any]) -> None:
    refused = {"audience": ["other_professionals"], "author_written_consent": "no", "author_refused": True}
    decision = decide("document", facts | {"third_party_document_included": True} | refused)
    assert decision.weighed == ("author_refused", "refusal_stands", "may_disclose", "record")
