"""Matters at every point of "may I answer this caller?", and of the case summary entry that it leads to."""

from collections.abc import Mapping

from dialogs.flows.authority.flow import FLOW as AUTHORITY
from dialogs.flows.case_summary.flow import FLOW as CASE_SUMMARY
from dialogs.screens import OnThePhone, Shown
from tests.cards import matters
from tests.cards.flow_states import FlowStates
from tests.cards.matters import Given, each, lines

CALLER: Given = {**matters.CASE, "rung_back": "yes", "case_summary_says": "silent"}
AUTHORISED: Given = {**CALLER, "part_in_case": "authorised", "staff": "yes"}
ANSWERED: Given = {**CALLER, **matters.WHAT, **matters.KEPT, **matters.TOLD}
UNTOLD: Given = {**matters.ASKED_UNTOLD, **CALLER}
NOT_MINE: Given = {"child": "P", "part_in_case": "none"}
SUMMARY_NO: Given = {**ANSWERED, "case_summary_says": "may_not"}

ANSWERS: Mapping[str, tuple[str, Given]] = {
    "told, rung back": ("yes", ANSWERED),
    "told, asked in writing": ("yes", {**ANSWERED, "rung_back": "no_call"}),
    "told, the supervisor answers": ("yes", {**ANSWERED, "part_in_case": "supervisor"}),
    "told, authorised": ("yes", {**ANSWERED, **AUTHORISED, "case_summary_says": "may"}),
    "told, not rung back yet": ("yes_ring_back", {**ANSWERED, "rung_back": "not_yet"}),
    "crime, rung back": ("yes_untold", {**UNTOLD, **matters.CRIME}),
    "crime, not rung back yet": ("yes_untold_ring_back", {**UNTOLD, **matters.CRIME, "rung_back": "not_yet"}),
    "not my case": ("not_yours", NOT_MINE),
    "not my case, whatever the summary says": ("not_yours", {**CALLER, **NOT_MINE, "case_summary_says": "may"}),
    "not my case, and the summary says no": ("not_yours", {**CALLER, **NOT_MINE, "case_summary_says": "may_not"}),
    "authorised, but no social work staff": ("not_yours", {**AUTHORISED, "staff": "no"}),
    "authorised, not sure of being staff": ("refer", {**AUTHORISED, "staff": "unsure"}),
    "not sure whose case": ("refer", {"child": "P", "part_in_case": "unsure"}),
    "the summary says no": ("summary_no", SUMMARY_NO),
    "a line to trim": ("cut_down", {**ANSWERED, "weights": {"L1": "trim", "L2": "needs"}, "shorter": {"L1": ""}}),
    "the summary says no, parents not told": (
        "several",
        {**SUMMARY_NO, **matters.UNTOLD, **matters.FAMILY, "reasons": ["attitude"]},
    ),
    "tell first": ("inform_parents_first", {**UNTOLD, "reasons": ["habit"]}),
    "they don't need it": ("do_not_share", {**CALLER, "need_to_know": "no", "court_ordered": "no"}),
    "they don't need it, and a court ordered it": (
        "ordered_without_need",
        {**CALLER, "need_to_know": "no", "court_ordered": "yes"},
    ),
    "no line kept": (
        "do_not_share",
        {
            **CALLER,
            **matters.WHAT,
            **matters.KEPT,
            "weights": each("leave_out", "L1", "L2"),
            "court_ordered": "no",
        },
    ),
    "not sure who needs it": ("establish_need_to_know", {**ANSWERED, "need_to_know": "unsure", "rung_back": "not_yet"}),
    "risk, no harm known": ("take_to_supervisor", {**UNTOLD, **matters.RISK_ONLY}),
    "the author was not asked": (
        "author_written_consent",
        {**ANSWERED, **matters.AUTHORS, "author_agreed": "not_asked"},
    ),
}
"""Every kind of answer: its headline, and the answers that bring it."""

BEFORE: Mapping[str, Given] = {
    "caller": {},
    "staff": {**CALLER, "part_in_case": "authorised"},
    **{name: {**CALLER, **given} for name, given in matters.BEFORE.items() if name != "you_and_them"},
    "passed_on": {**NOT_MINE, "outcome": "passed_on"},
}

MESSAGE = "P: R.L. from school asked for P's new address, by 16:00. I gave nothing out. Please ring R.L. back."
NOTES: Mapping[str, Given] = {
    "told": {**ANSWERED, **AUTHORISED, **matters.SHARED},
    "crime": {**UNTOLD, **matters.CRIME, **matters.SHARED_UNTOLD},
    "against the answer": {**SUMMARY_NO, **matters.SHARED, "departed_because": "P was wheezing"},
    "not given out": {**SUMMARY_NO, **matters.NOT_SHARED},
    "passed on": {**NOT_MINE, **matters.PASSED_ON, "hand_over": ""},
    "passed on, in other words": {**CALLER, **NOT_MINE, **matters.PASSED_ON, "hand_over": MESSAGE},
}

AUTHORITY_STATES = FlowStates(
    flow=AUTHORITY,
    before=BEFORE,
    answers=ANSWERS,
    notes=NOTES,
    filled_in={**matters.FILLED_IN, **CALLER, "staff": "yes"},
    extra=(
        ("on the phone", Shown(OnThePhone("authority", "receive"))),
        ("on the phone, only asking", Shown(OnThePhone("authority", ""))),
    ),
)

ENTRY: Given = {
    "child": "P",
    "may_lines": lines("P's school and class", "P has asthma"),
    "may_to": "the school nurse and the GP",
    "may_not_lines": lines("Where P is staying", "T's health"),
    "says_otherwise": "K.O., allocated worker, or M.A., team manager",
    "seen_where": ["summary"],
}
BARE_ENTRY: Given = {
    "child": "P",
    "may_lines": [],
    "may_to": "",
    "may_not_lines": [],
    "says_otherwise": "",
    "seen_where": ["not_yet"],
}
CASE_SUMMARY_STATES = FlowStates(
    flow=CASE_SUMMARY,
    before={"summary_entry": {}},
    answers={"whole": ("entry_whole", ENTRY), "nothing in it": ("entry_lacks", BARE_ENTRY)},
    notes={
        "whole": ENTRY,
        "nothing in it": BARE_ENTRY,
        "what may not is missing": {**ENTRY, "may_not_lines": []},
        "nowhere to be seen": {**ENTRY, "seen_where": ["not_yet"]},
    },
    filled_in=ENTRY,
    came_from="n2Xb7",
)
