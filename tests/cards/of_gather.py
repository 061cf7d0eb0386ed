"""Network checks in the states that their answers bring them to."""

from collections.abc import Mapping

from dialogs.engine.questions import Fault
from dialogs.flows.gather.flow import FLOW as GATHER
from dialogs.screens import Asking, Shown, TheAnswer, TheNote, WordsToUse
from tests.cards.flow_states import FlowStates
from tests.cards.matters import (
    CRIME,
    FAMILY,
    NOT_PRACTICABLE,
    ONE_TOLD,
    RISK_ONLY,
    TOLD_SINCE,
    UNSURE,
    Given,
    lines,
    looked,
    looking,
)

CASE: Given = {"child": "R", "part_in_case": "allocated", "why_now": "concern"}
ASSESSMENT: Given = {**CASE, "why_now": "assessment"}
AGENCIES: Given = {
    "agencies": lines(
        "GP: any injuries seen since June",
        "School: has R been in school this week, and how has R seemed",
        "Housing: who is on the tenancy",
    ),
    "why": "I can see how R is doing and what would help",
    "more_than_needed": "no",
    "kinds": ["none"],
}
TOLD: Given = {"told_of_checks": "yes"}
TELL_FIRST: Given = {"told_of_checks": "tell_first", **FAMILY}
RISK: Given = {
    "told_of_checks": "reason",
    "check_grounds": ["further_risk", "object"],
    "grounds_because": "D told the school that R will not be back if anyone asks about D. I know of no harm so far.",
    "kinds": ["health"],
}
DELAY: Given = {
    "told_of_checks": "reason",
    "check_grounds": ["delay"],
    "grounds_because": "Strategy talk at 14:00. I rang T and D at 09:00 and 10:30, no answer; both are abroad.",
    "kinds": ["none"],
}
REQUEST: Given = {**ASSESSMENT, **AGENCIES, "told_of_checks": "reason"}
NOT_SURE: Given = {**CASE, "why_now": "unsure"}
HARMED: Given = {**RISK_ONLY, "harm_suffered": "yes", "harm_known": "R said to me: D hit me."}

SENT: Given = {
    "outcome": "sent",
    "sent_when": "2026-03-11T13:20",
    "sent_how": "both",
    "sent_different": "Housing not asked",
    "parents_said": "T: ask who you like.",
}
SENT_UNTOLD: Given = {
    "outcome": "sent",
    "sent_when": "2026-03-11T13:20",
    "sent_how": "secure_email",
    "sent_different": "",
    "child_view": "R asked me to find out.",
    "look_again": "2026-03-12T12:00",
}
NOT_SENT: Given = {"outcome": "not_sent", "not_sent_because": "The school had told us already"}
DEPARTED: Given = {**SENT_UNTOLD, "departed_because": "R was found alone"}
ONE_ONLY: Given = {"told_of_checks": "one_only"}
REPLIED: Given = {
    "reply_of": "L1",
    "reply_who": {"L1": "R.L., practice nurse"},
    "reply_said": {"L1": "Seen once, on 3 July, with a bruise on the left arm"},
    "reply_limit": {"L1": "Not to go to D"},
    "reply_document": {"L1": "yes"},
}
BOTH_REPLIED: Given = {
    "reply_of": "L2",
    "reply_who": {"L1": "R.L., practice nurse", "L2": "A.B., head of year"},
    "reply_said": {"L1": "Seen once, on 3 July", "L2": "In school every day, tired"},
    "reply_limit": {"L1": "", "L2": ""},
    "reply_document": {"L1": "no", "L2": "no"},
}

