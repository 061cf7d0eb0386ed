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
NEED = (
    "(?:(?:i|we)(?:'?ve)?|just)? ?(?:also |now )?"
    "(?:(?:need|want|have|got|going|would like|'?d like) to|must|need)(?: also| now)?"
)


def is_new_need(text: str) -> bool:
    """Whether it says that it is about another case, or asks to start something new."""
    parts = clauses.clauses(text)
    return any(clauses.is_whole(part, ANOTHER) for part in (clauses.normalise(text).strip(" .!?"), *parts))


def wants_done(text: str) -> bool:
    """Whether it opens as a wish to do something: "I also need to ...", "want to ..."."""
    return clauses.after_opening(text, NEED) is not None


ON_THE_PHONE = (
    rf"(?:(?:someone|somebody|a caller)(?:'s| is)?|(?:{AGENCY}|they)(?:'s| is| are|'re)) (?:now )?on the (?:phone|line)"
    rf"|(?:{AGENCY}|they) (?:are|is) ringing"
)


def is_on_the_phone(text: str) -> bool:
    """Whether it says that someone is on the phone now."""
    return clauses.says(text, ON_THE_PHONE) or clauses.is_whole(text.strip(" .!"), "on the (?:phone|line)(?: now)?")
