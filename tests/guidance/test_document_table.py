"""A document someone else wrote, case by case. Every expectation was written by hand from the guidance."""

from typing import Any

import pytest

from tests.guidance.facts_given import (
    ALL_FOUR,
    CONCERN,
    COURT,
    CRIME,
    HARMED,
    NEEDED,
    NOT_PRACTICABLE,
    NOT_THEIRS,
    items,
)
from tests.guidance.table import (
    BEFORE,
    DONE,
    EXCEPTION,
    GO,
    PARENTS_ONLY,
    SHARED,
    SUPERVISOR,
    WAIT,
    Case,
    decided,
    named,
)

Facts = dict[str, Any]
FOR_PARENTS: Facts = {"audience": ["parents"]}
FOR_PROFESSIONALS: Facts = {"audience": ["other_professionals"], **NEEDED}
FOR_BOTH: Facts = {"audience": ["parents", "other_professionals"], **NEEDED}
FOR_COURT: Facts = {"audience": ["care_proceedings"]}
FOR_ALL: Facts = {"audience": ["parents", "other_professionals", "care_proceedings"], **NEEDED}
CONSENT: Facts = {
    "author_written_consent": "yes",
    "consent_covers_this_audience": True,
    "consent_given_by_author": True,
}
AGREED: Facts = {**CONSENT, "discussed_with_author": True}
CLEAN: Facts = {"document_contains_unshareable_information": False}
READY: Facts = {**AGREED, **CLEAN}
TOLD: Facts = {"parents_already_told": True}
SECRETS: Facts = {
    "document_contains_unshareable_information": True,
    "redaction_done_by": "none",
    "child_on_care_order": False,
}
BOTH_REDACTED: Facts = SECRETS | {"redaction_done_by": "worker and manager"}
CARE_ORDER: Facts = {"child_on_care_order": True, "legal_services_redaction_done": False}
OURS: Facts = {"third_party_document_included": False}
ASKED_NOT: Facts = {"author_written_consent": "not asked", "discussed_with_author": False}
UNCLEAR: Facts = {"lawfulness_unclear": True, "legal_advice_obtained": False}
S4 = "consent talk"
CONSENT_FIRST, TALK_FIRST = "author_written_consent", "discuss_with_author"

