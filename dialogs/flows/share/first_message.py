"""How a first message asks for a sharing."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import AGENCY, PARENTS

IN_GENERAL = "why do we|what'?s the point|benefits|does sharing|advice|read more|respect"
STARTS = (
    Start(
        Fit.LIKELY,
        (
            "(?:share|tell|disclose|ring|inform|update|speak|speaking|talk|talking|give|send|pass"
            rf"|let)\b.*\b(?:{AGENCY})",
            r"share|sharing|disclos(?:e|ure|ing)|pass(?:ing|ed)?\b.* on|oversharing",
            r"consent|permission|agreement|agreeing|sign|refus\w+|says no",
            r"without (?:telling|them knowing)|behind (?:\w+ )?backs?|tip\w*\b.* off|not telling",
            rf"(?:tell|telling|inform|informing|let|letting|warn|told) (?:the )?(?:{PARENTS}|him|her)",
            rf"(?:{PARENTS}) (?:find|finds|found) out|(?:{PARENTS}) (?:know|knows|have a right)|who needs to know",
            r"(?:judge|court)\b.*\b(?:direct\w*|order\w*|disclos\w*|records|hand over|guardian)",
            r"how much (?:\w+ )*(?:share|tell|give|detail)|to know the background|all the history",
            r"need to share|told (?:the )?(?:police|camhs|school|everyone)|i(?:'?ve|ve)? (?:have )?shared",
        ),
        IN_GENERAL,
    ),
    Start(
        Fit.MAYBE,
        (
            r"tell(?! me)|telling|disclose|pass on|speak to|talk to|ring|let .+ know|inform",
            r"tip\w* .*off|investigat\w+|keep quiet|court order|evidence",
            rf"(?:{PARENTS}) (?:\w+ )?(?:not answering|missing|abroad|uncontactable|reach)",
        ),
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=7,
    names="shar(?:e|ing)|can i share(?: this)?",
    starts=STARTS,
)
