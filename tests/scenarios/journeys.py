"""Answers that are given again and again, by the question's name."""

from collections.abc import Mapping

from tests.phrases import phrases

ALL_FOUR = "what,why,used_for,to_whom"

YOURS = {"child": "P", "part_in_case": "allocated", "recipient": "school_nurse", "need_to_know": "yes"}
WHAT = {
    "lines": "P has missed two asthma check-ups\nP has been coughing at night",
    "why": "P can be checked at school and sleep better",
    "used_for": "make an asthma plan for P",
    "someone_elses": "no",
}
ROUTINE = {**YOURS, **WHAT, "weights": "needs", "told_items": ALL_FOUR}
"""Parents told of all of it, nothing of anyone else's: share."""

UNTOLD = {**ROUTINE, "told_items": "none", "parents": "T and D", "contact": "in_person"}
"""Parents told of nothing; what stands in the way of telling them is to be added."""

HARM = {
    **UNTOLD,
    "reasons": "risk",
    "harm_suffered": "yes",
    "harm_known": "At 11:20 P said to me: D hit me.",
    "real_concern": "yes",
    "concern_because": "D said it will be worse if P told anyone.",
}
"""Untold on the harm exception."""

EVERY_CARD = {
    **HARM,
    "recipient": "other_professional",
    "recipient_named": "football coach, R.L.",
    "someone_elses": "yes",
    "author_agreed": "written",
    "author_talk": "yes",
    "lawful_doubt": "no",
    "weights__L1": "trim",
    "shorter__L1": "P missed check-ups",
    "weights__L2": "unsure",
    "line_relevant": "yes",
    "line_necessary": "yes",
    "line_proportionate": "yes",
    "reasons": "risk,crime,not_practicable,court",
    "crime_because": "DC N. asked us to wait.",
    "not_practicable_because": "T is abroad until Friday.",
    "court_covers": "part",
    "kinds": "health",
}
"""A way through every card up to the answer, with every question of it asked."""

CARDS = phrases("""
    you_and_them | what_and_why | author | weigh | closer_look | parents_know | tell_first | grounds
""")
"""The cards up to the answer, in order."""

MARK = "zebra"
"""A word that is in every text of a marked journey, and nowhere else."""


def marked(answers: Mapping[str, str], text: str = MARK) -> dict[str, str]:
    """The same answers with this in every text of the worker's own words."""
    own = {name: text for name in OWN_WORDS if name in answers}
    lines = "\n".join(f"{line} {text}" for line in answers["lines"].splitlines())
    return {**answers, **own, "lines": lines}


OWN_WORDS = phrases("""
    recipient_named | why | used_for | shorter__L1 | parents | harm_known | concern_because | crime_because
    not_practicable_because
""")
"""The questions that take the worker's own words as they are, up to the answer."""
