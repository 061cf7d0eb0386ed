"""The words that people type for what several flows ask, as patterns."""

import re
from functools import cache

from dialogs.text.clauses import UNSURE


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern compiled, at its first use: long ones take milliseconds, for which start-up does not wait."""
    return re.compile(pattern)


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
NOT_MINE = r"not (?:one of )?(?:my|mine)|isn'?t (?:mine|my case)|none of (?:these|them)|neither|duty|student"

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
    r"(?:it (?:came|was) )?(?:in writing|by (?:e-?mail|letter)|an? e-?mail)|it (?:came|was) (?:an? )?(?:e-?mail"
    r"|letter)",
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
NOT_STAFF = (
    r"admin(?:istrator)?|co-?ordinator|clerk|business support|reception(?:ist)?"
    r"|not (?:a )?social work(?:er)?(?: staff)?"
)

HOW_PHONE = either(
    r"(?:tele)?phone[ds]?(?: call)?", r"rang|rung|ring", "call(?:ed)?(?! (?:in|round|by|over))", "voice ?mail|blower"
)
HOW_IN_PERSON = either(
    r"sat down (?:together|with)|staff ?room|(?:at|in) (?:the|a|our) (?:\w+ )?(?:conference|review|core group)"
    r"|came up to (?:me|us)",
    r"in person|face ?(?:to|2) ?face|f2f|visit(?:ed)?|meeting|met|by hand|handed|over (?:coffee|tea|the counter)",
    r"(?:drop|pop|call|nip)(?:p?ed)? (?:by|in|round|over|off)|drop(?:ped)? it (?:by|in|round|over|off)",
    r"(?:drop|pick)[- ]?(?:off|up)|(?:went|came) (?:in|round|over|by(?! (?:post|e-?mail|letter|phone))|to (?:see|the"
    r"|our|my))|saw (?:her|him|them)",
    r"(?:at|by|in) the (?:\w+ )?(?:desk|gates?|door|counter|reception|school|clinic|office|surgery|ward|nursery"
    r"|corridor)",
    r"(?:caught|stopped|told) (?:me|us|her|him|them) (?:at|in|after|outside)",
)
HOW_EMAIL = r"e-?mail(?:s|ed)?|egress|encrypted|sent (?:it )?securely|inbox"
HOW_LETTER = either("letter|envelope|letter ?box", "post(?:ed)?", "recorded|signed for|courier|royal mail")
NOT_SO = r"(?:normal|ordinary|plain|personal|unsecure|insecure) e-?mail|will|\w+'ll|going to|gonna|tomorrow|later|or"
"""What makes a way of telling one that is only meant, or one of two."""

SHOUTS = either(
    r"lose it|blow (?:his|her|their) top|up in arms|hate it|say no|flip out|see red|(?:be|get) (?:mad|funny|stroppy)",
    r"angry|refus(?:e[sd]?|ing)|object(?:s|ed)?|upset|furious|livid|fuming|ballistic|hostile|unhappy|cross|annoyed",
    r"(?:shout|scream|swear|complain)(?:s|ing|ed)?|kick(?:ing)? off|hit the roof|(?:go|going) mad|hang up|a row|slam",
    r"(?:does|do|did|would|wo)(?:n'?t| not) (?:want|like|have|engage|agree|accept|hear of)(?: (?:it|us|me|this))?",
)
"""How a parent would take it: never a ground by itself."""
ONE_OF_THEM = r"(?:(?:his|her|the|their) )?(?:mum|mam|mother|dad|father|nan|gran|step ?dad|step ?mum|carer)"
IS_TOLD = "(?:only|'s been told|knows|does|yes|has|was told|has been told|is aware)"
IS_NOT_TOLD = (
    r"(?:no|not|(?:does|has|is|was)n'?t(?: (?:know|aware|been told|told|a clue))?|has(?: got)? no (?:idea"
    r"|clue))(?: yet)?"
)
ONE_AND_NOT_THE_OTHER = either(
    rf"(?:no,? )?{ONE_OF_THEM} {IS_TOLD},? (?:and |but |while )?(?:not {ONE_OF_THEM}|{ONE_OF_THEM} {IS_NOT_TOLD})",
    rf"(?:no,? )?{ONE_OF_THEM} {IS_NOT_TOLD},? (?:and |but |while )?{ONE_OF_THEM} {IS_TOLD}",
    rf"(?:no,? )?(?:just|only) (?:one parent|{ONE_OF_THEM})(?: {IS_TOLD})?(?: so far| yet)?",
)
NOT_DONE = either(
    r"not as yet(?:,? (?:but )?(?:i )?(?:will(?: do)?|'ll do (?:it|that)))?",
    r"(?:i )?(?:have ?n'?t|'ve not|have not|not)(?: yet)? (?:had (?:a|the) (?:minute|chance|time|moment)|got (?:round"
    r"|around) to"
    r" (?:it|that)|managed it|done (?:it|that)|been able to)(?: to (?:ask|ring|do it|talk)(?: (?:them|her|him))?)?",
    r"(?:it'?s )?on my (?:to ?do )?list|(?:i )?must do (?:it|that)|(?:i )?(?:have )?(?:still|yet) to (?:do (?:it"
    r"|that)|ask|ring)",
)
NOT_READ_THROUGH = either(
    r"(?:only |just )?skim(?:med|read)?(?: it)?|glanced|flicked|(?:part|half|only) read|half ?way|still (?:reading"
    r"|going through)",
    r"(?:not|have ?n'?t|yet to|still to|need to)(?: (?:been|fully|properly|yet))* (?:read|opened?|looked|got"
    r"|finish(?:ed)?|been through)",
)
