"""Combinations of the answers of network checks: why now, what the parents know, what stands against telling."""

from collections.abc import Mapping

from tests.cards.contradicting.of_sharings import ON_TELLING, RISKS, YES_NO_UNSURE, telling
from tests.cards.contradicting.pairwise import Model
from tests.cards.matters import Given, lines

AGENCIES = ("GP: any injuries seen since June", "School: has R been in school this week")
CHECK_GROUNDS = ("further_risk", "investigation", "delay", "object", "unsure")
YES_OR_NO = ("no", "yes")
MODELS: Mapping[str, Model] = {
    "network checks": {
        "flow": ("gather",),
        "why now": ("concern",),
        "told": ("reason", "unsure"),
        **dict.fromkeys(CHECK_GROUNDS, YES_OR_NO),
        "because": ("said", "not said"),
        "kinds": ("none", "health"),
        "too much": ("no", "no", "yes"),
        "part": ("allocated", "supervisor", "authorised", "unsure"),
        "agencies": ("one", "two"),
    },
    "network checks, reasons not met": {
        "flow": ("gather",),
        "why now": ("concern",),
        "told": ("reason", "unsure", "tell_first"),
        "object": YES_OR_NO,
        "unsure": YES_OR_NO,
        "too much": YES_NO_UNSURE,
        "part": ("allocated", "none"),
    },
    "plain requests": {
        "flow": ("gather",),
        "why now": ("assessment", "unsure"),
        "assessment": ("yes",),
        "told": ("reason", "unsure"),
        "risk": ("not ticked", *RISKS),
        "crime": ("no", "no", "yes"),
        "not practicable": ("no", "no", "yes"),
        "court": ("no", "all", "part", "unsure"),
        **ON_TELLING,
        "too much": ("no",),
        "part": ("allocated", "authorised"),
    },
    "network checks, everything": {
        "flow": ("gather",),
        "why now": ("concern", "assessment", "neither", "unsure"),
        "assessment": YES_NO_UNSURE,
        "told": ("yes", "tell_first", "reason", "unsure", "one_only"),
        **dict.fromkeys(CHECK_GROUNDS, YES_OR_NO),
        "risk": ("not ticked", *RISKS),
        "court": ("no", "all", "part", "unsure"),
        **ON_TELLING,
        "too much": YES_NO_UNSURE,
        "part": ("allocated", "supervisor", "authorised", "none", "unsure"),
    },
}


def plan(row: Mapping[str, str]) -> Given:
    """The answers of this row."""
    ticks = [ground for ground in CHECK_GROUNDS if row.get(ground) == "yes"]
    return {
        "child": "R",
        "part_in_case": row.get("part", "allocated"),
        "staff": "yes",
        "is_social_work_staff": "yes",
        "why_now": row["why now"],
        "assessment": row.get("assessment", "yes"),
        "agencies": lines(*AGENCIES[: 1 if row.get("agencies") == "one" else 2]),
        "why": "I can see how R is doing and what would help",
        "more_than_needed": row.get("too much", "no"),
        "told_of_checks": row["told"],
        "check_grounds": list(ticks or ["tell_first"]),
        "grounds_because": "" if row.get("because") == "not said" else "What R told the school on Monday",
        **telling(row),
    }
