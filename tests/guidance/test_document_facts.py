"""Which facts a decision on a document asks for, and the paragraphs it rests on."""

from typing import Any

import pytest

from guidance.decide import FactsError, decide
from guidance.documents import WHOSE_CONSENT
from tests.guidance.facts_given import CRIME, NEEDED
from tests.guidance.invariants.common import TESTS
from tests.guidance.test_document_table import (
    AGREED,
    ASKED_NOT,
    CARE_ORDER,
    CLEAN,
    FOR_COURT,
    FOR_PARENTS,
    FOR_PROFESSIONALS,
    OURS,
    READY,
    REFUSED,
    SECRETS,
    TOLD,
    UNCLEAR,
)

Facts = dict[str, Any]
HOLDS: Facts = {"document_contains_unshareable_information": True}


def missing(*names: str) -> str:
    return "; ".join(f"{name}: missing" for name in names)


MISSING: dict[str, tuple[Facts, str]] = {
    "who it is for": ({}, missing("audience")),
    "the author's consent, and what it holds": (
        FOR_PARENTS,
        missing("author_written_consent", "document_contains_unshareable_information"),
    ),
    "the author's consent alone, into proceedings": (FOR_COURT, missing("author_written_consent")),
    "whose consent, and for whom": (FOR_COURT | {"author_written_consent": "yes"}, missing(*WHOSE_CONSENT)),
    "... and that the author did not refuse says neither": (
        FOR_COURT | {"author_written_consent": "yes", "author_refused": False},
        missing(*WHOSE_CONSENT),
    ),
    "the consent, where no refusal is said": (
        FOR_COURT | {"author_refused": False},
        missing("author_written_consent"),
    ),
    "the consent, where it may be a refusal": (
        FOR_COURT | {"consent_covers_this_audience": False},
        missing("author_written_consent"),
    ),
    "the other, where one of the two is said": (
        FOR_COURT | {"author_written_consent": "yes", "consent_covers_this_audience": True},
        missing("consent_given_by_author"),
    ),
    "whether no was a refusal": (FOR_COURT | {"author_written_consent": "no"}, missing("author_refused")),
    "the need, for professionals": (
        {"audience": ["other_professionals"], **READY},
        missing("recipient_needs_to_know", *(test for test in TESTS if test != "recipient_needs_to_know")),
    ),
    "the need, of our own": (
        {"audience": ["other_professionals"]} | OURS | NEEDED | {"information_relevant": None},
        missing("information_relevant"),
    ),
    "the advice, where unclear": (FOR_PARENTS | READY | {"lawfulness_unclear": True}, missing("legal_advice_obtained")),
    "who redacted, and the order": (FOR_PARENTS | AGREED | HOLDS, missing("redaction_done_by", "child_on_care_order")),
    "Legal Services, on a Care Order": (
        FOR_PARENTS | AGREED | SECRETS | {"child_on_care_order": True},
        missing("legal_services_redaction_done"),
    ),
}


@pytest.mark.parametrize(("facts", "said"), MISSING.values(), ids=MISSING.keys())
def test_what_can_matter_is_asked_for_by_name(facts: Facts, said: str) -> None:
    with pytest.raises(FactsError) as refused:
        decide("document", facts)
    assert str(refused.value) == said


ENOUGH: dict[str, Facts] = {
    "our own, for parents": FOR_PARENTS | OURS,
    "our own, into proceedings": FOR_COURT | OURS,
    "refused": FOR_PARENTS | {"author_refused": True},
    "refused, for professionals": {"audience": ["other_professionals"], "author_refused": True},
    "not asked": FOR_COURT | {"author_written_consent": "not asked"},
    "verbal only": FOR_COURT | {"author_written_consent": "verbal only"},
    "agreed, for parents": FOR_PARENTS | READY,
    "a consent for others": FOR_COURT | {"author_written_consent": "yes", "consent_covers_this_audience": False},
    "a consent from others": FOR_COURT | {"author_written_consent": "yes", "consent_given_by_author": False},
    "no consent for them, and no refusal": FOR_COURT | {"consent_covers_this_audience": False, "author_refused": False},
    "not known yet": FOR_PARENTS | AGREED | {"document_contains_unshareable_information": "not known yet"},
    "not needed": {"audience": ["other_professionals"]} | NEEDED | {"information_relevant": "no"},
    "the talk and lawfulness have defaults": FOR_PARENTS | {"author_written_consent": "not asked"} | CLEAN,
}


