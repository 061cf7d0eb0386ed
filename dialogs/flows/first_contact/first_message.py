"""How a first message asks for the first conversation with parents."""

from dialogs.engine.first_messages import FirstMessage, Fit, Start
from dialogs.text.entities import PAPER, PARENTS

STARTS = (
    Start(
        Fit.SURE,
        (
            r"(?:first|initial|intro\w*) (?:home )?(?:visit|conversation|meeting|contact|time|talk)",
            r"new (?:family|allocation)|starting work with|at the start|from the start",
            r"privacy (?:notice|statement)|fair processing|leaflet",
            rf"(?:explain\w*|talk)\b.*\b(?:{PARENTS}|law|legal basis|confidential\w*)",
            r"info\w* sharing (?:talk|conversation)",
        ),
    ),
    Start(
        Fit.SURE,
        (
            rf"what (?:do|must|should) (?:i|{PARENTS}) (?:tell|say|need|understand|explain)",
            rf"(?:{PARENTS}) (?:is |are )?(?:asking|asks?|wants? to know|worried|doesn'?t trust|get told|come to)",
            rf"(?:do|should) (?:i tell )?(?:{PARENTS}) (?:know|have to|need|we|i'?ll|it)",
            r"how do families know|what do families need|list the people who|why bother telling|reason for telling",
            r"telling (?:mum|dad|parents|them) i'?ll be",
        ),
        rf"checks?|(?:asking|asks?) (?:me |us )?for (?:\w+ )*(?:{PAPER}|copy)",
    ),
)
FIRST_MESSAGE = FirstMessage(
    place=6,
    names="first (?:visit|conversation|meeting|contact)(?: with (?:the )?parents)?",
    starts=STARTS,
)
