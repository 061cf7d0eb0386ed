"""A document that someone else wrote, in the states that its answers bring it to."""

from collections.abc import Mapping

from dialogs.flows.document.flow import FLOW as DOCUMENT
from tests.cards.flow_states import FlowStates
from tests.cards.matters import (
    COURT,
    CRIME,
    FAMILY,
    NOT_PRACTICABLE,
    ONE_ONLY,
    ONE_TOLD,
    REASONS_FILLED_IN,
    RISK_ONLY,
    TOLD_SINCE,
    Given,
    looked,
    looking,
)

CASE: Given = {
    "child": "P",
    "part_in_case": "allocated",
    "document": "psychiatrist's report",
    "audience": ["parents"],
    "who_exactly": "P's father",
    "used_for": "understand what the assessment found",
}
AUTHOR: Given = {
    "document_author": "Dr R.S., psychiatrist",
    "author_service": "the hospital's adult team",
    "document_dated": "3 March 2026",
    "whose_words": "someone_else",
    "quotes": "no",
}
AGREED: Given = {"author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"}
CLEAN: Given = {"unshareable": "no", "taken_out_by": ["no_one"], "kinds": ["none"]}
HOLDS: Given = {**CLEAN, "unshareable": "yes"}
BOTH_TOOK_OUT: Given = {
    **HOLDS,
    "taken_out_by": ["me", "manager"],
    "what_came_out": "an address, page 3",
    "manager_signed": "M.A., 10/03/2026",
}
ALL_TOOK_OUT: Given = {**BOTH_TOOK_OUT, "taken_out_by": ["me", "manager", "legal"]}
NO_ORDER: Given = {"legal_status": "section_20", "court_case": "no"}
CARE_ORDER: Given = {"legal_status": "care_order", "court_case": "yes"}

READY: Given = {**CASE, **AUTHOR, **AGREED, **CLEAN, **NO_ORDER}
"""Nothing is missing: it can go to the father."""
ON_AN_ORDER: Given = {**CASE, **AUTHOR, **AGREED, **ALL_TOOK_OUT, **CARE_ORDER}
NOTHING_DONE: Given = {
    **CASE,
    **AUTHOR,
    "quotes": "not_read",
    "author_agreed": "not_asked",
    "author_talk": "no",
    "lawful_doubt": "yes",
    "unshareable": "not_read",
    "taken_out_by": ["no_one"],
    "kinds": ["health"],
    **CARE_ORDER,
}

NURSE: Given = {
    **CASE,
    "audience": ["other_professionals"],
    "who_exactly": "N.O., school nurse",
    "used_for": "plan P's care at school",
    "recipient": "school_nurse",
    "need_to_know": "yes",
    "doc_needed": "all",
    "why": "P can be looked after at school",
}
TOLD: Given = {"told_items": ["what", "why", "used_for", "to_whom"]}
UNTOLD: Given = {"told_items": ["none"], **FAMILY}
TO_NURSE: Given = {**READY, **NURSE, **TOLD}
NURSE_UNTOLD: Given = {**READY, **NURSE, **UNTOLD}
HARM: Given = {**RISK_ONLY, "harm_suffered": "yes", "harm_known": "P said to me: D hit me.", "kinds": ["health"]}
COACH: Given = {"recipient": "not_professional", "who_exactly": "P's football coach"}
OURS: Given = {**CASE, **AUTHOR, "whose_words": "ours", "quotes": "no", **CLEAN}
OURS_ALONE: Given = {"whose_words": "ours", "quotes": "no"}
OURS_QUOTING: Given = {**READY, "whose_words": "ours", "quotes": "yes", "quoted_who": "R.L., head of year, P's school"}
QUOTING: Given = {**READY, "quotes": "yes", "quoted_who": "R.L., head of year, P's school", "quoted_agreed": "all"}
EVERYONE: Given = {**TO_NURSE, "audience": ["parents", "other_professionals", "care_proceedings"]}
FOR_COURT: Given = {**READY, "audience": ["care_proceedings"], "who_exactly": "the court", "court_case": "yes"}

