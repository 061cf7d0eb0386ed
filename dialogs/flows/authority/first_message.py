"""How a first message asks for an answer to a caller."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import AGENCY

STARTS = (
    Start(
        Fit.SURE,
        (
            r"(?:may|can) i answer|who (?:is |'?s )?(?:allowed to|can|may) (?:disclose|give out|share|answer)",
            r"(?:not|isn'?t|aren'?t) (?:the |their |his |her |its )?allocated|only the allocated",
            r"(?:isn'?t|not|isnt) (?:mine|my case)|instead of me|on my behalf",
            r"(?:can|may|is|could) (?:a |an |the |my |another )?(?:business support|admin|family support worker"
            r"|agency worker|student(?: sw| social worker)?|duty worker|duty|manager|team member|colleague|supervisor)"
            r"(?: social worker)? (?:tell|share|disclose|give|answer|allowed)",
        ),
    ),
    Start(
        Fit.LIKELY,
        (
            r"(?:supervisor|agency worker|admin|business support|student|another team member|cover worker)\b.*"
            r"\b(?:shar\w+|giv\w+|call|say|disclos\w+|tell\w*)",
            rf"(?:{AGENCY}|solicitor|someone|caller)\b.*\b(?:asking (?:us|me|for|about)|asks|want(?:s|ing)? to know)",
            r"(?:asked|asking) (?:us|me)|wants? (?:an? )?(?:info\w*|answer|details)|request for (?:info\w*|records)",
        ),
        r"mum|dad|parents?|mp|councillor|home office|journalist|keep|quiet|not to",
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=4,
    names="may i answer(?: this request)?|who may disclose|not my case",
    starts=STARTS,
)
