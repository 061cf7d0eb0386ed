"""How a first message asks for information received."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import AGENCY, PAPER, THE

STARTS = (
    Start(
        Fit.SURE,
        (
            r"info(?:rmation)? (?:has )?(?:came|come|comes|coming) in|received info\w*|info\w* (?:we )?received",
            r"(?:told|gave|given|passed|emailed) (?:me|us) (?:\w+ )*(?:details|info\w*|something)"
            r"|(?:rang|called|phoned|ringing|emailed) (?:me |us )?(?:\w+ )?(?:with|w|about)",
            rf"what (?:do|should|shall) i (?:need to )?(?:note|write down|record|do with (?:it|that))"
            rf"|(?:email|call|letter) from {THE}(?:{AGENCY})|who gave it|who told me",
            r"(?:don'?t|do not|not to) pass (?:this|it|that) on|keep (?:it|this) to (?:yourself|myself)|anonymous\w*",
            r"recording info\w* from|restrictions?",
        ),
        r"reports?|i(?:'ve|ve)? shared|can i answer|isn'?t mine",
    ),
    Start(
        Fit.LIKELY,
        ("(?:gave|told|sent|passed|rang|phoned|called) (?:me|us)",),
        f"can i|am i ok|ask\\w*|{PAPER}",
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=5,
    names="information (?:came in|received)|info (?:came in|received)|received information",
    starts=STARTS,
)