@pytest.mark.parametrize("facts", ENOUGH.values(), ids=ENOUGH.keys())
def test_what_cannot_matter_is_not_asked_for(facts: Facts) -> None:
    assert decide("document", facts).flow == "document"


def test_the_talk_not_spoken_of_has_not_happened_and_lawfulness_is_not_in_doubt() -> None:
    silent = FOR_PARENTS | {"author_written_consent": "not asked"} | CLEAN
    spelt_out = silent | {"discussed_with_author": False, "lawfulness_unclear": False}
    assert decide("document", silent) == decide("document", spelt_out)


@pytest.mark.parametrize("audience", [[], "parents", ["grandparents"], ["parents", 1], None], ids=str)
def test_an_audience_is_one_or_more_of_the_three(audience: object) -> None:
    with pytest.raises(FactsError, match=r"^audience"):
        decide("document", READY | {"audience": audience})


REFS: dict[str, tuple[Facts, str]] = {
    "agreed, for parents": (FOR_PARENTS | READY, "4.1 4.2 3.10 3.8"),
    "agreed, for professionals": (FOR_PROFESSIONALS | READY | TOLD, "3.7 4.1 4.2 3.5 3.10 3.8 3.11"),
    "not asked": (FOR_PARENTS | ASKED_NOT | CLEAN, "4.1 4.2 3.10 3.8"),
    "our own": (FOR_PARENTS | OURS, "4.1 3.10 3.8"),
    "refused": (FOR_PARENTS | REFUSED, "4.1 4.1 3.10 3.8"),
    "unclear": (FOR_PARENTS | READY | UNCLEAR, "4.1 4.2 4.3 3.10 3.8"),
    "unclear, and legal advice had": (
        FOR_PARENTS | READY | UNCLEAR | {"legal_advice_obtained": True},
        "4.1 4.2 4.3 3.10 3.8",
    ),
    "talked over, not agreed": (
        FOR_PARENTS | ASKED_NOT | CLEAN | {"discussed_with_author": True},
        "4.1 4.2 3.10 3.8",
    ),
    "redacted by both, and by Legal Services": (
        FOR_PARENTS
        | AGREED
        | SECRETS
        | CARE_ORDER
        | {"redaction_done_by": "worker and manager", "legal_services_redaction_done": True},
        "4.1 4.2 4.4 4.5 3.10 3.8",
    ),
    "to redact": (FOR_PARENTS | AGREED | SECRETS, "4.1 4.2 4.4 3.10 3.8"),
    "to redact on a Care Order": (FOR_PARENTS | AGREED | SECRETS | CARE_ORDER, "4.1 4.2 4.4 4.5 3.10 3.8"),
    "a Care Order, nothing to take out": (FOR_PARENTS | READY | CARE_ORDER, "4.1 4.2 4.5 3.10 3.8"),
    "to be read": (
        FOR_PARENTS | AGREED | {"document_contains_unshareable_information": "not known yet"},
        "4.1 4.2 4.4 3.10 3.8",
    ),
    "untold, crime, sensitive": (
        FOR_PROFESSIONALS | READY | CRIME | {"sensitive": True},
        "3.7 4.1 4.2 3.9(b) 3.10 3.8 3.11 3.12",
    ),
    "untold": (FOR_PROFESSIONALS | READY, "3.7 4.1 4.2 3.2 3.9 3.10 3.8 3.11"),
}


@pytest.mark.parametrize(("facts", "refs"), REFS.values(), ids=REFS.keys())
def test_the_reasons_are_the_paragraphs_that_were_weighed(facts: Facts, refs: str) -> None:
    assert [reason.ref for reason in decide("document", facts).reasons] == refs.split()