GIVEN_IT: Given = {
    "outcome": "given",
    "given_when": "2026-03-11T13:20",
    "given_how": "in_person",
    "given_to": "D, P's father",
    "given_said": "D: thank you, I will read it tonight.",
    "given_different": "Without the annex",
}
GIVEN_PLAINLY: Given = {**GIVEN_IT, "given_to": "", "given_said": "", "given_different": ""}
GIVEN_UNTOLD: Given = {**GIVEN_IT, "given_to": "N.O., school nurse", "look_again": "2026-03-13T12:00"}
NOT_GIVEN: Given = {
    "outcome": "not_given",
    "not_given_because": "The author would rather explain it",
    "waiting_told": "That Dr R.S. will ring, and when",
}
NOT_GIVEN_UNSAID: Given = {**NOT_GIVEN, "waiting_told": ""}
TELL_NURSE_FIRST: Given = {**NURSE_UNTOLD, "reasons": ["tell_first"]}

ANSWERS: Mapping[str, tuple[str, Given]] = {
    "ready": ("yes", READY),
    "ready, for the mother": ("yes", {**READY, "who_exactly": "P's mother"}),
    "ready, for both parents": ("yes", {**READY, "who_exactly": "T, mother, and D, father"}),
    "ready, for a parent in the worker's own words": ("yes", {**READY, "who_exactly": "T"}),
    "ready, on a care order": ("yes_court", ON_AN_ORDER),
    "ready, nothing to take out on a care order": ("yes_legal", {**READY, **CARE_ORDER}),
    "ready, on a care order, nothing to take out": ("yes_legal", {**READY, "legal_status": "care_order"}),
    "ready, an interim order": ("yes_legal", {**READY, "legal_status": "interim", "court_case": "unsure"}),
    "ready, an interim order and no court case": ("yes_legal", {**READY, "legal_status": "interim"}),
    "ready, a court case": ("yes_court", {**READY, "court_case": "yes"}),
    "ready, not sure of a court case": ("yes_court", {**READY, "court_case": "unsure"}),
    "ready, authorised": ("yes", {**READY, "part_in_case": "authorised", "staff": "yes"}),
    "ready, authorised and no social work staff": ("refer", {**READY, "part_in_case": "authorised", "staff": "no"}),
    "ready, authorised and not sure of being staff": (
        "refer",
        {**READY, "part_in_case": "authorised", "staff": "unsure"},
    ),
    "ready, advice had": ("yes", {**READY, "lawful_doubt": "advised"}),
    "ready, it quotes someone who agreed": ("yes", QUOTING),
    "ours, and it quotes no one": ("yes", OURS),
    "ours, not read": ("read_it_first", {**OURS, "unshareable": "not_read"}),
    "ours, not sure what it holds": ("read_it_first", {**OURS, "unshareable": "unsure"}),
    "ours, something to take out": ("cut_down", {**OURS, **HOLDS}),
    "ours, taken out by Legal Services alone": ("cut_down", {**OURS, **BOTH_TOOK_OUT, "taken_out_by": ["legal"]}),
    "ours, taken out by me": ("yes", {**OURS, **BOTH_TOOK_OUT, "taken_out_by": ["me"]}),
    "ours, taken out with the manager": ("yes", {**OURS, **BOTH_TOOK_OUT}),
    "ours, for the court": ("yes", {**OURS, "audience": ["care_proceedings"], "who_exactly": "the court"}),
    "ours, to the nurse": ("yes", {**TO_NURSE, **OURS_ALONE}),
    "ours, not read, the nurse needs a part": (
        "several",
        {**TO_NURSE, **OURS_ALONE, "unshareable": "not_read", "doc_needed": "part"},
    ),
    "ours, the nurse needs a part and something to take out": (
        "several",
        {**TO_NURSE, **OURS_ALONE, **HOLDS, "doc_needed": "part"},
    ),
    "ours, the nurse untold": ("inform_parents_first", {**NURSE_UNTOLD, **OURS_ALONE, "reasons": ["attitude"]}),
    "ours, not read for quotations": ("read_it_first", {**READY, "whose_words": "ours", "quotes": "not_read"}),
    "ours, those it quotes were not asked": (
        "several",
        {**OURS_QUOTING, "author_agreed": "not_asked", "author_talk": "no"},
    ),
    "ours, one it quotes refused": ("refused", {**OURS_QUOTING, "author_agreed": "refused"}),
    "ours, and those it quotes agreed": ("yes", OURS_QUOTING),
    "for the court": ("yes_court", FOR_COURT),
    "for the court, on a care order": ("yes_legal", {**FOR_COURT, "legal_status": "care_order"}),
    "to the nurse": ("yes", TO_NURSE),
    "to everyone": ("yes", EVERYONE),
    "nothing done": ("several", NOTHING_DONE),
    "the author was not asked": ("author_written_consent", {**READY, "author_agreed": "not_asked"}),
    "a spoken yes": ("author_written_consent", {**READY, "author_agreed": "verbal"}),
    "a yes for someone else": ("author_written_consent", {**READY, "author_agreed": "written_other"}),
    "a yes from someone else": ("author_written_consent", {**READY, "author_agreed": "forwarded"}),
    "not sure of the author's yes": ("author_written_consent", {**READY, "author_agreed": "unsure"}),
    "one whom it quotes did not agree": ("quoted_agreement", {**QUOTING, "quoted_agreed": "not_all"}),
    "neither the author nor one whom it quotes agreed": (
        "several",
        {**QUOTING, "author_agreed": "verbal", "quoted_agreed": "unsure"},
    ),
    "one whom it quotes did not agree, not talked over": (
        "several",
        {**QUOTING, "quoted_agreed": "not_all", "author_talk": "no"},
    ),
    "not read for quotations": ("read_it_first", {**READY, "quotes": "not_read"}),
    "not read for anything": ("read_it_first", {**READY, "quotes": "not_read", "unshareable": "not_read"}),
    "not sure who wrote it": ("discuss_with_author", {**READY, "whose_words": "unsure", "author_talk": "no"}),
    "not talked over": ("discuss_with_author", {**READY, "author_talk": "no"}),
    "a doubt whether it is lawful": ("legal_advice", {**READY, "lawful_doubt": "yes"}),
    "refused": ("refused", {**CASE, **AUTHOR, **AGREED, "author_agreed": "refused"}),
    "not read": ("read_it_first", {**READY, "unshareable": "not_read"}),
    "not read, on a care order": ("read_it_first", {**READY, **CARE_ORDER, "unshareable": "unsure"}),
    "not read, an interim order": ("read_it_first", {**READY, "legal_status": "interim", "unshareable": "not_read"}),
    "not read, not sure of the order": (
        "read_it_first",
        {**READY, "legal_status": "unsure", "unshareable": "not_read"},
    ),
    "something to take out": ("redaction_worker_and_manager", {**READY, **HOLDS}),
    "taken out by the worker alone": (
        "redaction_worker_and_manager",
        {**READY, **BOTH_TOOK_OUT, "taken_out_by": ["me"]},
    ),
    "taken out by the manager alone": (
        "redaction_worker_and_manager",
        {**READY, **BOTH_TOOK_OUT, "taken_out_by": ["manager"]},
    ),
    "taken out by both, on a care order": ("redaction_legal_services", {**READY, **BOTH_TOOK_OUT, **CARE_ORDER}),
    "something to take out, an interim order": (
        "redaction_worker_and_manager",
        {**READY, **HOLDS, "legal_status": "interim"},
    ),
    "taken out by both, not sure of a care order": (
        "unsure_of_care_order",
        {**READY, **BOTH_TOOK_OUT, "legal_status": "unsure"},
    ),
    "not sure whose case": ("refer", {**READY, "part_in_case": "unsure"}),
    "not my case": ("refer", {**READY, "part_in_case": "none"}),
    "the nurse does not need it": ("do_not_share", {**TO_NURSE, "need_to_know": "no", "court_ordered": "no"}),
    "the nurse needs none of it": ("do_not_share", {**TO_NURSE, "doc_needed": "none", "court_ordered": "no"}),
    "the nurse does not need it, and a court ordered it": (
        "ordered_without_need",
        {**TO_NURSE, "need_to_know": "no", "court_ordered": "yes"},
    ),
    "the nurse needs none of ours, and a court may have ordered it": (
        "ordered_without_need",
        {**TO_NURSE, **OURS_ALONE, "doc_needed": "none", "court_ordered": "unsure", "part_in_case": "none"},
    ),
    "the nurse needs a part": ("cut_down", {**TO_NURSE, "doc_needed": "part"}),
    "not sure what the nurse needs": ("establish_need_to_know", {**TO_NURSE, "doc_needed": "unsure"}),
    "not a professional": ("outside", {**TO_NURSE, **COACH}),
    "another professional": (
        "inform_parents_first",
        {**NURSE_UNTOLD, "recipient": "other_professional", "reasons": ["habit"]},
    ),
    "told since": ("yes", {**NURSE_UNTOLD, "reasons": ["tell_first"], **TOLD_SINCE}),
    "one of them knows": ("one_parent", {**READY, **NURSE, **ONE_ONLY}),
    "one of them told since": ("one_parent", {**NURSE_UNTOLD, "reasons": ["tell_first"], **ONE_TOLD}),
    "tell the parents first": ("inform_parents_first", {**NURSE_UNTOLD, "reasons": ["attitude", "habit"]}),
    "not one word told": ("inform_parents_first", {**NURSE_UNTOLD, "reasons": ["tell_first"], "contact": ["ring"]}),
    "harm": ("yes_untold", {**NURSE_UNTOLD, **HARM}),
    "harm, an interim order": ("yes_untold_check", {**NURSE_UNTOLD, **HARM, "legal_status": "interim"}),
    "harm, a court case": ("yes_untold_check", {**NURSE_UNTOLD, **HARM, "court_case": "yes"}),
    "harm, a care order and a court case": ("yes_untold_check", {**NURSE_UNTOLD, **HARM, **CARE_ORDER}),
    "crime": ("yes_untold", {**NURSE_UNTOLD, **CRIME}),
    "not practicable": ("yes_untold", {**NURSE_UNTOLD, **NOT_PRACTICABLE}),
    "a court order": ("yes_untold", {**NURSE_UNTOLD, **COURT}),
    "risk, no harm known": ("take_to_supervisor", {**NURSE_UNTOLD, **RISK_ONLY}),
    "risk, not sure of harm": ("take_to_supervisor", {**NURSE_UNTOLD, **RISK_ONLY, "harm_suffered": "unsure"}),
    "not sure whether it is practicable": (
        "take_to_supervisor",
        {**NURSE_UNTOLD, **COURT, "court_covers": "unsure"},
    ),
    "risk, and the author was not asked": (
        "take_to_supervisor",
        {**NURSE_UNTOLD, **RISK_ONLY, "author_agreed": "not_asked", "author_talk": "no"},
    ),
    "not sure of a ground": (
        "take_to_supervisor",
        {**NURSE_UNTOLD, **RISK_ONLY, "reasons": ["unsure"], "harm_suffered": "unsure", "real_concern": "unsure"},
    ),
    "everything at once": (
        "several",
        {
            **NOTHING_DONE,
            **NURSE,
            **UNTOLD,
            **COACH,
            "audience": ["parents", "other_professionals"],
            "part_in_case": "unsure",
            "need_to_know": "unsure",
            "reasons": ["attitude"],
            "contact": ["ring"],
        },
    ),
}

