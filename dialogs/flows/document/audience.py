"""Whom a document is for, by a name of our own, so that the cards can say it: the father, the GP, the court."""

from dialogs.engine.answers import Values
from dialogs.flows.share.conditions import ticked
from dialogs.text import clauses

FATHER = r"(?:birth |biological )?(?:father|dad|daddy)"
MOTHER = r"(?:birth |biological )?(?:mother|mum|mam|mummy)"
STEP = r"step[ -]?\w+|foster\w*|adoptive|grand\w+|partner"


def audience_named(values: Values) -> str:
    """Which of the names it goes by; empty where it is for several, or nobody said yet.

    A parent is named as mother or father only where the worker said so plainly; else it is "parent", or "parents".
    """
    audience = ticked(values, "audience")
    if len(audience) != 1:
        return ""
    if audience == ("parents",):
        return _parent(str(values.get("who_exactly") or ""))
    if audience == ("other_professionals",) and values.get("recipient"):
        return str(values["recipient"])
    return audience[0]


def _parent(who: str) -> str:
    father, mother = clauses.says(who, FATHER), clauses.says(who, MOTHER)
    if clauses.says(who, rf"{STEP}|{clauses.NEGATION}|(?:{FATHER}|{MOTHER})'s"):
        return "parent"
    if (father and mother) or clauses.says(who, "parents|both"):
        return "parents"
    return "father" if father else "mother" if mother else "parent"