CHECKS: Given = {**CASE, **AGENCIES}
ANSWERS: Mapping[str, tuple[str, Given]] = {
    "told": ("checks", {**CHECKS, **TOLD}),
    "told, one agency": ("checks", {**CHECKS, "agencies": lines("any injuries seen"), **TOLD}),
    "told, the supervisor asks": ("checks", {**CHECKS, **TOLD, "part_in_case": "supervisor"}),
    "told, authorised": ("checks", {**CHECKS, **TOLD, "part_in_case": "authorised", "staff": "yes"}),
    "further risk, no harm known": ("checks_untold", {**CHECKS, **RISK}),
    "undue delay": ("checks_untold", {**CHECKS, **DELAY}),
    "an investigation, nothing written": (
        "checks_untold",
        {**CHECKS, **RISK, "check_grounds": ["investigation"], "grounds_because": "", "kinds": ["other_sensitive"]},
    ),
    "told since": ("checks", {**CHECKS, **TELL_FIRST, **TOLD_SINCE}),
    "one of them knows": ("one_parent", {**CHECKS, **ONE_ONLY}),
    "one of them told since": ("one_parent", {**CHECKS, **TELL_FIRST, **ONE_TOLD}),
    "undue delay, and not everyone told since": (
        "checks_untold",
        {**CHECKS, **DELAY, **ONE_TOLD, "told_each": {"everyone": "not_yet"}},
    ),
    "assessment, one of them knows": ("one_parent", {**ASSESSMENT, **AGENCIES, **ONE_ONLY}),
    "tell first": ("inform_parents_first", {**CHECKS, **TELL_FIRST}),
    "they would object": ("inform_parents_first", {**CHECKS, **RISK, "check_grounds": ["object"], **FAMILY}),
    "not sure that they know, and can tell them": (
        "inform_parents_first",
        {
            **CHECKS,
            "told_of_checks": "unsure",
            "check_grounds": ["tell_first"],
            "grounds_because": "",
            "kinds": ["none"],
            **FAMILY,
        },
    ),
    "not sure of a ground": ("take_to_supervisor", {**CHECKS, **RISK, "check_grounds": ["unsure"]}),
    "not my case": ("refer", {**CHECKS, **TOLD, "part_in_case": "none"}),
    "too much": ("cut_down", {**CHECKS, **TOLD, "more_than_needed": "yes"}),
    "not sure if it is too much": ("establish_need_to_know", {**CHECKS, **TOLD, "more_than_needed": "unsure"}),
    "not sure of a concern, assessment, untold": (
        "take_to_supervisor",
        {**NOT_SURE, "assessment": "yes", **AGENCIES, "told_of_checks": "reason", **NOT_PRACTICABLE},
    ),
    "several": ("several", {**CHECKS, **TELL_FIRST, "more_than_needed": "yes", "part_in_case": "unsure"}),
    "neither": ("no_basis_for_network_checks", {**CASE, "why_now": "neither"}),
    "not sure, no assessment": ("unsure_of_a_concern", {**NOT_SURE, "assessment": "no"}),
    "told, authorised, and no social work staff": (
        "refer",
        {**CHECKS, **TOLD, "part_in_case": "authorised", "staff": "no"},
    ),
    "a court order": (
        "court_order_for_checks",
        {**CHECKS, **RISK, "check_grounds": ["court"], **FAMILY},
    ),
    "not sure of a concern, assessment, and a fear of telling": (
        "take_to_supervisor",
        {**NOT_SURE, "assessment": "yes", **AGENCIES, "told_of_checks": "reason", **RISK_ONLY},
    ),
    "assessment, risk, not sure of harm": (
        "take_to_supervisor",
        {**REQUEST, **RISK_ONLY, "harm_suffered": "unsure"},
    ),
    "assessment, told": ("request", {**ASSESSMENT, **AGENCIES, **TOLD}),
    "not sure of a concern, assessment, told": ("request", {**NOT_SURE, "assessment": "yes", **AGENCIES, **TOLD}),
    "assessment, tell first": ("inform_parents_first", {**ASSESSMENT, **AGENCIES, **TELL_FIRST}),
    "assessment, they will object": ("inform_parents_first", {**REQUEST, "reasons": ["attitude", "habit"], **FAMILY}),
    "assessment, harm": ("request_untold", {**REQUEST, **HARMED}),
    "assessment, crime": ("request_untold", {**REQUEST, **CRIME}),
    "assessment, not practicable": ("request_untold", {**REQUEST, **NOT_PRACTICABLE, "kinds": ["health"]}),
    "assessment, a court order": (
        "request_untold",
        {**REQUEST, "reasons": ["court"], "court_covers": "all", "kinds": ["none"]},
    ),
    "assessment, a part of the order": (
        "inform_parents_first",
        {**REQUEST, "reasons": ["court"], "court_covers": "part", "kinds": ["none"], **FAMILY},
    ),
    "assessment, risk, no harm known": ("take_to_supervisor", {**REQUEST, **RISK_ONLY}),
    "assessment, not sure of a reason": ("take_to_supervisor", {**REQUEST, **UNSURE}),
}
"""Every kind of answer: its headline, and the answers that bring it."""