NOTES: Mapping[str, Given] = {
    "given": {**ON_AN_ORDER, **GIVEN_IT},
    "given plainly": {**READY, **GIVEN_PLAINLY},
    "given, ours": {**OURS, **GIVEN_PLAINLY},
    "given, ours, something taken out": {**OURS, **BOTH_TOOK_OUT, **GIVEN_PLAINLY},
    "given, ours quoting others": {**OURS_QUOTING, **GIVEN_PLAINLY},
    "given, an interim order": {**READY, "legal_status": "interim", **GIVEN_PLAINLY},
    "given, quoting": {**QUOTING, **GIVEN_IT},
    "given to everyone": {**EVERYONE, **GIVEN_IT},
    "given to the nurse": {**TO_NURSE, **GIVEN_IT},
    "given, told since": {**NURSE_UNTOLD, "reasons": ["tell_first"], **TOLD_SINCE, **GIVEN_IT},
    "given untold, harm": {**NURSE_UNTOLD, **HARM, **GIVEN_UNTOLD},
    "given untold, crime, one of them knew": {**NURSE_UNTOLD, **CRIME, **ONE_TOLD, **GIVEN_UNTOLD},
    "given untold, crime": {**NURSE_UNTOLD, **CRIME, **GIVEN_UNTOLD},
    "given untold, court": {**NURSE_UNTOLD, **COURT, **GIVEN_UNTOLD},
    "not given, refused": {**ANSWERS["refused"][1], **NOT_GIVEN},
    "not given": {**NOTHING_DONE, **NOT_GIVEN_UNSAID},
    "not given, everything": {**ANSWERS["everything at once"][1], **NOT_GIVEN},
}
NOTES = {**NOTES, **{f"not given: {name}": {**given, **NOT_GIVEN} for name, (_, given) in ANSWERS.items()}}