AUDIENCES = (
    Case("parents", FOR_PARENTS | READY, GO, "", PARENTS_ONLY, flags=S4),
    Case("professionals, parents told", FOR_PROFESSIONALS | READY | TOLD, GO, "", DONE, flags=S4, note=SHARED),
    Case(
        "professionals, parents untold",
        FOR_PROFESSIONALS | READY,
        WAIT,
        "inform_parents_first",
        BEFORE,
        flags=S4,
        note=SHARED,
    ),
    Case("both, told", FOR_BOTH | READY | TOLD, GO, "", DONE, flags=S4, note=SHARED),
    Case("both, untold", FOR_BOTH | READY, WAIT, "inform_parents_first", BEFORE, flags=S4, note=SHARED),
    Case("care proceedings", FOR_COURT | AGREED, GO, "", None, flags=S4),
    Case(
        "care proceedings: need, telling and redaction do not apply",
        FOR_COURT | AGREED | SECRETS | CARE_ORDER | CONCERN | {"information_relevant": "no"},
        GO,
        "",
        None,
        flags=S4,
        more={"outside_guidance": ("ask_legal_services",)},
    ),
    Case("care proceedings, not agreed", FOR_COURT | ASKED_NOT, WAIT, f"{CONSENT_FIRST} {TALK_FIRST}", None, flags=S4),
    Case(
        "parents and care proceedings",
        {"audience": ["parents", "care_proceedings"]} | READY,
        GO,
        "",
        None,
        flags=S4,
    ),
    Case(
        "professionals and care proceedings, told",
        FOR_PROFESSIONALS | {"audience": ["other_professionals", "care_proceedings"]} | READY | TOLD,
        GO,
        "",
        DONE,
        flags=S4,
        note=SHARED,
    ),
    Case("all three, told", FOR_ALL | READY | TOLD, GO, "", DONE, flags=S4, note=SHARED),
    Case(
        "all three, untold",
        FOR_ALL | READY,
        WAIT,
        "inform_parents_first",
        BEFORE,
        flags=S4,
        note=SHARED,
    ),
    Case(
        "parents: need is not weighed and nobody else is to be told of",
        FOR_PARENTS | READY | CONCERN | CRIME | {"recipient_needs_to_know": "no", "information_necessary": "partly"},
        GO,
        "",
        PARENTS_ONLY,
        flags=S4,
    ),
)
OUR_OWN = (
    Case("to parents", FOR_PARENTS | OURS, GO, "", PARENTS_ONLY),
    Case("to professionals, told", FOR_PROFESSIONALS | OURS | TOLD, GO, "", DONE, note=SHARED),
    Case("to professionals, untold", FOR_PROFESSIONALS | OURS, WAIT, "inform_parents_first", BEFORE, note=SHARED),
    Case(
        "to professionals, partly needed",
        FOR_PROFESSIONALS | OURS | TOLD | {"information_necessary": "partly"},
        WAIT,
        "cut_down",
        DONE,
        flags="cut",
        note=SHARED,
    ),
    Case("into care proceedings", FOR_COURT | OURS, GO, "", None),
    Case(
        "section 4 does not apply, whatever else is said",
        FOR_PARENTS
        | OURS
        | UNCLEAR
        | SECRETS
        | CARE_ORDER
        | {"author_written_consent": "no", "author_refused": True, "discussed_with_author": False}
        | {"redaction_done_by": "worker only"},
        GO,
        "",
        PARENTS_ONLY,
        more={"outside_guidance": ()},
    ),
    Case("what it holds is taken out", FOR_PARENTS | OURS | SECRETS, WAIT, "cut_down", PARENTS_ONLY, flags="cut"),
    Case(
        "what it holds is read for",
        FOR_PARENTS | OURS | {"document_contains_unshareable_information": "not known yet"},
        WAIT,
        "",
        PARENTS_ONLY,
    ),
    Case("what it holds was not said", FOR_PARENTS | OURS, GO, "", PARENTS_ONLY),
    Case(
        "someone else may not give it out", FOR_PARENTS | OURS | NOT_THEIRS, WAIT, "refer", PARENTS_ONLY, flags="refer"
    ),
    Case(
        "not sure who wrote it counts as someone else's",
        FOR_PARENTS | ASKED_NOT | CLEAN | {"third_party_document_included": "unsure"},
        WAIT,
        f"{CONSENT_FIRST} {TALK_FIRST}",
        PARENTS_ONLY,
        flags=S4,
    ),
)
CONSENTING = (
    *(
        Case(
            f"{said}, talked over",
            FOR_PARENTS | CLEAN | {"author_written_consent": said, "discussed_with_author": True},
            WAIT,
            CONSENT_FIRST,
            PARENTS_ONLY,
            flags=S4,
        )
        for said in ("verbal only", "not asked", "n/a")
    ),
    Case(
        "no, but not a refusal",
        FOR_PARENTS | READY | {"author_written_consent": "no", "author_refused": False},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "for another audience",
        FOR_PARENTS | READY | {"consent_covers_this_audience": False},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "from someone who is not the author: the GP consents to a hospital's letter",
        FOR_PARENTS | READY | {"consent_given_by_author": False},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "for another audience, and that is all that is known of it",
        FOR_PARENTS
        | CLEAN
        | {"author_written_consent": "yes", "consent_covers_this_audience": False, "discussed_with_author": True},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "not sure it covers them",
        FOR_PARENTS | READY | {"consent_covers_this_audience": "unsure"},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "not sure the author gave it",
        FOR_PARENTS | READY | {"consent_given_by_author": "unsure"},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "not sure whether the author refused",
        FOR_PARENTS | READY | {"author_refused": "unsure"},
        WAIT,
        CONSENT_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case("in hand, never talked over", FOR_PARENTS | CONSENT | CLEAN, WAIT, TALK_FIRST, PARENTS_ONLY, flags=S4),
    Case(
        "not sure it was talked over",
        FOR_PARENTS | READY | {"discussed_with_author": "unsure"},
        WAIT,
        TALK_FIRST,
        PARENTS_ONLY,
        flags=S4,
    ),
    Case("neither", FOR_PARENTS | ASKED_NOT | CLEAN, WAIT, f"{CONSENT_FIRST} {TALK_FIRST}", PARENTS_ONLY, flags=S4),
    Case(
        "a ground never stands in for it",
        FOR_PROFESSIONALS | ASKED_NOT | CLEAN | HARMED | CONCERN,
        WAIT,
        f"{CONSENT_FIRST} {TALK_FIRST}",
        EXCEPTION,
        "harm",
        S4,
        SHARED,
    ),
    Case(
        "nor does a court order",
        FOR_PROFESSIONALS | ASKED_NOT | CLEAN | COURT,
        WAIT,
        f"{CONSENT_FIRST} {TALK_FIRST}",
        EXCEPTION,
        "court_order",
        S4,
        SHARED,
    ),
    Case(
        "nor do the parents' consent and proceedings",
        FOR_COURT | ASKED_NOT | {"parents_consent": "yes", "in_proceedings": True},
        WAIT,
        f"{CONSENT_FIRST} {TALK_FIRST}",
        None,
        flags=S4,
    ),
)
REFUSED: Facts = {"author_written_consent": "no", "author_refused": True}
NOTHING = f"do_not_share {CONSENT_FIRST}"
REFUSING = (
    Case("to parents", FOR_PARENTS | REFUSED, WAIT, NOTHING, None, None, f"{S4} cut"),
    Case("to professionals", FOR_PROFESSIONALS | REFUSED, WAIT, NOTHING, None, None, f"{S4} cut", SHARED),
    Case(
        "to professionals, with nothing else said",
        {"audience": ["other_professionals"]} | REFUSED,
        WAIT,
        NOTHING,
        None,
        None,
        f"{S4} cut",
        SHARED,
    ),
    Case("into care proceedings", FOR_COURT | REFUSED, WAIT, NOTHING, None, None, f"{S4} cut"),
    Case(
        "and this person may not disclose",
        FOR_PARENTS | REFUSED | NOT_THEIRS,
        WAIT,
        f"refer {NOTHING}",
        None,
        None,
        f"{S4} cut refer",
    ),
    Case(
        "and everything else is amiss",
        FOR_BOTH
        | REFUSED
        | UNCLEAR
        | SECRETS
        | CARE_ORDER
        | CRIME
        | {"sensitive": True, "information_relevant": "partly", "recipient_is_professional": False},
        WAIT,
        NOTHING,
        None,
        None,
        f"{S4} cut lawyers redaction legal_redaction",
        SHARED,
    ),
    Case(
        "and the professionals do not need it either",
        FOR_PROFESSIONALS | REFUSED | {"recipient_needs_to_know": "no"},
        WAIT,
        NOTHING,
        None,
        None,
        f"{S4} cut",
        SHARED,
    ),
)
LAWFUL = (
    Case(
        "unclear, consent in hand",
        FOR_PARENTS | READY | UNCLEAR,
        WAIT,
        "legal_advice",
        PARENTS_ONLY,
        flags=f"{S4} lawyers",
    ),
    Case(
        "unclear, advice had",
        FOR_PARENTS | READY | UNCLEAR | {"legal_advice_obtained": True},
        GO,
        "",
        PARENTS_ONLY,
        flags=f"{S4} lawyers",
    ),
    Case(
        "not sure whether it is unclear",
        FOR_PARENTS | READY | UNCLEAR | {"lawfulness_unclear": "unsure"},
        WAIT,
        "legal_advice",
        PARENTS_ONLY,
        flags=f"{S4} lawyers",
    ),
    Case(
        "not sure whether advice was had",
        FOR_PARENTS | READY | UNCLEAR | {"legal_advice_obtained": "unsure"},
        WAIT,
        "legal_advice",
        PARENTS_ONLY,
        flags=f"{S4} lawyers",
    ),
    Case(
        "unclear, into care proceedings",
        FOR_COURT | AGREED | UNCLEAR,
        WAIT,
        "legal_advice",
        None,
        flags=f"{S4} lawyers",
    ),
    Case(
        "clear, no advice",
        FOR_PARENTS | READY | {"lawfulness_unclear": False, "legal_advice_obtained": False},
        GO,
        "",
        PARENTS_ONLY,
        flags=S4,
    ),
)
REDACT, REDACT_LEGAL = "redaction_worker_and_manager", "redaction_legal_services"
R, RL = f"{S4} redaction", f"{S4} redaction legal_redaction"
REDACTING = (
    *(
        Case(
            f"done by {who}",
            FOR_PARENTS | AGREED | SECRETS | {"redaction_done_by": who},
            WAIT,
            REDACT,
            PARENTS_ONLY,
            flags=R,
        )
        for who in ("none", "worker only", "manager only")
    ),
    Case("done by both", FOR_PARENTS | AGREED | BOTH_REDACTED, GO, "", PARENTS_ONLY, flags=R),
    Case("to professionals", FOR_PROFESSIONALS | AGREED | SECRETS | TOLD, WAIT, REDACT, DONE, flags=R, note=SHARED),
    Case(
        "a Care Order, nothing done",
        FOR_PARENTS | AGREED | SECRETS | CARE_ORDER,
        WAIT,
        f"{REDACT} {REDACT_LEGAL}",
        PARENTS_ONLY,
        flags=RL,
    ),
    Case(
        "a Care Order, worker and manager done",
        FOR_PARENTS | AGREED | BOTH_REDACTED | CARE_ORDER,
        WAIT,
        REDACT_LEGAL,
        PARENTS_ONLY,
        flags=RL,
    ),
    Case(
        "a Care Order, Legal Services alone: they come as well, not instead",
        FOR_PARENTS | AGREED | SECRETS | CARE_ORDER | {"legal_services_redaction_done": True},
        WAIT,
        REDACT,
        PARENTS_ONLY,
        flags=RL,
    ),
    Case(
        "a Care Order, all three",
        FOR_PARENTS | AGREED | BOTH_REDACTED | CARE_ORDER | {"legal_services_redaction_done": True},
        GO,
        "",
        PARENTS_ONLY,
        flags=RL,
        more={"outside_guidance": ()},
    ),
    Case(
        "a Care Order, not sure Legal Services have done it",
        FOR_PARENTS | AGREED | BOTH_REDACTED | CARE_ORDER | {"legal_services_redaction_done": "unsure"},
        WAIT,
        REDACT_LEGAL,
        PARENTS_ONLY,
        flags=RL,
    ),
    Case(
        "a Care Order, and nothing to take out",
        FOR_PARENTS | READY | CARE_ORDER,
        GO,
        "",
        PARENTS_ONLY,
        flags=S4,
        more={"outside_guidance": ("ask_legal_services",)},
    ),
    Case(
        "an interim order",
        FOR_PARENTS | AGREED | BOTH_REDACTED | {"child_on_care_order": "interim"},
        GO,
        "",
        PARENTS_ONLY,
        flags=R,
        more={"outside_guidance": ("ask_legal_services",)},
    ),
    Case(
        "no Care Order, but in proceedings",
        FOR_PARENTS | AGREED | BOTH_REDACTED | {"in_proceedings": True},
        GO,
        "",
        PARENTS_ONLY,
        flags=R,
    ),
    Case(
        "not sure of a Care Order",
        FOR_PARENTS | AGREED | BOTH_REDACTED | {"child_on_care_order": "unsure"},
        WAIT,
        "take_to_supervisor",
        PARENTS_ONLY,
        flags=R,
    ),
    Case(
        "not known yet what it holds",
        FOR_PARENTS | AGREED | {"document_contains_unshareable_information": "not known yet"},
        WAIT,
        "",
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "not sure what it holds",
        FOR_PARENTS | AGREED | {"document_contains_unshareable_information": "unsure"},
        WAIT,
        "",
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "not known yet, and the author not asked",
        FOR_PARENTS | ASKED_NOT | {"document_contains_unshareable_information": "not known yet"},
        WAIT,
        f"{CONSENT_FIRST} {TALK_FIRST}",
        PARENTS_ONLY,
        flags=S4,
    ),
    Case(
        "into care proceedings and to parents",
        {"audience": ["care_proceedings", "parents"]} | AGREED | SECRETS,
        WAIT,
        REDACT,
        None,
        flags=R,
    ),
)
NEED = (
    Case(
        "not needed",
        FOR_PROFESSIONALS | READY | {"information_necessary": "no"},
        WAIT,
        "do_not_share",
        None,
        None,
        f"{S4} cut",
        SHARED,
    ),
    Case(
        "not needed by the professionals, though for parents too",
        FOR_BOTH | READY | TOLD | {"recipient_needs_to_know": "no"},
        WAIT,
        "do_not_share",
        None,
        None,
        f"{S4} cut",
        SHARED,
    ),
    Case(
        "not needed, with the author's agreement not known",
        FOR_PROFESSIONALS | {"information_relevant": "no"},
        WAIT,
        "do_not_share",
        None,
        None,
        f"{S4} cut",
        SHARED,
    ),
    Case(
        "partly needed",
        FOR_PROFESSIONALS | READY | TOLD | {"information_proportionate": "partly"},
        WAIT,
        "cut_down",
        DONE,
        flags=f"{S4} cut",
        note=SHARED,
    ),
    Case(
        "not sure who needs it",
        FOR_PROFESSIONALS | READY | TOLD | {"recipient_needs_to_know": "unsure"},
        WAIT,
        "establish_need_to_know",
        DONE,
        flags=S4,
        note=SHARED,
    ),
    Case(
        "not known to be a professional",
        FOR_PROFESSIONALS | READY | TOLD | {"recipient_is_professional": False},
        WAIT,
        "take_to_supervisor",
        DONE,
        flags=S4,
        note=SHARED,
        more={"outside_guidance": ("recipient_is_no_professional",)},
    ),
    Case(
        "outside the network",
        FOR_PROFESSIONALS | READY | TOLD | {"recipient_in_professional_network": False},
        GO,
        "",
        DONE,
        flags=S4,
    ),
)
TELLING = (
    Case("told each of the four", FOR_PROFESSIONALS | READY | ALL_FOUR, GO, "", DONE, flags=S4, note=SHARED),
    Case(
        "told all but what for",
        FOR_PROFESSIONALS | READY | TOLD | items(used_for=False),
        WAIT,
        "inform_parents_first",
        BEFORE,
        flags=S4,
        note=SHARED,
    ),
    Case("harm and concern", FOR_PROFESSIONALS | READY | HARMED | CONCERN, GO, "", EXCEPTION, "harm", S4, SHARED),
    Case("crime, to both", FOR_BOTH | READY | CRIME, GO, "", EXCEPTION, "crime", S4, SHARED),
    Case(
        "not practicable", FOR_PROFESSIONALS | READY | NOT_PRACTICABLE, GO, "", EXCEPTION, "not_practicable", S4, SHARED
    ),
    Case(
        "risk with no harm known",
        FOR_PROFESSIONALS | READY | CONCERN,
        WAIT,
        "take_to_supervisor",
        SUPERVISOR,
        flags=S4,
        note=SHARED,
    ),
    Case(
        "not sure of a limb",
        FOR_PROFESSIONALS | READY | {"court_order": "unsure"},
        WAIT,
        "inform_parents_first take_to_supervisor",
        BEFORE,
        flags=S4,
        note=SHARED,
    ),
    Case(
        "sensitive, on a ground",
        FOR_PROFESSIONALS | READY | CRIME | {"special_category": True},
        GO,
        "",
        EXCEPTION,
        "crime",
        f"{S4} tell_later",
        SHARED,
    ),
    Case(
        "told, and a ground holds",
        FOR_PROFESSIONALS | READY | TOLD | CRIME | {"sensitive": True},
        GO,
        "",
        DONE,
        "crime",
        S4,
        SHARED,
    ),
)
TOGETHER = (
    Case(
        "everything that can stand together",
        FOR_ALL
        | ASKED_NOT
        | UNCLEAR
        | SECRETS
        | CARE_ORDER
        | NOT_THEIRS
        | {
            "information_relevant": "partly",
            "recipient_needs_to_know": "unsure",
            "recipient_is_professional": False,
        },
        WAIT,
        "inform_parents_first refer cut_down establish_need_to_know author_written_consent discuss_with_author"
        " legal_advice redaction_worker_and_manager redaction_legal_services take_to_supervisor",
        BEFORE,
        flags=f"{RL} cut refer lawyers",
        note=SHARED,
    ),
    Case(
        "someone authorised",
        FOR_PARENTS | READY | NOT_THEIRS | {"authorised_by_allocated_or_supervisor": True},
        GO,
        "",
        PARENTS_ONLY,
        flags=S4,
    ),
)
CASES = named(
    audience=AUDIENCES,
    ours=OUR_OWN,
    consent=CONSENTING,
    refused=REFUSING,
    lawful=LAWFUL,
    redaction=REDACTING,
    need=NEED,
    telling=TELLING,
    together=TOGETHER,
)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    assert decided("document", case) == case
