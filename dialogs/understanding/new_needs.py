"""A new need while something else is open: another child or family, another kind of enquiry, a case that came in."""

from dialogs.text import clauses
from dialogs.text.entities import AGENCY
from dialogs.text.patterns import either

CASE = "(?:case|child|kid|family|one|matter|referral|question|enquiry|young person|sibling|sister|brother)"
POLITE = "(?:please|pls|now|first|instead|today|to (?:do|ask about|start|deal with|sort)(?: first| now)?|about(?: .+)?)"
WANT = (
    "(?:(?:i|we)(?:'?ve| have|'?d)?(?: also| now| just)? (?:got|have|need|want|like|had)(?: to)?|there'?s|can (?:i|we))"
)
ANOTHER = either(
    rf"(?:{WANT} )?(?:(?:start|do|open|begin|log|ask about|have) )?(?:a |an |the )?"
    rf"(?:new|different|another|separate) {CASE}"
    rf"(?:(?: |,|:)+(?:{POLITE}|just (?:came|come) in|came in|on duty|.{{0,60}}))*",
    r"(?:need to |can i |i want to |let'?s )?start (?:a )?(?:new|another|fresh|separate|one)(?: one| matter)?"
    r"(?: for .+| about .+)?"
    rf"(?: {POLITE})*",
    "(?:on |about )?another (?:matter|thing|subject|topic)(?:[ ,:].+)?",
    r"(?:a |another )?new (?:referral|allocation|case)\b.*",
)
SOMEONE = (
    "(?:(?:little|older|younger|big|baby|half|step|twin|new|other|second|third|next|his|her|their|whole"
    "|different|another|"
    r"separate|foster|unborn|\w+'s) )*"
    "(?:cousins?|siblings?|sisters?|brothers?|baby|twins?|child(?:ren)?|kids?|boy|girl|teen(?:ager)?|toddler"
    "|lad|nephew"
    "|niece|half-?(?:sister|brother)|family|families|case|referral|matter|one|enquiry|question|call(?:er)?"
    "|request|landlord"
    f"|neighbour|reporter|solicitor|(?:{AGENCY}))"
)
ASIDE = (
    "(?:(?:while|whilst) (?:i'?m|i am|we'?re|you'?re) (?:here|at it|on|there|about it)|before (?:that|this"
    "|i forget|we go on|i (?:do|finish|go on))"
    r"|(?:one|another|1) more(?: thing| child| case| one| family| question)?|another (?:one|thing|job|call)"
    r"|(?:something|someone|somebody) else|on (?:a|an) (?:different|separate|other|unrelated) \w+"
    r"|(?:a )?(?:separate|different)(?:ly)?(?: \w+)?"
    "|(?:next|second|other) (?:one|thing|case|child|family|job|up)|by the way|btw|unrelated(?: to this)?"
    "|also|as well as this|first though"
    "|moving on|switching|new (?:thing|topic|one)|quick (?:other|different) (?:one|thing)|at the same time"
    "|in the meantime|oh and)"
)
PIECE = (
    "(?:(?:network |background |agency |safety |welfare |new |quick |joint |first |some |another |separate |fresh )*"
    "(?:checks?|case|matter|one|enquiry|enquiries|share|sharing|request|referral|contact|call|report|message"
    "|visit|letter"
    "|disclosure|conversation|record|page|form|guide))"
)
BEGIN = (
    "(?:begin|start|open|log|set up|create|kick off|do|run|record|raise|launch|put in|note(?: down)?|enter"
    "|register|add|make|book)"
)
PLEASE = (
    "(?:(?:can|could|may|please|pls|i|we|you|need|needs|want|would|like|to|let'?s|let|me|us|i'?d|have|now"
    "|also|and|just|ok|first|then"
    "|instead|got|must|should|gotta|rather|better|i'?ve|shall|right|so)[ ,]+)*"
)
BEGINS_ANOTHER = either(
    f"{PLEASE}{BEGIN} (?:an?|the|some|another|one|new|network|checks?)(?: (?:new|fresh"
    f"|separate))?(?: ?{PIECE})? (?:for|on|about|from|with|of|to) .+",
    rf"{PLEASE}{BEGIN} (?:an?|another|some|one|new)(?: \w+){{0,2}} {PIECE}(?: (?:please|now|too|first|instead"
    "|as well))*",
    rf"(?:{ASIDE})[ ,:;.-]+.*\b(?:{SOMEONE}|{PIECE}|wants?|needs?|asking|asked|ringing|rang|tell|share|send"
    r"|check|checks)\b.*",
    f"{PLEASE}(?:there'?s|there is|there are|i'?ve(?: got)?|i have|we'?ve(?: got)?|we have"
    f"|got) (?:also )?(?:an?|another|the|his|her|two) {SOMEONE}"
    "(?: .{0,40})?(?:too|as well|ringing|calling|on (?:the )?(?:phone|line|hold)|asking|wanting|waiting"
    "|at (?:the )?(?:desk|door|reception)"
    r"|(?:who |that )?(?:wants?|needs?|is after|is asking|rang|called)\b.*|to (?:do|ask about|tell|sort"
    r"|deal with|log|start|check|add)\b.*)",
    f"{PLEASE}(?:switch|move|jump|change|go) (?:on |over )?to (?:an?|the|his|her|another"
    rf"|\w\b)(?: {SOMEONE})?(?: .{{0,30}})?",
    f"{PLEASE}(?:want|need|have|like) to (?:also )?(?:do|start|ask about|look at|deal with|talk about"
    rf"|sort out) (?:an?|the|his|her|another|two) {SOMEONE}\b.*",
    f"(?:{PLEASE}|can (?:we|i) )(?:do|have|look at|check|sort|cover|add) (?:his|her|the|my|their) (?:other "
    "|next )?(?:brother|sister|sibling|cousin|twin|baby|half-?brother|half-?sister)(?: (?:as well|too|now"
    "|next|instead|please))*",
    rf"{PLEASE}(?:an? |the )?(?:fresh|another|extra) {SOMEONE}(?!'s)\b.*|{PLEASE}{BEGIN} (?:one"
    "|another)(?: up)? (?:for|on|about) .+|set one up for .+",
    f"(?:the |a )?{SOMEONE}(?:'s|'ve| has| is| have| are)? (?:also |just )*(?:rung|rang|called|ringing|asking"
    "|asked|been on|on the phone) about (?:an?|another|his|her|the other) .+",
    rf"{PLEASE}(?:write up|record|log|note down) (?:a|the|my) (?:phone )?(?:call|visit|conversation|chat|meeting)\b.*",
    rf"(?:what|and) about (?:the |his |her |my )?(?:other|next|second|new) {SOMEONE}\b.*"
    rf"|same (?:again )?for (?:his|her|the|my) {SOMEONE}\b.*",
)
NEED = (
    "(?:(?:i|we)(?:'?ve)?|just)? ?(?:also |now )?"
    "(?:(?:need|want|have|got|going|would like|'?d like) to|must|need)(?: also| now)?"
)


def is_new_need(text: str) -> bool:
    """Whether it says that it is about another case, or asks to start something new."""
    said = clauses.normalise(text).strip(" .!?")
    if clauses.is_whole(said, BEGINS_ANOTHER):
        return True
    return any(clauses.is_whole(part, ANOTHER) for part in (said, *clauses.clauses(text)))


def wants_done(text: str) -> bool:
    """Whether it opens as a wish to do something: "I also need to ...", "want to ..."."""
    return clauses.after_opening(text, NEED) is not None


ON_THE_PHONE = (
    f"(?:(?:someone|somebody|a caller)(?:'s| is)?|(?:{AGENCY}|they)(?:'s| is| are"
    "|'re)) (?:now )?on the (?:phone|line)"
    rf"|(?:{AGENCY}|they) (?:are|is) ringing"
)


def is_on_the_phone(text: str) -> bool:
    """Whether it says that someone is on the phone now."""
    return clauses.says(text, ON_THE_PHONE) or clauses.is_whole(text.strip(" .!"), "on the (?:phone|line)(?: now)?")
