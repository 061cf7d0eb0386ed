"""The words that people type for what several flows ask, as patterns."""

from dialogs.text.clauses import UNSURE


def either(*phrases: str) -> str:
    """Return a pattern that matches any one of these."""
    return "|".join(phrases)


IT_IS = r"(?:it'?s |it is |that'?s )?"
I_AM = r"(?:i'?m |i am )?"
PERSON = r"(?:them|her|him|mum|dad|the parents)"
THEY = r"(?:they|both|both parents|the parents)"

ALLOCATED = either(
    rf"{IT_IS}(?:my case|mine)", rf"{I_AM}(?:the |their |her |his )?allocated(?: (?:social )?worker| sw)?"
)
SUPERVISOR = either(
    r"i supervise(?: (?:them|her|him|it|this|the case|the allocated worker))?",
    rf"{I_AM}(?:the |their |a |her |his )?(?:supervisor|team manager)",
    r"(?:i'?m|i am) (?:the|their) manager",
)
I_MAY = r"(?: (?:that )?(?:i|it'?s)(?: (?:may|can|ok|okay|fine))?(?: to)?(?: share| tell| do)?(?: it| this| them)?)"
AUTHORISED = either(
    r"(?:i'?m |i am |i'?ve been )?authori[sz]ed",
    r"(?:my |the |their )?(?:manager|team manager|supervisor|allocated worker|one of them|s?he|they)"
    rf"(?: has| have|'s|'ve)? (?:said(?: yes| ok)?|told me|agreed){I_MAY}?",
)
NOT_MINE = r"not (?:my|mine)|isn'?t (?:mine|my case)|none of (?:these|them)|neither|duty|student"

RING = either("ring(?: them| her| him)?", "(?:tele)?phone(?: call)?", "call(?: them| her| him)?")
IN_PERSON = "(?:in person|face to face|(?:a |home )?visit)(?: only)?"
NOT_KNOWN = either("not known", r"none(?: of (?:these|them))?", UNSURE)

ON = r"(?:(?:s?he|they|\w|p|the child)(?:'s| is|'re| are) )?(?:on |under |subject to )?(?:an? |the )?"
CARE_ORDER = rf"{ON}(?:full )?(?:care order|co)"
INTERIM_ORDER = rf"{ON}(?:interim(?: care)?(?: order)?|ico)"
SECTION_20 = rf"{ON}(?:section |s\.? ?)20|accommodated"
SUPERVISION_ORDER = rf"{ON}(?:interim )?supervision order"
PROTECTION_PLAN = rf"{ON}(?:child )?(?:protection plan|cp plan|cpp)"
NO_ORDER = rf"none(?: of (?:these|them))?|no (?:legal )?(?:orders?|status)|{ON}(?:child in need|cin)(?: plan)?"
RUNG = (
    r"(?:(?:i|we)(?:'ve| have)? )?(?:just )?(?:rung|rang|called|phoned)(?: (?:them|her|him|the school))?(?: back)?"
    r" on (?:a|the|our) (?:own )?number (?:that )?(?:i|we) (?:found|hold|have|looked up)(?: (?:myself|ourselves))?"
)
NOT_RUNG = either(
    "not (?:yet )?(?:rung|rang|called|phoned)",
    r"(?:haven'?t|have not|didn'?t) (?:yet )?(?:rung|ring|rang|call(?:ed)?|phoned?)",
)
NO_CALL = either(
    r"(?:it )?(?:wasn'?t|was not|isn'?t|is not|'?s not) (?:a |by )?(?:phone )?(?:call|phone)",
    rf"{IT_IS}not (?:a |by )?(?:phone )?(?:call|phone)",
    r"(?:it (?:came|was) )?(?:in writing|(?:by |an? )?(?:e-?mail|letter))",
)
ONE_PARENT = (
    r"(?:(?:the|his|her|their|\w'?s) )?"
    r"(?:(?:step ?|grand ?)?(?:mother|mum|mam|father|dad)|gran|nan|carer|s?he|(?-i:[B-HJ-Z]))"
)
KNOWS = (
    r"(?: (?:knows?|does|is aware|(?:has |have |was |is |'s )?(?:already )?(?:been )?told)"
    r"(?: (?:everything|all of it|it all|all four|about (?:it|them|the checks)))?)"
)
KNOWS_NOT = (
    r"(?: (?:doesn'?t|does not|isn'?t aware|(?:hasn'?t|has not|wasn'?t|isn'?t|not)(?: (?:been )?told)?)"
    r"(?: know| been told)?(?: yet| about it| anything)*)"
)
JOINED = r"(?:,|;| -)?(?: and| but| while)? "
ONE_KNOWS = either(
    rf"(?:yes )?(?:only|just) (?:one(?: (?:of them|of the parents|parent))?|{ONE_PARENT}){KNOWS}?(?: yet| so far)?",
    rf"(?:only )?one (?:of (?:them|the parents|the two)|parent){KNOWS}?(?: only)?(?: (?:yet|so far))?",
    rf"(?:they |the parents )?(?:don'?t both know|do not both know|not both(?: (?:of them|parents))?{KNOWS}?(?: yet)?)",
    rf"{ONE_PARENT}{KNOWS}{JOINED}(?:not )?{ONE_PARENT}{KNOWS_NOT}?",
    rf"{ONE_PARENT}{KNOWS_NOT}{JOINED}{ONE_PARENT}{KNOWS}",
    rf"{ONE_PARENT}{KNOWS}{JOINED}(?:not )?the other(?: (?:one|parent))?{KNOWS_NOT}?",
    rf"(?:i|we)(?:'ve| have)? (?:only )?told {ONE_PARENT}(?: only|{JOINED}not {ONE_PARENT})(?: yet)?",
    rf"(?:i|we)(?:'ve| have)? only told (?:one(?: of them)?|{ONE_PARENT})(?: so far)?",
)
"""One parent or carer knows, and another does not."""

STAFF = either(
    rf"{I_AM}(?:a |another )?(?:qualified |duty |student )?social work(?:er)?(?: staff)?",
    rf"{I_AM}(?:part of |in )?(?:the |another )?social work (?:staff|team)",
)
NOT_STAFF = r"admin(?:istrator)?|business support|reception(?:ist)?|not (?:a )?social work(?:er)?(?: staff)?"