NOTES: Mapping[str, Given] = {
    "told": {**ANSWERS["told"][1], **SENT},
    "told since": {**ANSWERS["tell first"][1], **TOLD_SINCE, **SENT},
    "untold": {**ANSWERS["further risk, no harm known"][1], **SENT_UNTOLD},
    "untold, nothing written": {**ANSWERS["an investigation, nothing written"][1], **SENT_UNTOLD},
    "undue delay": {**ANSWERS["undue delay"][1], **SENT_UNTOLD},
    "a reply": {**ANSWERS["further risk, no harm known"][1], **SENT_UNTOLD, **REPLIED},
    "two replies": {**ANSWERS["told"][1], **SENT, **BOTH_REPLIED},
    "against the answer": {**ANSWERS["tell first"][1], **DEPARTED},
    "against the answer, one of them knew": {**ANSWERS["one of them told since"][1], **DEPARTED},
    "request, against the answer, one of them knew": {**ANSWERS["assessment, one of them knows"][1], **DEPARTED},
    "undue delay, one of them knew": {**ANSWERS["undue delay, and not everyone told since"][1], **SENT_UNTOLD},
    "too much, and sent": {**ANSWERS["too much"][1], **SENT, "departed_because": "There was no time to cut it"},
    "not sent": {**ANSWERS["tell first"][1], **NOT_SENT},
    "no basis": {**ANSWERS["neither"][1], **NOT_SENT},
    "request": {**ANSWERS["assessment, told"][1], **SENT},
    "request, harm": {**ANSWERS["assessment, harm"][1], **SENT_UNTOLD},
    "request, crime": {**ANSWERS["assessment, crime"][1], **SENT_UNTOLD},
    "request, not practicable": {**ANSWERS["assessment, not practicable"][1], **SENT_UNTOLD},
    "request, a court order": {**ANSWERS["assessment, a court order"][1], **SENT_UNTOLD},
    "request, not sent": {**ANSWERS["assessment, tell first"][1], **NOT_SENT},
}

BEFORE: Mapping[str, Given] = {
    "checks_case": {},
    "staff": {**CASE, "part_in_case": "authorised"},
    "assessment": NOT_SURE,
    "agencies": CASE,
    "checks_told": CHECKS,
    "request_untold": REQUEST,
    "checks_grounds": {**REQUEST, "reasons": ["risk", "crime", "not_practicable", "court"]},
    "checks_parents": {**CHECKS, "told_of_checks": "tell_first"},
    "told_since": {**ANSWERS["tell first"][1], "told_since": "yes"},
    "sent": {**ANSWERS["tell first"][1], "outcome": "sent"},
    "not_sent": {**ANSWERS["tell first"][1], "outcome": "not_sent"},
    "reply": {**NOTES["untold"], "reply_of": "L2"},
    "parents_look": looking(ANSWERS["tell first"][1]),
    "parents_put": looking(ANSWERS["tell first"][1], "other", "fine", "other", "fine"),
}
FILLED_IN: Given = {
    **CASE,
    "staff": "yes",
    "assessment": "yes",
    **AGENCIES,
    **TELL_FIRST,
    **RISK,
    **HARMED,
    "reasons": ["risk", "crime", "not_practicable", "court"],
    "crime_because": "a phone",
    "not_practicable_because": "no answer",
    "court_covers": "all",
    **SENT,
    **SENT_UNTOLD,
    "departed_because": "R was found alone",
    "not_sent_because": "had it already",
    **TOLD_SINCE,
    "told_of_checks": "reason",
    **BOTH_REPLIED,
    **looked(ANSWERS["tell first"][1], "other", "fine", "other", "fine"),
}


def _extra() -> tuple[tuple[str, Shown], ...]:
    states = FlowStates(GATHER, BEFORE, ANSWERS, NOTES, FILLED_IN)
    grounds = states.matter({**CHECKS, "told_of_checks": "reason"})
    asked = states.matter(CASE)
    many = Fault("agencies", "too_many_lines", (("count", "12"), ("most", "10")))
    four = states.matter(ANSWERS["told"][1], {"agencies": lines("GP: a", "School: b", "Housing: c", "HV: d")})
    found = [
        ("gather: asking checks_grounds of checks", Shown(Asking(grounds, grounds.position))),
        ("gather: asking agencies, too many", Shown(Asking(asked, asked.position, {"agencies": many}))),
        ("gather: words requests: four agencies", Shown(WordsToUse(four, four.decision(), "requests"))),
        ("gather: answer: four agencies", Shown(TheAnswer(four, four.decision()))),
    ]
    for name, (_, given) in ANSWERS.items():
        one = states.matter(given)
        found.append((f"gather: note, not yet asked: {name}", Shown(TheNote(one, one.decision()))))
    return tuple(found)


GATHER_STATES = FlowStates(GATHER, BEFORE, ANSWERS, NOTES, FILLED_IN, extra=_extra())
