"""A need that opens as a wish, and a call that is there now."""

from dialogs.text import clauses
from dialogs.text.entities import AGENCY
from dialogs.text.spelling import as_meant
from dialogs.understanding.intents.matching import match_flows

NEED = (
    "(?:(?:i|we)(?:'?ve)?|just)? ?(?:also |now )?"
    "(?:(?:need|want|have|got|going|would like|'?d like) to|must|need)(?: also| now)?"
)


def wants_done(text: str) -> bool:
    """Whether it opens as a wish to do something: "I also need to ...", "want to ..."."""
    return clauses.after_opening(text, NEED) is not None


GREETING = (
    r"(?:(?:hi|hello|hey|hiya|(?:good )?(?:morning|afternoon|evening)|sorry|ok|help|new here|quick q(?:uestion)?"
    r"|got a q(?:uestion)?|(?:is this|am i in) the right (?:place|chat|bot)"
    r"|(?:can|could) (?:you|u|someone) help(?: me)?"
    r"|(?:i'?m )?not sure if (?:this is the right place|you can help)(?: with this)?)"
    r"(?: (?:there|all|everyone|please))?(?:[\s,.;:!?-]+(?:but|so|and) |[\s,.;:!?-]+))+"
)
SHORTEST_NEED = 3


def as_begun(text: str) -> str:
    """Return a first message without its greeting; put right as it sounds, where it asks for nothing as it stands."""
    rest = clauses.after_opening(text, GREETING) or ""
    need = rest if len(rest.split()) >= SHORTEST_NEED else text
    meant = as_meant(need)
    return meant if meant != need and not match_flows(need) and match_flows(meant) else need


ON_THE_PHONE = (
    f"(?:(?:someone|somebody|a caller)(?:'s| is)?|(?:{AGENCY}|they)(?:'s| is| are"
    "|'re)) (?:now )?on the (?:phone|line)"
    rf"|(?:{AGENCY}|they) (?:are|is) ringing|(?:{AGENCY})"
    r" on (?:the (?:phone|line)|line \d)(?! (?:yesterday|earlier|last|this))"
    r"|(?:got|have|there'?s) (?!(?:been|info\w*|you|me)\b)(?:[\w']+ ){1,5}(?:on (?:the (?:phone|line)|line \d)|holding)"
    r"(?! (?:yesterday|earlier|last|this|order))"
)


def is_on_the_phone(text: str) -> bool:
    """Whether it says that someone is on the phone now."""
    return clauses.says(text, ON_THE_PHONE) or clauses.is_whole(text.strip(" .!"), "on the (?:phone|line)(?: now)?")
