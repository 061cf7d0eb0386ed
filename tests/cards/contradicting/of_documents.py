"""Combinations of a document's answers: whose it is, who agreed, what it holds, who took it out, on which order."""

from collections.abc import Mapping

from tests.cards.contradicting.of_sharings import TOLDS, YES_NO_UNSURE, telling
from tests.cards.contradicting.pairwise import Model
from tests.cards.matters import Given

AUDIENCES: Mapping[str, list[str]] = {
    "parents": ["parents"],
    "professionals": ["other_professionals"],
    "court": ["care_proceedings"],
    "parents and professionals": ["parents", "other_professionals"],
    "parents and court": ["parents", "care_proceedings"],
    "professionals and court": ["other_professionals", "care_proceedings"],
    "all three": ["parents", "other_professionals", "care_proceedings"],
}
HANDS = ("no_one", "me", "manager", "me+manager", "me+legal", "legal", "me+manager+legal")
STATUSES = ("none", "care_order", "interim", "section_20", "unsure")
GROUNDS: Mapping[str, Mapping[str, str]] = {
    "nothing": {},
    "attitude": {"other": "attitude"},
    "harm": {"risk": "yes/yes"},
    "risk, no harm": {"risk": "no/yes"},
    "risk, harm unsure": {"risk": "unsure/yes"},
    "not sure": {"not sure": "yes"},
    "crime": {"crime": "yes"},
    "not practicable": {"not practicable": "yes"},
    "court": {"court": "all"},
    "part of the order": {"court": "part"},
}
READING: Model = {"unshareable": ("no", "yes", "not_read", "unsure"), "taken out by": HANDS, "status": STATUSES}
READY: Model = {
    "flow": ("document",),
    "audience": tuple(AUDIENCES),
    "whose": ("someone_else",),
    "quotes": ("no", "yes"),
    "agreed": ("written",),
    "quoted agreed": ("all",),
    "talk": ("yes",),
    "doubt": ("no", "advised"),
    **READING,
    "court case": YES_NO_UNSURE,
    "told": ("all", "none"),
    "ground": tuple(GROUNDS),
    "part": ("allocated", "authorised"),
    "need": ("yes",),
    "needed": ("all",),
}
"""All but the reading, the order and the telling is in hand."""
WAITING: Model = {
    **READY,
    "whose": ("someone_else", "unsure"),
    "quotes": ("no", "yes", "not_read"),
    "agreed": ("written", "written_other", "verbal", "not_asked", "forwarded", "unsure"),
    "quoted agreed": ("all", "not_all", "unsure"),
    "talk": ("yes", "no"),
    "doubt": ("no", "yes", "advised"),
    "needed": ("all", "part", "unsure"),
}
OURS: Model = {**READY, "whose": ("ours",), "quotes": ("no", "no", "yes", "not_read")}
EVERYTHING: Model = {
    **WAITING,
    "whose": ("someone_else", "ours", "unsure"),
    "agreed": (*WAITING["agreed"], "refused"),
    "part": ("allocated", "supervisor", "authorised", "none", "unsure"),
    "need": YES_NO_UNSURE,
    "needed": ("all", "part", "none", "unsure"),
    "recipient": ("school_nurse", "other_professional", "not_professional"),
    "told": tuple(TOLDS),
}
MODELS: Mapping[str, Model] = {
    "document, ready": READY,
    "document, waiting": WAITING,
    "document, ours": OURS,
    "document, everything": EVERYTHING,
}
WHO_EXACTLY = {"parents": "P's father", "court": "the court"}


def plan(row: Mapping[str, str]) -> Given:
    """The answers of this row."""
    return {
        "child": "P",
        "part_in_case": row["part"],
        "staff": "yes",
        "is_social_work_staff": "yes",
        "document": "psychiatrist's report",
        "audience": list(AUDIENCES[row["audience"]]),
        "who_exactly": WHO_EXACTLY.get(row["audience"], "N.O., school nurse"),
        "used_for": "understand what the assessment found",
        "document_author": "Dr R.S., psychiatrist",
        "author_service": "the hospital's adult team",
        "document_dated": "3 March 2026",
        "whose_words": row["whose"],
        "quotes": row["quotes"],
        "quoted_who": "R.L., head of year, P's school",
        "quoted_agreed": row["quoted agreed"],
        "author_agreed": row["agreed"],
        "author_talk": row["talk"],
        "lawful_doubt": row["doubt"],
        "recipient": row.get("recipient", "school_nurse"),
        "need_to_know": row["need"],
        "doc_needed": row["needed"],
        "why": "P can be looked after at school",
        "unshareable": row["unshareable"],
        "taken_out_by": list(row["taken out by"].split("+")),
        "what_came_out": "an address, page 3",
        "manager_signed": "M.A., 10/03/2026",
        "legal_status": row["status"],
        "court_case": row["court case"],
        **TOLDS[row["told"]],
        **telling({"kinds": "health", **GROUNDS[row["ground"]]}),
    }
