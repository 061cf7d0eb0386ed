"""Sharing, case by case: the facts, and what the guidance makes of them. Every expectation was written by hand."""

import pytest

from tests.guidance import facts_given
from tests.guidance.table import Case, assert_decided, cases_of

CASES = cases_of(
    """
[3.7]
all four tests are met | TOLD | go | done
recipient_needs_to_know is not met | TOLD, recipient_needs_to_know=no | do_not_share | - | unweighed | cut
information_relevant is not met | TOLD, information_relevant=no | do_not_share | - | unweighed | cut
information_necessary is not met | TOLD, information_necessary=no | do_not_share | - | unweighed | cut
out of proportion | TOLD, information_proportionate=no | do_not_share | - | unweighed | cut
partly relevant | TOLD, information_relevant=partly | cut_down | done | - | cut
partly necessary | TOLD, information_necessary=partly | cut_down | done | - | cut
partly in proportion | TOLD, information_proportionate=partly | cut_down | done | - | cut
not sure who needs it | TOLD, recipient_needs_to_know=unsure | establish_need_to_know | done
not sure it is relevant | TOLD, information_relevant=unsure | establish_need_to_know | done
not sure it is necessary | TOLD, information_necessary=unsure | establish_need_to_know | done
not sure of proportion | TOLD, information_proportionate=unsure | establish_need_to_know | done
partly one thing and not sure of another | TOLD, information_relevant=partly, information_necessary=unsure |
    cut_down establish_need_to_know | done | - | cut
a plain no beside partly and not sure | NEEDED, information_relevant=no, information_necessary=partly,
    recipient_needs_to_know=unsure | do_not_share | - | unweighed | cut
no professional | TOLD, recipient_is_professional=false | take_to_supervisor | done
not sure it is a professional | TOLD, recipient_is_professional=unsure | take_to_supervisor | done
outside the network | TOLD, recipient_in_professional_network=false | go | done
not sure of the network | TOLD, recipient_in_professional_network=unsure | go | done
[3.7 nothing]
and this person may not disclose | NEEDED, NOT_THEIRS, information_relevant=no | refer do_not_share | - | unweighed |
    cut refer
and a ground holds, sensitive | NEEDED, CRIME, information_relevant=no, sensitive=true | do_not_share | - |
    unweighed | cut
and there is risk with no harm known | NEEDED, CONCERN, information_relevant=no | do_not_share | - | unweighed | cut
to someone who is no professional | NEEDED, recipient_needs_to_know=no, recipient_is_professional=false |
    do_not_share | - | unweighed | cut
with someone else's report, and lawfulness unclear | NEEDED, PACK, information_necessary=no, lawfulness_unclear=true |
    do_not_share | - | unweighed | cut consent talk lawyers
[3.5]
told nothing | NEEDED | inform_parents_first | before
not sure they were told | NEEDED, parents_already_told=unsure | inform_parents_first | before
told each of the four | NEEDED, ALL_FOUR | go | done
told each of the four, against the general answer | TOLD, parents_already_told=false, ALL_FOUR | go | done
told all but what | TOLD, told what=false | inform_parents_first | before
told all but why | TOLD, told why=false | inform_parents_first | before
told all but used_for | TOLD, told used_for=false | inform_parents_first | before
told all but to_whom | TOLD, told to_whom=false | inform_parents_first | before
not sure they were told what | TOLD, told what=unsure | inform_parents_first | before
not sure they were told why | TOLD, told why=unsure | inform_parents_first | before
not sure they were told used_for | TOLD, told used_for=unsure | inform_parents_first | before
not sure they were told to_whom | TOLD, told to_whom=unsure | inform_parents_first | before
items not given inherit that they were told | TOLD, told what=true | go | done
items not given inherit that they were not | NEEDED, told what=true | inform_parents_first | before
told, and angry | TOLD, parents_attitude=furious, parents_consent=refused | go | done
untold, and agreeing | NEEDED, parents_consent=given in writing | inform_parents_first | before
[3.9]
harm and concern | NEEDED, HARMED, CONCERN | go | exception | harm
crime | NEEDED, CRIME | go | exception | crime
not practicable | NEEDED, NOT_PRACTICABLE | go | exception | not_practicable
court order | NEEDED, COURT | go | exception | court_order
all four at once | NEEDED, COURT, NOT_PRACTICABLE, CRIME, CONCERN, HARMED | go | exception |
    harm crime not_practicable court_order
harm with no risk from telling | NEEDED, HARMED | inform_parents_first | before
risk with no harm known | NEEDED, CONCERN | take_to_supervisor | supervisor
risk with no harm known, and crime | NEEDED, CONCERN, CRIME | go | exception | crime
risk with no harm known, but told | TOLD, CONCERN | go | done
anger is no ground | NEEDED, parents_attitude=angry | inform_parents_first | before
refusal is no ground | NEEDED, parents_consent=refused | inform_parents_first | before
only one of them told | NEEDED, only_one_parent_told=true | take_to_supervisor | supervisor
only one of them told, all four said | TOLD, only_one_parent_told=true | take_to_supervisor | supervisor
only one told, on a ground | NEEDED, CRIME, only_one_parent_told=true | go | exception | crime
told, and a ground holds | TOLD, HARMED, CONCERN | go | done | harm
told, and crime and a court order | TOLD, CRIME, COURT | go | done | crime court_order
told three of four, and a ground | TOLD, told why=false, CRIME | go | exception | crime
[unsure]
of harm, with concern | NEEDED, CONCERN, child_has_suffered_harm=unsure | take_to_supervisor | supervisor
of child_has_suffered_harm | NEEDED, child_has_suffered_harm=unsure | inform_parents_first take_to_supervisor | before
of real_concern_that_telling_parents_risks_further_harm | NEEDED,
    real_concern_that_telling_parents_risks_further_harm=unsure | inform_parents_first take_to_supervisor | before
of telling_not_reasonably_practicable | NEEDED, telling_not_reasonably_practicable=unsure |
    inform_parents_first take_to_supervisor | before
of court_order | NEEDED, court_order=unsure | inform_parents_first take_to_supervisor | before
of what telling could do: an investigation | NEEDED, telling_parents_may_prejudice_crime_investigation=unsure |
    take_to_supervisor | supervisor
of what telling could do: more harm | NEEDED, child_has_suffered_harm=true,
    real_concern_that_telling_parents_risks_further_harm=unsure | take_to_supervisor | supervisor
of what telling could do: more harm, and of harm | NEEDED, child_has_suffered_harm=unsure,
    real_concern_that_telling_parents_risks_further_harm=unsure | take_to_supervisor | supervisor
of harm alone | NEEDED, child_has_suffered_harm=unsure | inform_parents_first take_to_supervisor | before
of a limb, but told | TOLD, court_order=unsure | go | done
of a limb, beside a ground that holds | NEEDED, CRIME, court_order=unsure | go | exception | crime
who wrote it, with the author's consent and the talk | TOLD, AGREED, third_party_document_included=unsure | go |
    done | - | consent talk
who wrote it | TOLD, PACK, third_party_document_included=unsure | author_written_consent discuss_with_author | done |
    - | consent talk
of the talk | TOLD, AGREED, discussed_with_author=unsure | discuss_with_author | done | - | consent talk
whether it would be lawful | TOLD, AGREED, lawfulness_unclear=unsure | legal_advice | done | - | consent talk lawyers
of being authorised | TOLD, NOT_THEIRS, authorised_by_allocated_or_supervisor=unsure | refer | done | - | refer
[3.10]
the supervisor | TOLD, worker_role=supervisor of the allocated social worker | go | done
someone else | TOLD, NOT_THEIRS | refer | done | - | refer
no role at all | TOLD, worker_role= | refer | done | - | refer
authorised | TOLD, NOT_THEIRS, authorised_by_allocated_or_supervisor=true | go | done
not authorised | TOLD, NOT_THEIRS, authorised_by_allocated_or_supervisor=false | refer | done | - | refer
not social work staff, False, allocated | TOLD, is_social_work_staff=false | refer | done | - | refer
not social work staff, False, authorised | TOLD, worker_role=duty worker, authorised_by_allocated_or_supervisor=true,
    is_social_work_staff=false | refer | done | - | refer
not social work staff, unsure, allocated | TOLD, is_social_work_staff=unsure | refer | done | - | refer
not social work staff, unsure, authorised | TOLD, worker_role=duty worker, authorised_by_allocated_or_supervisor=true,
    is_social_work_staff=unsure | refer | done | - | refer
the allocated worker needs no one | TOLD, authorised_by_allocated_or_supervisor=false | go | done
a ground makes no one authorised | NEEDED, NOT_THEIRS, COURT | refer | exception | court_order | refer
agreement makes no ground | NEEDED, NOT_THEIRS, CONCERN, authorised_by_allocated_or_supervisor=true |
    take_to_supervisor | supervisor
[4]
agreed in writing and talked over | TOLD, AGREED | go | done | - | consent talk
agreed in writing, never talked over | TOLD, AGREED, discussed_with_author=false | discuss_with_author | done | - |
    consent talk
talked over, consent no | TOLD, AGREED, author_written_consent=no | author_written_consent | done | - | consent talk
talked over, consent verbal only | TOLD, AGREED, author_written_consent=verbal only | author_written_consent | done |
    - | consent talk
talked over, consent not asked | TOLD, AGREED, author_written_consent=not asked | author_written_consent | done | - |
    consent talk
talked over, consent n/a | TOLD, AGREED, author_written_consent=n/a | author_written_consent | done | - | consent talk
neither | TOLD, PACK | author_written_consent discuss_with_author | done | - | consent talk
lawfulness unclear, consent in hand | TOLD, AGREED, lawfulness_unclear=true | legal_advice | done | - |
    consent talk lawyers
a ground never stands in for consent | NEEDED, PACK, HARMED, CONCERN | author_written_consent discuss_with_author |
    exception | harm | consent talk
nor does a court order | NEEDED, PACK, COURT | author_written_consent discuss_with_author | exception | court_order |
    consent talk
nothing of section 4 without a document | TOLD, lawfulness_unclear=true | go | done
consent refused for a document that is not in it | TOLD, author_written_consent=no | go | done
[3.12]
on a ground | NEEDED, CRIME, sensitive=true | go | exception | crime | tell_later
special, on a ground | NEEDED, CRIME, special_category=true | go | exception | crime | tell_later
not sure, on a ground | NEEDED, CRIME, sensitive=unsure | go | exception | crime | tell_later
not sure it is special, on a ground | NEEDED, CRIME, special_category=unsure | go | exception | crime | tell_later
special but not marked sensitive, by court order | NEEDED, COURT, special_category=true, sensitive=false | go |
    exception | court_order | tell_later
told, and a ground | TOLD, CRIME, sensitive=true | go | done | crime
untold, no ground | NEEDED, sensitive=true | inform_parents_first | before
told | TOLD, special_category=true | go | done
[together]
everything that can stand together | NEEDED, NOT_THEIRS, PACK, court_order=unsure, information_relevant=partly,
    recipient_needs_to_know=unsure, lawfulness_unclear=true, recipient_is_professional=false |
    inform_parents_first refer cut_down establish_need_to_know author_written_consent discuss_with_author legal_advice
    take_to_supervisor |
    before | - | cut refer consent talk lawyers
two reasons for the supervisor are one line | NEEDED, CONCERN, recipient_is_professional=false | take_to_supervisor |
    supervisor
cut down and sensitive on a ground | NEEDED, CRIME, information_necessary=partly, sensitive=true | cut_down |
    exception | crime | cut tell_later
""",
    vars(facts_given),
    note=False,
)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_guidance_decides_as_written(case: Case) -> None:
    assert_decided("share", case)
