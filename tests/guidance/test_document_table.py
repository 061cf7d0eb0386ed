"""A document someone else wrote, case by case. Every expectation was written by hand from the guidance."""

import pytest

from tests.guidance import facts_given
from tests.guidance.facts_given import NEEDED
from tests.guidance.table import Case, Facts, assert_decided, cases_of

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
REFUSED: Facts = {"author_written_consent": "no", "author_refused": True}

CASES = cases_of(
    """
[audience]
parents | FOR_PARENTS, READY | go | parents_only | - | consent talk
professionals, parents told | FOR_PROFESSIONALS, READY, TOLD | go | done | - | consent talk | shared
professionals, parents untold | FOR_PROFESSIONALS, READY | inform_parents_first | before | - | consent talk | shared
both, told | FOR_BOTH, READY, TOLD | go | done | - | consent talk | shared
both, untold | FOR_BOTH, READY | inform_parents_first | before | - | consent talk | shared
care proceedings | FOR_COURT, AGREED | go | - | - | consent talk
care proceedings: need, telling and redaction do not apply | FOR_COURT, AGREED, SECRETS, CARE_ORDER, CONCERN,
    information_relevant=no | go | - | - | consent talk | - | ask_legal_services
care proceedings, not agreed | FOR_COURT, ASKED_NOT | author_written_consent discuss_with_author | - | - |
    consent talk
parents and care proceedings | audience=parents+care_proceedings, READY | go | - | - | consent talk
professionals and care proceedings, told | FOR_PROFESSIONALS, audience=other_professionals+care_proceedings, READY,
    TOLD | go | done | - | consent talk | shared
all three, told | FOR_ALL, READY, TOLD | go | done | - | consent talk | shared
all three, untold | FOR_ALL, READY | inform_parents_first | before | - | consent talk | shared
parents: need is not weighed and nobody else is to be told of | FOR_PARENTS, READY, CONCERN, CRIME,
    recipient_needs_to_know=no, information_necessary=partly | go | parents_only | - | consent talk
[ours]
to parents | FOR_PARENTS, OURS | go | parents_only
to professionals, told | FOR_PROFESSIONALS, OURS, TOLD | go | done | - | - | shared
to professionals, untold | FOR_PROFESSIONALS, OURS | inform_parents_first | before | - | - | shared
to professionals, partly needed | FOR_PROFESSIONALS, OURS, TOLD, information_necessary=partly | cut_down | done | - |
    cut | shared
into care proceedings | FOR_COURT, OURS | go
section 4 does not apply, whatever else is said | FOR_PARENTS, OURS, UNCLEAR, SECRETS, CARE_ORDER,
    author_written_consent=no, author_refused=true, discussed_with_author=false, redaction_done_by=worker only | go |
    parents_only | - | - | - | none
what it holds is taken out | FOR_PARENTS, OURS, SECRETS | cut_down | parents_only | - | cut
what it holds is read for | FOR_PARENTS, OURS, document_contains_unshareable_information=not known yet | wait |
    parents_only
what it holds was not said | FOR_PARENTS, OURS | go | parents_only
someone else may not give it out | FOR_PARENTS, OURS, NOT_THEIRS | refer | parents_only | - | refer
not sure who wrote it counts as someone else's | FOR_PARENTS, ASKED_NOT, CLEAN, third_party_document_included=unsure |
    author_written_consent discuss_with_author | parents_only | - | consent talk
[consent]
verbal only, talked over | FOR_PARENTS, CLEAN, author_written_consent=verbal only, discussed_with_author=true |
    author_written_consent | parents_only | - | consent talk
not asked, talked over | FOR_PARENTS, CLEAN, author_written_consent=not asked, discussed_with_author=true |
    author_written_consent | parents_only | - | consent talk
n/a, talked over | FOR_PARENTS, CLEAN, author_written_consent=n/a, discussed_with_author=true |
    author_written_consent | parents_only | - | consent talk
no, but not a refusal | FOR_PARENTS, READY, author_written_consent=no, author_refused=false | author_written_consent |
    parents_only | - | consent talk
for another audience | FOR_PARENTS, READY, consent_covers_this_audience=false | author_written_consent |
    parents_only | - | consent talk
from someone who is not the author: the GP consents to a hospital's letter | FOR_PARENTS, READY,
    consent_given_by_author=false | author_written_consent | parents_only | - | consent talk
for another audience, and that is all that is known of it | FOR_PARENTS, CLEAN, author_written_consent=yes,
    consent_covers_this_audience=false, discussed_with_author=true | author_written_consent | parents_only | - |
    consent talk
not sure it covers them | FOR_PARENTS, READY, consent_covers_this_audience=unsure | author_written_consent |
    parents_only | - | consent talk
not sure the author gave it | FOR_PARENTS, READY, consent_given_by_author=unsure | author_written_consent |
    parents_only | - | consent talk
not sure whether the author refused | FOR_PARENTS, READY, author_refused=unsure | author_written_consent |
    parents_only | - | consent talk
in hand, never talked over | FOR_PARENTS, CONSENT, CLEAN | discuss_with_author | parents_only | - | consent talk
not sure it was talked over | FOR_PARENTS, READY, discussed_with_author=unsure | discuss_with_author | parents_only |
    - | consent talk
neither | FOR_PARENTS, ASKED_NOT, CLEAN | author_written_consent discuss_with_author | parents_only | - | consent talk
a ground never stands in for it | FOR_PROFESSIONALS, ASKED_NOT, CLEAN, HARMED, CONCERN |
    author_written_consent discuss_with_author | exception | harm | consent talk | shared
nor does a court order | FOR_PROFESSIONALS, ASKED_NOT, CLEAN, COURT | author_written_consent discuss_with_author |
    exception | court_order | consent talk | shared
nor do the parents' consent and proceedings | FOR_COURT, ASKED_NOT, parents_consent=yes, in_proceedings=true |
    author_written_consent discuss_with_author | - | - | consent talk
[refused]
to parents | FOR_PARENTS, REFUSED | do_not_share author_written_consent | - | unweighed | consent talk cut
to professionals | FOR_PROFESSIONALS, REFUSED | do_not_share author_written_consent | - | unweighed |
    consent talk cut | shared
to professionals, with nothing else said | audience=other_professionals, REFUSED |
    do_not_share author_written_consent | - | unweighed | consent talk cut | shared
into care proceedings | FOR_COURT, REFUSED | do_not_share author_written_consent | - | unweighed | consent talk cut
and this person may not disclose | FOR_PARENTS, REFUSED, NOT_THEIRS | refer do_not_share author_written_consent | - |
    unweighed | consent talk cut refer
and everything else is amiss | FOR_BOTH, REFUSED, UNCLEAR, SECRETS, CARE_ORDER, CRIME, sensitive=true,
    information_relevant=partly, recipient_is_professional=false | do_not_share author_written_consent | - |
    unweighed | consent talk cut lawyers redaction legal_redaction | shared
and the professionals do not need it either | FOR_PROFESSIONALS, REFUSED, recipient_needs_to_know=no |
    do_not_share author_written_consent | - | unweighed | consent talk cut | shared
[lawful]
unclear, consent in hand | FOR_PARENTS, READY, UNCLEAR | legal_advice | parents_only | - | consent talk lawyers
unclear, advice had | FOR_PARENTS, READY, UNCLEAR, legal_advice_obtained=true | go | parents_only | - |
    consent talk lawyers
not sure whether it is unclear | FOR_PARENTS, READY, UNCLEAR, lawfulness_unclear=unsure | legal_advice |
    parents_only | - | consent talk lawyers
not sure whether advice was had | FOR_PARENTS, READY, UNCLEAR, legal_advice_obtained=unsure | legal_advice |
    parents_only | - | consent talk lawyers
unclear, into care proceedings | FOR_COURT, AGREED, UNCLEAR | legal_advice | - | - | consent talk lawyers
clear, no advice | FOR_PARENTS, READY, lawfulness_unclear=false, legal_advice_obtained=false | go | parents_only | - |
    consent talk
[redaction]
done by none | FOR_PARENTS, AGREED, SECRETS, redaction_done_by=none | redaction_worker_and_manager | parents_only |
    - | consent talk redaction
done by worker only | FOR_PARENTS, AGREED, SECRETS, redaction_done_by=worker only | redaction_worker_and_manager |
    parents_only | - | consent talk redaction
done by manager only | FOR_PARENTS, AGREED, SECRETS, redaction_done_by=manager only | redaction_worker_and_manager |
    parents_only | - | consent talk redaction
done by both | FOR_PARENTS, AGREED, BOTH_REDACTED | go | parents_only | - | consent talk redaction
to professionals | FOR_PROFESSIONALS, AGREED, SECRETS, TOLD | redaction_worker_and_manager | done | - |
    consent talk redaction | shared
a Care Order, nothing done | FOR_PARENTS, AGREED, SECRETS, CARE_ORDER |
    redaction_worker_and_manager redaction_legal_services | parents_only | - | consent talk redaction legal_redaction
a Care Order, worker and manager done | FOR_PARENTS, AGREED, BOTH_REDACTED, CARE_ORDER | redaction_legal_services |
    parents_only | - | consent talk redaction legal_redaction
a Care Order, Legal Services alone: they come as well, not instead | FOR_PARENTS, AGREED, SECRETS, CARE_ORDER,
    legal_services_redaction_done=true | redaction_worker_and_manager | parents_only | - |
    consent talk redaction legal_redaction
a Care Order, all three | FOR_PARENTS, AGREED, BOTH_REDACTED, CARE_ORDER, legal_services_redaction_done=true | go |
    parents_only | - | consent talk redaction legal_redaction | - | none
a Care Order, not sure Legal Services have done it | FOR_PARENTS, AGREED, BOTH_REDACTED, CARE_ORDER,
    legal_services_redaction_done=unsure | redaction_legal_services | parents_only | - |
    consent talk redaction legal_redaction
a Care Order, and nothing to take out | FOR_PARENTS, READY, CARE_ORDER | go | parents_only | - | consent talk | - |
    ask_legal_services
an interim order | FOR_PARENTS, AGREED, BOTH_REDACTED, child_on_care_order=interim | go | parents_only | - |
    consent talk redaction | - | ask_legal_services
no Care Order, but in proceedings | FOR_PARENTS, AGREED, BOTH_REDACTED, in_proceedings=true | go | parents_only | - |
    consent talk redaction
not sure of a Care Order | FOR_PARENTS, AGREED, BOTH_REDACTED, child_on_care_order=unsure | take_to_supervisor |
    parents_only | - | consent talk redaction
not known yet what it holds | FOR_PARENTS, AGREED, document_contains_unshareable_information=not known yet | wait |
    parents_only | - | consent talk
not sure what it holds | FOR_PARENTS, AGREED, document_contains_unshareable_information=unsure | wait | parents_only |
    - | consent talk
not known yet, and the author not asked | FOR_PARENTS, ASKED_NOT,
    document_contains_unshareable_information=not known yet | author_written_consent discuss_with_author |
    parents_only | - | consent talk
into care proceedings and to parents | audience=care_proceedings+parents, AGREED, SECRETS |
    redaction_worker_and_manager | - | - | consent talk redaction
[need]
not needed | FOR_PROFESSIONALS, READY, information_necessary=no | do_not_share | - | unweighed | consent talk cut |
    shared
not needed by the professionals, though for parents too | FOR_BOTH, READY, TOLD, recipient_needs_to_know=no |
    do_not_share | - | unweighed | consent talk cut | shared
not needed, with the author's agreement not known | FOR_PROFESSIONALS, information_relevant=no | do_not_share | - |
    unweighed | consent talk cut | shared
partly needed | FOR_PROFESSIONALS, READY, TOLD, information_proportionate=partly | cut_down | done | - |
    consent talk cut | shared
not sure who needs it | FOR_PROFESSIONALS, READY, TOLD, recipient_needs_to_know=unsure | establish_need_to_know |
    done | - | consent talk | shared
not known to be a professional | FOR_PROFESSIONALS, READY, TOLD, recipient_is_professional=false |
    take_to_supervisor | done | - | consent talk | shared | recipient_is_no_professional
outside the network | FOR_PROFESSIONALS, READY, TOLD, recipient_in_professional_network=false | go | done | - |
    consent talk
[telling]
told each of the four | FOR_PROFESSIONALS, READY, ALL_FOUR | go | done | - | consent talk | shared
told all but what for | FOR_PROFESSIONALS, READY, TOLD, told used_for=false | inform_parents_first | before | - |
    consent talk | shared
harm and concern | FOR_PROFESSIONALS, READY, HARMED, CONCERN | go | exception | harm | consent talk | shared
crime, to both | FOR_BOTH, READY, CRIME | go | exception | crime | consent talk | shared
not practicable | FOR_PROFESSIONALS, READY, NOT_PRACTICABLE | go | exception | not_practicable | consent talk | shared
risk with no harm known | FOR_PROFESSIONALS, READY, CONCERN | take_to_supervisor | supervisor | - | consent talk |
    shared
not sure of a limb | FOR_PROFESSIONALS, READY, court_order=unsure | inform_parents_first take_to_supervisor | before |
    - | consent talk | shared
sensitive, on a ground | FOR_PROFESSIONALS, READY, CRIME, special_category=true | go | exception | crime |
    consent talk tell_later | shared
told, and a ground holds | FOR_PROFESSIONALS, READY, TOLD, CRIME, sensitive=true | go | done | crime | consent talk |
    shared
[together]
everything that can stand together | FOR_ALL, ASKED_NOT, UNCLEAR, SECRETS, CARE_ORDER, NOT_THEIRS,
    information_relevant=partly, recipient_needs_to_know=unsure, recipient_is_professional=false |
    inform_parents_first refer cut_down establish_need_to_know author_written_consent discuss_with_author legal_advice
    redaction_worker_and_manager redaction_legal_services take_to_supervisor |
    before | - | consent talk redaction legal_redaction cut refer lawyers | shared
someone authorised | FOR_PARENTS, READY, NOT_THEIRS, authorised_by_allocated_or_supervisor=true | go | parents_only |
    - | consent talk
""",
    {**vars(facts_given), **globals()},
)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    assert_decided("document", case)
