"""The words that people type for the options of information received, as patterns."""

from dialogs.text.clauses import UNSURE
from dialogs.text.patterns import HOW_EMAIL, HOW_IN_PERSON, HOW_LETTER, HOW_PHONE, IT_IS, either

PHONE = HOW_PHONE
IN_PERSON = HOW_IN_PERSON
WHERE_THEY_WORK = r"works? (?:at|in|for)|(?:head|teacher|nurse|worker|lead|manager|officer|tutor|of year) (?:at|in) the"
EMAIL = rf"{HOW_EMAIL}|teams message"
LETTER = HOW_LETTER

NO_LIMIT = either(
    r"none(?: (?:stated|set|given|said))?",
    r"no (?:limits?|restrictions?|conditions?)(?: (?:stated|set|given))?",
    r"(?:they|s?he) (?:set|gave|stated|said) (?:none|no limits?|no restrictions?|no conditions?)",
    r"(?:they|s?he) (?:didn'?t|did not) (?:set|state|give|say) (?:any|one|a)(?: (?:limit|restriction|condition)s?)?"
    r"(?: on (?:it|that|this))?",
)
A_LIMIT = either(
    r"(?:don'?t|do not|never) (?:tell|share|pass|say|repeat|give|use|name)",
    r"not to (?:be )?(?:tell|told|shared?|pass(?:ed)?|say|said|repeat(?:ed)?|given?|used?|named?)",
    r"(?:in|strictly) confiden(?:ce|tial)|confidential(?:ly)?",
    r"ke(?:ep|pt) (?:it |this )?(?:quiet|private|secret|between us)|keep (?:his|her|their) name out"
    r"|not to go (?:any )?further",
    r"only for (?!(?:our|the) (?:record|file))\w+",
    r"(?:they|s?he) set (?:a|one) limit|there(?:'s| is| was) (?:a|one) (?:limit|restriction|condition)",
)

NO_DOCUMENT = either(
    r"no (?:document|report|letter|paper|papers|attachment)s?",
    r"none|nothing(?: (?:in writing|came with it|came))?",
    r"(?:there (?:was|is) )?no document",
)
PASS_ON = either(
    r"(?:i |we )?(?:want|need|have) to pass (?:it|this|the (?:document|report|letter)) on",
    r"(?:it'?s |it is )?to be passed on",
    r"pass(?:ing)? (?:it|this|the (?:document|report|letter)) on",
)
KEEP = either(
    rf"{IT_IS}(?:only |just )?for (?:our|the) (?:records?|files?)",
    r"(?:we |i )?(?:just |only )?keep(?:ing)? it",
    r"(?:it )?stays(?: (?:with us|here|on our record))?",
    r"(?:it'?s |it is )?not (?:to be passed|being passed|going) (?:on|anywhere)",
    r"(?:we'?re |i'?m )?not passing it on",
)
SAID_NOTHING = r"(?i)\W*(?:no|none|nothing|n/?a|nil|skip|not? (?:limits?|restrictions?)(?: stated)?|none stated)?\W*"
"""What people write in a box that they could have left empty."""

NO_NAME = rf"(?i)\W*(?:{UNSURE}|not known(?: yet)?|unknown|anon(?:ymous)?|no name(?: given)?|tbc|someone|a caller)\W*"
AN_AGENCY = (
    r"(?i)(?:the|a|an|from|at|of|my|our|her|his|their|local|primary|secondary|community|council|team|duty|office|staff"
    r"|someone|somebody|worker|professional|school|nursery|college|teacher|head|deputy|safeguarding|lead|dsl|police"
    r"|officer|pc|dc|gp|doctor|dr|surgery|practice|nurse|health|visitor|hv|midwife|camhs|hospital|a&e|ward|clinic"
    r"|consultant|housing|association|probation|cafcass|solicitor|social|services|service|agency|charity|nhs|trust)"
)
"""Words that say an agency or a job, and so by themselves no person."""
