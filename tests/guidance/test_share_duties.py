"""What follows a sharing, what is said outside the guidance, and the paragraphs a decision rests on."""

from typing import Any

import pytest

from guidance.decide import decide
from guidance.reasons import sentences
from tests.guidance.facts_given import (
    AGREED,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    NEEDED,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    PACK,
    TOLD,
)

REFS: dict[str, tuple[dict[str, Any], str]] = {
    "told": (TOLD, "2.2 3.7 3.5 3.10 3.8 3.11"),
    "untold": (NEEDED, "2.2 3.7 3.2 3.9 3.10 3.8 3.11"),
    "harm": (NEEDED | HARMED | CONCERN, "2.2 3.7 3.9(a) 3.10 3.8 3.11"),
    "crime, sensitive": (NEEDED | CRIME | {"sensitive": True}, "2.2 3.7 3.9(b) 3.10 3.8 3.11 3.12"),
    "not practicable": (NEEDED | NOT_PRACTICABLE, "2.2 3.7 3.9(c) 3.10 3.8 3.11"),
    "court order": (NEEDED | COURT, "2.2 3.7 3.9(d) 3.10 3.8 3.11"),
    "risk, no harm known": (NEEDED | CONCERN, "2.2 3.7 3.9(a) 3.10 3.8 3.11"),
    "told, and a ground holds": (TOLD | CRIME, "2.2 3.7 3.5 3.9(b) 3.10 3.8 3.11"),
    "not their case": (TOLD | NOT_THEIRS, "2.2 3.7 3.5 3.10 3.8 3.11"),
    "outside the network": (TOLD | {"recipient_in_professional_network": False}, "2.2 3.7 3.5 3.10 3.8"),
    "a report, not agreed": (TOLD | PACK, "2.2 3.7 3.5 3.10 4.1 4.2 3.8 3.11"),
    "a report, agreed": (TOLD | AGREED, "2.2 3.7 3.5 3.10 4.1 4.2 3.8 3.11"),
    "a report, lawfulness unclear": (
        TOLD | AGREED | {"lawfulness_unclear": True},
        "2.2 3.7 3.5 3.10 4.1 4.2 4.3 3.8 3.11",
    ),
    "nothing may be shared": (NEEDED | CRIME | {"information_relevant": "no"}, "2.2 3.7 3.10 3.8"),
}


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_the_reasons_are_the_paragraphs_that_were_weighed(facts: dict[str, Any], refs: str) -> None:
    assert [reason.ref for reason in decide("share", facts).reasons] == refs.split()


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_what_was_weighed_and_the_reasons_go_in_step(facts: dict[str, Any], refs: str) -> None:
    decision = decide("share", facts)
    assert [sentences()[words] for words in decision.weighed] == [reason.text for reason in decision.reasons]


@pytest.mark.parametrize(
    ("network", "details"),
    [(True, ("information_shared", "recipient")), ("unsure", ("information_shared", "recipient")), (False, ())],
)
def test_a_case_note_is_asked_for_when_the_recipient_may_be_in_the_network(
    network: object, details: tuple[str, ...]
) -> None:
    assert decide("share", TOLD | {"recipient_in_professional_network": network}).details_in_case_note == details


@pytest.mark.parametrize(
    ("professional", "labels"), [(True, ()), (False, ("recipient_is_no_professional",))], ids=["professional", "not"]
)
def test_a_recipient_who_is_no_professional_is_labelled_outside_the_guidance(
    professional: bool, labels: tuple[str, ...]
) -> None:
    assert decide("share", TOLD | {"recipient_is_professional": professional}).outside_guidance == labels
