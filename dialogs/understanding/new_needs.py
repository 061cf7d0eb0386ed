"""A need that opens as a wish, and a call that is there now."""

from dialogs.text import clauses
from dialogs.text.entities import AGENCY

NEED = (
    "(?:(?:i|we)(?:'?ve)?|just)? ?(?:also |now )?"
    "(?:(?:need|want|have|got|going|would like|'?d like) to|must|need)(?: also| now)?"
)


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
