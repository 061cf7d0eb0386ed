"""Matters at every point of the sharing flow, for cards to be drawn from."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dialogs.engine.answers import Json
from dialogs.engine.letter_review import doubtful_first, texts_for_parents
from dialogs.engine.matter import Matter
from dialogs.flows.share.flow import FLOW as SHARE
from guidance.paragraphs import VERSION

Given = Mapping[str, Json]

NOW = datetime(2026, 3, 11, 13, 40)  # noqa: DTZ001  local wall time, as the turn gives it
MATTER_ID = "q7Yk2mVd0aRx"


def lines(*texts: str) -> Json:
    """The lines of a matter with their ids, as they are kept."""
    return [{"id": f"L{number}", "text": text} for number, text in enumerate(texts, start=1)]


def each(mark: str, *line_ids: str) -> dict[str, Json]:
    """The same answer for each of these lines."""
    return dict.fromkeys(line_ids, mark)


def looked(given: Given, *marks: str) -> dict[str, Json]:
    """What would go to the parents, each text marked so in turn, and other words for those that need them."""
    marked = dict(zip([one.id for one in doubtful_first(texts_for_parents(given))], marks, strict=False))
    return {"parents_look": {**marked}, "parents_put": dict.fromkeys(marked, "P is often tired")}


def looking(given: Given, *marks: str) -> dict[str, Json]:
    """These answers at the look before words for the parents are made: its first card, or with marks its second."""
    marked = {"parents_look": looked(given, *marks)["parents_look"]} if marks else {}
    return {**given, "looking": "parents", **marked}


CASE: Given = {"child": "P", "part_in_case": "allocated", "recipient": "school_nurse", "need_to_know": "yes"}
WHAT: Given = {
    "lines": lines("P has missed two asthma check-ups", "P has been coughing at night"),
    "why": "P can be checked at school and sleep better",
    "used_for": "make an asthma plan for P",
    "someone_elses": "no",
}
KEPT: Given = {"weights": each("needs", "L1", "L2"), "kinds": ["none"]}
TOLD: Given = {"told_items": ["what", "why", "used_for", "to_whom"]}
UNTOLD: Given = {"told_items": ["none"]}
FAMILY: Given = {"parents": "T, mother, and D, father", "contact": ["ring", "write", "text"]}

ROUTINE: Given = {**CASE, **WHAT, **KEPT, **TOLD}
"""Everything up to the answer where the parents have been told: yes."""

TELL_FIRST: Given = {**CASE, **WHAT, **KEPT, **UNTOLD, **FAMILY, "reasons": ["attitude"]}

HARM: Given = {
    "child": "B",
    "part_in_case": "allocated",
    "recipient": "school",
    "need_to_know": "yes",
    "lines": lines(
        "B told me today that B was hurt at home on Monday",
        "There is a mark on B's left forearm, as I saw when I sat with B in the medical room this morning",
        "How B said it happened",
        "I will see B at school at 15:00",
        "T takes tablets for her nerves",
    ),
    "why": "the school can look after B this afternoon",
    "used_for": "keep B with them until I get there.",
    "someone_elses": "no",
    "weights": {"L1": "needs", "L2": "trim", "L3": "leave_out", "L4": "unsure", "L5": "unsure"},
    "shorter": {"L2": "I saw a mark on B's left forearm"},
    "line_relevant": {"L4": "yes", "L5": "no"},
    "line_necessary": {"L4": "yes", "L5": "unsure"},
    "line_proportionate": {"L4": "yes", "L5": "unsure"},
    **UNTOLD,
    "reasons": ["risk", "attitude"],
    "parents": "T, mother, and D, father",
    "contact": ["in_person"],
    "harm_suffered": "yes",
    "harm_known": 'B said to me at 11:20: "D hit me with the belt." I saw a red line on the left forearm.',
    "real_concern": "yes",
    "concern_because": "If D hears before B's safety is planned, D may do what B says D threatened.",
    "kinds": ["health"],
}
"""The harm exception: goes untold, one line trimmed, one left out, one kept and one held back by the three tests."""

AUTHORS: Given = {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"}
CRIME: Given = {
    "reasons": ["crime"],
    "crime_because": "DC M.B. asks us to wait: a phone could be wiped before it is seized",
    "kinds": ["none"],
}
NOT_PRACTICABLE: Given = {
    "reasons": ["not_practicable"],
    "not_practicable_because": "P is at the surgery now; I rang T and D twice each in the last hour",
    "kinds": ["none"],
}
COURT: Given = {"reasons": ["court"], "court_covers": "all", "kinds": ["none"]}
RISK_ONLY: Given = {
    "reasons": ["risk", "attitude"],
    "harm_suffered": "no",
    "harm_known": "",
    "real_concern": "yes",
    "concern_because": "D said it will be worse if anyone talks",
    "kinds": ["none"],
}
ASKED_UNTOLD: Given = {**CASE, **WHAT, **KEPT, **UNTOLD, **FAMILY}

SHARED: Given = {
    "outcome": "shared",
    "shared_when": "2026-03-11T13:40",
    "shared_how": "phone",
    "shared_with": "R.L., school nurse",
    "shared_different": "I left out the second line",
    "parents_said": "T: I should have booked it. D said nothing.",
}
SHARED_UNTOLD: Given = {
    **SHARED,
    "shared_with": "R.L., safeguarding lead",
    "parents_said": "",
    "child_view": "B asked me not to tell D. I told B who at school would know, and why.",
    "look_again": "2026-03-12T12:00",
}
DEPARTED: Given = {**SHARED, "child_view": "", "departed_because": "P was wheezing", "look_again": "2026-03-12T12:00"}
NOT_SHARED: Given = {"outcome": "not_shared", "not_shared_because": "The nurse had it already"}
PASSED_ON: Given = {"outcome": "passed_on", "passed_on_to": "K.O., allocated worker, by message"}
TOLD_SINCE: Given = {
    "told_since": "yes",
    "told_when": "2026-03-11T12:05",
    "told_each": {"T": "told", "D": "told"},
    "told_how": "T by phone, D in person",
}
ONE_TOLD: Given = {**TOLD_SINCE, "told_each": {"T": "told", "D": "not_yet"}, "told_how": "T, by phone"}
ONE_ONLY: Given = {"told_items": ["one_only"]}


def matter(*given: Given, danger: bool = False, on_phone: bool = False) -> Matter:
    """A matter with these answers; later ones win."""
    values = {name: value for part in given for name, value in part.items()}
    made = Matter(MATTER_ID, SHARE, VERSION, danger=danger, on_phone=on_phone)
    return made.hold(values) if values else made


def without(given: Given, names: Iterable[str]) -> dict[str, Json]:
    """These answers but for some."""
    return {name: value for name, value in given.items() if name not in set(names)}


UNSURE: Given = {
    **without(RISK_ONLY, ["kinds"]),
    "reasons": ["unsure"],
    "harm_suffered": "unsure",
    "real_concern": "unsure",
}

ANSWERS: Mapping[str, tuple[str, Given]] = {
    "told": ("yes", ROUTINE),
    "told, and the supervisor shares": ("yes", {**ROUTINE, "part_in_case": "supervisor"}),
    "told, and authorised": ("yes", {**ROUTINE, "part_in_case": "authorised", "staff": "yes"}),
    "told, authorised, and no social work staff": (
        "not_yours",
        {**CASE, "part_in_case": "authorised", "staff": "no"},
    ),
    "told, authorised, and not sure of being staff": (
        "refer",
        {**ROUTINE, "part_in_case": "authorised", "staff": "unsure"},
    ),
    "they don't need it, and a court ordered it": (
        "ordered_without_need",
        {**CASE, "need_to_know": "no", "court_ordered": "yes"},
    ),
    "they don't need it, and a court may have ordered it": (
        "ordered_without_need",
        {**CASE, "need_to_know": "no", "court_ordered": "unsure"},
    ),
    "told, to another professional": (
        "yes",
        {**ROUTINE, "recipient": "other_professional", "recipient_named": "football coach, R.L."},
    ),
    "told, with the author's agreement": ("yes", {**ROUTINE, **AUTHORS}),
    "told since the first answer": ("yes", {**TELL_FIRST, **TOLD}),
    "harm": ("yes_untold", HARM),
    "harm, marked sensitive by the worker": ("yes_untold", {**HARM, "kinds": ["other_sensitive"]}),
    "harm, nothing sensitive": ("yes_untold", {**HARM, "kinds": ["none"]}),
    "crime": ("yes_untold", {**ASKED_UNTOLD, **CRIME}),
    "not practicable": ("yes_untold", {**ASKED_UNTOLD, **NOT_PRACTICABLE}),
    "a court order": ("yes_untold", {**ASKED_UNTOLD, **COURT}),
    "one of them knows": ("one_parent", {**CASE, **WHAT, **KEPT, **ONE_ONLY}),
    "one of them knows, a line to trim": (
        "several",
        {**CASE, **WHAT, **KEPT, **ONE_ONLY, "weights": {"L1": "trim", "L2": "needs"}, "shorter": {"L1": ""}},
    ),
    "tell first": ("inform_parents_first", TELL_FIRST),
    "they say they will tell first": ("inform_parents_first", {**TELL_FIRST, "reasons": ["tell_first"]}),
    "habit": ("inform_parents_first", {**ASKED_UNTOLD, "reasons": ["habit"]}),
    "the order covers a part": ("inform_parents_first", {**ASKED_UNTOLD, **COURT, "court_covers": "part"}),
    "harm without a concern": (
        "inform_parents_first",
        {**ASKED_UNTOLD, **RISK_ONLY, "harm_suffered": "yes", "real_concern": "no"},
    ),
    "not sure whose case": ("refer", {**ROUTINE, "part_in_case": "unsure"}),
    "not my case": ("not_yours", {"child": "P", "part_in_case": "none"}),
    "a line to trim": ("cut_down", {**ROUTINE, "weights": {"L1": "trim", "L2": "needs"}, "shorter": {"L1": ""}}),
    "they don't need it": ("do_not_share", {**CASE, "need_to_know": "no", "court_ordered": "no"}),
    "they don't need it, and not sure whose case": (
        "do_not_share",
        {**CASE, "need_to_know": "no", "part_in_case": "unsure", "court_ordered": "no"},
    ),
    "no line kept": (
        "do_not_share",
        {**CASE, **WHAT, **KEPT, "weights": each("leave_out", "L1", "L2"), "court_ordered": "no"},
    ),
    "not sure if a line bears on it": (
        "establish_need_to_know",
        {
            **ROUTINE,
            "weights": {"L1": "needs", "L2": "unsure"},
            "line_relevant": {"L2": "unsure"},
            "line_necessary": {"L2": "yes"},
            "line_proportionate": {"L2": "yes"},
        },
    ),
    "not sure if they need a line": (
        "establish_need_to_know",
        {
            **ROUTINE,
            "weights": {"L1": "needs", "L2": "unsure"},
            "line_relevant": {"L2": "yes"},
            "line_necessary": {"L2": "unsure"},
            "line_proportionate": {"L2": "yes"},
        },
    ),
    "not sure who needs it": ("establish_need_to_know", {**ROUTINE, "need_to_know": "unsure"}),
    "the author was not asked": ("author_written_consent", {**ROUTINE, **AUTHORS, "author_agreed": "not_asked"}),
    "the author was not talked to": ("discuss_with_author", {**ROUTINE, **AUTHORS, "author_talk": "no"}),
    "a doubt whether it is lawful": ("legal_advice", {**ROUTINE, **AUTHORS, "lawful_doubt": "yes"}),
    "risk, no harm known": ("take_to_supervisor", {**ASKED_UNTOLD, **RISK_ONLY}),
    "risk, not sure of harm": ("take_to_supervisor", {**ASKED_UNTOLD, **RISK_ONLY, "harm_suffered": "unsure"}),
    "not sure of any reason": ("take_to_supervisor", {**ASKED_UNTOLD, **UNSURE}),
    "not sure what the order covers": ("take_to_supervisor", {**ASKED_UNTOLD, **COURT, "court_covers": "unsure"}),
    "not a professional": (
        "outside",
        {**ROUTINE, "recipient": "not_professional", "recipient_named": "P's nan"},
    ),
    "not a professional, parents not told": (
        "several",
        {**TELL_FIRST, "recipient": "not_professional", "recipient_named": "P's nan"},
    ),
    "risk, not a professional": (
        "take_to_supervisor",
        {**ASKED_UNTOLD, **RISK_ONLY, "recipient": "not_professional", "recipient_named": "P's nan"},
    ),
    "everything at once": (
        "several",
        {
            **TELL_FIRST,
            "part_in_case": "unsure",
            "need_to_know": "unsure",
            **AUTHORS,
            "someone_elses": "unsure",
            "author_agreed": "forwarded",
            "author_talk": "no",
            "lawful_doubt": "yes",
            "weights": {"L1": "trim", "L2": "needs"},
            "shorter": {"L1": ""},
        },
    ),
}
"""Every kind of answer: its headline, and the answers that bring it."""

SINCE: Mapping[str, tuple[str, Given]] = {
    "both told since": ("yes", {**TELL_FIRST, **TOLD_SINCE}),
    "everyone told since, no one named": (
        "yes",
        {**TELL_FIRST, **TOLD_SINCE, "parents": "both parents", "told_each": {"everyone": "told"}},
    ),
    "one of them told since": ("one_parent", {**TELL_FIRST, **ONE_TOLD}),
    "not everyone told since, no one named": (
        "one_parent",
        {**TELL_FIRST, **ONE_TOLD, "parents": "both parents", "told_each": {"everyone": "not_yet"}},
    ),
    "crime, and one of them told since": ("yes_untold", {**ASKED_UNTOLD, **CRIME, **ONE_TOLD}),
}
"""The same once the parents, or one of them, were told after a first answer."""

BEFORE: Mapping[str, Given] = {
    "you_and_them": {},
    "staff": {**CASE, "part_in_case": "authorised"},
    "court_first": {**CASE, "need_to_know": "no"},
    "what_and_why": {**CASE, "recipient": "other_professional"},
    "author": {**CASE, **WHAT, "someone_elses": "yes"},
    "weigh": {**CASE, **WHAT},
    "closer_look": {
        **CASE,
        **WHAT,
        "lines": lines("P has missed two check-ups", "P coughs at night", "P's mother is tired", "T takes tablets"),
        "weights": {"L1": "needs", "L2": "trim", "L3": "unsure", "L4": "unsure"},
        "kinds": ["none"],
    },
    "parents_know": {**CASE, **WHAT, **KEPT},
    "tell_first": {**CASE, **WHAT, **KEPT, **UNTOLD},
    "grounds": {**ASKED_UNTOLD, "reasons": ["risk", "crime", "not_practicable", "court"]},
    "told_since": {**TELL_FIRST, "told_since": "yes"},
    "shared": {**TELL_FIRST, "outcome": "shared"},
    "passed_on": {"child": "P", "part_in_case": "none", "outcome": "passed_on"},
    "not_shared": {**TELL_FIRST, "outcome": "not_shared"},
    "parents_look": looking(TELL_FIRST),
    "parents_put": looking(TELL_FIRST, "other", "fine", "other", "fine"),
}
"""For each card, answers after which it is the one being asked, with every question that it has."""

REASONS_FILLED_IN: Given = {
    "reasons": ["risk", "crime", "not_practicable", "court"],
    "harm_suffered": "yes",
    "harm_known": "a mark",
    "real_concern": "yes",
    "concern_because": "a threat",
    "crime_because": "a phone",
    "not_practicable_because": "no answer",
    "court_covers": "all",
    "kinds": ["health"],
    "told_when": "2026-03-11T12:05",
    "told_each": {"T": "told", "D": "not_yet"},
    "told_how": "T, by phone",
}
FILLED_IN: Given = {
    **CASE,
    **WHAT,
    "staff": "yes",
    "court_ordered": "unsure",
    "passed_on_to": "K.O., allocated worker, by message",
    "hand_over": "P: R.L. from school asked for P's new address. I gave nothing out.",
    "recipient_named": "football coach, R.L.",
    **AUTHORS,
    "weights": {"L1": "trim", "L2": "unsure", "L3": "unsure", "L4": "unsure"},
    "shorter": {"L2": "P is under the asthma clinic"},
    "line_relevant": {"L3": "yes", "L4": "no"},
    "line_necessary": {"L3": "no"},
    "line_proportionate": {"L3": "unsure"},
    "told_items": ["what", "why"],
    **FAMILY,
    **REASONS_FILLED_IN,
    **{name: value for name, value in SHARED_UNTOLD.items() if name != "outcome"},
    "departed_because": "P was wheezing",
    "not_shared_because": "had it already",
    **looked(TELL_FIRST, "other", "fine", "other", "fine"),
}
"""An answer to every question, whichever of them would be asked together."""


def asking(card: str, **fields: bool) -> Matter:
    """A matter at this card."""
    return matter(BEFORE[card], **fields)
