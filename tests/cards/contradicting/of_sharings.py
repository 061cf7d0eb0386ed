"""Combinations of a sharing's answers, and of those of one who is asked: what stands against telling, whose, what."""

from collections.abc import Mapping

from dialogs.engine.flow import Flow
from dialogs.flows.registry import FLOWS
from tests.cards.contradicting.pairwise import Model
from tests.cards.matters import CASE, FAMILY, TOLD, WHAT, Given, each

YES_NO_UNSURE = ("yes", "no", "unsure")
RISKS = tuple(f"{harm}/{concern}" for harm in YES_NO_UNSURE for concern in YES_NO_UNSURE)
"""3.9(a)  Harm suffered, and a real concern."""
NOT_MET = ("not ticked", *(risk for risk in RISKS if risk != "yes/yes"))
PACKS: Mapping[str, Given] = {
    "none": {"someone_elses": "no"},
    "all in hand": {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "no"},
    "not asked": {"someone_elses": "yes", "author_agreed": "not_asked", "author_talk": "no", "lawful_doubt": "no"},
    "a spoken yes": {"someone_elses": "yes", "author_agreed": "verbal", "author_talk": "yes", "lawful_doubt": "no"},
    "no talk": {"someone_elses": "yes", "author_agreed": "written", "author_talk": "no", "lawful_doubt": "no"},
    "a doubt": {"someone_elses": "yes", "author_agreed": "written", "author_talk": "yes", "lawful_doubt": "yes"},
    "not sure whose": {
        "someone_elses": "unsure",
        "author_agreed": "forwarded",
        "author_talk": "no",
        "lawful_doubt": "yes",
    },
}
WEIGHTS: Mapping[str, Given] = {
    "kept": {"weights": each("needs", "L1", "L2")},
    "to trim": {"weights": {"L1": "trim", "L2": "needs"}, "shorter": {"L1": ""}},
    "unsure": {
        "weights": {"L1": "needs", "L2": "unsure"},
        "line_relevant": {"L2": "yes"},
        "line_necessary": {"L2": "unsure"},
        "line_proportionate": {"L2": "yes"},
    },
    "left out": {"weights": each("leave_out", "L1", "L2")},
}
TOLDS: Mapping[str, Given] = {
    "none": {"told_items": ["none"]},
    "some": {"told_items": ["what", "why"]},
    "unsure": {"told_items": ["unsure"]},
    "one of them": {"told_items": ["one_only"]},
    "all": TOLD,
}
ON_TELLING: Model = {
    "not sure": ("no", "yes"),
    "other": ("nothing else", "attitude", "habit"),
    "kinds": ("none", "health"),
}
THE_REST: Model = {
    "flow": ("share", "authority"),
    "pack": tuple(PACKS),
    "recipient": ("school_nurse", "police", "other_professional", "not_professional"),
    "rung back": ("yes", "not_yet", "no_call"),
    "summary": ("silent", "may"),
}
MODELS: Mapping[str, Model] = {
    "sharing, no ground": {
        "risk": NOT_MET,
        "court": ("no", "part", "unsure"),
        **ON_TELLING,
        **THE_REST,
        "told": ("none", "some", "unsure", "one of them"),
        "part": ("allocated", "supervisor", "authorised"),
        "need": ("yes",),
        "weights": ("kept", "to trim"),
    },
    "sharing, grounds": {
        "risk": ("not ticked", *RISKS),
        "crime": ("no", "yes"),
        "not practicable": ("no", "yes"),
        "court": ("no", "all", "part", "unsure"),
        **ON_TELLING,
        **THE_REST,
        "told": ("none", "some"),
        "part": ("allocated", "supervisor", "authorised"),
        "need": ("yes",),
        "weights": ("kept",),
    },
    "sharing, everything": {
        "risk": ("not ticked", *RISKS),
        "crime": ("no", "yes"),
        "not practicable": ("no", "yes"),
        "court": ("no", "all", "part", "unsure"),
        **ON_TELLING,
        **THE_REST,
        "told": tuple(TOLDS),
        "part": ("allocated", "supervisor", "authorised", "none", "unsure"),
        "need": YES_NO_UNSURE,
        "weights": tuple(WEIGHTS),
        "summary": ("silent", "may", "may_not"),
        "staff": YES_NO_UNSURE,
        "child": ("P", "P and R"),
    },
}


def plan(row: Mapping[str, str]) -> Given:
    """The answers of this row."""
    return {
        **CASE,
        **WHAT,
        "child": row.get("child", "P"),
        "part_in_case": row.get("part", "allocated"),
        "recipient": row.get("recipient", "school_nurse"),
        "recipient_named": "R.L., who coaches P",
        "need_to_know": row.get("need", "yes"),
        "rung_back": row.get("rung back", "yes"),
        "case_summary_says": row.get("summary", "silent"),
        "staff": row.get("staff", "yes"),
        "is_social_work_staff": row.get("staff", "yes"),
        **PACKS[row.get("pack", "none")],
        **WEIGHTS[row.get("weights", "kept")],
        **TOLDS[row.get("told", "none")],
        **telling(row),
    }


def telling(row: Mapping[str, str]) -> Given:
    """3.9  What stands against telling the parents first, with what each part rests on."""
    harm, _, concern = row.get("risk", "not ticked").partition("/")
    harm, concern = (harm, concern) if concern else ("unsure", "unsure")
    ticks = {
        "risk": row.get("risk", "not ticked") != "not ticked",
        "crime": row.get("crime") == "yes",
        "not_practicable": row.get("not practicable") == "yes",
        "court": row.get("court", "no") != "no",
        "attitude": row.get("other") == "attitude",
        "habit": row.get("other") == "habit",
        "unsure": row.get("not sure") == "yes",
    }
    return {
        **FAMILY,
        "reasons": [name for name, ticked in ticks.items() if ticked] or ["tell_first"],
        "harm_suffered": harm,
        "harm_known": "A mark that P showed me",
        "real_concern": concern,
        "concern_because": "What P said of the last time",
        "crime_because": "DC M.B. asks us to wait",
        "not_practicable_because": "I rang T and D twice each in the last hour",
        "court_covers": row.get("court", "no"),
        "kinds": [row.get("kinds", "none")],
    }


def _alone() -> tuple[tuple[str, Flow, Given], ...]:
    """Each reason by itself, with all else in order."""
    rows: list[dict[str, str]] = [{}, {"other": "attitude"}, {"other": "habit"}, {"told": "all"}]
    rows += [{"risk": risk} for risk in RISKS] + [{"risk": risk, "not sure": "yes"} for risk in RISKS]
    rows += [{"crime": "yes"}, {"not practicable": "yes"}, {"not sure": "yes"}]
    rows += [{"court": covers} for covers in ("all", "part", "unsure")]
    return tuple(
        (f"{flow}, alone: {row or 'tell first'}", FLOWS[flow], plan(row))
        for flow in ("share", "authority")
        for row in rows
    )


ALONE = _alone()