BEFORE: Mapping[str, Given] = {
    "doc_case": {},
    "staff": {**CASE, "part_in_case": "authorised"},
    "court_first": {**CASE, **AUTHOR, **AGREED, **NURSE, "need_to_know": "no"},
    "doc_author": CASE,
    "doc_agreement": {**CASE, **AUTHOR, "quotes": "yes"},
    "doc_recipient": {**CASE, **AUTHOR, **AGREED, "audience": ["other_professionals"]},
    "doc_reading": {**CASE, **AUTHOR, **AGREED},
    "doc_redacted": {**CASE, **AUTHOR, **AGREED, **HOLDS, "taken_out_by": ["me", "manager"]},
    "doc_order": {**CASE, **AUTHOR, **AGREED, **CLEAN},
    "parents_know": {**READY, **NURSE},
    "tell_first": {**READY, **NURSE, "told_items": ["none"]},
    "grounds": {**NURSE_UNTOLD, "reasons": ["risk", "crime", "not_practicable", "court"]},
    "told_since": {**NURSE_UNTOLD, "reasons": ["tell_first"], "told_since": "yes"},
    "given": {**NURSE_UNTOLD, **HARM, "outcome": "given"},
    "not_given": {**READY, "outcome": "not_given"},
    "parents_look": looking(TELL_NURSE_FIRST),
    "parents_put": looking(TELL_NURSE_FIRST, "other", "fine"),
}
FILLED_IN: Given = {
    **NURSE_UNTOLD,
    "staff": "yes",
    "court_ordered": "unsure",
    **QUOTING,
    **NURSE,
    **ALL_TOOK_OUT,
    **REASONS_FILLED_IN,
    **{name: value for name, value in GIVEN_UNTOLD.items() if name != "outcome"},
    "not_given_because": "refused in the end",
    "waiting_told": "that it is not coming",
    **looked(TELL_NURSE_FIRST, "other", "fine"),
}

OF_DOCUMENT = FlowStates(
    flow=DOCUMENT,
    before=BEFORE,
    answers=ANSWERS,
    notes=NOTES,
    filled_in=FILLED_IN,
    came_from="q7Yk2mVd0aRy",
)
